import { compileRegimes, type Regime } from "#core/law/compile-regime";
import type { RegimePack } from "#core/law/regime";
import { ca } from "./ca.ts";
import { ch } from "./ch.ts";
import { eu } from "./eu.ts";
import { uk } from "./uk.ts";
import { us } from "./us.ts";
import { usCa } from "./us-ca.ts";
import { usStates } from "./us-states.ts";

export const REGIME_PACKS: readonly RegimePack[] = [uk, eu, ch, us, usCa, ...usStates, ca];

/** The rule packs of the product, ready for the gate. */
export const REGIMES: readonly Regime[] = compileRegimes(REGIME_PACKS);
