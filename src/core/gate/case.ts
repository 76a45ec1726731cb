import { type Attached, attachedRegimes } from "#core/law/attach";
import type { Regime } from "#core/law/compile-regime";
import type { Controller, MessageClass, Notice, Purpose } from "#core/notice/notice";
import type { Reason } from "./decision.ts";
import type { Registers } from "./registers.ts";
import type { Subject } from "./subject.ts";
import type { Use } from "./use.ts";

/** One question with all facts that the rules read; made once for each decision. */
export type Case = {
  readonly notice: Notice;
  readonly registers: Registers;
  readonly subject: Subject;
  readonly use: Use;
  readonly at: number;
  readonly purpose: Purpose | null;
  readonly controller: Controller | null;
  readonly messageClass: MessageClass | null;
  /**
   * Whether the use is direct marketing, by its purpose, by what its profiling is for, or by the
   * class of a message or part.
   */
  readonly marketing: boolean;
  readonly regimes: Attached;
};

/**
 * A rule: its number in GATE.md and what it says against a use. All rules are asked, all reasons
 * reported.
 */
export type Rule = {
  readonly number: Reason["rule"];
  readonly deny: (facts: Case) => readonly Reason[];
};

export function caseOf(
  notice: Notice,
  regimes: readonly Regime[],
  registers: Registers,
  subject: Subject,
  use: Use,
  at: number,
): Case {
  const purpose = notice.purposes.get(use.purpose) ?? null;
  const controller = actingController(notice, use);
  const classId = use.messageClass;
  const messageClass = classId === undefined ? null : (notice.messageClasses.get(classId) ?? null);
  const places = {
    establishment: controller?.country ?? "",
    residence: subject.residence?.declared ?? subject.residence?.predicted ?? null,
    declared: notice.regimes,
  };
  return {
    notice,
    registers,
    subject,
    use,
    at,
    purpose,
    controller,
    messageClass,
    marketing: isMarketing(notice, use, purpose, messageClass),
    regimes: attachedRegimes(regimes, places),
  };
}

/** The controller that the use names, else the one that speaks in the notice. */
function actingController(notice: Notice, use: Use): Controller | null {
  if (use.controller !== undefined) return notice.controllers.get(use.controller) ?? null;
  for (const each of notice.controllers.values()) if (each.role === "controller") return each;
  return null;
}

function isMarketing(
  notice: Notice,
  use: Use,
  purpose: Purpose | null,
  messageClass: MessageClass | null,
): boolean {
  if (purpose?.directMarketing || messageClass?.marketing) return true;
  const served = purpose?.profilingFor;
  if (served && notice.purposes.get(served)?.directMarketing) return true;
  return (use.partClasses ?? []).some((part) => notice.messageClasses.get(part)?.marketing);
}

/** The reason's fields that most rules leave empty. */
export function reason(
  rule: Reason["rule"],
  code: Reason["code"],
  more: Partial<Omit<Reason, "rule" | "code">> = {},
): Reason {
  return { rule, code, regime: null, what: null, provision: null, since: null, ...more };
}

/**
 * A fact that the rule needs is absent, so nobody knows; that denies (GATE.md, "Only residence may
 * be unknown").
 */
export function missing(rule: Reason["rule"], what: string): Reason {
  return reason(rule, "fact-missing", { what });
}
