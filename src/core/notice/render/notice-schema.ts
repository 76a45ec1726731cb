import { type TSchema, Type } from "typebox";

/**
 * The shape of `renderJson`, for programs that read a notice. More keys may come with later
 * releases (`format` names the generation), so a reader ignores what it does not know.
 */
const text = Type.Record(Type.String(), Type.String(), {
  description: "Text by language tag; every declared language is present.",
});
const id = Type.String({ minLength: 1 });
const ids = Type.Array(id);
const date = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const country = Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1 alpha-2." });
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const byId = (schema: TSchema) => Type.Record(Type.String(), schema);
const number = Type.Integer({ minimum: 0 });

const tuples = Type.Array(Type.Object({ purpose: id, categories: ids }));

const controller = Type.Object({
  ...{ id, name: Type.String(), country, address: orNull(Type.String()) },
  role: Type.Union(["controller", "joint", "group"].map((role) => Type.Literal(role))),
  representatives: Type.Array(
    Type.Object({ name: Type.String(), country, address: Type.String() }),
  ),
});

const basis = Type.Object({
  kind: Type.String({ description: "consent, contract, legitimate-interests, ..." }),
  law: Type.String({ description: "The provision relied on." }),
  because: orNull(text),
});

const purpose = Type.Object({
  ...{ id, name: text, about: text, clause: orNull(id) },
  revision: Type.Integer({ minimum: 1 }),
  builtIn: Type.Boolean({ description: "Of every notice; not declared in the manifest." }),
  directMarketing: Type.Boolean(),
  sale: Type.Boolean(),
  sharing: Type.Boolean(),
  targetedAdvertising: Type.Boolean(),
  profilingFor: orNull(id),
  categories: ids,
  channels: ids,
  topics: ids,
  bases: Type.Record(Type.String(), Type.Array(basis), {
    description: "By regime, in the order in which they are relied on.",
  }),
});

const recipient = Type.Object({
  ...{ id, name: text, role: Type.String(), countries: Type.Array(country) },
  ...{ onward: ids, discloses: tuples, url: orNull(Type.String()) },
});

const storedItem = Type.Object({
  ...{ id, item: Type.String(), kind: Type.String(), name: text, provider: Type.String() },
  ...{ recipient: orNull(id), domain: orNull(Type.String()), stores: tuples },
  ...{ necessary: Type.Boolean(), statistics: Type.Boolean() },
  lifetimeSeconds: Type.Union([number, Type.Null()], {
    description: "0: ends with the browser session; null: not declared.",
  }),
});

const period = Type.Union([
  Type.Object({ months: number }),
  Type.Object({ days: number }),
  Type.Literal("open"),
]);

const retention = Type.Object({
  ...{ purpose: id, category: id, period, because: orNull(text) },
  events: Type.Array(id, { description: "The latest that happened counts; none: collection." }),
});

const transfer = Type.Object({
  ...{ recipient: id, mechanism: id, kind: Type.String() },
  ...{ condition: orNull(Type.String()), copy: orNull(text) },
});

const form = Type.Object({
  ...{ id, name: text, source: id, purposes: ids },
  fields: Type.Array(
    Type.Object({ name: id, label: text, category: id, required: Type.Boolean() }),
  ),
});

const rights = Type.Object({
  offered: ids,
  contact: id,
  authorities: Type.Array(
    Type.Object({ name: Type.String(), country, url: Type.String({ format: "uri" }) }),
  ),
  complaints: Type.Array(
    Type.Object({ step: Type.String(), name: text, url: orNull(Type.String()) }),
  ),
});

export const NoticeJsonSchema = Type.Object(
  {
    format: Type.Literal("fairnotice/notice/1"),
    ...{ id, version: Type.Integer({ minimum: 1 }), date, zone: Type.String() },
    life: Type.Object(
      { from: Type.Integer(), until: orNull(Type.Integer()) },
      { description: "Epoch milliseconds; `until` null while no later version is published." },
    ),
    hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the manifest." }),
    title: text,
    languages: Type.Array(Type.String(), { minItems: 1 }),
    defaultLanguage: Type.String(),
    regimes: ids,
    terms: orNull(Type.Object({ version: Type.String(), date, url: Type.String() })),
    controllers: byId(controller),
    contacts: Type.Array(Type.Object({ id, kind: Type.String(), email: Type.String() })),
    sites: Type.Array(Type.String()),
    categories: byId(Type.Object({ id, name: text, special: Type.Boolean() })),
    sources: byId(Type.Object({ id, name: text, categories: ids, origin: Type.String() })),
    purposes: byId(purpose),
    recipients: byId(recipient),
    storedItems: byId(storedItem),
    transfers: Type.Array(transfer),
    retention: Type.Record(Type.String(), byId(retention), {
      description: "By purpose, then by category.",
    }),
    forms: byId(form),
    clauses: byId(
      Type.Object({ id, number: Type.String(), title: text, body: text, parent: orNull(id) }),
    ),
    rights,
  },
  {
    title: "Fairnotice notice",
    description: "A compiled privacy notice, as `/.well-known/privacy-notice.json` gives it.",
  },
);

/** The schema as JSON Schema 2020-12 text. */
export function publishedNoticeSchema(): string {
  const whole = { $schema: "https://json-schema.org/draft/2020-12/schema", ...NoticeJsonSchema };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
