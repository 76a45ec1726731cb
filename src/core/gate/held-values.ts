/**
 * Rules 2 and 10 judge values, a use names categories: the answer says, per category, which values
 * may be used.
 */
import type { Retention } from "#core/notice/notice";
import { type Case, missing, reason } from "./case.ts";
import { addMonths } from "./consent.ts";
import type { Reason } from "./decision.ts";
import { shownFor } from "./rules/02-in-force.ts";
import type { HeldValue } from "./subject.ts";

const DAY_MS = 24 * 3600 * 1000;

export type Judged = {
  readonly usable: ReadonlyMap<string, readonly string[]>;
  readonly reasons: readonly Reason[];
};

/** A use that collects or stores on a device touches no held value. */
export function judgeValues(facts: Case): Judged {
  const { use, subject } = facts;
  const usable = new Map<string, readonly string[]>();
  if (use.kind === "collect" || use.kind === "device") return { usable, reasons: [] };
  if (subject.values === undefined) return { usable, reasons: [missing(10, "held values")] };
  const reasons: Reason[] = [];
  for (const category of use.categories) {
    const held = subject.values.filter((value) => isIn(facts, value, category));
    const shown = held.filter((value) => shownFor(facts, value));
    const kept = shown.filter((value) => isKept(facts, value));
    if (kept.length > 0) {
      usable.set(
        category,
        kept.map(({ id }) => id),
      );
      continue;
    }
    if (held.length === 0) reasons.push(reason(2, "nothing-held", { what: category }));
    else if (shown.length === 0) reasons.push(reason(2, "revision-not-shown", { what: category }));
    else reasons.push(reason(10, retentionCode(facts, category), { what: category }));
  }
  return { usable, reasons };
}

/**
 * The compartment that the use names, else the main one. The person's own rights reach over all of
 * them, and over what was replaced (GDPR 15, 16).
 */
function isIn({ use }: Case, value: HeldValue, category: string): boolean {
  if (value.category !== category) return false;
  if (value.replaced === true) return use.purpose === "rights";
  return use.purpose === "rights" || value.compartment === (use.compartment ?? "main");
}

/**
 * Rule 10: from the latest declared start event that happened; none happened: from collection,
 * unless declared `open`.
 */
function isKept(facts: Case, value: HeldValue): boolean {
  const { purpose, notice, at } = facts;
  if (value.collectedAt === undefined) return false;
  if (isHeld(facts, value)) return true;
  if (purpose?.builtIn) return true;
  const retention = notice.retention.get(facts.use.purpose)?.get(value.category);
  if (retention === undefined) return false;
  const end = endOf(retention, value);
  return end === null || at < end;
}

/** When the period ends; null: it has no end, or none yet. */
function endOf({ period, events }: Retention, value: HeldValue): number | null {
  const happened = events.map((event) => value.events[event]).filter((each) => each !== undefined);
  if (period === "open") return null;
  const start = happened.length > 0 ? Math.max(...happened) : (value.collectedAt ?? 0);
  return "months" in period ? addMonths(start, period.months) : start + period.days * DAY_MS;
}

/** A hold suspends rule 10, and erasure, for its own purpose in its compartment only. */
export function isHeld({ registers, use, at }: Case, value: HeldValue): boolean {
  return (registers.holds ?? []).some(
    (hold) =>
      hold.purpose === use.purpose &&
      hold.compartment === (use.compartment ?? "main") &&
      hold.values.has(value.id) &&
      hold.from <= at &&
      (hold.until === null || at <= hold.until),
  );
}

/**
 * CHOICE: a category for which the notice declares no retention may not be used: declaring `open`
 * is one word, and says it.
 */
function retentionCode({ notice, use, purpose }: Case, category: string) {
  const declared = notice.retention.get(use.purpose)?.has(category) || purpose?.builtIn;
  return declared ? "retention-over" : "retention-undeclared";
}
