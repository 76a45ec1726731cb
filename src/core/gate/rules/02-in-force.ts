import { sourceOf } from "#core/notice/built-in-source";
import { type Case, missing, type Rule, reason } from "../case.ts";
import type { HeldValue } from "../subject.ts";

/**
 * Rule 2. The notice is in force; to collect from the person, that version was shown. Whether a
 * value may serve the purpose is judged with rule 10, in `held-values.ts`, by `shownFor`.
 */
export const inForce: Rule = {
  number: 2,
  deny({ notice, use, at }) {
    const { from, until } = notice.life;
    if (at < from || (until !== null && at >= until)) {
      return [reason(2, "not-in-force", { what: String(notice.version) })];
    }
    if (use.kind !== "collect") return [];
    const source = use.source === undefined ? undefined : sourceOf(notice, use.source, use.purpose);
    if (source !== undefined && !source.fromPerson) return [];
    if (use.versionShown === undefined) return [missing(2, "version shown")];
    if (use.versionShown === notice.version) return [];
    return [reason(2, "version-not-shown", { what: String(use.versionShown) })];
  },
};

/**
 * Whether a value may serve the purpose: its revision was shown when it was collected, or it is a
 * compatible change that the person was told of.
 */
export function shownFor({ notice, purpose }: Case, value: HeldValue): boolean {
  if (purpose === null) return false;
  // Built-in purposes stand in every notice, so every value was collected under them.
  if (purpose.builtIn) return true;
  const { id, revision } = purpose;
  if (value.shown[id]?.includes(revision)) return true;
  if (!value.notified[id]?.includes(revision)) return false;
  return notice.changes.some(
    (change) => change.purpose === id && change.revision === revision && change.compatible,
  );
}
