import { Temporal } from "temporal-polyfill";
import { isCountry } from "#core/notice/codes";
import type { Dated, Gap, RegimePack } from "./regime.ts";

/** What is wrong with a pack: where, why, and the rules and dates meant. */
export type PackFault = {
  readonly pack: string;
  /** `processing`, `contact by email`, `clock access`, `pack`. */
  readonly matter: string;
  readonly reason: string;
};

type Rules = readonly Dated<unknown>[];

/** Every list of dated rules of a pack with the name of its matter. */
export function mattersOf(pack: RegimePack): readonly (readonly [matter: string, Rules])[] {
  const clocks = new Map<string, Dated<unknown>[]>();
  for (const { kinds, rules } of pack.clocks)
    for (const kind of kinds)
      clocks.set(`clock ${kind}`, [...(clocks.get(`clock ${kind}`) ?? []), ...rules]);
  return [
    ["processing", pack.processing],
    ["device", pack.device],
    ["contact by email", pack.contact.email],
    ["contact by sms", pack.contact.sms],
    ["contact by call", pack.contact.call],
    ["contact by post", pack.contact.post],
    ["transfer", pack.transfer],
    ...clocks,
    ["fees", pack.fees],
    ["complaints", pack.complaints.general],
    ["complaints under a framework", pack.complaints.framework],
  ];
}

/** Faults of a pack by which nobody could say what the law was on some day. Empty: it is sound. */
export function faultsOf(pack: RegimePack): readonly PackFault[] {
  const fault = (matter: string) => (reason: string) => ({ pack: pack.id, matter, reason });
  const matters = mattersOf(pack);
  return [
    ...idFaults(pack).map(fault("pack")),
    ...matters.flatMap(([matter, rules]) => ruleFaults(rules).map(fault(matter))),
    ...matters.flatMap(([matter, rules]) =>
      orderFaults(
        rules,
        pack.gaps.filter((gap) => gap.matter === matter),
      ).map(fault(matter)),
    ),
    ...gapFaults(pack, new Map(matters)).map(fault("gaps")),
  ];
}

const ID = /^[a-z]{2,3}(-[a-z]{2,3})?$/;
const PLACE = /^([A-Z]{2})(-[A-Z0-9]{1,3})?$/;

function idFaults(pack: RegimePack): readonly string[] {
  const ids = [pack.id, ...pack.jurisdictions.map(({ id }) => id)];
  const places = [...pack.covers, ...pack.jurisdictions.map(({ place }) => place)];
  const zones = [pack.zone, ...pack.jurisdictions.map(({ zone }) => zone)];
  const calendars = [pack, ...pack.jurisdictions].filter((each) => each.calendars.length === 0);
  return [
    ...ids.filter((id) => !ID.test(id)).map((id) => `\`${id}\` is no id of a regime`),
    ...repeated(ids).map((id) => `the id \`${id}\` stands twice`),
    ...places.filter((place) => !isPlace(place)).map((place) => `\`${place}\` is no country`),
    ...repeated(pack.covers).map((place) => `\`${place}\` is covered twice`),
    ...zones.filter((zone) => !isZone(zone)).map((zone) => `\`${zone}\` is no time zone`),
    ...calendars.map(({ id }) => `\`${id}\` has no calendar of holidays`),
    ...pack.jurisdictions
      .filter(
        ({ place }) => !pack.covers.includes(place) && !pack.covers.includes(place.slice(0, 2)),
      )
      .map(({ id, place }) => `\`${id}\` lies in \`${place}\`, which the pack does not cover`),
    ...pack.transfer
      .flatMap(({ rule }) => rule.home)
      .filter((place) => !isPlace(place))
      .map((place) => `\`${place}\`, a home of transfers, is no country`),
  ];
}

const repeated = (all: readonly string[]) =>
  all.filter((each, index) => all.indexOf(each) !== index);

function isPlace(place: string): boolean {
  const [, country] = PLACE.exec(place) ?? [];
  return country !== undefined && isCountry(country);
}

function isZone(zone: string): boolean {
  try {
    Temporal.PlainDate.from("2000-01-01").toZonedDateTime(zone);
    // An offset has no history of summer times, and the law of a place has one.
    return zone === "UTC" || zone.includes("/");
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function ruleFaults(rules: Rules): readonly string[] {
  return rules.flatMap((rule) => {
    const { from, until, provision, confirmed } = rule;
    const of = `(${typeof provision === "string" && provision !== "" ? provision : "no provision"})`;
    return [
      ...(typeof provision === "string" && provision.trim() !== ""
        ? []
        : [`the rule from ${from} names no provision`]),
      ...(typeof confirmed === "boolean"
        ? []
        : [`the rule from ${from} ${of} lacks \`confirmed\``]),
      ...(isDay(from) ? [] : [`\`${from}\` is no day ${of}`]),
      ...(until === null || isDay(until) ? [] : [`\`${until}\` is no day ${of}`]),
      ...(until !== null && isDay(from) && isDay(until) && until <= from
        ? [`the rule ends on ${until}, before it begins on ${from} ${of}`]
        : []),
    ];
  });
}

function orderFaults(rules: Rules, gaps: readonly Gap[]): readonly string[] {
  const sorted = rules
    .filter(({ from, until }) => isDay(from) && (until === null || isDay(until)))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.flatMap((rule, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return [];
    const both = `${lifeOf(rule)} and ${lifeOf(next)}`;
    if (rule.until === null || rule.until > next.from) return [`two rules overlap: ${both}`];
    if (rule.until === next.from) return [];
    const declared = gaps.some(({ from, until }) => from === rule.until && until === next.from);
    return declared
      ? []
      : [`no rule from ${rule.until} until ${next.from}, and no gap is declared: ${both}`];
  });
}

const lifeOf = ({ from, until, provision }: Dated<unknown>) =>
  `${provision} (${from} to ${until ?? "now"})`;

function gapFaults(pack: RegimePack, matters: ReadonlyMap<string, Rules>): readonly string[] {
  return pack.gaps.flatMap(({ matter, from, until }) => {
    const rules = matters.get(matter);
    if (rules === undefined) return [`a gap is declared in \`${matter}\`, which the pack has not`];
    const bounds =
      rules.some((rule) => rule.until === from) && rules.some((rule) => rule.from === until);
    return bounds
      ? []
      : [`the gap in ${matter} from ${from} until ${until} lies between no two rules`];
  });
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
