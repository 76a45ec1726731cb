import type { Regime } from "#core/law/compile-regime";
import type { Notice } from "#core/notice/notice";
import { type Case, caseOf, type Rule, reason } from "./case.ts";
import type { Decision, Reason } from "./decision.ts";
import { judgeValues } from "./held-values.ts";
import type { Registers } from "./registers.ts";
import { declared } from "./rules/01-declared.ts";
import { inForce } from "./rules/02-in-force.ts";
import { gone } from "./rules/03-gone.ts";
import { restricted } from "./rules/04-restricted.ts";
import { objected } from "./rules/05-objected.ts";
import { basis, reliedOn } from "./rules/06-basis.ts";
import { device, deviceLaw } from "./rules/07-device.ts";
import { recipient } from "./rules/08-recipient.ts";
import { transfer } from "./rules/09-transfer.ts";
import { messageClass, obligationsOf } from "./rules/11-message-class.ts";
import type { Subject } from "./subject.ts";
import type { Use } from "./use.ts";

/** In the order of GATE.md; what rules 2 and 10 say of values comes from `judgeValues`. */
const RULES: readonly Rule[] = [
  declared,
  inForce,
  gone,
  restricted,
  objected,
  basis,
  device,
  recipient,
  transfer,
  messageClass,
];

/**
 * May this use of personal data take place? Pure: no clock, no I/O, no randomness; a decision of
 * 2017 can be replayed in 2026 (GATE.md). A denial by any rule is a denial, every reason is
 * reported, and a rule that throws denies.
 * @param regimes all rule packs known; which of them attach follows from the use and the person.
 * @param at epoch milliseconds.
 */
export function decide(
  notice: Notice,
  regimes: readonly Regime[],
  registers: Registers,
  subject: Subject,
  use: Use,
  at: number,
): Decision {
  try {
    return decideCase(caseOf(notice, regimes, registers, subject, use, at));
  } catch (error) {
    return { allowed: false, reasons: [defectOf(error)] };
  }
}

function decideCase(facts: Case): Decision {
  const reasons: Reason[] = [];
  for (const rule of RULES) {
    try {
      reasons.push(...rule.deny(facts));
    } catch (error) {
      reasons.push({ ...defectOf(error), rule: rule.number });
    }
  }
  const judged = judgeValues(facts);
  reasons.push(...judged.reasons);
  if (reasons.length > 0) return { allowed: false, reasons };
  const { relied } = facts.use.kind === "device" ? deviceLaw(facts) : reliedOn(facts);
  return { allowed: true, relied, obligations: obligationsOf(facts), values: judged.usable };
}

/** In the gate a defect never yields a permit. Its message names our own code, no value. */
function defectOf(error: unknown): Reason {
  return reason(1, "defect", { what: error instanceof Error ? error.name : "unknown" });
}
