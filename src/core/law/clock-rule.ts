/** The vocabulary of clocks: what must be done by when, as data of a regime pack. */

/**
 * Requests by what is asked; `opt-out`: of sale, sharing, targeted advertising, in Europe of
 * marketing; `limit`: the use of sensitive data (Cal. Civ. Code 1798.121); `appeal`: against a
 * refusal, to the controller; `complaint`: to the controller; `framework-complaint`: to an
 * organisation certified under a transfer framework; `marketing-opt-out`, `call-opt-out`:
 * commercial mail, or calls and text messages, are to stop. `breach` is told to the authority,
 * `breach-people` to the people concerned, `breach-telecom` by a provider of public electronic
 * communications to its authority.
 */
export const CLOCK_KINDS = [
  "access",
  "correction",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "opt-out",
  "limit",
  "automated-decision",
  "appeal",
  "complaint",
  "framework-complaint",
  "marketing-opt-out",
  "call-opt-out",
  "breach",
  "breach-people",
  "breach-telecom",
] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_EVENTS = [
  "identity-asked",
  "identity-proven",
  "located",
  "fee-notified",
  "fee",
  "clarification-asked",
  "clarified",
  "extended",
  "extended-until",
  "confirmed",
] as const;

/**
 * What may happen to a request after its receipt. `located`: the information by which its data can
 * be found was given; `fee`: it was paid; `fee-notified`: the person was told of it; `extended`:
 * the person was told that the answer takes longer; `confirmed`: that the request arrived.
 */
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

export type Length = {
  readonly count: number;
  readonly unit: "months" | "days" | "business-days" | "hours";
};

/** Where a part of a rule stands, and whether a source confirms it. */
export type Cited = { readonly provision: string; readonly confirmed: boolean };

/** The clock starts on the last of receipt and these, each where it happened. */
export type Start = Cited & {
  readonly event: ClockEvent;
  /** Days after the event that are the person's to think it over; 0: it starts at once. */
  readonly reflectionDays: number;
};

/**
 * The clock stands still from one event to the other. `both`: both end-days are counted as
 * standing still; `one`: the days from the one to the other, which is the earlier reading.
 */
export type Pause = Cited & {
  readonly from: ClockEvent;
  readonly to: ClockEvent;
  readonly endDays: "both" | "one";
};

/**
 * Told of within the first length. @param total length from the start, the first one included;
 * null: to the day that the person was told (`extended-until`).
 */
export type Extension = Cited & { readonly total: Length | null };

export type ClockRule = {
  /** What must be done, in words that follow "must": "answer the request". */
  readonly duty: string;
  /** Null: the law names no day, and what it says instead. */
  readonly length: Length | null;
  /** Whether the day of the start is itself the first that is counted. */
  readonly countsStart: boolean;
  /** Whether a last day on which nobody works moves to the next on which they do. */
  readonly roll: Cited | null;
  readonly starts: readonly Start[];
  readonly pauses: readonly Pause[];
  readonly extension: Extension | null;
  /** The receipt itself is confirmed to the person within a length of its own. */
  readonly confirmation: (Cited & { readonly length: Length }) | null;
  /** Where the law can be read in two ways: which reading this is. Null: no doubt is known. */
  readonly reading: string | null;
};

/** Whether a request may cost the person something. */
export type FeeRule = {
  /** `always`: for any request; `excessive`: only for what is manifestly unfounded or excessive. */
  readonly mayAsk: "always" | "excessive" | "never";
  /** Highest sum in whole units of the currency; null: the law names none. */
  readonly cap: { readonly amount: number; readonly currency: string } | null;
  /** When it may be asked, in words. */
  readonly when: string;
  /** Days in which the person, told of the fee, may take the request back. */
  readonly reflectionDays: number | null;
};

/** One step of the way of a complaint. */
export type ComplaintStep = Cited & {
  readonly to: "controller" | "dispute-body" | "authority" | "tribunal" | "court" | "arbitration";
  readonly name: string;
  /** The clock that times it; null: none. */
  readonly clock: ClockKind | null;
};

export type ComplaintRule = { readonly steps: readonly ComplaintStep[] };
