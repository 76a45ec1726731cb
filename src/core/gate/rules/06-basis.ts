import { type Regime, ruleAt } from "#core/law/compile-regime";
import type { Channel, ContactRule } from "#core/law/regime";
import type { BasisDeclaration, Purpose } from "#core/notice/notice";
import { type BasisLaw, basisHolds } from "../bases.ts";
import { type Case, type Rule, reason } from "../case.ts";
import { consentRules } from "../consent.ts";
import type { Reason, Relied } from "../decision.ts";
import { screeningReasons } from "./screening.ts";

/**
 * Rule 6. The first basis on the purpose's list for the regime that holds is relied on; none:
 * denied. A marketing message needs one that the channel's law tolerates as well as one for the
 * processing. Under age only a guardian's grant counts, and marketing and profiling are denied.
 */
export const basis: Rule = {
  number: 6,
  deny(facts) {
    if (facts.use.kind === "device") return [];
    return reliedOn(facts).reasons;
  },
};

/** What the use relies on, for each regime and matter, or why nothing holds. */
export function reliedOn(facts: Case): {
  readonly relied: readonly Relied[];
  readonly reasons: readonly Reason[];
} {
  const { purpose, use, regimes } = facts;
  if (purpose === null) return { relied: [], reasons: [] };
  const relied: Relied[] = [];
  const reasons: Reason[] = [];
  if (regimes.processing.length === 0) reasons.push(reason(6, "no-regime", { what: "processing" }));
  for (const regime of regimes.processing) {
    const found = inRegime(facts, purpose, regime, null);
    relied.push(...found.relied);
    reasons.push(...found.reasons);
  }
  // CHOICE: the built-in purposes answer to the law of the controller wherever the person lives: a
  // right does not end where no pack of ours begins.
  if (use.kind === "contact" && use.channel !== undefined && !purpose.builtIn) {
    if (regimes.contact.length === 0) reasons.push(reason(6, "no-regime", { what: "contact" }));
    if (facts.marketing) {
      for (const regime of regimes.contact) {
        const found = inRegime(facts, purpose, regime, use.channel);
        relied.push(...found.relied);
        reasons.push(
          ...found.reasons,
          ...screeningReasons(facts, regime, use.channel, grantedFor(use.channel, found.relied)),
        );
      }
    }
  }
  return { relied, reasons };
}

/** @param channel null: the law of processing; else the law of contact by that channel too. */
function inRegime(facts: Case, purpose: Purpose, regime: Regime, channel: Channel | null) {
  const { at } = facts;
  const none = { relied: [] as Relied[], reasons: [] as Reason[] };
  const processing = ruleAt(regime.processing, at);
  const contact = channel === null ? null : ruleAt(regime.contact[channel], at);
  if (processing === null || (channel !== null && contact === null)) {
    const code = reason(6, "no-regime", { regime: regime.id, what: channel ?? "processing" });
    return { ...none, reasons: [code] };
  }
  const provision = (contact ?? processing).provision;
  const child = isChild(facts, processing.rule.adultFromYears);
  if (child && !purpose.builtIn && (facts.marketing || purpose.profilingFor !== null)) {
    return { ...none, reasons: [reason(6, "child", { regime: regime.id, provision })] };
  }
  const consentAt =
    channel === null ? consentRules(regime.processing) : consentRules(regime.contact[channel]);
  const law: BasisLaw = {
    processing: processing.rule,
    contact: contact?.rule ?? contactRuleFor(facts, regime),
    consentAt,
    child,
  };
  const tolerated = contact === null ? processing.rule.bases : contact.rule.marketingBases;
  const bases = basesFor(purpose, regime, facts).filter(
    ({ kind }) => purpose.builtIn || tolerated.includes(kind),
  );
  let nearest = reason(6, "no-basis", { regime: regime.id, provision, what: purpose.id });
  for (const declared of bases) {
    const answer = basisHolds(facts, purpose, declared, law);
    if (answer.holds) {
      const { kind, law: provisionOf } = declared;
      const found = { regime: regime.id, basis: kind, law: provisionOf, choice: answer.choice };
      return { ...none, relied: [found] };
    }
    if (nearest.code === "no-basis") {
      nearest = { ...nearest, code: answer.code, since: answer.since };
    }
  }
  return { ...none, reasons: [nearest] };
}

/**
 * Soft opt-in lets the processing go on under its own basis; the contact rule tells whether it is
 * open at all.
 */
function contactRuleFor({ use, at }: Case, regime: Regime): ContactRule | null {
  return use.channel === undefined ? null : (ruleAt(regime.contact[use.channel], at)?.rule ?? null);
}

/**
 * A built-in purpose has its fixed basis under every regime, also under one that the notice does
 * not declare. CHOICE: a regime that only adds figures to another one (a state of the United States
 * to their federal law) takes the list of that one where the purpose lists none for it.
 */
function basesFor(purpose: Purpose, regime: Regime, facts: Case): readonly BasisDeclaration[] {
  const { basesFrom } = regime;
  const listed =
    purpose.bases.get(regime.id) ?? (basesFrom === null ? undefined : purpose.bases.get(basesFrom));
  if (listed !== undefined || !purpose.builtIn) return listed ?? [];
  const [first] = facts.notice.regimes;
  return first === undefined ? [] : (purpose.bases.get(first) ?? []);
}

/** A valid grant for this very channel: then calls and post need no screening. */
function grantedFor(channel: Channel, relied: readonly Relied[]): boolean {
  return relied.some(
    ({ basis: kind, choice }) => kind === "consent" && choice?.channel === channel,
  );
}

function isChild(facts: Case, adultFrom: number | null): boolean {
  if (adultFrom === null) return false;
  const band = facts.subject.ageBand;
  if (band !== undefined) return band.from < adultFrom;
  return addressesChildren(facts);
}

function addressesChildren({ notice, use, subject }: Case): boolean {
  if (use.source !== undefined) return notice.sources.get(use.source)?.children === true;
  return (subject.values ?? []).some(
    (value) => notice.sources.get(value.source)?.children === true,
  );
}
