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
    title: "This link was used or has expired. Ask for a new invitation.",
  },
  "staff.weak_password": {
    status: 422,
    title: "Choose a password of at least 12 characters that is not a common one.",
  },
  "staff.known_address": { status: 409, title: "There is an account with this address already." },
  "staff.address_missing": { status: 422, title: "An e-mail address is needed." },
});

export const refuse: Refuse<keyof typeof staffRefusals.catalogue> = staffRefusals.refuse;
