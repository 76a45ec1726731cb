import { defineRefusals, type Refuse } from "#kit/refusal";

export const choiceRefusals = defineRefusals({
  "choice.no_notice": { status: 503, title: "No notice is in force, so nothing can be chosen." },
  "choice.notice_changed": {
    status: 409,
    title: "The notice changed since the question was shown. Please look at it again.",
  },
  "choice.unknown_purpose": { status: 422, title: "The notice declares no such purpose." },
  "choice.unknown_scope": {
    status: 422,
    title: "The notice declares no such channel or topic for this purpose.",
  },
  "choice.unknown_wording": { status: 422, title: "This wording was not shown by us." },
});

export const refuse: Refuse<keyof typeof choiceRefusals.catalogue> = choiceRefusals.refuse;
