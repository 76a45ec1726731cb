import type { Timed } from "#core/law/compile-regime";
import type { ConsentRule } from "#core/law/regime";
import type { Purpose } from "#core/notice/notice";
import type { Case } from "./case.ts";
import { counts, covers, lifts, mayLift, type Narrowing, narrowingsOf } from "./choices.ts";
import type { ReasonCode } from "./codes.ts";
import type { Choice, Scope } from "./subject.ts";

/** Consent rules of one matter of one regime: the one in force at an instant, or null. */
export type ConsentAt = (at: number) => ConsentRule | null;

export type ConsentAnswer =
  | { readonly given: true; readonly choice: Choice }
  | { readonly given: false; readonly code: ReasonCode; readonly since: number | null };

/** The scope that a use asks for. */
export function scopeOf({ use }: Case): Scope {
  return {
    purpose: use.purpose,
    ...(use.channel === undefined ? {} : { channel: use.channel }),
    ...(use.topic === undefined ? {} : { topic: use.topic }),
  };
}

/**
 * What stands against the scope and no valid grant of the regime lifts. Null where choices are
 * unknown.
 */
export function standingAgainst(
  facts: Case,
  purpose: Purpose,
  consentAt: ConsentAt,
): readonly Narrowing[] | null {
  const { subject } = facts;
  if (subject.choices === undefined || subject.signals === undefined) return null;
  const scope = scopeOf(facts);
  const against = narrowingsOf(purpose, subject.choices, subject, scope);
  if (against.length === 0) return against;
  const grants = subject.choices.filter(
    (choice) => failureOf(facts, purpose, consentAt, choice, scope) === null,
  );
  return against.filter((each) => !grants.some((grant) => lifts(grant, each, subject)));
}

/**
 * Whether the person consents to the scope of the use: a grant that satisfies the law of the day it
 * was made and of today, is of the purpose's present revision, has not expired, and against which
 * nothing stands that it does not lift.
 * @param guardian only a guardian's grant counts.
 */
export function consentTo(
  facts: Case,
  purpose: Purpose,
  consentAt: ConsentAt,
  guardian: boolean,
): ConsentAnswer {
  const { subject } = facts;
  if (subject.choices === undefined || subject.signals === undefined) {
    return { given: false, code: "fact-missing", since: null };
  }
  const scope = scopeOf(facts);
  const against = narrowingsOf(purpose, subject.choices, subject, scope);
  let nearest: ReasonCode = "consent-missing";
  for (const choice of [...subject.choices].sort((one, other) => other.position - one.position)) {
    if (choice.act !== "grant" || !covers(choice, scope)) continue;
    const failure = failureOf(facts, purpose, consentAt, choice, scope);
    if (failure !== null) {
      if (nearest === "consent-missing") nearest = failure;
      continue;
    }
    if (guardian && choice.manner !== "guardian") continue;
    if (against.every((each) => lifts(choice, each, subject))) return { given: true, choice };
  }
  const last = lastOf(against);
  if (last !== null) return { given: false, code: codeOf(last), since: last.at };
  return { given: false, code: nearest, since: null };
}

/** Why a choice is no valid grant of the scope; null when it is one. */
function failureOf(
  { subject, at }: Case,
  purpose: Purpose,
  consentAt: ConsentAt,
  choice: Choice,
  scope: Scope,
): ReasonCode | null {
  if (choice.act !== "grant" || !covers(choice, scope)) return "consent-missing";
  // A choice of the future is a hint of a broken clock, not a permission.
  if (choice.at > at || !counts(choice, subject.choices ?? [])) return "consent-missing";
  if (choice.revision !== purpose.revision) return "consent-outdated";
  const now = consentAt(at);
  const then = consentAt(choice.at);
  if (now === null || then === null) return "consent-manner";
  if (!now.manners.includes(choice.manner) || !then.manners.includes(choice.manner)) {
    return "consent-manner";
  }
  const terms = [purpose.grantTermMonths, now.termMonthsMax].filter((term) => term !== null);
  if (terms.length > 0 && at >= addMonths(choice.at, Math.min(...terms))) return "consent-expired";
  return null;
}

export function lastOf(against: readonly Narrowing[]): Narrowing | null {
  return against.reduce<Narrowing | null>(
    (last, each) => (last === null || each.position > last.position ? each : last),
    null,
  );
}

export function codeOf(narrowing: Narrowing): ReasonCode {
  if (narrowing.kind === "withdrawal") return "withdrawn";
  return narrowing.kind === "signal" ? "signal" : "refused";
}

/**
 * The rule of a dated list at an instant, as a function for the two days that a grant is held
 * against.
 */
export function consentRules<T extends { readonly consent: ConsentRule }>(
  rules: readonly Timed<T>[],
): ConsentAt {
  return (at) => {
    for (const { from, until, rule } of rules) {
      if (from <= at && (until === null || at < until)) return rule.consent;
    }
    return null;
  };
}

/** The same day some months later, or the month's last day where it has none; UTC. */
export function addMonths(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/**
 * Whether the person granted the scope of the use after something that narrows it began, and that
 * grant still stands: it is of the present revision, has not expired, and was not taken back since.
 * Rules 4 and 5 read it; whether the law tolerates how it was made is for rule 6.
 */
export function standingGrantAfter(
  facts: Case,
  narrowing: { readonly on: string; readonly position: number },
): boolean {
  const { subject, purpose, at } = facts;
  if (purpose === null) return false;
  const choices = subject.choices ?? [];
  const scope = scopeOf(facts);
  const against = narrowingsOf(purpose, choices, subject, scope);
  return choices.some((choice) => {
    if (choice.act !== "grant" || choice.position <= narrowing.position || choice.at > at)
      return false;
    if (!covers(choice, scope) || !mayLift(choice, narrowing.on, subject)) return false;
    if (choice.revision !== purpose.revision || !counts(choice, choices)) return false;
    const term = purpose.grantTermMonths;
    if (term !== null && at >= addMonths(choice.at, term)) return false;
    return against.every((each) => lifts(choice, each, subject));
  });
}
