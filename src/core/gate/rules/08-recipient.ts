import type { Recipient } from "#core/notice/notice";
import { type Case, missing, type Rule, reason } from "../case.ts";
import type { Reason } from "../decision.ts";

/**
 * Rule 8. An agreement is in force; an authority needs an approved request and gets only what it
 * names; the suspended get nothing.
 */
export const recipient: Rule = {
  number: 8,
  deny(facts) {
    const { use, notice } = facts;
    if (use.kind !== "disclose" || use.recipient === undefined) return [];
    const found = notice.recipients.get(use.recipient);
    if (found === undefined) return [];
    const ground =
      found.role === "authority" ? requestReasons(facts) : agreementReasons(facts, found);
    return [...suspensionReasons(facts), ...ground];
  },
};

function suspensionReasons({ registers, use, at }: Case): readonly Reason[] {
  if (registers.suspensions === undefined) return [missing(8, "suspensions")];
  return (
    registers.suspensions
      .filter((each) => each.recipient === use.recipient)
      // What narrows still holds at its end instant.
      .filter((each) => each.from <= at && (each.until === null || at <= each.until))
      .slice(0, 1)
      .map((each) => reason(8, "suspended", { what: each.recipient, since: each.from }))
  );
}

function agreementReasons(
  { registers, use, at }: Case,
  { id, role }: Recipient,
): readonly Reason[] {
  if (role === "staff") return [];
  if (registers.agreements === undefined) return [missing(8, "agreements")];
  const inForce = registers.agreements.some(
    (each) =>
      each.recipient === id &&
      each.from <= at &&
      (each.until === null || at < each.until) &&
      (each.purposes === null || each.purposes.includes(use.purpose)),
  );
  return inForce ? [] : [reason(8, "agreement-missing", { what: id, provision: "GDPR 28" })];
}

function requestReasons({ registers, use, at }: Case): readonly Reason[] {
  if (registers.legalRequests === undefined) return [missing(8, "legal requests")];
  const approved = registers.legalRequests.find(
    (each) =>
      each.id === use.legalRequest && each.recipient === use.recipient && each.approvedAt <= at,
  );
  const fits =
    approved?.purposes.includes(use.purpose) &&
    use.categories.every((category) => approved.categories.includes(category));
  return fits ? [] : [reason(8, "legal-request", { what: use.recipient ?? null })];
}
