import { defineRefusals, type Refuse } from "#kit/refusal";

export const rightsRefusals = defineRefusals({
  "rights.no_notice": {
    status: 503,
    title: "No notice is in force. Please write to us by e-mail.",
  },
  "rights.not_an_address": {
    status: 422,
    title: "This does not look like an e-mail address, such as name@company.example.",
  },
  "rights.unknown_request": { status: 404, title: "There is no such request." },
  "rights.not_open": {
    status: 409,
    title: "In its present state nothing of this kind can be done with the request.",
  },
  "rights.no_words": { status: 422, title: "The letter needs some words of yours." },
  "rights.unknown_ground": { status: 422, title: "This kind of request is not refused so." },
  "rights.asked_before": { status: 409, title: "The person was asked already." },
  "rights.no_extension": {
    status: 409,
    title: "The law allows no extension of this request, or none any more.",
  },
  "rights.unknown_value": {
    status: 422,
    title: "The person holds no such value, or it cannot be corrected in this way.",
  },
  "rights.not_linked": { status: 409, title: "The two are not linked." },
  "rights.denied": { status: 403, title: "The request could not be taken." },
});

export const refuse: Refuse<keyof typeof rightsRefusals.catalogue> = rightsRefusals.refuse;
