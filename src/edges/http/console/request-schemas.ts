/** The shapes of the requests' pages: for the server, the console and the OpenAPI document. */
import { type Static, Type } from "typebox";
import { EXTENSION_GROUNDS, REFUSAL_GROUNDS } from "#core/law/request-grounds";
import { HeldValueRow } from "./schemas.ts";

const Id = Type.String({ format: "uuid" });
const When = Type.String({ format: "date-time" });
const strict = { additionalProperties: false } as const;
const text = Type.Union([Type.String(), Type.Null()]);

export const RequestRow = Type.Object(
  {
    id: Id,
    subjectId: Id,
    kind: Type.String(),
    regime: Type.String(),
    state: Type.String(),
    receivedAt: When,
    provenAt: Type.Union([When, Type.Null()]),
    due: Type.String({ format: "date" }),
    daysLeft: Type.Integer(),
    answeredAt: Type.Union([When, Type.Null()]),
    demo: Type.Boolean(),
  },
  strict,
);

export const RequestRecord = Type.Object(
  {
    request: RequestRow,
    steps: Type.Array(
      Type.Object({
        at: When,
        step: Type.String(),
        /** The colleague's name. */
        by: text,
        ground: text,
        /** What the person or the colleague wrote; null: nothing, or it may not be seen. */
        words: text,
      }),
    ),
    clock: Type.Array(
      Type.Object({ rule: Type.String(), provision: Type.String(), confirmed: Type.Boolean() }),
    ),
    /** What this colleague can do now. */
    can: Type.Array(Type.String()),
    grounds: Type.Array(Type.String()),
    lastDayToExtend: text,
    /** For a correction: what can be corrected. */
    values: Type.Array(HeldValueRow),
    /** The other ids that are merged with this one. */
    linked: Type.Array(Id),
  },
  strict,
);

/** A letter is never without words; the longest form field has as many. */
const words = Type.String({ minLength: 1, maxLength: 10_000 });

export const RequestAct = Type.Union([
  Type.Object({ act: Type.Literal("answer"), words }, strict),
  Type.Object({ act: Type.Literal("clarify"), words }, strict),
  Type.Object(
    {
      ...{ act: Type.Literal("refuse"), words },
      ground: Type.Union(REFUSAL_GROUNDS.map(({ id }) => Type.Literal(id))),
    },
    strict,
  ),
  Type.Object(
    {
      ...{ act: Type.Literal("extend"), words },
      ground: Type.Union(EXTENSION_GROUNDS.map((id) => Type.Literal(id))),
    },
    strict,
  ),
  Type.Object(
    {
      ...{ act: Type.Literal("correct"), words },
      values: Type.Array(
        Type.Object(
          { valueId: Id, text: Type.String({ minLength: 1, maxLength: 10_000 }) },
          strict,
        ),
        { minItems: 1, maxItems: 20 },
      ),
    },
    strict,
  ),
  Type.Object({ act: Type.Literal("separate"), other: Id }, strict),
]);

export type RequestRow = Static<typeof RequestRow>;
export type RequestRecord = Static<typeof RequestRecord>;
export type RequestAct = Static<typeof RequestAct>;
