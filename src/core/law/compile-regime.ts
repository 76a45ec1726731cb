import { Temporal } from "temporal-polyfill";
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
  readonly attaches: RegimePack["attaches"];
  readonly processing: readonly Timed<ProcessingRule>[];
  readonly device: readonly Timed<DeviceRule>[];
  readonly contact: { readonly [C in Channel]: readonly Timed<ContactRule>[] };
  readonly transfer: readonly Timed<TransferRule>[];
};

/**
 * Turns the plain dates of a pack into instants of its zone.
 * @throws RangeError where two rules of one matter overlap: then nobody could say which holds.
 */
export function compileRegime(pack: RegimePack): Regime {
  const timed = <T>(matter: string, rules: readonly Dated<T>[]) =>
    compileRules(pack, matter, rules);
  return {
    id: pack.id,
    name: pack.name,
    zone: pack.zone,
    covers: new Set(pack.covers),
    attaches: pack.attaches,
    processing: timed("processing", pack.processing),
    device: timed("device", pack.device),
    contact: {
      email: timed("contact by email", pack.contact.email),
      sms: timed("contact by sms", pack.contact.sms),
      call: timed("contact by call", pack.contact.call),
      post: timed("contact by post", pack.contact.post),
    },
    transfer: timed("transfer", pack.transfer),
  };
}

function compileRules<T>(pack: RegimePack, matter: string, rules: readonly Dated<T>[]) {
  const at = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime(pack.zone).epochMilliseconds;
  const compiled = rules.map(
    ({ from, until, ...rest }): Timed<T> => ({
      ...rest,
      from: at(from),
      until: until === null ? null : at(until),
    }),
  );
  compiled.sort((left, right) => left.from - right.from);
  compiled.forEach((rule, index) => {
    const next = compiled[index + 1];
    if (next !== undefined && (rule.until === null || rule.until > next.from)) {
      throw new RangeError(`\`${pack.id}\`: two rules of ${matter} overlap (${next.provision})`);
    }
  });
  return compiled;
}

/**
 * The rule in force at an instant, or null: the law is silent then, and silence tolerates nothing.
 */
export function ruleAt<T>(rules: readonly Timed<T>[], at: number): Timed<T> | null {
  return rules.find((rule) => isIn(rule, at)) ?? null;
}

export function isIn(
  interval: { readonly from: number; readonly until: number | null },
  at: number,
): boolean {
  return interval.from <= at && (interval.until === null || at < interval.until);
}
