import { ruleAt } from "#core/law/compile-regime";
import { type Case, missing, type Rule, reason } from "../case.ts";
import type { Obligation, Reason } from "../decision.ts";

/**
 * Rule 11. A part of another class than the message's own: denied. A marketing purpose in a message
 * of another class: denied.
 */
export const messageClass: Rule = {
  number: 11,
  deny(facts) {
    const { use, purpose } = facts;
    if (use.kind !== "contact" || facts.messageClass === null) return [];
    if (use.partClasses === undefined) return [missing(11, "classes of the parts")];
    const reasons: Reason[] = use.partClasses
      .filter((part) => part !== use.messageClass)
      .map((part) => reason(11, "other-class", { what: part }));
    if (purpose?.directMarketing && !facts.messageClass.marketing) {
      reasons.push(reason(11, "class-not-marketing", { what: facts.messageClass.id }));
    }
    if (facts.messageClass.marketing && facts.messageClass.sender === null) {
      reasons.push(reason(11, "sender-missing", { what: facts.messageClass.id }));
    }
    return reasons;
  },
};

/**
 * What the sender must discharge: who writes, and a way out (PECR reg. 23, Directive 2002/58 art.
 * 13(4)), and what the law of contact adds by that channel, such as a postal address (15 U.S.C.
 * 7704(a)(5)).
 */
export function obligationsOf(facts: Case): readonly Obligation[] {
  const { use, messageClass: given, regimes, at } = facts;
  if (use.kind !== "contact" || !given?.marketing) return [];
  const { channel } = use;
  const added = new Set(
    channel === undefined
      ? []
      : regimes.contact.flatMap(
          (regime) => ruleAt(regime.contact[channel], at)?.rule.obligations ?? [],
        ),
  );
  return [
    { code: "sender-identity", what: given.id },
    { code: "way-out", what: use.topic ?? null },
    ...[...added].map((code) => ({ code, what: given.id })),
  ];
}
