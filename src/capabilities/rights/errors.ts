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
  "rights.denied": { status: 403, title: "The request could not be taken." },
});

export const refuse: Refuse<keyof typeof rightsRefusals.catalogue> = rightsRefusals.refuse;
