import { Type } from "typebox";
import { code, codes, hash, position, scope, scopes, uuid, version } from "./codes.ts";
import { aboutPerson } from "./fact-entry.ts";

const nullableCodes = Type.Union([codes, Type.Null()]);

/** What an objection is to: all direct marketing, or one purpose (GATE.md, rule 5). */
const objectedTo = Type.Union([
  Type.Literal("direct-marketing"),
  Type.Object({ purpose: code }, { additionalProperties: false }),
]);

/** The person's own acts that say what may be done (GATE.md, "Words: choice", and rules 4 to 6). */
export const choiceFacts = {
  "choice.made": aboutPerson(
    {
      choiceId: uuid,
      act: Type.Enum(["grant", "refusal", "withdrawal"]),
      ...scope.properties,
      revision: version,
      wording: hash,
      manner: Type.Enum(["explicit", "implied", "bundled", "guardian"]),
      /** Narrower scopes whose refusal was shown in the same act: the grant lifts those too. */
      refusalsShown: scopes,
      /**
       * Whether the wording named a privacy signal; only then a grant prevails over Global Privacy
       * Control.
       */
      namedSignal: Type.Boolean(),
      /** Scope of the refusal that a grant names; its own scope where absent. */
      names: Type.Optional(scope),
      /**
       * The choice it replaces; a change made offline that is no longer the head counts only for
       * what it refuses.
       */
      replaces: Type.Optional(position),
      offline: Type.Boolean(),
    },
    ({ act }) => act !== "grant",
  ),
  "objection.made": aboutPerson({ to: objectedTo }, true),
  "objection.lifted": aboutPerson({ to: objectedTo }),
  /** GDPR 18. */
  "restriction.began": aboutPerson({ ground: code }, true),
  "restriction.ended": aboutPerson({ began: position }),
  /** Null does not limit by that list; an empty list names all of its kind. */
  "limit.set": aboutPerson(
    { purposes: nullableCodes, categories: nullableCodes, recipients: nullableCodes },
    true,
  ),
  "limit.lifted": aboutPerson({ set: position }),
  "signal.received": aboutPerson({ signal: Type.Enum(["gpc"]) }, true),
} as const;
