import { defineRefusals, type Refuse } from "#kit/refusal";

export const messageRefusals = defineRefusals({
  "message.no_notice": { status: 503, title: "No notice is in force, so nothing can be sent." },
  "message.unknown_class": {
    status: 422,
    title: "The notice declares no such class of messages.",
  },
  "message.unknown_template": { status: 422, title: "There is no such template." },
  "message.wrong_class": {
    status: 422,
    title: "This template cannot be sent as a message of this class.",
  },
  "message.bad_parameter": {
    status: 422,
    title: "The parameters of a message are ids and codes.",
  },
});

export const refuse: Refuse<keyof typeof messageRefusals.catalogue> = messageRefusals.refuse;
