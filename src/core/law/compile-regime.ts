import { Temporal } from "temporal-polyfill";
import type { ClockKind, ClockRule, ComplaintRule, FeeRule } from "./clock-rule.ts";
import { faultsOf } from "./pack-faults.ts";
import type {
  Channel,
  ContactRule,
  Dated,
  DeviceRule,
  ProcessingRule,
  RegimePack,
  TransferRule,
} from "./regime.ts";

/** A dated rule as the gate reads it: half-open, epoch milliseconds. */
export type Timed<T> = {
  readonly from: number;
  readonly until: number | null;
  readonly provision: string;
  readonly confirmed: boolean;
  readonly rule: T;
};

export type Regime = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly covers: ReadonlySet<string>;
  /** Countries of which it covers a subdivision (`US` of `US-CA`). */
  readonly countries: ReadonlySet<string>;
  readonly attaches: RegimePack["attaches"];
  readonly basesFrom: string | null;
  readonly calendars: RegimePack["calendars"];
  readonly jurisdictions: RegimePack["jurisdictions"];
  readonly processing: readonly Timed<ProcessingRule>[];
  readonly device: readonly Timed<DeviceRule>[];
  readonly contact: { readonly [C in Channel]: readonly Timed<ContactRule>[] };
  readonly transfer: readonly Timed<TransferRule>[];
  /** Clocks, fees and complaints go by plain days: whatever was received on the day. */
  readonly clocks: ReadonlyMap<ClockKind, readonly Dated<ClockRule>[]>;
  readonly fees: readonly Dated<FeeRule>[];
  readonly complaints: {
    readonly general: readonly Dated<ComplaintRule>[];
    readonly framework: readonly Dated<ComplaintRule>[];
  };
};

/**
 * Turns the plain dates of a pack into instants of its zone.
 * @throws RangeError where the pack is at fault (`faultsOf`), with each place and reason: two rules
 * of one matter that overlap, for example, of which nobody could say which holds.
 */
export function compileRegime(pack: RegimePack): Regime {
  const faults = faultsOf(pack);
  if (faults.length > 0) {
    const lines = faults.map(({ pack: id, matter, reason }) => `\`${id}\`, ${matter}: ${reason}`);
    throw new RangeError(lines.join("\n"));
  }
  const timed = <T>(rules: readonly Dated<T>[]) => timedRules(pack.zone, rules);
  const { email, sms, call, post } = pack.contact;
  return {
    id: pack.id,
    name: pack.name,
    zone: pack.zone,
    covers: new Set(pack.covers),
    countries: new Set(pack.covers.filter((place) => place.includes("-")).map(countryOf)),
    attaches: pack.attaches,
    basesFrom: pack.basesFrom,
    calendars: pack.calendars,
    jurisdictions: pack.jurisdictions,
    processing: timed(pack.processing),
    device: timed(pack.device),
    contact: { email: timed(email), sms: timed(sms), call: timed(call), post: timed(post) },
    transfer: timed(pack.transfer),
    clocks: clocksOf(pack),
    fees: pack.fees,
    complaints: pack.complaints,
  };
}

/**
 * Compiles all packs together. @throws RangeError also where two packs know the same id, or one
 * takes bases from a pack that is not there.
 */
export function compileRegimes(packs: readonly RegimePack[]): readonly Regime[] {
  const seen = new Map<string, string>();
  for (const pack of packs) {
    for (const { id } of [pack, ...pack.jurisdictions]) {
      const other = seen.get(id);
      if (other !== undefined)
        throw new RangeError(`\`${pack.id}\`, pack: the id \`${id}\` is known to \`${other}\` too`);
      seen.set(id, pack.id);
    }
  }
  for (const { id, basesFrom } of packs) {
    if (basesFrom === null || packs.some((other) => other.id === basesFrom)) continue;
    throw new RangeError(`\`${id}\`, pack: takes bases from \`${basesFrom}\`, which is no pack`);
  }
  return packs.map(compileRegime);
}

const countryOf = (place: string) => place.slice(0, 2);

function timedRules<T>(zone: string, rules: readonly Dated<T>[]): readonly Timed<T>[] {
  const at = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  const compiled = rules.map(
    ({ from, until, ...rest }): Timed<T> => ({
      ...rest,
      from: at(from),
      until: until === null ? null : at(until),
    }),
  );
  return compiled.sort((left, right) => left.from - right.from);
}

function clocksOf(pack: RegimePack): Regime["clocks"] {
  const clocks = new Map<ClockKind, readonly Dated<ClockRule>[]>();
  for (const { kinds, rules } of pack.clocks)
    for (const kind of kinds) clocks.set(kind, [...(clocks.get(kind) ?? []), ...rules]);
  return clocks;
}

/**
 * The rule in force at an instant, or null: the law is silent then, and silence tolerates nothing.
 */
export function ruleAt<T>(rules: readonly Timed<T>[], at: number): Timed<T> | null {
  return rules.find((rule) => isIn(rule, at)) ?? null;
}

/** The rule in force on a day (`2026-01-31`), or null. */
export function ruleOn<T>(rules: readonly Dated<T>[], day: string): Dated<T> | null {
  return rules.find(({ from, until }) => from <= day && (until === null || day < until)) ?? null;
}

export function isIn(
  interval: { readonly from: number; readonly until: number | null },
  at: number,
): boolean {
  return interval.from <= at && (interval.until === null || at < interval.until);
}
