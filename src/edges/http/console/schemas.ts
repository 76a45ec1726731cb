/**
 * The shapes of the console's interface, one place for server and browser: the server validates by
 * them, the console takes its types from them (`import type`), and the OpenAPI document is
 * generated from them.
 */
import { type Static, Type } from "typebox";

const Id = Type.String({ format: "uuid" });
const When = Type.String({ format: "date-time" });
const Count = Type.Integer({ minimum: 0 });
const strict = { additionalProperties: false } as const;

export const Role = Type.Union([
  Type.Literal("owner"),
  Type.Literal("officer"),
  Type.Literal("marketer"),
  Type.Literal("agent"),
  Type.Literal("auditor"),
]);

export const Session = Type.Object(
  {
    staff: Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: Role }),
    may: Type.Array(Type.String()),
    organisation: Type.String(),
    demo: Type.Boolean(),
    languages: Type.Array(Type.String()),
  },
  strict,
);

export const SignIn = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  strict,
);

export const PersonRow = Type.Object(
  {
    id: Id,
    name: Type.Union([Type.String(), Type.Null()]),
    email: Type.Union([Type.String(), Type.Null()]),
    company: Type.Union([Type.String(), Type.Null()]),
    country: Type.Union([Type.String(), Type.Null()]),
    language: Type.Union([Type.String(), Type.Null()]),
    relationships: Type.Array(Type.String()),
    verified: Type.Boolean(),
    since: When,
    demo: Type.Boolean(),
    /** Why the values are not shown, where the gate denied the look. */
    denied: Type.Union([Type.String(), Type.Null()]),
  },
  strict,
);

export const PeoplePage = Type.Object(
  { people: Type.Array(PersonRow), next: Type.Union([Type.String(), Type.Null()]), total: Count },
  strict,
);

export const HeldValueRow = Type.Object(
  {
    id: Id,
    category: Type.String(),
    categoryName: Type.String(),
    text: Type.Union([Type.String(), Type.Null()]),
    source: Type.String(),
    sourceName: Type.String(),
    collectedAt: When,
    noticeVersion: Type.Integer(),
    purposes: Type.Array(Type.String()),
    superseded: Type.Boolean(),
  },
  strict,
);

export const MayCell = Type.Object(
  {
    purpose: Type.String(),
    purposeName: Type.String(),
    channel: Type.Union([Type.String(), Type.Null()]),
    allowed: Type.Boolean(),
    sentence: Type.String(),
  },
  strict,
);

export const TimelineEntry = Type.Object(
  {
    position: Type.Integer(),
    at: When,
    kind: Type.String(),
    what: Type.String(),
    noticeVersion: Type.Union([Type.Integer(), Type.Null()]),
    leaf: Type.Union([Type.Integer(), Type.Null()]),
  },
  strict,
);

export const PersonRecord = Type.Object(
  {
    person: PersonRow,
    linked: Type.Array(Id),
    values: Type.Array(HeldValueRow),
    may: Type.Array(MayCell),
    timeline: Type.Array(TimelineEntry),
    messages: Type.Array(
      Type.Object({
        id: Id,
        at: When,
        class: Type.String(),
        template: Type.String(),
        state: Type.String(),
      }),
    ),
    looks: Type.Array(
      Type.Object({
        at: When,
        staff: Type.String(),
        purpose: Type.String(),
        categories: Type.Array(Type.String()),
      }),
    ),
  },
  strict,
);

export const CampaignContent = Type.Object(
  {
    language: Type.String({ maxLength: 35 }),
    subject: Type.String({ minLength: 1, maxLength: 200 }),
    body: Type.String({ minLength: 1, maxLength: 50_000 }),
  },
  strict,
);

export const CampaignDraft = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120 }),
    purpose: Type.String({ minLength: 1, maxLength: 64 }),
    topic: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
    contents: Type.Array(CampaignContent, { minItems: 1, maxItems: 24 }),
  },
  strict,
);

export const Campaign = Type.Object(
  {
    id: Id,
    name: Type.String(),
    purpose: Type.String(),
    topic: Type.Union([Type.String(), Type.Null()]),
    purposeName: Type.String(),
    topicName: Type.Union([Type.String(), Type.Null()]),
    state: Type.Union([
      Type.Literal("draft"),
      Type.Literal("selecting"),
      Type.Literal("sending"),
      Type.Literal("sent"),
      Type.Literal("stopped"),
    ]),
    createdAt: When,
    startedAt: Type.Union([When, Type.Null()]),
    finishedAt: Type.Union([When, Type.Null()]),
    considered: Count,
    selected: Count,
    total: Count,
    messages: Type.Record(Type.String(), Count),
    denials: Type.Array(
      Type.Object({
        rule: Type.Integer(),
        code: Type.String(),
        sentence: Type.String(),
        people: Count,
      }),
    ),
    contents: Type.Array(CampaignContent),
  },
  strict,
);

export const Choices = Type.Object(
  {
    purposes: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        directMarketing: Type.Boolean(),
        channels: Type.Array(Type.String()),
        topics: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      }),
    ),
    languages: Type.Array(Type.String()),
  },
  strict,
);

export const NoticeVersionRow = Type.Object(
  {
    version: Type.Integer(),
    dated: Type.String(),
    inForceFrom: When,
    hash: Type.String(),
    inForce: Type.Boolean(),
  },
  strict,
);

export const NoticeOverview = Type.Object(
  {
    title: Type.String(),
    versions: Type.Array(NoticeVersionRow),
    languages: Type.Array(Type.String()),
    regimes: Type.Array(Type.String()),
    purposes: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        revision: Type.Integer(),
        builtIn: Type.Boolean(),
        bases: Type.Array(Type.Object({ regime: Type.String(), bases: Type.Array(Type.String()) })),
      }),
    ),
    findings: Type.Array(
      Type.Object({
        id: Type.String(),
        level: Type.String(),
        regime: Type.String(),
        place: Type.String(),
        path: Type.String({ description: "Path in the manifest." }),
        clause: Type.Union([Type.String(), Type.Null()]),
        provision: Type.String(),
        confirmed: Type.Boolean({ description: "False where the provision awaits a source." }),
        why: Type.String(),
        write: Type.String(),
        from: Type.Union([Type.String(), Type.Null()], {
          description: "Day from which the law asks for it, where that is still to come.",
        }),
        accepted: Type.Union([
          Type.Object({
            reason: Type.String(),
            until: Type.String(),
            by: Type.Union([Type.String(), Type.Null()]),
          }),
          Type.Null(),
        ]),
      }),
    ),
  },
  strict,
);

export const LogOverview = Type.Object(
  {
    origin: Type.String(),
    verifierKey: Type.String(),
    size: Count,
    waiting: Count,
    root: Type.String(),
    checkpoint: Type.String(),
    entries: Type.Array(
      Type.Object({
        leaf: Type.Integer(),
        at: When,
        kind: Type.String(),
        what: Type.String(),
        notice: Type.Union([Type.Integer(), Type.Null()]),
        hash: Type.String(),
      }),
    ),
    perDay: Type.Array(Type.Object({ day: Type.String(), facts: Count })),
  },
  strict,
);

export const FirstDay = Type.Object(
  {
    steps: Type.Array(
      Type.Object({
        id: Type.Union([
          Type.Literal("colleague"),
          Type.Literal("notice"),
          Type.Literal("snippet"),
          Type.Literal("mail"),
          Type.Literal("demo"),
        ]),
        done: Type.Boolean(),
        detail: Type.String(),
      }),
    ),
    snippet: Type.String(),
    sites: Type.Array(
      Type.Object({ site: Type.String(), lastSeen: Type.Union([When, Type.Null()]) }),
    ),
    initCommand: Type.String(),
    demoPeople: Count,
  },
  strict,
);

export const MailCheck = Type.Object(
  {
    domain: Type.String(),
    connection: Type.Object({ ok: Type.Boolean(), detail: Type.String() }),
    records: Type.Array(
      Type.Object({
        kind: Type.Union([Type.Literal("SPF"), Type.Literal("DKIM"), Type.Literal("DMARC")]),
        name: Type.String(),
        ok: Type.Boolean(),
        found: Type.Union([Type.String(), Type.Null()]),
        write: Type.String(),
      }),
    ),
  },
  strict,
);

export type Role = Static<typeof Role>;
export type Session = Static<typeof Session>;
export type PersonRow = Static<typeof PersonRow>;
export type PeoplePage = Static<typeof PeoplePage>;
export type PersonRecord = Static<typeof PersonRecord>;
export type CampaignDraft = Static<typeof CampaignDraft>;
export type Campaign = Static<typeof Campaign>;
export type Choices = Static<typeof Choices>;
export type NoticeOverview = Static<typeof NoticeOverview>;
export type LogOverview = Static<typeof LogOverview>;
export type FirstDay = Static<typeof FirstDay>;
export type MailCheck = Static<typeof MailCheck>;
