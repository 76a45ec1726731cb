/** The section of the manifest that says what the forms of the sites ask for and offer. */
import { Type } from "typebox";
import { byId, flag, idOf, ids, oneOf, REQUIREMENT, strict, text } from "./manifest-words.ts";

const Scope = Type.Object(
  {
    purpose: idOf("Id of the purpose."),
    channel: Type.Optional(oneOf(["email", "sms", "call", "post"], "Narrowed to one channel.")),
    topic: Type.Optional(idOf("Narrowed to one topic.")),
  },
  strict,
);

const Field = Type.Object(
  {
    label: text("Label of the field.", 120),
    category: idOf("Id of the category that the value belongs to."),
    kind: oneOf(
      ["email", "phone", "text", "long-text", "choice", "country"],
      "How it is entered and checked.",
    ),
    required: flag("Whether the form is refused without it."),
    maxLength: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000,
        description:
          "Most characters; without it 254 for an address, 40 for a telephone, 200, 5000 for long text.",
      }),
    ),
    requirement: Type.Optional(REQUIREMENT),
    needed: Type.Optional(text("What happens if a person does not give it.")),
    options: Type.Optional(
      byId(text("Label of the answer.", 120), "Answers of a `choice`, by code."),
    ),
  },
  strict,
);

export const Form = Type.Object(
  {
    name: text("Heading of the form.", 120),
    source: idOf("Id of the source that the form is."),
    purposes: ids("Ids of the purposes that what is entered serves."),
    offers: Type.Optional(
      Type.Array(Scope, {
        maxItems: 20,
        description: "Consents offered beside the fields, not ticked.",
      }),
    ),
    fields: byId(Field, "Fields by name, in order."),
  },
  strict,
);
