import type { ContactRule, ProcessingRule } from "#core/law/regime";
import type { BasisDeclaration, Purpose } from "#core/notice/notice";
import type { Case } from "./case.ts";
import type { ReasonCode } from "./codes.ts";
import { type ConsentAt, codeOf, consentTo, lastOf, standingAgainst } from "./consent.ts";
import { objectedTo } from "./rules/05-objected.ts";
import type { Choice, RelationshipKind } from "./subject.ts";

/** Why a basis does not hold, or the choice that it rests on where it does. */
export type BasisAnswer =
  | { readonly holds: true; readonly choice: Choice | null }
  | { readonly holds: false; readonly code: ReasonCode; readonly since: number | null };

export type BasisLaw = {
  readonly processing: ProcessingRule;
  readonly contact: ContactRule | null;
  readonly consentAt: ConsentAt;
  /** Under the regime's age, or of unknown age where children are addressed. */
  readonly child: boolean;
};

const HOLDS: BasisAnswer = { holds: true, choice: null };
const fails = (code: ReasonCode, since: number | null = null): BasisAnswer => ({
  holds: false,
  code,
  since,
});

/**
 * Whether one declared basis holds for a use. @param law of one regime at the instant of the use.
 */
export function basisHolds(
  facts: Case,
  purpose: Purpose,
  basis: BasisDeclaration,
  law: BasisLaw,
): BasisAnswer {
  // The built-in purposes rest on duties of ours: no choice, objection or age stops them (GATE.md,
  // "Built-in purposes").
  if (purpose.builtIn) return HOLDS;
  switch (basis.kind) {
    case "consent": {
      const answer = consentTo(facts, purpose, law.consentAt, law.child);
      return answer.given ? { holds: true, choice: answer.choice } : { holds: false, ...answer };
    }
    case "soft-opt-in":
      return softOptIn(facts, law.contact) ? unlessRefused(facts, purpose, law) : fails("no-basis");
    case "corporate-subscriber":
      return law.contact?.corporateExempt && facts.subject.subscriber === "corporate"
        ? unlessRefused(facts, purpose, law)
        : fails("no-basis");
    case "contract":
      return related(facts, ["customer", "negotiating", "applicant"]) ? HOLDS : fails("no-basis");
    case "legal-obligation":
    case "vital-interests":
    case "public-task":
      return HOLDS;
    case "legitimate-interests": {
      if (facts.subject.objections === undefined) return fails("fact-missing");
      const objection = objectedTo(facts);
      if (objection !== null) return fails("objected-purpose", objection.at);
      return unlessRefused(facts, purpose, law);
    }
    case "recognised-interests": {
      const known = law.processing.recognisedInterests.includes(basis.interest ?? "");
      return known ? HOLDS : fails("no-basis");
    }
    case "opt-out":
      return unlessRefused(facts, purpose, law);
  }
}

/**
 * CHOICE: a refusal or withdrawal ends legitimate interests of any purpose in its scope, not of
 * marketing alone: whoever says no is not then outweighed in silence. An expired grant does not
 * revive them.
 */
function unlessRefused(facts: Case, purpose: Purpose, law: BasisLaw): BasisAnswer {
  const standing = standingAgainst(facts, purpose, law.consentAt);
  if (standing === null) return fails("fact-missing");
  const last = lastOf(standing);
  return last === null ? HOLDS : fails(codeOf(last), last.at);
}

function related({ subject }: Case, kinds: readonly RelationshipKind[]): boolean {
  return (subject.relationships ?? []).some(({ kind }) => kinds.includes(kind));
}

/**
 * Own similar products to a customer (or, where the law says so, to whoever negotiates), with a
 * refusal offered at collection (PECR 22(3), Directive 2002/58 art. 13(2)). That each message
 * offers it again is an obligation of the sender.
 */
function softOptIn(facts: Case, contact: ContactRule | null): boolean {
  const { use, subject, controller } = facts;
  if (contact?.softOptIn == null || (use.channel !== "email" && use.channel !== "sms"))
    return false;
  const address = subject.addresses?.find(({ id }) => id === use.address);
  if (address?.refusalOffered !== true || address.context === null) return false;
  const { negotiating, charity } = contact.softOptIn;
  if (charity && controller?.charity && address.context.kind === "other") return true;
  const kinds: RelationshipKind[] = negotiating ? ["customer", "negotiating"] : ["customer"];
  const fits =
    address.context.kind === "sale" || (negotiating && address.context.kind === "negotiation");
  if (!fits || use.family === undefined) return false;
  const similar = similarTo(facts, use.family);
  return (subject.relationships ?? []).some(
    ({ kind, family }) => kinds.includes(kind) && family !== null && similar.has(family),
  );
}

function similarTo({ registers }: Case, family: string): ReadonlySet<string> {
  const similar = new Set([family]);
  for (const entry of registers.families ?? []) {
    if (entry.similar.includes(family)) similar.add(entry.family);
    if (entry.family === family) for (const each of entry.similar) similar.add(each);
  }
  return similar;
}
