/**
 * Subjects, uses and registers as JSON: what `decide` reads of a file and `/v1/decide` of a caller.
 * Shapes and words are those of `subject.ts`, `use.ts` and `registers.ts`; instants are epoch
 * milliseconds or RFC 3339 texts, sets are lists. An unknown field is refused: a misspelt narrowing
 * fact that went unread would widen.
 */
import { Temporal } from "temporal-polyfill";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Registers } from "./registers.ts";
import type { Subject } from "./subject.ts";
import type { Use } from "./use.ts";

const strict = { additionalProperties: false } as const;
const MS_MAX = 8.64e15;
const LIST_MAX = 10_000;
const code = Type.String({ minLength: 1, maxLength: 200 });
const codes = Type.Array(code, { maxItems: LIST_MAX });
const position = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const instant = Type.Union([
  Type.Integer({ minimum: -MS_MAX, maximum: MS_MAX }),
  Type.String({
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)$",
  }),
]);
const instantOrNull = Type.Union([instant, Type.Null()]);
const codeOrNull = Type.Union([code, Type.Null()]);
const codesOrNull = Type.Union([codes, Type.Null()]);
const optional = Type.Optional;
const list = <T extends Parameters<typeof Type.Array>[0]>(item: T) =>
  optional(Type.Array(item, { maxItems: LIST_MAX }));

const interval = { from: instant, until: instantOrNull };
const channel = Type.Enum(["email", "sms", "call", "post"]);
const manner = Type.Enum(["explicit", "implied", "bundled", "guardian"]);
const relationship = Type.Enum([
  "visitor",
  "prospect",
  "negotiating",
  "customer",
  "former-customer",
  "applicant",
  "employee",
]);
const scope = { purpose: code, channel: optional(channel), topic: optional(code) };
const revisions = Type.Record(
  Type.String({ maxLength: 200 }),
  Type.Array(Type.Integer(), { maxItems: LIST_MAX }),
);
/** The subject id that a fact was stated on; the first id where absent. */
const on = optional(code);

const Choice = Type.Object(
  {
    ...scope,
    act: Type.Enum(["grant", "refusal", "withdrawal"]),
    ...{ on, position, at: instant },
    revision: Type.Integer({ minimum: 0 }),
    noticeVersion: Type.Integer({ minimum: 0 }),
    wording: optional(Type.String({ maxLength: 200 })),
    manner,
    refusalsShown: list(Type.Object(scope, strict)),
    namedSignal: optional(Type.Boolean()),
    names: optional(Type.Object(scope, strict)),
    replaces: optional(position),
    offline: optional(Type.Boolean()),
  },
  strict,
);

const Address = Type.Object(
  {
    id: code,
    channels: Type.Array(channel, { maxItems: 10 }),
    verified: Type.Boolean(),
    suppressed: Type.Union([Type.Literal("marketing"), Type.Literal("all"), Type.Null()]),
    suppressedAt: optional(Type.Union([position, Type.Null()])),
    confirmedAt: optional(Type.Union([position, Type.Null()])),
    context: optional(
      Type.Union([
        Type.Object(
          { kind: Type.Enum(["sale", "negotiation", "other"]), family: codeOrNull },
          strict,
        ),
        Type.Null(),
      ]),
    ),
    refusalOffered: optional(Type.Union([Type.Boolean(), Type.Null()])),
  },
  strict,
);

const HeldValue = Type.Object(
  {
    ...{ id: code, category: code, source: code },
    collectedAt: optional(instant),
    events: optional(Type.Record(Type.String({ maxLength: 200 }), instant)),
    shown: optional(revisions),
    notified: optional(revisions),
    compartment: optional(code),
  },
  strict,
);

export const SubjectWire = Type.Object(
  {
    ids: list(Type.Object({ id: code, linkedAt: position }, strict)),
    kind: optional(Type.Enum(["person", "device"])),
    relationships: list(Type.Object({ kind: relationship, family: codeOrNull }, strict)),
    residence: optional(
      Type.Object({ declared: optional(code), predicted: optional(code) }, strict),
    ),
    subscriber: optional(Type.Enum(["individual", "corporate"])),
    ageBand: optional(
      Type.Object(
        {
          from: Type.Integer({ minimum: 0, maximum: 150 }),
          below: Type.Union([Type.Integer({ minimum: 0, maximum: 150 }), Type.Null()]),
        },
        strict,
      ),
    ),
    choices: list(Choice),
    objections: list(
      Type.Object(
        {
          on,
          to: Type.Union([
            Type.Literal("direct-marketing"),
            Type.Object({ purpose: code }, strict),
          ]),
          ...{ position, at: instant },
        },
        strict,
      ),
    ),
    restrictions: list(
      Type.Object({ on, position, at: instant, endedAt: optional(instantOrNull) }, strict),
    ),
    limits: list(
      Type.Object(
        {
          ...{ on, purposes: codesOrNull, categories: codesOrNull, recipients: codesOrNull },
          ...{ position, at: instant, liftedAt: optional(instantOrNull) },
        },
        strict,
      ),
    ),
    signals: list(Type.Object({ on, kind: Type.Enum(["gpc"]), position, at: instant }, strict)),
    erased: optional(Type.Union([Type.Object({ position, at: instant }, strict), Type.Null()])),
    addresses: list(Address),
    values: list(HeldValue),
  },
  strict,
);

export const UseWire = Type.Object(
  {
    kind: Type.Enum(["collect", "device", "process", "contact", "disclose"]),
    purpose: code,
    categories: codes,
    controller: optional(code),
    source: optional(code),
    versionShown: optional(Type.Integer({ minimum: 0 })),
    storedItem: optional(code),
    lifetimeSeconds: optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    channel: optional(channel),
    address: optional(code),
    topic: optional(code),
    family: optional(code),
    messageClass: optional(code),
    partClasses: optional(codes),
    recipient: optional(code),
    country: optional(code),
    derogation: optional(code),
    legalRequest: optional(code),
    compartment: optional(code),
  },
  strict,
);

export const RegistersWire = Type.Object(
  {
    agreements: list(Type.Object({ ...interval, recipient: code, purposes: codesOrNull }, strict)),
    certifications: list(Type.Object({ ...interval, recipient: code, mechanism: code }, strict)),
    adequacy: list(Type.Object({ ...interval, regime: code, country: code }, strict)),
    mechanisms: list(
      Type.Object({ ...interval, id: code, regime: code, newUntil: optional(instant) }, strict),
    ),
    suspensions: list(Type.Object({ ...interval, recipient: code }, strict)),
    legalRequests: list(
      Type.Object(
        { id: code, recipient: code, approvedAt: instant, purposes: codes, categories: codes },
        strict,
      ),
    ),
    screening: list(Type.Object({ register: code, fetchedAt: instant, listed: codes }, strict)),
    holds: list(
      Type.Object(
        { ...interval, id: code, purpose: code, compartment: code, values: codes },
        strict,
      ),
    ),
    compellingGrounds: list(
      Type.Object({ ...interval, purpose: code, subject: codeOrNull }, strict),
    ),
    families: list(Type.Object({ family: code, similar: codes }, strict)),
  },
  strict,
);

/** One question: may this use of this person's data take place at this instant? */
export const QuestionWire = Type.Object(
  { subject: SubjectWire, use: UseWire, at: instant },
  strict,
);

const question = Compile(QuestionWire);
const registers = Compile(RegistersWire);

export type Question = { readonly subject: Subject; readonly use: Use; readonly at: number };

/** What a text from outside is not, and where. */
export class WireError extends Error {}

/** @throws WireError naming the first place that does not fit. */
export function questionFrom(given: unknown): Question {
  if (!question.Check(given)) throw notFitting(question.Errors(given));
  return {
    subject: subjectFrom(given.subject),
    use: given.use as Use,
    at: msOf(given.at, "/at"),
  };
}

/** @throws WireError naming the first place that does not fit. */
export function registersFrom(given: unknown): Registers {
  if (!registers.Check(given)) throw notFitting(registers.Errors(given));
  const { screening, holds, ...rest } = given;
  return withMs({
    ...rest,
    ...(screening && {
      screening: screening.map((each) => ({ ...each, listed: new Set(each.listed) })),
    }),
    ...(holds && { holds: holds.map((each) => ({ ...each, values: new Set(each.values) })) }),
  }) as Registers;
}

type SubjectGiven = Static<typeof SubjectWire>;

/** Fills what has one safe reading; a set that is absent stays absent, so that a rule denies. */
function subjectFrom(given: SubjectGiven): Subject {
  const own = given.ids?.[0]?.id ?? "self";
  const stated = <T extends object>(each: T) => ({ on: own, ...each });
  const whole = {
    ...given,
    ...(given.choices && {
      choices: given.choices.map((each) => ({
        ...{ on: own, wording: "", refusalsShown: [], namedSignal: false, offline: false },
        ...each,
      })),
    }),
    ...(given.objections && { objections: given.objections.map(stated) }),
    ...(given.restrictions && {
      restrictions: given.restrictions.map((each) => ({ on: own, endedAt: null, ...each })),
    }),
    ...(given.limits && {
      limits: given.limits.map((each) => ({ on: own, liftedAt: null, ...each })),
    }),
    ...(given.signals && { signals: given.signals.map(stated) }),
    ...(given.addresses && {
      addresses: given.addresses.map((each) => ({
        ...{ suppressedAt: null, confirmedAt: null, context: null, refusalOffered: null },
        ...each,
      })),
    }),
    ...(given.values && {
      values: given.values.map((each) => ({
        ...{ events: {}, shown: {}, notified: {}, compartment: "main" },
        ...each,
      })),
    }),
  };
  return withMs(whole) as Subject;
}

/** Names under which instants stand; every value of `events` is one too. */
const INSTANTS: ReadonlySet<string> = new Set([
  ...["at", "from", "until", "endedAt", "liftedAt", "collectedAt", "approvedAt", "fetchedAt"],
  "newUntil",
]);

/** The same with each instant as epoch milliseconds. */
function withMs(given: unknown, path = ""): unknown {
  if (Array.isArray(given)) return given.map((each, index) => withMs(each, `${path}/${index}`));
  if (given === null || typeof given !== "object" || given instanceof Set) return given;
  const isEvents = path.endsWith("/events");
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const isInstant = isEvents || (INSTANTS.has(name) && !path.endsWith("/ageBand"));
      const at = `${path}/${name}`;
      return [name, isInstant && value !== null ? msOf(value, at) : withMs(value, at)];
    }),
  );
}

function msOf(given: unknown, path: string): number {
  if (typeof given === "number") return given;
  try {
    return Temporal.Instant.from(String(given)).epochMilliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WireError(`${path}: no instant that the calendar knows`);
  }
}

function notFitting(errors: Iterable<{ readonly instancePath: string; readonly message: string }>) {
  for (const { instancePath, message } of errors) {
    const told = message === "schema is false" ? "no field of that name is known" : message;
    return new WireError(`${instancePath === "" ? "/" : instancePath}: ${told}`);
  }
  return new WireError("/: does not fit");
}
