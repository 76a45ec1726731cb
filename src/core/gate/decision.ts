import type { BasisKind } from "#core/law/regime";
import type { ReasonCode } from "./codes.ts";
import type { Choice } from "./subject.ts";

/**
 * Why not: the rule's number in GATE.md, a stable code, the regime where it differs by regime, and
 * what it is about.
 */
export type Reason = {
  readonly rule: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
  readonly code: ReasonCode;
  readonly regime: string | null;
  /** Id of the thing meant: a category, purpose, recipient, stored item, country, address. */
  readonly what: string | null;
  readonly provision: string | null;
  /** When the fact that denies began (epoch milliseconds), for the sentence. */
  readonly since: number | null;
};

/**
 * What the user of the permit must do, discharged by the sender: `sender-identity`, `way-out`, ...
 */
export type Obligation = { readonly code: string; readonly what: string | null };

/** The basis that holds in one regime, with the choice it rests on where it rests on one. */
export type Relied = {
  readonly regime: string;
  readonly basis: BasisKind;
  readonly law: string;
  readonly choice: Choice | null;
};

export type Allowed = {
  readonly allowed: true;
  readonly relied: readonly Relied[];
  readonly obligations: readonly Obligation[];
  /**
   * Per category, the ids of the held values that may be used; undefined for a category that the
   * use collects.
   */
  readonly values: ReadonlyMap<string, readonly string[]>;
};

export type Denied = { readonly allowed: false; readonly reasons: readonly Reason[] };

export type Decision = Allowed | Denied;
