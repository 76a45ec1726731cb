import type { BasisKind, Channel } from "#core/law/regime";
import { BUILT_IN_PURPOSE_IDS, type BuiltInPurposeId } from "../built-in.ts";
import type { BasisDeclaration, Purpose } from "../notice.ts";
import { say } from "../render/messages.ts";
import type { Texts } from "./texts.ts";

type Fixed = {
  readonly kind: BasisKind;
  readonly categories: readonly string[];
  readonly channels: readonly Channel[];
};

const CONTACT = ["address", "name", "language"];

/** GATE.md, "Built-in purposes". `confirm-address` is a step taken at the person's own request, before any contract. */
const FIXED: { readonly [I in BuiltInPurposeId]: Fixed } = {
  rights: {
    kind: "legal-obligation",
    categories: [...CONTACT, "request"],
    channels: ["email", "post", "call"],
  },
  "notice-change": { kind: "legal-obligation", categories: CONTACT, channels: ["email", "post"] },
  security: { kind: "legitimate-interests", categories: CONTACT, channels: ["email"] },
  "confirm-address": { kind: "contract", categories: CONTACT, channels: ["email", "sms"] },
};

/** The purposes that every notice has, with the same basis under every regime that it answers to. */
export function builtInPurposes(
  regimes: readonly string[],
  texts: Texts,
): ReadonlyMap<string, Purpose> {
  return new Map(
    BUILT_IN_PURPOSE_IDS.map((id) => [id, builtInPurpose(id, FIXED[id], regimes, texts)]),
  );
}

function builtInPurpose(
  id: BuiltInPurposeId,
  fixed: Fixed,
  regimes: readonly string[],
  texts: Texts,
): Purpose {
  const basis: BasisDeclaration = {
    kind: fixed.kind,
    law: "GATE.md, built-in purposes",
    because: texts.each((language) => say(language, `built-in.${id}.because`)),
    interest: null,
  };
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
    categories: new Set(fixed.categories),
    channels: new Set(fixed.channels),
    topics: new Set(),
    families: new Set(),
    restrictionGround: null,
    grantTermMonths: null,
    askAgainMonths: null,
    dpv: null,
    bases: new Map(regimes.map((regime) => [regime, [basis]])),
  };
}
