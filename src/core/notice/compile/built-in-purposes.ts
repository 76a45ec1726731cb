import type { BasisKind, Channel } from "#core/law/regime";
import { BUILT_IN_PURPOSE_IDS, type BuiltInPurposeId } from "../built-in.ts";
import type { BasisDeclaration, Category, Purpose } from "../notice.ts";
import { say } from "../render/messages.ts";
import { lawOf } from "./built-in-law.ts";
import type { Texts } from "./texts.ts";

type Fixed = {
  readonly kind: BasisKind;
  readonly channels: readonly Channel[];
};

/**
 * GATE.md, "Built-in purposes". `confirm-address` is a step taken at the person's own request,
 * before any contract.
 */
const FIXED: { readonly [I in BuiltInPurposeId]: Fixed } = {
  rights: { kind: "legal-obligation", channels: ["email", "post", "call"] },
  "notice-change": { kind: "legal-obligation", channels: ["email", "post"] },
  security: { kind: "legitimate-interests", channels: ["email"] },
  "confirm-address": { kind: "contract", channels: ["email", "sms"] },
};

/**
 * The purposes that every notice has, with the same basis under every regime that it answers to.
 */
export function builtInPurposes(
  regimes: readonly string[],
  categories: ReadonlyMap<string, Category>,
  date: string,
  texts: Texts,
): ReadonlyMap<string, Purpose> {
  return new Map(
    BUILT_IN_PURPOSE_IDS.map((id) => {
      const used = new Set(usedBy(id, [...categories.values()]));
      return [id, builtInPurpose(id, used, regimes, date, texts)];
    }),
  );
}

/**
 * Address, name and language, under whatever ids the manifest declares them. "What was asked" of
 * `rights` is anything that is held: a person who asks for access gets all of it.
 */
function usedBy(id: BuiltInPurposeId, categories: readonly Category[]): readonly string[] {
  const used = categories.filter(
    ({ id: category, kind, builtIn }) =>
      id === "rights" || kind !== null || (builtIn && category === "address"),
  );
  return used.map((category) => category.id);
}

function builtInPurpose(
  id: BuiltInPurposeId,
  categories: ReadonlySet<string>,
  regimes: readonly string[],
  date: string,
  texts: Texts,
): Purpose {
  const fixed = FIXED[id];
  const because = texts.each((language) => say(language, `built-in.${id}.because`));
  const basisIn = (regime: string): BasisDeclaration => ({
    kind: fixed.kind,
    law: lawOf(fixed.kind, regime, date),
    because,
    interest: null,
    interestOf: null,
  });
  return {
    id,
    revision: 1,
    name: texts.each((language) => say(language, `built-in.${id}.name`)),
    about: texts.each((language) => say(language, `built-in.${id}.about`)),
    clause: null,
    builtIn: true,
    research: false,
    directMarketing: false,
    profilingFor: null,
    sale: false,
    sharing: false,
    targetedAdvertising: false,
    categories,
    channels: new Set(fixed.channels),
    topics: new Set(),
    families: new Set(),
    restrictionGround: null,
    grantTermMonths: null,
    askAgainMonths: null,
    dpv: null,
    controllers: [],
    withdrawal: null,
    specialGrounds: new Map(),
    bases: new Map(regimes.map((regime) => [regime, [basisIn(regime)]])),
  };
}
