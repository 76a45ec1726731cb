import { compileRegime, type Regime } from "#core/law/compile-regime";
import type { RegimePack } from "#core/law/regime";
import { eu } from "./eu.ts";
import { uk } from "./uk.ts";

export const REGIME_PACKS: readonly RegimePack[] = [uk, eu];

/** The rule packs of the product, ready for the gate. */
export const REGIMES: readonly Regime[] = REGIME_PACKS.map(compileRegime);
