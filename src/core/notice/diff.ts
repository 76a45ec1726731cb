/** What differs between two versions of a notice, and how much it matters. */
import { compareArrangements } from "./diff/compare-arrangements.ts";
import {
  compareCategories,
  compareForms,
  compareMessageClasses,
  compareRecipients,
  compareSources,
  compareStoredItems,
  compareTransfers,
} from "./diff/compare-others.ts";
import { compareChanges, comparePurposes } from "./diff/compare-purposes.ts";
import { compareClauses, compareWhole } from "./diff/compare-whole.ts";
import type { ChangeClass, Difference } from "./diff/difference.ts";
import type { Notice } from "./notice.ts";

export type { ChangeClass, Difference } from "./diff/difference.ts";

export type NoticeDiff = {
  readonly before: { readonly version: number; readonly date: string; readonly hash: string };
  readonly after: { readonly version: number; readonly date: string; readonly hash: string };
  /** The heaviest class found; null: nothing differs but version and date. */
  readonly class: ChangeClass | null;
  readonly differences: readonly (Difference & {
    /** Clauses that are about it, in the new version or else in the old. */
    readonly clauses: readonly string[];
  })[];
  /** Purposes whose people must be told of a material change. */
  readonly tell: readonly string[];
  /** Whether something material concerns everybody about whom anything is held. */
  readonly tellAll: boolean;
  /**
   * Purposes whose consent must be asked again: the revision was raised, and consent is among its
   * bases.
   */
  readonly askAgain: readonly string[];
};

export function diffNotices(before: Notice, after: Notice): NoticeDiff {
  const differences = [
    ...compareWhole(before, after),
    ...comparePurposes(before, after),
    ...compareChanges(before, after),
    ...compareCategories(before, after),
    ...compareSources(before, after),
    ...compareRecipients(before, after),
    ...compareTransfers(before, after),
    ...compareStoredItems(before, after),
    ...compareMessageClasses(before, after),
    ...compareForms(before, after),
    ...compareArrangements(before, after),
    ...compareClauses(before, after),
  ];
  return {
    before: { version: before.version, date: before.date, hash: before.hash },
    after: { version: after.version, date: after.date, hash: after.hash },
    class: heaviest(differences),
    differences: differences.map((each) => ({ ...each, clauses: clausesOf(each, before, after) })),
    tell: toldOf(differences, after),
    tellAll: isWhole(differences),
    askAgain: askedAgainOf(before, after),
  };
}

const WEIGHTS: readonly ChangeClass[] = ["editorial", "narrowing", "material"];

function heaviest(differences: readonly Difference[]): ChangeClass | null {
  return WEIGHTS.findLast((level) => differences.some((each) => each.class === level)) ?? null;
}

/** A change of the notice as a whole concerns the people of every purpose. */
function toldOf(differences: readonly Difference[], after: Notice): readonly string[] {
  const material = differences.filter((each) => each.class === "material");
  const all = isWhole(differences);
  const named = new Set(material.flatMap(({ purposes }) => purposes));
  return [...after.purposes.values()]
    .filter(({ id, builtIn }) => !builtIn && (all || named.has(id)))
    .map(({ id }) => id);
}

function isWhole(differences: readonly Difference[]): boolean {
  return differences.some((each) => each.class === "material" && each.purposes.length === 0);
}

function askedAgainOf(before: Notice, after: Notice): readonly string[] {
  return [...after.purposes.values()]
    .filter((now) => {
      const old = before.purposes.get(now.id);
      const usesConsent = [...now.bases.values()].flat().some(({ kind }) => kind === "consent");
      return old !== undefined && now.revision > old.revision && usesConsent;
    })
    .map(({ id }) => id);
}

function clausesOf({ kind, id }: Difference, before: Notice, after: Notice): readonly string[] {
  if (kind === "clause") return [id];
  const reference = `${kind}:${kind === "transfer" ? id.split("/")[0] : id}`;
  const wanted = reference.replace(/^transfer:/, "recipient:");
  const isAbout = (notice: Notice) =>
    [...notice.clauses.values()]
      .filter(({ id: clause, about }) => {
        const own = kind === "purpose" && notice.purposes.get(id)?.clause === clause;
        return own || about.includes(wanted);
      })
      .map((clause) => clause.id);
  const now = isAbout(after);
  return now.length > 0 ? now : isAbout(before);
}
