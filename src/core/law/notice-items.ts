/**
 * What a law wants a notice to say, and what it wants of the practices that a notice describes, as
 * data with dates. Packs live in `regimes/notice/`; the lint asks them and knows no date of its
 * own. A law that is silent on an item asks for nothing: then there is no finding.
 */
import type { Dated } from "./regime.ts";

/** Items that laws may ask for. What each finding rests on is one of them. */
export const NOTICE_ITEMS = [
  // Who.
  "controller-address",
  "representative",
  "dpo",
  // What for.
  "purpose-specified",
  "advertising-named",
  "basis",
  "interests",
  "authority-interests",
  "special-ground",
  "offences-ground",
  "joint-essence",
  "marketing-processing",
  // Consent.
  "consent-apart",
  "consent-or-duty",
  "consent-term",
  // Whose data, from where.
  "minimisation",
  "source",
  "source-told",
  "needed",
  "children",
  // To whom.
  "recipients",
  "recipients-named",
  "recipient-country",
  "processor-purposes",
  "onward",
  "transfer-mechanism",
  "transfer-derogation",
  "transfer-copy",
  // How long.
  "retention",
  // Rights.
  "right-access",
  "right-rectification",
  "right-erasure",
  "right-restriction",
  "right-portability",
  "right-objection",
  "right-withdrawal",
  "right-automated-decisions",
  "right-opt-out",
  "right-limit",
  "right-complaint",
  "objection-apart",
  "free-of-charge",
  "identity-proof",
  "request-methods",
  "appeal",
  "authorised-agent",
  "no-retaliation",
  "authority",
  "complaint-to-controller",
  "automated-logic",
  "changes-told",
  "yearly-update",
  "security-not-disclaimed",
  // Devices.
  "cookie-refusal",
  "cookie-consent",
  "cookie-implied",
  "cookie-information",
  "cookie-lifetime",
  "cookie-lifetime-long",
  "cookie-third-parties",
  "cookie-necessary",
  "cookie-statistics",
  // Marketing.
  "marketing-refusal-at-collection",
  "marketing-objection",
  "marketing-sender",
  "marketing-screening",
  "marketing-third-party-consent",
  // California and its kind.
  "opt-out-link",
  "signal-status",
  "sale-said",
  // Whatever the notice says must be so.
  "truthful",
] as const;
export type NoticeItemId = (typeof NOTICE_ITEMS)[number];

export type NoticeItemRule = {
  /** How grave leaving it out is. Warning: a court may differ; note: good practice. */
  readonly level: "error" | "warning" | "note";
};

export type NoticeItem = Dated<NoticeItemRule>;

/** What one jurisdiction asks of notices, item by item. */
export type NoticeLaw = {
  /** `uk`, `eu`, `ch`, `us-ca`, ... */
  readonly regime: string;
  /** Regime whose mechanisms and adequacy decisions count here; null: it asks nothing. */
  readonly transfers: string | null;
  /** Countries whose authorities and representatives this law means. */
  readonly territory: readonly string[];
  readonly items: { readonly [I in NoticeItemId]?: readonly NoticeItem[] };
};

/** Items of the notice that a framework's principles ask of whoever certified (Shield, DPF). */
export const FRAMEWORK_ITEMS = [
  "participation",
  "data-types",
  "commitment",
  "purposes",
  "contact",
  "third-parties",
  "access",
  "choice",
  "recourse",
  "enforcement",
  "arbitration",
  "authorities",
  "onward-liability",
] as const;
export type FrameworkItemId = (typeof FRAMEWORK_ITEMS)[number];

export type FrameworkLaw = {
  /** Ids of the mechanisms that these principles belong to. */
  readonly mechanisms: readonly string[];
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly confirmed: boolean;
  /** Provision by item. */
  readonly items: { readonly [I in FrameworkItemId]: string };
};

/** The rule of an item in force on a plain date, or null: the law is silent then. */
export function itemOn(law: NoticeLaw, item: NoticeItemId, day: string): NoticeItem | null {
  const dated = law.items[item] ?? [];
  return dated.find(({ from, until }) => from <= day && (until === null || day < until)) ?? null;
}

/**
 * What is wrong with the dates of a pack, a line each: rules of one item that overlap, or that end
 * before they begin. Then nobody could say which holds.
 */
export function faultsOf(law: NoticeLaw): readonly string[] {
  return Object.entries(law.items).flatMap(([item, dated]) => {
    const sorted = [...dated].sort((a, b) => (a.from < b.from ? -1 : 1));
    return sorted.flatMap(({ from, until }, index) => {
      const next = sorted[index + 1];
      if (until !== null && until <= from) return [`${law.regime} ${item}: ends before it begins`];
      const overlaps = next !== undefined && (until === null || until > next.from);
      return overlaps ? [`${law.regime} ${item}: two rules overlap from ${next.from}`] : [];
    });
  });
}
