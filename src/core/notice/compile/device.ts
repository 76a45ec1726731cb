import type { Manifest } from "../manifest-schema.ts";
import type { Form, StoredItem } from "../notice.ts";
import { lifetimeSeconds } from "./periods.ts";
import { section, type Texts } from "./texts.ts";

type ManifestField = NonNullable<Manifest["forms"]>[string]["fields"][string];

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
    readers: given.readers ?? [],
    sites: given.sites ?? [],
    renewed: given.renewed ?? false,
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
    requirement: given.requirement ?? null,
    needed: texts.orNull(given.needed),
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
