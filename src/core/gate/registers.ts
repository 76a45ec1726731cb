/**
 * What is true of the organisation and the world (GATE.md, "registers"). Intervals are half-open,
 * epoch milliseconds.
 */
export type Interval = { readonly from: number; readonly until: number | null };

export type Agreement = Interval & {
  readonly recipient: string;
  readonly purposes: readonly string[] | null;
};

/**
 * A mechanism of transfer and its life, where it serves one recipient only with that recipient's
 * own certification. From `newUntil` on (epoch milliseconds) it carries only agreements that began
 * before; absent: it is open to new ones.
 */
export type Mechanism = Interval & {
  readonly id: string;
  readonly regime: string;
  readonly newUntil?: number;
};
export type Certification = Interval & { readonly recipient: string; readonly mechanism: string };
export type Adequacy = Interval & { readonly regime: string; readonly country: string };
export type Suspension = Interval & { readonly recipient: string };

export type LegalRequest = {
  readonly id: string;
  readonly recipient: string;
  readonly approvedAt: number;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
};

/**
 * A do-not-call or mailing-preference file: when it was last fetched. Who is on it is a fact of the
 * address.
 */
export type ScreeningFile = {
  readonly register: string;
  readonly fetchedAt: number;
  /** Address ids on the file. */
  readonly listed: ReadonlySet<string>;
};

export type LegalHold = Interval & {
  readonly id: string;
  readonly purpose: string;
  readonly compartment: string;
  readonly values: ReadonlySet<string>;
};

export type CompellingGrounds = Interval & {
  readonly purpose: string;
  readonly subject: string | null;
};

/** Families of similar products: a sale of one makes the others "similar". */
export type SimilarFamilies = { readonly family: string; readonly similar: readonly string[] };

/** As with a subject: an absent register is not an empty one. */
export type Registers = {
  readonly agreements?: readonly Agreement[];
  readonly certifications?: readonly Certification[];
  readonly adequacy?: readonly Adequacy[];
  readonly mechanisms?: readonly Mechanism[];
  readonly suspensions?: readonly Suspension[];
  readonly legalRequests?: readonly LegalRequest[];
  readonly screening?: readonly ScreeningFile[];
  readonly holds?: readonly LegalHold[];
  readonly compellingGrounds?: readonly CompellingGrounds[];
  readonly families?: readonly SimilarFamilies[];
};
