import { BUILT_IN_CATEGORY_IDS } from "../built-in.ts";
import type { Manifest } from "../manifest-schema.ts";
import type { BasisDeclaration, Category, Notice, Purpose, Retention, Source } from "../notice.ts";
import { say } from "../render/messages.ts";
import { compileAudience } from "./arrangements.ts";
import { builtInPurposes } from "./built-in-purposes.ts";
import { monthsOf, retentionPeriod } from "./periods.ts";
import { section, type Texts } from "./texts.ts";

type ManifestPurpose = Manifest["purposes"][string];

/** Declared categories, then the built-in ones that were not declared. */
export function compileCategories(manifest: Manifest, texts: Texts): ReadonlyMap<string, Category> {
  const declared = section(manifest.categories, (given, id) => ({
    id,
    name: texts.of(given.name),
    about: texts.orNull(given.about),
    kind: given.kind ?? null,
    builtIn: false,
    special: given.special ?? false,
    offences: given.offences ?? false,
    california:
      given.california === undefined
        ? null
        : { as: given.california.as, sensitive: given.california.sensitive ?? null },
    dpv: given.dpv ?? null,
  }));
  const builtIn = BUILT_IN_CATEGORY_IDS.filter((id) => !declared.has(id)).map((id) => {
    const name = texts.each((language) => say(language, `category.${id}`));
    const kind = id === "name" || id === "language" ? id : null;
    const plain = { special: false, offences: false, california: null, dpv: null };
    return [id, { id, name, about: null, kind, builtIn: true, ...plain }] as const;
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
    audience: compileAudience(given.audience, texts),
    publiclyAccessible: given.publiclyAccessible ?? (given.from === "public" ? true : null),
    told: texts.orNull(given.told),
    requirement: given.requirement ?? null,
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
    controllers: given.controllers ?? [],
    withdrawal: texts.orNull(given.withdrawal),
    specialGrounds: section(given.specialGrounds, (list) =>
      list.map(({ ground, law, because, categories }) => ({
        ground,
        law,
        because: texts.orNull(because),
        categories: categories ?? [],
      })),
    ),
    bases: section(given.bases, (list) => list.map((basis) => compileBasis(basis, texts))),
  };
}

type ManifestBasis = NonNullable<ManifestPurpose["bases"]>[string][number];

function compileBasis(given: ManifestBasis, texts: Texts): BasisDeclaration {
  return {
    kind: given.kind,
    law: given.law,
    because: texts.orNull(given.because),
    interest: given.interest ?? null,
    interestOf: given.interestOf ?? null,
  };
}

export function compileRetention(manifest: Manifest, texts: Texts): Notice["retention"] {
  return section(manifest.purposes, ({ retention = [] }, purpose) => {
    const byCategory = new Map<string, Retention>();
    for (const { categories, for: written, from, because, criteria } of retention) {
      for (const category of categories) {
        byCategory.set(category, {
          purpose,
          category,
          period: retentionPeriod(written),
          events: from ?? [],
          because: texts.orNull(because),
          criteria: texts.orNull(criteria),
        });
      }
    }
    return byCategory;
  });
}
