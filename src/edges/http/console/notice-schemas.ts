/** Shapes of the console's interface to versions, drafts, impact and telling of the notice. */
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const When = Type.String({ format: "date-time" });
const nullable = <T extends import("typebox").TSchema>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Count = Type.Integer({ minimum: 0 });

/** A colleague; the name is empty where the account is gone. */
const Person = Type.Object({ id: Type.String(), name: Type.String() }, strict);
const Class = Type.Enum(["editorial", "narrowing", "material"]);

export const ById = Type.Object({ id: Type.String({ format: "uuid" }) });
export const ByVersion = Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });

/** Characters of a manifest at most; bytes are bounded by the route. */
const Source = Type.String({ minLength: 1, maxLength: 1_048_576 });

const TellingState = Type.Enum(["selecting", "sending", "ended"]);

export const NoticeVersion = Type.Object(
  {
    version: Type.Integer(),
    dated: Type.String(),
    inForceFrom: When,
    publishedAt: When,
    hash: Hash,
    inForce: Type.Boolean(),
    /** Null: it came from the manifest on the server's disk. */
    draftId: nullable(Type.String()),
    /** Null: nobody had to be told. */
    telling: nullable(TellingState),
  },
  strict,
);

export const NoticeSource = Type.Object(
  { version: Type.Integer(), fileName: Type.String(), source: Type.String() },
  strict,
);

export const DraftState = Type.Enum([
  "draft",
  "in-review",
  "approved",
  "scheduled",
  "published",
  "abandoned",
]);

export const DraftRow = Type.Object(
  {
    id: Type.String(),
    baseVersion: nullable(Type.Integer()),
    edit: Type.Integer(),
    state: DraftState,
    createdBy: Person,
    createdAt: When,
    changedAt: When,
    publishAt: nullable(When),
    scheduledBy: nullable(Person),
    publishedVersion: nullable(Type.Integer()),
    /** Code of what kept a scheduled draft from being published. */
    outcome: nullable(Type.String()),
  },
  strict,
);

const Review = Type.Object(
  {
    id: Type.String(),
    edit: Type.Integer(),
    sha256: Hash,
    /** `override`: by the owner who is alone in the house, with the reason in `note`. */
    verdict: Type.Enum(["approve", "ask-changes", "override"]),
    note: Type.String(),
    by: Person,
    at: When,
    /** Whether it is about the text as it stands. */
    current: Type.Boolean(),
  },
  strict,
);

export const Draft = Type.Object(
  {
    ...DraftRow.properties,
    source: Type.String(),
    fileName: Type.String(),
    /** Of the text: what a submission, a review and a schedule must name. */
    sha256: Hash,
    editedBy: Person,
    editedAt: When,
    authors: Type.Array(Person),
    reviews: Type.Array(Review),
    /** What the colleague who asks may do now. */
    may: Type.Object(
      {
        edit: Type.Boolean(),
        submit: Type.Boolean(),
        review: Type.Boolean(),
        /** Alone in the house: approve one's own draft, with a reason. */
        override: Type.Boolean(),
        publish: Type.Boolean(),
        cancel: Type.Boolean(),
      },
      strict,
    ),
  },
  strict,
);

export const NewDraft = Type.Object(
  {
    fromVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    source: Type.Optional(Source),
  },
  strict,
);

/** `edit`: the number that the writer started from. */
export const SaveDraft = Type.Object(
  { edit: Type.Integer({ minimum: 1 }), source: Source },
  strict,
);
export const SubmitDraft = Type.Object({ sha256: Hash }, strict);
export const ReviewDraft = Type.Object(
  {
    sha256: Hash,
    verdict: Type.Enum(["approve", "ask-changes", "override"]),
    note: Type.String({ maxLength: 4_000 }),
  },
  strict,
);
/** `at`: null publishes at once. */
export const ScheduleDraft = Type.Object({ sha256: Hash, at: nullable(When) }, strict);

export const CheckText = Type.Object(
  {
    source: Source,
    /** Language of the preview; the manifest's first where absent. */
    language: Type.Optional(Type.String({ maxLength: 35 })),
  },
  strict,
);

const TextFinding = Type.Object(
  {
    line: Type.Integer(),
    column: Type.Integer(),
    path: Type.String(),
    message: Type.String(),
    suggestion: nullable(Type.String()),
  },
  strict,
);

const LawFinding = Type.Object(
  {
    id: Type.String(),
    level: Type.String(),
    regime: Type.String(),
    place: Type.String(),
    provision: Type.String(),
    why: Type.String(),
    write: Type.String(),
  },
  strict,
);

export const Checked = Type.Object(
  {
    /** What keeps it from being a manifest; empty: it compiles. */
    findings: Type.Array(TextFinding),
    findingsLeftOut: Count,
    /** What the law says of it today; empty while it does not compile. */
    law: Type.Array(LawFinding),
    /** Code of what keeps it from being the next version; null: nothing does. */
    refusal: nullable(Type.Object({ code: Type.String(), title: Type.String() }, strict)),
    /** Null while it does not compile. */
    notice: nullable(
      Type.Object(
        {
          version: Type.Integer(),
          date: Type.String(),
          hash: Hash,
          languages: Type.Array(Type.String()),
          title: Type.String(),
        },
        strict,
      ),
    ),
    /**
     * The page's body, for a sandboxed frame, and the path of the sheet that it is read with; null
     * while it does not compile.
     */
    preview: nullable(
      Type.Object({ language: Type.String(), html: Type.String(), sheet: Type.String() }, strict),
    ),
  },
  strict,
);

/** `version:3` or `draft:<id>`. */
const Side = Type.String({
  pattern: "^(version:[1-9][0-9]{0,6}|draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$",
});
export const DiffQuery = Type.Object({
  from: Side,
  to: Side,
  language: Type.Optional(Type.String({ maxLength: 35 })),
});

const DiffSide = Type.Object(
  { side: Type.String(), version: Type.Integer(), date: Type.String(), hash: Type.String() },
  strict,
);

export const Diff = Type.Object(
  {
    before: DiffSide,
    after: DiffSide,
    class: nullable(Class),
    /** One for each thing that changed, the heaviest first, in the reader's words. */
    sentences: Type.Array(
      Type.Object(
        {
          class: Class,
          change: Type.Enum(["added", "removed", "changed"]),
          kind: Type.String(),
          id: Type.String(),
          sentence: Type.String(),
          clauses: Type.Array(
            Type.Object({ id: Type.String(), number: Type.String(), title: Type.String() }, strict),
          ),
        },
        strict,
      ),
    ),
    /** Every difference on its own, with the reason of its class, in English. */
    differences: Type.Array(
      Type.Object(
        {
          class: Class,
          change: Type.Enum(["added", "removed", "changed"]),
          kind: Type.String(),
          id: Type.String(),
          why: Type.String(),
          purposes: Type.Array(Type.String()),
          clauses: Type.Array(Type.String()),
        },
        strict,
      ),
    ),
    tell: Type.Array(Type.String()),
    tellAll: Type.Boolean(),
    askAgain: Type.Array(Type.String()),
  },
  strict,
);

const Reasoned = Type.Object(
  { rule: Type.Integer(), code: Type.String(), people: Count, sentence: Type.String() },
  strict,
);

export const Impact = Type.Object(
  {
    id: Type.String(),
    draftId: Type.String(),
    edit: Type.Integer(),
    baseVersion: Type.Integer(),
    hash: Hash,
    /** Whether it is about the draft's text as it stands. */
    current: Type.Boolean(),
    /** Whether something happened since that could change the figures. */
    stale: Type.Boolean(),
    state: Type.Enum(["running", "done", "failed"]),
    phase: Type.Enum(["people", "devices"]),
    considered: Count,
    total: Count,
    beganAt: When,
    endedAt: nullable(When),
    purposes: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          /** People and browsers about whom something is held, or who chose, under it. */
          people: Count,
          askAgain: Count,
          stops: Type.Array(
            Type.Object(
              {
                /** `process`, `device`, or the channel of a contact. */
                channel: Type.Enum(["process", "device", "email", "sms", "call", "post"]),
                ...Reasoned.properties,
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    askAgain: Type.Object({ people: Count, devices: Count }, strict),
    tell: Type.Object(
      {
        people: Count,
        byEmail: Count,
        unreached: Count,
        reasons: Type.Array(Reasoned),
        /** Browsers that are told at their next visit. */
        devices: Count,
      },
      strict,
    ),
  },
  strict,
);

export const Telling = Type.Object(
  {
    version: Type.Integer(),
    baseVersion: Type.Integer(),
    state: TellingState,
    /** The second looks for those who came while the first ran. */
    pass: Type.Integer(),
    considered: Count,
    total: Count,
    affected: Count,
    unreached: Count,
    reasons: Type.Array(Reasoned),
    /** Letters by state: queued, claimed, begun, sent, failed, denied. */
    letters: Type.Record(Type.String(), Type.Integer()),
    secondPassAt: When,
    beganAt: When,
    endedAt: nullable(When),
  },
  strict,
);

export const UnreachedQuery = Type.Object({
  after: Type.Optional(Type.String({ format: "uuid" })),
});
export const Unreached = Type.Object(
  { ids: Type.Array(Type.String()), next: nullable(Type.String()) },
  strict,
);

export const ShownParams = Type.Object({ sha256: Hash });

/** What stood before a person when they chose, or gave something. */
export const ShownToPerson = Type.Object(
  {
    shown: Type.Array(
      Type.Object(
        {
          at: When,
          kind: Type.Enum(["choice", "form"]),
          /** Act and scope of the choice, or the form. */
          what: Type.String(),
          noticeVersion: Type.Integer(),
          sha256: Hash,
          /** Null: the bytes were not kept by this installation. */
          href: nullable(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
);

export type NoticeVersionRow = Static<typeof NoticeVersion>;
export type DraftRow = Static<typeof DraftRow>;
export type Draft = Static<typeof Draft>;
export type CheckedText = Static<typeof Checked>;
export type Diff = Static<typeof Diff>;
export type Impact = Static<typeof Impact>;
export type Telling = Static<typeof Telling>;
export type ShownToPerson = Static<typeof ShownToPerson>;
