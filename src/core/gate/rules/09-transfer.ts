import { isIn, type Regime, ruleAt } from "#core/law/compile-regime";
import type { TransferRule } from "#core/law/regime";
import type { Recipient, Transfer } from "#core/notice/notice";
import { type Case, missing, type Rule, reason } from "../case.ts";
import type { Reason } from "../decision.ts";
import type { Mechanism } from "../registers.ts";

/**
 * Rule 9. Each country is the exporter's own, adequate, or covered by a mechanism declared for this
 * recipient and alive; onward recipients likewise, each once. Access by staff from another country
 * is a transfer too.
 */
export const transfer: Rule = {
  number: 9,
  deny(facts) {
    const { use, notice, regimes } = facts;
    const isTransfer = use.kind === "disclose" || use.country !== undefined;
    if (!isTransfer) return [];
    if (use.recipient === undefined) return [missing(9, "recipient")];
    const first = notice.recipients.get(use.recipient);
    if (first === undefined) return [];
    if (use.kind !== "disclose" && first.role !== "staff") {
      return [reason(9, "country-undeclared", { what: first.id })];
    }
    if (regimes.transfer.length === 0) return [reason(9, "no-regime", { what: "transfer" })];
    return [
      ...new Set(reach(facts, first).flatMap((each) => recipientReasons(facts, first, each))),
    ];
  },
};

/** The recipient and everybody whom it passes data on to, each once, so that a circle ends. */
function reach({ notice }: Case, first: Recipient): readonly Recipient[] {
  const seen = new Map<string, Recipient>([[first.id, first]]);
  const waiting = [first];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const id of next.onward) {
      const onward = notice.recipients.get(id);
      if (onward === undefined || seen.has(id)) continue;
      seen.set(id, onward);
      waiting.push(onward);
    }
  }
  return [...seen.values()];
}

function recipientReasons(facts: Case, first: Recipient, recipient: Recipient): readonly Reason[] {
  const { use, at, regimes } = facts;
  const named = recipient === first ? use.country : undefined;
  if (named === undefined && (recipient.role === "staff" || recipient.countries.length === 0)) {
    return [reason(9, "country-unknown", { what: recipient.id })];
  }
  if (named !== undefined && !recipient.countries.includes(named)) {
    return [reason(9, "country-undeclared", { what: named })];
  }
  const countries = named === undefined ? recipient.countries : [named];
  const reasons: Reason[] = [];
  for (const regime of regimes.transfer) {
    const timed = ruleAt(regime.transfer, at);
    if (timed === null) {
      reasons.push(reason(9, "no-regime", { regime: regime.id, what: "transfer" }));
      continue;
    }
    for (const country of countries) {
      if (isCovered(facts, regime, timed.rule, recipient, country)) continue;
      const { provision } = timed;
      reasons.push(reason(9, "no-mechanism", { regime: regime.id, what: country, provision }));
    }
  }
  return reasons;
}

function isCovered(
  facts: Case,
  regime: Regime,
  rule: TransferRule,
  recipient: Recipient,
  country: string,
): boolean {
  const { registers, at, notice, controller } = facts;
  if (country === controller?.country || rule.home.includes(country)) return true;
  const adequate = (registers.adequacy ?? []).some(
    (each) => each.regime === regime.id && each.country === country && isIn(each, at),
  );
  if (adequate) return true;
  return notice.transfers
    .filter((each) => each.recipient === recipient.id && rule.mechanisms.includes(each.kind))
    .some((each) => isAlive(facts, regime, each));
}

function isAlive(facts: Case, regime: Regime, transferBy: Transfer): boolean {
  const { registers, at, use } = facts;
  const { kind, mechanism, recipient, condition } = transferBy;
  // A derogation needs its own condition met by this very use (GDPR 49), and no entry of a
  // register.
  if (kind === "derogation") return condition !== null && use.derogation === condition;
  if (kind === "adequacy") return false;
  const alive = (registers.mechanisms ?? []).find(
    (each) => each.id === mechanism && each.regime === regime.id && isIn(each, at),
  );
  if (alive === undefined) return false;
  if (!isOpenTo(facts, alive, recipient)) return false;
  if (kind !== "framework") return true;
  return (registers.certifications ?? []).some(
    (each) => each.recipient === recipient && each.mechanism === mechanism && isIn(each, at),
  );
}

/**
 * A generation of clauses that is closed to new contracts carries only what was agreed before
 * (Decision 2021/914 art. 4(4)): an agreement with the recipient that began before and is in force.
 */
function isOpenTo({ registers, at }: Case, { newUntil }: Mechanism, recipient: string): boolean {
  if (newUntil === undefined || at < newUntil) return true;
  return (registers.agreements ?? []).some(
    (each) => each.recipient === recipient && each.from < newUntil && isIn(each, at),
  );
}
