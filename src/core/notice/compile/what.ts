import { BUILT_IN_CATEGORY_IDS } from "../built-in.ts";
import type { Manifest } from "../manifest-schema.ts";
import type {
  BasisDeclaration,
  Category,
  Form,
  Notice,
  Purpose,
  Retention,
  Source,
  StoredItem,
} from "../notice.ts";
import { say } from "../render/messages.ts";
import { builtInPurposes } from "./built-in-purposes.ts";
import { lifetimeSeconds, monthsOf, retentionPeriod } from "./periods.ts";
import { section, type Texts } from "./texts.ts";

type ManifestPurpose = Manifest["purposes"][string];
type ManifestField = NonNullable<Manifest["forms"]>[string]["fields"][string];

/** Declared categories, then the built-in ones that were not declared. */
export function compileCategories(manifest: Manifest, texts: Texts): ReadonlyMap<string, Category> {
  const declared = section(manifest.categories, (given, id) => ({
    id,
    name: texts.of(given.name),
    about: texts.orNull(given.about),
    kind: given.kind ?? null,
    builtIn: false,
    special: given.special ?? false,
    dpv: given.dpv ?? null,
  }));
  const builtIn = BUILT_IN_CATEGORY_IDS.filter((id) => !declared.has(id)).map((id) => {
    const name = texts.each((language) => say(language, `category.${id}`));
    const kind = id === "name" || id === "language" ? id : null;
    const category = { id, name, about: null, kind, builtIn: true, special: false, dpv: null };
    return [id, category] as const;
  });
  return new Map<string, Category>([...declared, ...builtIn]);
}

export function compileSources(manifest: Manifest, texts: Texts): ReadonlyMap<string, Source> {
  return section(manifest.sources, (given, id) => ({
    id,
    name: texts.of(given.name),
    categories: new Set(given.categories),
    origin: given.from,
    fromPerson: given.from === "person" || given.from === "device",
    children: given.children ?? false,
    needed: texts.orNull(given.needed),
  }));
}

export function compilePurposes(
  manifest: Manifest,
  categories: ReadonlyMap<string, Category>,
  texts: Texts,
): ReadonlyMap<string, Purpose> {
  const declared = section(manifest.purposes, (given, id) => compilePurpose(given, id, texts));
  return new Map([
    ...declared,
    ...builtInPurposes(manifest.regimes, categories, manifest.date, texts),
  ]);
}

function compilePurpose(given: ManifestPurpose, id: string, texts: Texts): Purpose {
  const months = (written: string | undefined) =>
    written === undefined ? null : monthsOf(written);
  return {
    id,
    revision: given.revision,
    name: texts.of(given.name),
    about: texts.of(given.about),
    clause: given.clause ?? null,
    builtIn: false,
    research: given.research ?? false,
    // GATE.md, "Words": research invitations are direct marketing unless declared otherwise.
    directMarketing: given.directMarketing ?? given.research ?? false,
    profilingFor: given.profilingFor ?? null,
    sale: given.sale ?? false,
    sharing: given.sharing ?? false,
    targetedAdvertising: given.targetedAdvertising ?? false,
    categories: new Set(given.categories),
    channels: new Set(given.channels),
    topics: new Set(given.topics),
    families: new Set(given.families),
    restrictionGround: given.restrictionGround ?? null,
    grantTermMonths: months(given.grantTerm),
    askAgainMonths: months(given.askAgain),
    dpv: given.dpv ?? null,
    bases: section(given.bases, (list) =>
      list.map(
        ({ kind, law, because, interest }): BasisDeclaration => ({
          kind,
          law,
          because: texts.orNull(because),
          interest: interest ?? null,
        }),
      ),
    ),
  };
}

export function compileRetention(manifest: Manifest, texts: Texts): Notice["retention"] {
  return section(manifest.purposes, ({ retention = [] }, purpose) => {
    const byCategory = new Map<string, Retention>();
    for (const { categories, for: written, from, because } of retention) {
      for (const category of categories) {
        byCategory.set(category, {
          purpose,
          category,
          period: retentionPeriod(written),
          events: from ?? [],
          because: texts.orNull(because),
        });
      }
    }
    return byCategory;
  });
}

export function compileStoredItems(
  manifest: Manifest,
  texts: Texts,
): ReadonlyMap<string, StoredItem> {
  return section(manifest.storedItems, (given, id) => ({
    id,
    item: given.item,
    kind: given.kind,
    name: texts.of(given.name),
    provider: given.provider,
    recipient: given.recipient ?? null,
    domain: given.domain ?? null,
    stores: given.stores.map(({ purpose, categories }) => ({
      purpose,
      categories: new Set(categories),
    })),
    necessary: given.necessary ?? false,
    statistics: given.statistics ?? false,
    lifetimeSeconds: lifetimeSeconds(given.lifetime),
  }));
}

export function compileForms(manifest: Manifest, texts: Texts): ReadonlyMap<string, Form> {
  return section(manifest.forms, (given, id) => ({
    id,
    name: texts.of(given.name),
    source: given.source,
    purposes: given.purposes,
    offers: (given.offers ?? []).map(({ purpose, channel, topic }) => ({
      purpose,
      channel: channel ?? null,
      topic: topic ?? null,
    })),
    fields: Object.entries(given.fields).map(([name, field]) => compileField(name, field, texts)),
  }));
}

/**
 * Most characters where the manifest sets no bound: RFC 5321 for an address, E.164 with room for
 * spaces for a telephone.
 */
const LENGTH_MAX = {
  email: 254,
  phone: 40,
  text: 200,
  "long-text": 5000,
  choice: 64,
  country: 2,
} as const;

function compileField(name: string, given: ManifestField, texts: Texts): Form["fields"][number] {
  return {
    name,
    label: texts.of(given.label),
    category: given.category,
    kind: given.kind,
    required: given.required ?? false,
    maxLength: Math.min(given.maxLength ?? LENGTH_MAX[given.kind], boundOf(given.kind)),
    options: Object.entries(given.options ?? {}).map(([value, label]) => ({
      value,
      label: texts.of(label),
    })),
  };
}

/**
 * An address can never be longer than its standard allows; text can be as long as the schema does.
 */
function boundOf(kind: keyof typeof LENGTH_MAX): number {
  return kind === "text" || kind === "long-text" ? 10_000 : LENGTH_MAX[kind];
}
