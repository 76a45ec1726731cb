/** Grounds on which the law lets a controller refuse or take longer, as data. Pure. */
import type { ClockKind } from "./clock-rule.ts";

type Ground = {
  readonly id: string;
  /** Article of the GDPR; the United Kingdom's has the same numbers. */
  readonly article: string;
  /** Null: any kind. */
  readonly kinds: readonly ClockKind[] | null;
};

const COPIES: readonly ClockKind[] = ["access", "portability"];

export const REFUSAL_GROUNDS = [
  { id: "not-identified", article: "12(2)", kinds: null },
  { id: "manifestly-unfounded", article: "12(5)(b)", kinds: null },
  { id: "excessive", article: "12(5)(b)", kinds: null },
  { id: "rights-of-others", article: "15(4)", kinds: COPIES },
  { id: "accurate", article: "16", kinds: ["correction"] },
  { id: "expression", article: "17(3)(a)", kinds: ["erasure"] },
  { id: "legal-obligation", article: "17(3)(b)", kinds: ["erasure"] },
  { id: "archiving", article: "17(3)(d)", kinds: ["erasure"] },
  { id: "legal-claims", article: "17(3)(e)", kinds: ["erasure"] },
  { id: "not-restrictable", article: "18(1)", kinds: ["restriction"] },
  { id: "compelling-grounds", article: "21(1)", kinds: ["objection"] },
  { id: "unfounded-complaint", article: "12(4)", kinds: ["complaint"] },
] as const satisfies readonly Ground[];

export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]["id"];

/** GDPR 12(3): by the complexity and the number of the requests. */
export const EXTENSION_GROUNDS = ["complex", "many"] as const;
export type ExtensionGround = (typeof EXTENSION_GROUNDS)[number];

export function groundsFor(kind: ClockKind): readonly RefusalGround[] {
  const all: readonly Ground[] = REFUSAL_GROUNDS;
  return all
    .filter(({ kinds }) => kinds === null || kinds.includes(kind))
    .map(({ id }) => id as RefusalGround);
}

/**
 * The provision that a refusal rests on. CHOICE: under a law that is not the GDPR or its British
 * twin none is named here; the colleague's own words must, for the letter is not sent without any.
 */
export function provisionOf(ground: string, regime: string): string | null {
  const found = REFUSAL_GROUNDS.find(({ id }) => id === ground);
  if (found === undefined || /^(us|ch)(-|$)/.test(regime)) return null;
  return `${/^uk(-|$)/.test(regime) ? "UK GDPR" : "GDPR"} ${found.article}`;
}
