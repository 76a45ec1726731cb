import { defineRefusals, type Refuse } from "#kit/refusal";

export const campaignRefusals = defineRefusals({
  "campaign.unknown": { status: 404, title: "There is no such campaign." },
  "campaign.undeclared": {
    status: 422,
    title: "The notice declares no such purpose, topic or language for messages by e-mail.",
  },
  "campaign.not_a_draft": { status: 409, title: "This campaign was started already." },
  "campaign.no_notice": { status: 503, title: "No notice is in force, so nothing may be sent." },
});

export const refuse: Refuse<keyof typeof campaignRefusals.catalogue> = campaignRefusals.refuse;
