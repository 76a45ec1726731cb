import { type Regime, ruleAt } from "#core/law/compile-regime";
import type { DeviceRule } from "#core/law/regime";
import type { Purpose, StoredItem } from "#core/notice/notice";
import { type Case, missing, type Rule, reason } from "../case.ts";
import { codeOf, consentRules, consentTo, lastOf, standingAgainst } from "../consent.ts";
import type { Reason, Relied } from "../decision.ts";

/**
 * Rule 7. Strictly necessary items need no choice; the rest as the visitor's regimes ask on that
 * date. Lifetime at most as declared.
 */
export const device: Rule = {
  number: 7,
  deny(facts) {
    if (facts.use.kind !== "device") return [];
    return [...deviceLaw(facts).reasons, ...lifetimeReasons(facts)];
  },
};

export function deviceLaw(facts: Case): {
  readonly relied: readonly Relied[];
  readonly reasons: readonly Reason[];
} {
  const { use, purpose, notice, regimes } = facts;
  const item = use.storedItem === undefined ? undefined : notice.storedItems.get(use.storedItem);
  if (item === undefined || purpose === null) return { relied: [], reasons: [] };
  if (item.necessary) return { relied: [], reasons: [] };
  if (regimes.device.length === 0) {
    return { relied: [], reasons: [reason(7, "no-regime", { what: "device" })] };
  }
  const relied: Relied[] = [];
  const reasons: Reason[] = [];
  for (const regime of regimes.device) {
    const found = inRegime(facts, purpose, item, regime);
    if ("rule" in found) reasons.push(found);
    else relied.push(found);
  }
  return { relied, reasons };
}

function inRegime(
  facts: Case,
  purpose: Purpose,
  item: StoredItem,
  regime: Regime,
): Relied | Reason {
  const timed = ruleAt(regime.device, facts.at);
  if (timed === null) return reason(7, "no-regime", { regime: regime.id, what: "device" });
  const { rule, provision } = timed;
  const base = { regime: regime.id, provision, what: item.id };
  const consentAt = consentRules(regime.device);
  if (needsGrant(rule, item)) {
    const answer = consentTo(facts, purpose, consentAt, false);
    if (answer.given) {
      return { regime: regime.id, basis: "consent", law: provision, choice: answer.choice };
    }
    return reason(7, answer.code === "consent-missing" ? "device-choice" : answer.code, {
      ...base,
      since: answer.since,
    });
  }
  const standing = standingAgainst(facts, purpose, consentAt);
  if (standing === null) return missing(7, "choices");
  const last = lastOf(standing);
  if (last !== null) return reason(7, codeOf(last), { ...base, since: last.at });
  return { regime: regime.id, basis: "opt-out", law: provision, choice: null };
}

/** Where the law exempts statistics, or asks for notice only, an objection still stops the item. */
function needsGrant(rule: DeviceRule, item: StoredItem): boolean {
  return rule.mode === "opt-in" && !(rule.statisticsExempt && item.statistics);
}

/**
 * CHOICE: `persistent` without a figure declares no bound, so nothing exceeds it; the lint finds
 * that it should have one.
 */
function lifetimeReasons({ use, notice }: Case): readonly Reason[] {
  const item = use.storedItem === undefined ? undefined : notice.storedItems.get(use.storedItem);
  if (item === undefined) return [];
  if (use.lifetimeSeconds === undefined) return [missing(7, "lifetime")];
  const { lifetimeSeconds: most } = item;
  if (most === null || use.lifetimeSeconds <= most) return [];
  return [reason(7, "lifetime", { what: item.id })];
}
