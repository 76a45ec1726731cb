import { CATALOGUE_OF_PURPOSES } from "./catalogue-purposes.ts";
import { CATALOGUE_OF_RIGHTS } from "./catalogue-rights.ts";
import { CATALOGUE_OF_SHARING } from "./catalogue-sharing.ts";
import { CATALOGUE_OF_TRACKING } from "./catalogue-tracking.ts";

/** What a finding means wherever it stands; `docs/lint.md` and SARIF show it. */
export type CatalogueEntry = {
  /** The gravest level that it can have. */
  readonly level: "error" | "warning" | "note";
  /** One line, lower case, without a full stop. */
  readonly title: string;
  /** Why laws want it, in one or two sentences. */
  readonly about: string;
  /** What to write, in general. */
  readonly write: string;
};

/** Every finding of the lint, by the id that lasts. */
export const CATALOGUE = {
  ...CATALOGUE_OF_PURPOSES,
  ...CATALOGUE_OF_SHARING,
  ...CATALOGUE_OF_TRACKING,
  ...CATALOGUE_OF_RIGHTS,
} as const satisfies { readonly [id: string]: CatalogueEntry };

export type FindingId = keyof typeof CATALOGUE;

export const FINDING_IDS = Object.keys(CATALOGUE).sort() as readonly FindingId[];

export function isFindingId(id: string): id is FindingId {
  return Object.hasOwn(CATALOGUE, id);
}
