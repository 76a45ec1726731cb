import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { canonicalJson } from "#kit/canonical-json";
import {
  compileCalifornia,
  compileDecisions,
  compileFrameworks,
  compileJointControl,
  compileSecurity,
  compileSites,
} from "./compile/arrangements.ts";
import { compileClauses } from "./compile/clauses.ts";
import { compileForms, compileStoredItems } from "./compile/device.ts";
import { compileRights } from "./compile/rights.ts";
import { section, Texts } from "./compile/texts.ts";
import {
  compileCategories,
  compilePurposes,
  compileRetention,
  compileSources,
} from "./compile/what.ts";
import {
  compileContacts,
  compileControllers,
  compileMessageClasses,
  compileRecipients,
  compileTransfers,
} from "./compile/who.ts";
import type { Manifest } from "./manifest-schema.ts";
import type { ManifestText } from "./manifest-words.ts";
import type { Notice, Topic } from "./notice.ts";

/**
 * Makes the compiled notice of a manifest that `parseManifest` found nothing wrong with. Its life
 * begins at midnight of its date in the zone of the controller; when it ends is known only to
 * whoever publishes the next version.
 */
export function compileNotice(manifest: Manifest): Notice {
  const texts = new Texts(manifest.languages);
  const [defaultLanguage = "en"] = manifest.languages;
  const named = (given: { name: ManifestText; about?: ManifestText }, id: string): Topic => ({
    id,
    name: texts.of(given.name),
    about: texts.orNull(given.about),
  });
  const categories = compileCategories(manifest, texts);
  const sites = compileSites(manifest, texts);
  return {
    id: manifest.id,
    version: manifest.version,
    date: manifest.date,
    zone: manifest.zone,
    life: { from: beginOf(manifest.date, manifest.zone), until: null },
    hash: manifestHash(manifest),
    title: texts.of(manifest.title),
    languages: manifest.languages,
    defaultLanguage,
    regimes: manifest.regimes,
    terms: manifest.terms === undefined ? null : { earlier: [], ...manifest.terms },
    controllers: compileControllers(manifest, texts),
    contacts: compileContacts(manifest, texts),
    sites: [...sites.keys()],
    siteDetails: sites,
    jointControl: compileJointControl(manifest, texts),
    decisions: compileDecisions(manifest, texts),
    frameworks: compileFrameworks(manifest, texts),
    california: compileCalifornia(manifest, texts),
    security: compileSecurity(manifest, texts),
    categories,
    sources: compileSources(manifest, texts),
    purposes: compilePurposes(manifest, categories, texts),
    changes: (manifest.changes ?? []).map(({ why, ...change }) => ({
      ...change,
      why: texts.orNull(why),
    })),
    recipients: compileRecipients(manifest, texts),
    storedItems: compileStoredItems(manifest, texts),
    transfers: compileTransfers(manifest, texts),
    messageClasses: compileMessageClasses(manifest, texts),
    retention: compileRetention(manifest, texts),
    topics: section(manifest.topics, named),
    families: section(manifest.families, named),
    events: section(manifest.events, named),
    forms: compileForms(manifest, texts),
    clauses: compileClauses(manifest, texts),
    rights: compileRights(manifest, texts),
    accepted: (manifest.accepted ?? []).map(({ path, regime, by, ...rest }) => ({
      ...rest,
      path: path ?? null,
      regime: regime ?? null,
      by: by ?? null,
    })),
  };
}

/**
 * SHA-256 (hex) of the canonical JSON: the same facts and prose give the same hash, however the
 * YAML is laid out.
 */
export function manifestHash(manifest: Manifest): string {
  return createHash("sha256").update(canonicalJson(manifest), "utf8").digest("hex");
}

function beginOf(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}
