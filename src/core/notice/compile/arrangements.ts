import { assert } from "#kit/assert";
import type { Manifest } from "../manifest-schema.ts";
import type {
  Audience,
  California,
  Decision,
  Framework,
  JointControl,
  Security,
  Site,
} from "../notice.ts";
import { section, type Texts } from "./texts.ts";

type GivenAudience = NonNullable<Manifest["sources"][string]["audience"]>;

export function compileAudience(given: GivenAudience | undefined, texts: Texts): Audience | null {
  if (given === undefined) return null;
  return {
    from: given.from ?? null,
    under: given.under ?? null,
    guardianConsent: texts.orNull(given.guardianConsent),
    ageCheck: texts.orNull(given.ageCheck),
  };
}

type GivenSite = Exclude<Manifest["sites"], readonly string[]>[string];

/** Hosts in their order; what a site does not say of itself is that of the notice. */
export function compileSites(manifest: Manifest, texts: Texts): ReadonlyMap<string, Site> {
  const { sites } = manifest;
  const given: { readonly [host: string]: GivenSite } = Array.isArray(sites)
    ? Object.fromEntries(sites.map((each) => [each, {}]))
    : sites;
  const [speaking] =
    Object.entries(manifest.controllers).find(([, { role }]) => role === "controller") ?? [];
  assert(speaking !== undefined, "a checked manifest has a controller that speaks");
  return section(given, (site, host) => ({
    host,
    name: texts.orNull(site.name),
    controller: site.controller ?? speaking,
    languages: site.languages ?? manifest.languages,
    regimes: site.regimes ?? manifest.regimes,
    audience: compileAudience(site.audience, texts),
  }));
}

export function compileJointControl(
  manifest: Manifest,
  texts: Texts,
): ReadonlyMap<string, JointControl> {
  return section(manifest.jointControl, (given, id) => ({
    id,
    name: texts.of(given.name),
    controllers: given.controllers,
    recipients: given.recipients ?? [],
    purposes: given.purposes,
    essence: texts.of(given.essence),
    contact: given.contact ?? null,
    answers: given.answers ?? [],
  }));
}

export function compileDecisions(manifest: Manifest, texts: Texts): ReadonlyMap<string, Decision> {
  return section(manifest.decisions, (given, id) => ({
    id,
    name: texts.of(given.name),
    purposes: given.purposes,
    categories: new Set(
      given.categories ??
        given.purposes.flatMap((purpose) => manifest.purposes[purpose]?.categories ?? []),
    ),
    basis: given.basis,
    law: given.law ?? null,
    logic: texts.of(given.logic),
    significance: texts.of(given.significance),
    human: texts.of(given.human),
    contact: given.contact ?? null,
  }));
}

export function compileFrameworks(
  manifest: Manifest,
  texts: Texts,
): ReadonlyMap<string, Framework> {
  return section(manifest.frameworks, (given, id) => ({
    id,
    framework: given.framework,
    controllers: given.controllers,
    since: given.since ?? null,
    until: given.until ?? null,
    categories: given.categories ?? [],
    humanResources: given.humanResources ?? false,
    url: given.url ?? null,
    enforcer: given.enforcer ?? null,
    recourse:
      given.recourse === undefined
        ? null
        : { name: texts.of(given.recourse.name), url: given.recourse.url ?? null },
    arbitration: given.arbitration ?? false,
    authorityDisclosure: given.authorityDisclosure ?? false,
    onwardLiability: given.onwardLiability ?? false,
    contact: given.contact ?? null,
    about: texts.orNull(given.about),
  }));
}

export function compileCalifornia({ california }: Manifest, texts: Texts): California | null {
  if (california === undefined) return null;
  return {
    links: california.links ?? [],
    optOut: texts.orNull(california.optOut),
    sensitiveUse: california.sensitiveUse ?? null,
    minors: texts.orNull(california.minors),
    incentives: section(california.incentives, (given, id) => ({
      id,
      name: texts.of(given.name),
      about: texts.of(given.about),
      categories: given.categories,
      value: texts.of(given.value),
      join: texts.of(given.join),
      leave: texts.of(given.leave),
    })),
    metrics: california.metrics ?? null,
  };
}

export function compileSecurity({ security }: Manifest, texts: Texts): Security | null {
  if (security === undefined) return null;
  return {
    about: texts.of(security.about),
    measures: (security.measures ?? []).map((each) => texts.of(each)),
    standards: security.standards ?? [],
    contact: security.contact ?? null,
  };
}
