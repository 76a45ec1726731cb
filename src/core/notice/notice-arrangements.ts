/** Parts of the compiled notice that only some organisations have. */
import type { Text } from "./notice.ts";

/** Whether a person must give something (GDPR 13(2)(e)). */
export type Requirement = "statutory" | "contractual" | "for-contract" | "voluntary";

/** For which ages something is meant. Years; null: no bound. */
export type Audience = {
  readonly from: number | null;
  readonly under: number | null;
  readonly guardianConsent: Text | null;
  readonly ageCheck: Text | null;
};

export type Site = {
  readonly host: string;
  readonly name: Text | null;
  /** Id of the controller that runs it. */
  readonly controller: string;
  /** Languages that it is in; those of the notice where it does not say. */
  readonly languages: readonly string[];
  /** Regimes that it answers to; those of the notice where it does not say. */
  readonly regimes: readonly string[];
  readonly audience: Audience | null;
};

export type JointMatter =
  | "information"
  | "access"
  | "rectification"
  | "erasure"
  | "restriction"
  | "portability"
  | "objection"
  | "withdrawal"
  | "complaints"
  | "security"
  | "breaches";

/** An arrangement of joint controllers (GDPR 26). */
export type JointControl = {
  readonly id: string;
  readonly name: Text;
  readonly controllers: readonly string[];
  /** Recipients with the role `joint` that decide with them. */
  readonly recipients: readonly string[];
  readonly purposes: readonly string[];
  readonly essence: Text;
  /** Id of the contact that serves for all of them. */
  readonly contact: string | null;
  /** `by`: id of a controller or recipient. */
  readonly answers: readonly { readonly matters: readonly JointMatter[]; readonly by: string }[];
};

/** A decision by machine alone (GDPR 22). */
export type Decision = {
  readonly id: string;
  readonly name: Text;
  readonly purposes: readonly string[];
  /** What it is made from. */
  readonly categories: ReadonlySet<string>;
  readonly basis: "contract" | "law" | "explicit-consent";
  readonly law: string | null;
  readonly logic: Text;
  /** Significance and envisaged consequences. */
  readonly significance: Text;
  /** How a human looks at it. */
  readonly human: Text;
  readonly contact: string | null;
};

export type FrameworkName =
  | "safe-harbor"
  | "safe-harbor-ch"
  | "shield"
  | "shield-ch"
  | "dpf"
  | "dpf-uk"
  | "dpf-ch";

/** Participation in a framework for transfers to the US. */
export type Framework = {
  readonly id: string;
  readonly framework: FrameworkName;
  /** Certified companies. */
  readonly controllers: readonly string[];
  /** Plain dates. */
  readonly since: string | null;
  readonly until: string | null;
  /** What is covered; empty: all that those companies get. */
  readonly categories: readonly string[];
  readonly humanResources: boolean;
  readonly url: string | null;
  readonly enforcer: "ftc" | "dot" | null;
  readonly recourse: { readonly name: Text; readonly url: string | null } | null;
  readonly arbitration: boolean;
  readonly authorityDisclosure: boolean;
  readonly onwardLiability: boolean;
  readonly contact: string | null;
  readonly about: Text | null;
};

/** A ground for special categories or offences, met beside the basis. */
export type SpecialGround = {
  readonly ground:
    | "explicit-consent"
    | "employment-social-protection"
    | "vital-interests"
    | "not-for-profit"
    | "made-public"
    | "legal-claims"
    | "substantial-public-interest"
    | "health-care"
    | "public-health"
    | "research"
    | "official-authority"
    | "authorised-by-law";
  readonly law: string;
  readonly because: Text | null;
  /** Categories that it is for; empty: all special ones of the purpose. */
  readonly categories: readonly string[];
};

/** What a category is under the CCPA. */
export type CaliforniaCategory = {
  readonly as: readonly string[];
  readonly sensitive: string | null;
};

export type Incentive = {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  readonly categories: readonly string[];
  readonly value: Text;
  readonly join: Text;
  readonly leave: Text;
};

export type CaliforniaMetric = {
  readonly kind: "know" | "delete" | "correct" | "opt-out" | "limit";
  readonly received: number;
  readonly complied: number;
  readonly denied: number;
  readonly medianDays: number;
};

export type California = {
  readonly links: readonly {
    readonly kind: "do-not-sell-or-share" | "limit-sensitive" | "alternative";
    readonly url: string;
  }[];
  readonly optOut: Text | null;
  readonly sensitiveUse: "permitted-purposes" | "limitable" | null;
  readonly minors: Text | null;
  readonly incentives: ReadonlyMap<string, Incentive>;
  readonly metrics: {
    readonly year: number;
    readonly requests: readonly CaliforniaMetric[];
  } | null;
};

export type Security = {
  readonly about: Text;
  readonly measures: readonly Text[];
  readonly standards: readonly string[];
  readonly contact: string | null;
};
