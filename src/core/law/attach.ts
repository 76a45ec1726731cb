import { unreachable } from "#kit/assert";
import type { Regime } from "./compile-regime.ts";

export type Matter = "processing" | "device" | "contact" | "transfer";

export type Places = {
  /** Country of the controller that acts: establishment and exporter. */
  readonly establishment: string;
  /** Declared residence, else predicted; null: unknown. */
  readonly residence: string | null;
  /**
   * Regimes that the notice declares; all of them attach to a person whose residence nobody knows.
   */
  readonly declared: readonly string[];
};

/** Regimes that a matter of a use is held against. None: the use is denied (GATE.md, "regimes"). */
export function attachedRegimes(
  regimes: readonly Regime[],
  matter: Matter,
  places: Places,
): readonly Regime[] {
  return regimes.filter((regime) => {
    const { attaches } = regime;
    const lives = coversResidence(regime, places);
    switch (matter) {
      case "processing":
        return (
          (attaches.processing.establishment && covers(regime, places.establishment)) ||
          (attaches.processing.residence && lives)
        );
      case "device":
        return attaches.device && lives;
      case "contact":
        return attaches.contact && lives;
      case "transfer":
        return attaches.transfer && covers(regime, places.establishment);
      default:
        return unreachable(matter);
    }
  });
}

function coversResidence(regime: Regime, { residence, declared }: Places): boolean {
  if (residence === null) return declared.includes(regime.id);
  return covers(regime, residence);
}

/**
 * `GB-SCT` is within `GB`. A country whose subdivision a pack covers (`US` and `US-CA`) may be that
 * subdivision. CHOICE: it then attaches, which protects the person.
 */
function covers(regime: Regime, place: string): boolean {
  if (regime.covers.has(place)) return true;
  const country = place.split("-")[0] ?? place;
  if (country !== place) return regime.covers.has(country);
  for (const covered of regime.covers) if (covered.startsWith(`${country}-`)) return true;
  return false;
}
