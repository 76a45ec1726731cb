import type { Channel, ConsentManner } from "#core/law/regime";

/** Where a fact stands in the ledger. Order of facts is order of positions, never of clocks. */
export type Position = number;

/** A scope: a purpose, optionally narrowed to channel and topic. */
export type Scope = {
  readonly purpose: string;
  readonly channel?: Channel;
  readonly topic?: string;
};

export type ChoiceAct = "grant" | "refusal" | "withdrawal";

/** The person's own act (GATE.md, "Words: choice"). */
export type Choice = Scope & {
  readonly act: ChoiceAct;
  /**
   * The subject id it was made on; a grant lifts only what narrows there or on an id linked when it
   * was made.
   */
  readonly on: string;
  readonly position: Position;
  /** Server time, epoch milliseconds. */
  readonly at: number;
  readonly revision: number;
  readonly noticeVersion: number;
  /** Hash of the wording shown. */
  readonly wording: string;
  readonly manner: ConsentManner;
  /** Narrower scopes whose refusal was shown in the same act. */
  readonly refusalsShown: readonly Scope[];
  /** Whether the wording named a privacy signal. */
  readonly namedSignal: boolean;
  /** Scope of the refusal that a grant names and so lifts; its own scope where absent. */
  readonly names?: Scope;
  /** Position of the choice it replaces; for a change made offline. */
  readonly replaces?: Position;
  readonly offline: boolean;
};

export type Objection = {
  readonly on: string;
  readonly to: "direct-marketing" | { readonly purpose: string };
  readonly position: Position;
  readonly at: number;
};

export type Restriction = {
  readonly on: string;
  readonly position: Position;
  readonly at: number;
  /** Null while it lasts. */
  readonly endedAt: number | null;
};

/**
 * "Use no more than": a stop that names purposes, categories or recipients. An empty list names all
 * of its kind.
 */
export type Limit = {
  readonly on: string;
  readonly purposes: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly position: Position;
  readonly at: number;
  readonly liftedAt: number | null;
};

/**
 * Receipt of a privacy signal (`gpc`): the first is a refusal of sale, sharing and targeted
 * advertising.
 */
export type Signal = {
  readonly on: string;
  readonly kind: "gpc";
  readonly position: Position;
  readonly at: number;
};

export type RelationshipKind =
  | "visitor"
  | "prospect"
  | "negotiating"
  | "customer"
  | "former-customer"
  | "applicant"
  | "employee";

export type Relationship = { readonly kind: RelationshipKind; readonly family: string | null };

export type Address = {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly verified: boolean;
  readonly suppressed: "marketing" | "all" | null;
  /** Position of the suppression; a confirmation after it lifts `marketing`. */
  readonly suppressedAt: Position | null;
  readonly confirmedAt: Position | null;
  /**
   * Sale or negotiation in which it was obtained (`sale`, `negotiation`, `other`) and of which
   * family.
   */
  readonly context: {
    readonly kind: "sale" | "negotiation" | "other";
    readonly family: string | null;
  } | null;
  readonly refusalOffered: boolean | null;
};

export type HeldValue = {
  readonly id: string;
  readonly category: string;
  readonly source: string;
  /** Epoch milliseconds; undefined where unknown, and then rule 10 denies. */
  readonly collectedAt?: number;
  /** Retention start events that happened: name -> epoch milliseconds. */
  readonly events: { readonly [event: string]: number };
  /** Purpose -> revisions that were shown at collection. */
  readonly shown: { readonly [purpose: string]: readonly number[] };
  /** Purpose -> revisions that the person was told of since. */
  readonly notified: { readonly [purpose: string]: readonly number[] };
  readonly compartment: string;
  /** Another value took its place: it is history, and serves the person's own rights alone. */
  readonly replaced?: boolean;
};

export type Residence = { readonly declared?: string; readonly predicted?: string };

/**
 * The state of one person at an instant, over all linked subject ids. Every field may be absent,
 * and an absent set is not an empty one: a rule that needs it denies. Only residence may be unknown
 * (then every declared regime attaches).
 */
export type Subject = {
  /** Linked subject ids and the position of each link; the first is the id asked for. */
  readonly ids?: readonly { readonly id: string; readonly linkedAt: Position }[];
  readonly kind?: "person" | "device";
  readonly relationships?: readonly Relationship[];
  readonly residence?: Residence;
  readonly subscriber?: "individual" | "corporate";
  /** Age in whole years: at least `from`, below `below`. */
  readonly ageBand?: { readonly from: number; readonly below: number | null };
  readonly choices?: readonly Choice[];
  readonly objections?: readonly Objection[];
  readonly restrictions?: readonly Restriction[];
  readonly limits?: readonly Limit[];
  readonly signals?: readonly Signal[];
  readonly erased?: { readonly position: Position; readonly at: number } | null;
  readonly addresses?: readonly Address[];
  readonly values?: readonly HeldValue[];
};
