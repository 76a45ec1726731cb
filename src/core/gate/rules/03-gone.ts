import { type Case, missing, type Rule, reason } from "../case.ts";
import type { Reason } from "../decision.ts";
import { isHeld } from "../held-values.ts";

/**
 * Rule 3. Erased: nothing, save what a hold keeps for its own purpose in its compartment, and the
 * answer that confirms the erasure. A suppressed address: no contact in the suppression's scope.
 * Marketing goes only to a verified address.
 */
export const gone: Rule = {
  number: 3,
  deny(facts) {
    const { subject } = facts;
    if (subject.erased === undefined) return [missing(3, "whether the person is erased")];
    if (subject.erased !== null && !outlivesErasure(facts)) {
      return [reason(3, "erased", { provision: "GDPR 17", since: subject.erased.at })];
    }
    return facts.use.kind === "contact" ? addressReasons(facts) : [];
  },
};

function outlivesErasure(facts: Case): boolean {
  const { use, subject } = facts;
  // The values of the answer's address are still there until it is sent; then they are destroyed.
  if (use.kind === "contact" && use.purpose === "rights") return true;
  if (use.kind !== "process" && use.kind !== "disclose") return false;
  const values = subject.values ?? [];
  return use.categories.every((category) =>
    values.some((value) => value.category === category && isHeld(facts, value)),
  );
}

function addressReasons({ subject, use, marketing, purpose }: Case): readonly Reason[] {
  if (use.address === undefined) return [missing(3, "address")];
  const address = subject.addresses?.find(({ id }) => id === use.address);
  if (address === undefined) return [missing(3, "address")];
  if (address.suppressed === "all") return [reason(3, "suppressed-all", { what: "address" })];
  if (!marketing || purpose?.builtIn) return [];
  const reasons: Reason[] = [];
  const lifted = (address.confirmedAt ?? -1) > (address.suppressedAt ?? Number.MAX_SAFE_INTEGER);
  if (address.suppressed === "marketing" && !lifted) {
    reasons.push(reason(3, "suppressed", { what: "address" }));
  }
  if (!address.verified) reasons.push(reason(3, "address-unproven", { what: "address" }));
  return reasons;
}
