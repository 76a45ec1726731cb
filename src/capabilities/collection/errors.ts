import { defineRefusals, type Refuse } from "#kit/refusal";

export const collectionRefusals = defineRefusals({
  "form.no_notice": {
    status: 503,
    title: "No notice is in force, so nothing may be collected.",
  },
  "form.notice_changed": {
    status: 409,
    title: "The notice changed while the form was open. Please read it and send the form again.",
  },
  "form.unknown_language": { status: 422, title: "The notice is not written in this language." },
  "form.unknown_extract": {
    status: 409,
    title: "What stood beside the form is not what we show there. Please open it anew.",
  },
  "form.unknown_form": { status: 404, title: "The notice declares no such form." },
  "form.unknown_field": { status: 422, title: "The form does not declare this field." },
  "form.invalid_fields": { status: 422, title: "Some fields need another look." },
  "form.repeated_key": {
    status: 409,
    title: "This form was already sent with other content. Please open it anew.",
  },
  "form.denied": { status: 403, title: "The notice does not allow to collect this." },
  "asset.unknown": { status: 404, title: "There is no such document." },
});

export const refuse: Refuse<keyof typeof collectionRefusals.catalogue> = collectionRefusals.refuse;
