import { defineRefusals, type Refuse } from "#kit/refusal";

export const noticeRefusals = defineRefusals({
  "notice.no_change": {
    status: 409,
    title: "This version says the same as the last one; there is nothing to publish.",
  },
  "notice.goes_back": {
    status: 409,
    title: "A version may not be dated, or come into force, before the one it follows.",
  },
  "notice.wrong_version": {
    status: 409,
    title: "The version number must be the next one.",
  },
  "notice.unknown_version": { status: 404, title: "There is no such version of the notice." },
  "notice.unknown_draft": { status: 404, title: "There is no such draft." },
  "notice.edited_meanwhile": {
    status: 409,
    title: "Somebody saved this draft after you opened it. Your text was not saved over theirs.",
  },
  "notice.draft_scheduled": {
    status: 409,
    title: "This draft waits to be published. Take it back first.",
  },
  "notice.draft_closed": { status: 409, title: "This draft was published or given up." },
  "notice.too_many_edits": {
    status: 409,
    title: "This draft was saved too often. Begin a new one from its text.",
  },
  "notice.too_large": { status: 413, title: "A manifest has at most 1,048,576 characters." },
  "notice.does_not_compile": {
    status: 422,
    title: "The text is no manifest that can be published yet.",
  },
  "notice.not_in_review": { status: 409, title: "This draft does not wait for a review." },
  "notice.other_text": {
    status: 409,
    title: "The draft's text is another than the one you looked at.",
  },
  "notice.own_work": {
    status: 403,
    title: "Who wrote a part of a draft may not review it. Ask a colleague.",
  },
  "notice.not_alone": {
    status: 403,
    title: "Only an owner who is alone in the house may approve their own draft, with a reason.",
  },
  "notice.reason_missing": {
    status: 422,
    title: "Say why: what you write is kept with the version.",
  },
  "notice.not_approved": {
    status: 409,
    title: "Only a draft that was approved, with this very text, can be published.",
  },
  "notice.wrong_time": {
    status: 422,
    title: "The time of publication must lie in the future, and at most a year ahead.",
  },
  "notice.not_scheduled": { status: 409, title: "This draft does not wait to be published." },
  "notice.too_late": {
    status: 409,
    title: "This draft is being published at this moment; it cannot be taken back any more.",
  },
});

export const refuse: Refuse<keyof typeof noticeRefusals.catalogue> = noticeRefusals.refuse;
