import type { Channel } from "#core/law/regime";

export type UseKind = "collect" | "device" | "process" | "contact" | "disclose";

/**
 * One use of personal data, for one purpose, over a set of categories (GATE.md, "Words"). Fields
 * that the kind does not need stay undefined; a rule that needs an undefined one denies.
 */
export type Use = {
  readonly kind: UseKind;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** Controller acting; undefined where the notice has one controller. */
  readonly controller?: string;
  readonly source?: string;
  /** Version of the notice (with its terms) that was shown; for `collect` from the person. */
  readonly versionShown?: number;
  readonly storedItem?: string;
  readonly lifetimeSeconds?: number;
  readonly channel?: Channel;
  /** Id of the address used, among the subject's addresses. */
  readonly address?: string;
  readonly topic?: string;
  readonly family?: string;
  readonly messageClass?: string;
  readonly partClasses?: readonly string[];
  readonly recipient?: string;
  /** Country of the recipient, or that staff access comes from (ISO 3166-1 alpha-2). */
  readonly country?: string;
  /** Condition of a transfer derogation that this very use meets. */
  readonly derogation?: string;
  /** Approved legal request under which an authority is answered. */
  readonly legalRequest?: string;
  readonly compartment?: string;
};
