import { defineRefusals, type Refuse } from "#kit/refusal";

export const changeRefusals = defineRefusals({
  "change.no_notice": {
    status: 503,
    title: "No notice is in force, so there is nothing that a draft could change.",
  },
  "change.no_impact": { status: 404, title: "The impact of this draft was not looked at yet." },
  "change.no_telling": {
    status: 404,
    title: "Nobody had to be told of this version.",
  },
});

export const refuse: Refuse<keyof typeof changeRefusals.catalogue> = changeRefusals.refuse;
