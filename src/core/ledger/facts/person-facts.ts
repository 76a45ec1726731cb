import { Type } from "typebox";
import { code, instant, jurisdiction, uuid } from "./codes.ts";
import { aboutPerson } from "./fact-entry.ts";

const family = Type.Union([code, Type.Null()]);
const years = Type.Integer({ minimum: 0, maximum: 150 });

const relationship = {
  kind: Type.Enum([
    "visitor",
    "prospect",
    "negotiating",
    "customer",
    "former-customer",
    "applicant",
    "employee",
  ]),
  family,
};

/**
 * Who a subject is to the organisation (GATE.md, "Words: subject"), and its life from first sight
 * to erasure.
 */
export const personFacts = {
  "subject.created": aboutPerson({ kind: Type.Enum(["person", "device"]), demo: Type.Boolean() }),
  /**
   * Appended to both subjects, each naming the other. A merge never widens, so it goes to the
   * journal as well.
   */
  "subject.linked": aboutPerson(
    { other: uuid, ground: Type.Enum(["verified-address", "sign-in", "officer"]) },
    true,
  ),
  "subject.unlinked": aboutPerson({ other: uuid, ground: Type.Enum(["officer", "person"]) }),
  /** All of the person, or one compartment. */
  "subject.erased": aboutPerson(
    {
      scope: Type.Union([
        Type.Literal("all"),
        Type.Object({ compartment: code }, { additionalProperties: false }),
      ]),
    },
    true,
  ),
  "relationship.began": aboutPerson(relationship),
  "relationship.ended": aboutPerson(relationship, true),
  "residence.declared": aboutPerson({ jurisdiction }),
  "residence.predicted": aboutPerson({ jurisdiction }),
  "subscriber.declared": aboutPerson(
    { subscriber: Type.Enum(["individual", "corporate"]) },
    ({ subscriber }) => subscriber === "individual",
  ),
  /** Age in whole years: at least `from`, below `below`. */
  "age.declared": aboutPerson({ from: years, below: Type.Union([years, Type.Null()]) }, true),
  /** An attribute that segments read: enumerated codes only. Null takes it away. */
  "attribute.set": aboutPerson({ name: code, code: Type.Union([code, Type.Null()]) }),
  "interest.recorded": aboutPerson({
    product: code,
    kind: Type.Enum(["bought", "enquired", "shown"]),
  }),
  "request.received": aboutPerson({
    requestId: uuid,
    kind: Type.Enum([
      "access",
      "correction",
      "erasure",
      "restriction",
      "portability",
      "objection",
      "opt-out",
      "complaint",
    ]),
    regime: code,
  }),
  "request.identity-proven": aboutPerson({
    requestId: uuid,
    means: Type.Enum(["verified-address", "sign-in", "officer"]),
  }),
  /** Each moves the clock where the law lets it stand still meanwhile. */
  "request.clarification-asked": aboutPerson({ requestId: uuid }),
  "request.clarified": aboutPerson({ requestId: uuid }),
  "request.extended": aboutPerson({ requestId: uuid, until: instant, ground: code }),
  "request.answered": aboutPerson({ requestId: uuid, outcome: code }),
  "request.refused": aboutPerson({ requestId: uuid, ground: code }),
} as const;
