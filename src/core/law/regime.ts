import type { Calendar } from "./calendar.ts";
import type { ClockKind, ClockRule, ComplaintRule, FeeRule } from "./clock-rule.ts";

/**
 * A regime is one jurisdiction's rules on personal data, each rule with its dates and its
 * provision. Packs live in `regimes/`; the gate reads only what stands here, so a decision of 2017
 * is replayed with the rules of 2017.
 *
 * What a pack does not say it tolerates, it does not tolerate (GATE.md, "Words").
 */

/** A rule with its life: `from` inclusive, `until` exclusive, plain dates in the regime's zone. */
export type Dated<T> = {
  readonly from: string;
  readonly until: string | null;
  readonly provision: string;
  /** False where the fact awaits a source; the console shows it. */
  readonly confirmed: boolean;
  readonly rule: T;
};

export type BasisKind =
  | "consent"
  | "soft-opt-in"
  | "corporate-subscriber"
  | "contract"
  | "legal-obligation"
  | "vital-interests"
  | "public-task"
  | "legitimate-interests"
  | "recognised-interests"
  | "opt-out";

export type ConsentManner = "explicit" | "implied" | "bundled" | "guardian";

/** What a law asks of consent on the day it was made and on the day it is used. */
export type ConsentRule = {
  /** Manners tolerated; `explicit` and `guardian` are listed like the others. */
  readonly manners: readonly ConsentManner[];
  /** Longest life of a grant, in months; null where the law names none. */
  readonly termMonthsMax: number | null;
};

export type ProcessingRule = {
  readonly bases: readonly BasisKind[];
  readonly consent: ConsentRule;
  /**
   * Under this age only a guardian's grant counts, and marketing and profiling are denied; null: no
   * such rule.
   */
  readonly adultFromYears: number | null;
  /** The purposes' "recognised interests" that the regime lists, by id (UK GDPR Annex 1). */
  readonly recognisedInterests: readonly string[];
  /** Whether Global Privacy Control is binding here for sale, sharing and targeted advertising. */
  readonly privacySignal: boolean;
};

export type DeviceRule = {
  /** `notice`: informed implied consent is tolerated; `none`: the law asks for nothing. */
  readonly mode: "opt-in" | "opt-out" | "notice" | "none";
  readonly consent: ConsentRule;
  /** `statistics` items need no choice, but an objection (a refusal) stops them. */
  readonly statisticsExempt: boolean;
};

export type Channel = "email" | "sms" | "call" | "post";

export type ContactRule = {
  /**
   * Bases by which marketing may go out on the channel. Other messages need the processing basis
   * alone.
   */
  readonly marketingBases: readonly BasisKind[];
  readonly consent: ConsentRule;
  readonly softOptIn: { readonly negotiating: boolean; readonly charity: boolean } | null;
  readonly corporateExempt: boolean;
  /** Register files that live calls and post without a grant are screened against. */
  readonly screening: {
    readonly registers: readonly string[];
    readonly freshDaysMax: number;
  } | null;
  /** What the sender of marketing owes beyond its identity and a way out: `postal-address`, ... */
  readonly obligations?: readonly string[];
};

export type TransferRule = {
  /** Countries that are no transfer at all (ISO 3166-1 alpha-2), the exporter's own included. */
  readonly home: readonly string[];
  /** Mechanism kinds this law knows (`adequacy`, `framework`, `clauses`, `bcr`, `derogation`). */
  readonly mechanisms: readonly string[];
};

/** A part of a regime's place with holidays of its own: a member state, Scotland. */
export type Jurisdiction = {
  /** `fr`, `uk-sct`: ids that the command line and requests know. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166: `FR`, `GB-SCT`. */
  readonly place: string;
  readonly zone: string;
  readonly calendars: readonly Calendar[];
};

/** Dated rules on clocks of the same kinds. */
export type ClockSection = {
  readonly kinds: readonly ClockKind[];
  readonly rules: readonly Dated<ClockRule>[];
};

/** A time between two rules of a matter in which the law was silent, said on purpose. */
export type Gap = {
  /** As in `compileRegime`: `processing`, `contact by email`, `clock framework-complaint`. */
  readonly matter: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
};

export type RegimePack = {
  /** `uk`, `eu`, `ch`, `us-ca`, `us-va`, ... */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** Countries and subdivisions whose residents and establishments it covers (`GB`, `US-CA`). */
  readonly covers: readonly string[];
  /**
   * What attaches the pack to a matter. Device and contact attach by residence, transfer by the
   * exporter's establishment.
   */
  readonly attaches: {
    readonly processing: {
      readonly establishment: boolean;
      /**
       * `declared`: only where the notice declares the pack, or the one it takes bases from. For
       * laws that bind above a size or a connection: the controller says so by declaring them.
       */
      readonly residence: boolean | "declared";
    };
    readonly device: boolean;
    readonly contact: boolean;
    readonly transfer: boolean;
  };
  /**
   * Where a purpose lists no bases under this regime, those that it lists under that one count
   * (`us` for a state of the United States); null: none do.
   */
  readonly basesFrom: string | null;
  /** By which days roll and business days are counted; of several the one of the earlier day. */
  readonly calendars: readonly Calendar[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly gaps: readonly Gap[];
  readonly processing: readonly Dated<ProcessingRule>[];
  readonly device: readonly Dated<DeviceRule>[];
  readonly contact: { readonly [C in Channel]: readonly Dated<ContactRule>[] };
  readonly transfer: readonly Dated<TransferRule>[];
  readonly clocks: readonly ClockSection[];
  readonly fees: readonly Dated<FeeRule>[];
  readonly complaints: {
    /** About the controller's handling of data, step by step. */
    readonly general: readonly Dated<ComplaintRule>[];
    /** About an organisation certified under a transfer framework. */
    readonly framework: readonly Dated<ComplaintRule>[];
  };
};
