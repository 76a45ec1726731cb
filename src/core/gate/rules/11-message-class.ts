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
 * 13(4)).
 */
export function obligationsOf({ use, messageClass: given }: Case): readonly Obligation[] {
  if (use.kind !== "contact" || !given?.marketing) return [];
  return [
    { code: "sender-identity", what: given.id },
    { code: "way-out", what: use.topic ?? null },
  ];
}
