import { type Case, missing, type Rule, reason } from "../case.ts";
import { standingGrantAfter } from "../consent.ts";
import type { Reason } from "../decision.ts";
import type { Limit } from "../subject.ts";

/**
 * Rule 4. A restriction (GDPR 18) lets through purposes with a restriction ground, and what the
 * person granted after it began. A limit stops what it names. Built-in purposes are not stopped.
 */
export const restricted: Rule = {
  number: 4,
  deny(facts) {
    const { subject, purpose } = facts;
    if (purpose?.builtIn) return [];
    if (subject.restrictions === undefined) return [missing(4, "restrictions")];
    if (subject.limits === undefined) return [missing(4, "limits")];
    return [...restrictionReasons(facts), ...limitReasons(facts)];
  },
};

function restrictionReasons(facts: Case): readonly Reason[] {
  const { subject, purpose, at } = facts;
  if (purpose !== null && purpose.restrictionGround !== null) return [];
  return (subject.restrictions ?? [])
    .filter((each) => each.at <= at && (each.endedAt === null || at <= each.endedAt))
    .filter((each) => !standingGrantAfter(facts, each))
    .slice(0, 1)
    .map((each) => reason(4, "restricted", { provision: "GDPR 18(2)", since: each.at }));
}

function limitReasons({ subject, use, at }: Case): readonly Reason[] {
  const lasting = (subject.limits ?? []).filter(
    (limit) => limit.at <= at && (limit.liftedAt === null || at <= limit.liftedAt),
  );
  return lasting
    .filter((limit) => names(limit, use.purpose, use.categories, use.recipient))
    .slice(0, 1)
    .map((limit) => reason(4, "limited", { what: use.purpose, since: limit.at }));
}

/**
 * CHOICE: each list of a limit stops on its own, and an empty list names everything of its kind:
 * the reading that protects the person.
 */
function names(
  limit: Limit,
  purpose: string,
  categories: readonly string[],
  recipient: string | undefined,
): boolean {
  const isNamed = (list: readonly string[] | null, given: readonly string[]) =>
    list !== null &&
    given.length > 0 &&
    (list.length === 0 || given.some((each) => list.includes(each)));
  return (
    isNamed(limit.purposes, [purpose]) ||
    isNamed(limit.categories, categories) ||
    isNamed(limit.recipients, recipient === undefined ? [] : [recipient])
  );
}
