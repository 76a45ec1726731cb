import { defineRefusals, type Refuse } from "#kit/refusal";

export const staffRefusals = defineRefusals({
  "staff.wrong_credentials": {
    status: 401,
    title: "This address and password do not belong together.",
  },
  "staff.throttled": { status: 429, title: "Too many failed attempts. Please wait some minutes." },
  "staff.not_signed_in": { status: 401, title: "Please sign in." },
  "staff.not_allowed": { status: 403, title: "Your role does not allow this." },
  "staff.link_over": {
    status: 410,
    title: "This link was used or has expired. Ask the colleague who made it for a new one.",
  },
  "staff.weak_password": {
    status: 422,
    title: "Choose a password of at least 12 characters that is not a common one.",
  },
  "staff.wrong_password": { status: 403, title: "This is not your present password." },
  "staff.known_address": { status: 409, title: "There is an account with this address already." },
  "staff.address_missing": { status: 422, title: "An e-mail address is needed." },
  "staff.bad_address": {
    status: 422,
    title: "This does not look like an e-mail address, such as name@company.example.",
  },
  "staff.name_missing": { status: 422, title: "A name is needed." },
  "staff.unknown": { status: 404, title: "There is no such colleague any more." },
  "staff.unknown_invitation": {
    status: 404,
    title: "There is no such invitation any more: it was used, revoked or has lapsed.",
  },
  "staff.last_owner": {
    status: 409,
    title: "The last owner must stay. Make somebody else an owner first.",
  },
  "staff.own_link": {
    status: 409,
    title: "You are signed in: change your own password under My account.",
  },
});

export const refuse: Refuse<keyof typeof staffRefusals.catalogue> = staffRefusals.refuse;
