import { covers, coversResidence, isDeclared, type Places } from "./choose-regime.ts";
import type { Regime } from "./compile-regime.ts";

export type { Places } from "./choose-regime.ts";
export type Matter = "processing" | "device" | "contact" | "transfer";

export type Attached = { readonly [M in Matter]: readonly Regime[] };

/**
 * Regimes that each matter of a use is held against. None: the use is denied (GATE.md, "regimes").
 * One pass, for every decision asks it and most packs are about somewhere else.
 */
export function attachedRegimes(regimes: readonly Regime[], places: Places): Attached {
  const attached = {
    ...{ processing: [] as Regime[], device: [] as Regime[] },
    ...{ contact: [] as Regime[], transfer: [] as Regime[] },
  };
  for (const regime of regimes) {
    const lives = coversResidence(regime, places);
    const sits = covers(regime, places.establishment);
    if (!lives && !sits) continue;
    const { processing, device, contact, transfer } = regime.attaches;
    const binds =
      processing.residence === "declared" ? isMeant(regime, places) : processing.residence;
    if ((processing.establishment && sits) || (binds && lives)) attached.processing.push(regime);
    if (device && lives) attached.device.push(regime);
    if (contact && lives) attached.contact.push(regime);
    if (transfer && sits) attached.transfer.push(regime);
  }
  return attached;
}

function isMeant(regime: Regime, { declared }: Places): boolean {
  const { basesFrom } = regime;
  return isDeclared(regime, declared) || (basesFrom !== null && declared.includes(basesFrom));
}
