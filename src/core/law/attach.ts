import { unreachable } from "#kit/assert";
import { covers, coversResidence, type Places } from "./choose-regime.ts";
import type { Regime } from "./compile-regime.ts";

export type { Places } from "./choose-regime.ts";
export type Matter = "processing" | "device" | "contact" | "transfer";

/** Regimes that a matter of a use is held against. None: the use is denied (GATE.md, "regimes"). */
export function attachedRegimes(
  regimes: readonly Regime[],
  matter: Matter,
  places: Places,
): readonly Regime[] {
  return regimes.filter((regime) => {
    const { attaches } = regime;
    switch (matter) {
      case "processing":
        return (
          (attaches.processing.establishment && covers(regime, places.establishment)) ||
          (attaches.processing.residence && coversResidence(regime, places))
        );
      case "device":
        return attaches.device && coversResidence(regime, places);
      case "contact":
        return attaches.contact && coversResidence(regime, places);
      case "transfer":
        return attaches.transfer && covers(regime, places.establishment);
      default:
        return unreachable(matter);
    }
  });
}
