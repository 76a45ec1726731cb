import type { Calendar } from "./calendar.ts";
import { type Regime, ruleAt } from "./compile-regime.ts";

/** Where the acting controller sits, where the person lives, and what the notice declares. */
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

/** A regime, or a part of its place with holidays of its own (`fr` within `eu`). */
export type Jurisdictional = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly calendars: readonly Calendar[];
  readonly regime: Regime;
};

/** Every id by which a regime or a part of one is known, in the order of the packs. */
export function jurisdictionsOf(regimes: readonly Regime[]): readonly Jurisdictional[] {
  return regimes.flatMap((regime) => [
    { id: regime.id, name: regime.name, zone: regime.zone, calendars: regime.calendars, regime },
    ...regime.jurisdictions.map(({ id, name, zone, calendars }) => ({
      ...{ id, name, zone, calendars, regime },
    })),
  ]);
}

/** The regime, or the part of one, of an id such as `uk`, `fr`, `us-ca`; null: none is known. */
export function jurisdictionOf(regimes: readonly Regime[], id: string): Jurisdictional | null {
  return jurisdictionsOf(regimes).find((each) => each.id === id) ?? null;
}

/**
 * The one law whose clock a request runs on: that of the person's place where the notice declares
 * it and it was in force, with that place's own holidays; else the first that the notice declares.
 * @param at epoch milliseconds.
 * @returns null where the notice declares none that is known.
 */
export function jurisdictionFor(
  regimes: readonly Regime[],
  { residence, declared }: Pick<Places, "residence" | "declared">,
  at: number,
): Jurisdictional | null {
  const inForce = regimes.filter(({ processing }) => ruleAt(processing, at) !== null);
  const own = inForce.filter(
    (regime) => residence !== null && covers(regime, residence) && isDeclared(regime, declared),
  );
  const rank = (regime: Regime) => declared.findIndex((id) => isDeclared(regime, [id]));
  const [first] = own.sort((one, other) => rank(one) - rank(other));
  if (first !== undefined && residence !== null) {
    const part = first.jurisdictions.find(({ place }) => place === residence);
    return jurisdictionOf(regimes, part?.id ?? first.id);
  }
  for (const id of declared) {
    const found = jurisdictionOf(regimes, id);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a notice declares a regime, by its own id or that of a part (`fr` declares `eu`). */
export function isDeclared(regime: Regime, declared: readonly string[]): boolean {
  return declared.some(
    (id) => id === regime.id || regime.jurisdictions.some((part) => part.id === id),
  );
}

/** Whether the regime is the law of where the person lives. */
export function coversResidence(regime: Regime, { residence, declared }: Places): boolean {
  return residence === null ? isDeclared(regime, declared) : covers(regime, residence);
}

/**
 * `GB-SCT` is within `GB`. A country whose subdivision a pack covers (`US` and `US-CA`) may be that
 * subdivision. CHOICE: it then attaches, which protects the person.
 */
export function covers(regime: Regime, place: string): boolean {
  if (regime.covers.has(place) || regime.countries.has(place)) return true;
  const dash = place.indexOf("-");
  return dash > 0 && regime.covers.has(place.slice(0, dash));
}
