import { type Regime, ruleAt } from "#core/law/compile-regime";
import type { Channel } from "#core/law/regime";
import { type Case, missing, reason } from "../case.ts";
import type { Reason } from "../decision.ts";

const DAY_MS = 24 * 3600 * 1000;

/**
 * Rule 6, last part: without a grant for the channel, live calls and post are screened against the
 * register files, which must be fresh (PECR reg. 21; 28 days in the United Kingdom).
 */
export function screeningReasons(
  { registers, use, at }: Case,
  regime: Regime,
  channel: Channel,
  granted: boolean,
): readonly Reason[] {
  if (granted) return [];
  const rule = ruleAt(regime.contact[channel], at);
  const screening = rule?.rule.screening;
  if (rule === null || screening == null) return [];
  if (registers.screening === undefined) return [missing(6, "screening files")];
  const base = { regime: regime.id, provision: rule.provision };
  const reasons: Reason[] = [];
  for (const register of screening.registers) {
    const file = registers.screening.find((each) => each.register === register);
    if (file === undefined)
      reasons.push(reason(6, "screening-missing", { ...base, what: register }));
    else if (at - file.fetchedAt > screening.freshDaysMax * DAY_MS || file.fetchedAt > at) {
      reasons.push(reason(6, "screening-stale", { ...base, what: register }));
    } else if (use.address === undefined || file.listed.has(use.address)) {
      reasons.push(reason(6, "screening-listed", { ...base, what: register }));
    }
  }
  return reasons;
}
