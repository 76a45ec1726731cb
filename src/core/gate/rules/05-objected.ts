import { type Case, missing, type Rule, reason } from "../case.ts";
import { standingGrantAfter } from "../consent.ts";
import type { Objection } from "../subject.ts";

/**
 * Rule 5. An objection to direct marketing stops every marketing use on every channel, whatever the
 * basis; a later grant lifts it for what the grant names. An objection to a purpose stops its
 * legitimate interests, which rule 6 reads (`objectedTo`).
 */
export const objected: Rule = {
  number: 5,
  deny(facts) {
    const { subject, marketing, purpose } = facts;
    if (purpose?.builtIn) return [];
    if (subject.objections === undefined) return [missing(5, "objections")];
    if (!marketing) return [];
    return subject.objections
      .filter((objection) => objection.to === "direct-marketing")
      .filter((objection) => !standingGrantAfter(facts, objection))
      .slice(0, 1)
      .map((each) => reason(5, "objected-marketing", { provision: "GDPR 21(3)", since: each.at }));
  },
};

/**
 * The objection to this purpose that stops legitimate interests; null where compelling grounds are
 * registered, or there is none.
 */
export function objectedTo({ subject, use, registers, at }: Case): Objection | null {
  const found = (subject.objections ?? []).find(
    ({ to }) => to !== "direct-marketing" && to.purpose === use.purpose,
  );
  if (found === undefined) return null;
  const ids = new Set(subject.ids?.map(({ id }) => id));
  const compelling = (registers.compellingGrounds ?? []).some(
    (ground) =>
      ground.purpose === use.purpose &&
      (ground.subject === null || ids.has(ground.subject)) &&
      ground.from <= at &&
      (ground.until === null || at < ground.until),
  );
  return compelling ? null : found;
}
