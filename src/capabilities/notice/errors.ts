import { defineRefusals, type Refuse } from "#kit/refusal";

export const noticeRefusals = defineRefusals({
  "notice.no_change": {
    status: 409,
    title: "This version says the same as the last one; there is nothing to publish.",
  },
  "notice.goes_back": {
    status: 409,
    title: "A version may not be dated before the one it follows.",
  },
  "notice.wrong_version": {
    status: 409,
    title: "The version number must be the next one.",
  },
});

export const refuse: Refuse<keyof typeof noticeRefusals.catalogue> = noticeRefusals.refuse;
