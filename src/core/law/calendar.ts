import { Temporal } from "temporal-polyfill";
import { easterOf, orthodoxEasterOf } from "./easter.ts";

export type PlainDate = Temporal.PlainDate;

/**
 * What happens to a holiday that falls on a weekend: `none`; `next`: the next days that are neither
 * weekend nor taken; `nearest`: Saturday to Friday, Sunday to Monday; `sunday`: Sunday to Monday.
 */
export type Substitute = "none" | "next" | "nearest" | "sunday";

/** Which day of a year a holiday is. */
export type HolidayOn =
  /** `12-25` */
  | { readonly fixed: string }
  /** Days from Easter Sunday, western or orthodox. */
  | { readonly easter: number }
  | { readonly orthodox: number }
  /** The nth (1, 2, ...; -1: the last) weekday (Monday 1) of a month. */
  | { readonly weekday: readonly [month: number, weekday: number, nth: number] }
  /** The first such weekday on or after a day (`06-20`). */
  | { readonly weekdayFrom: readonly [day: string, weekday: number] }
  /** Days that a law or a proclamation made once. */
  | { readonly once: readonly string[] };

export type Holiday = {
  readonly on: HolidayOn;
  readonly substitute: Substitute;
  /** First and last year in which the law has it; null: no bound is known. */
  readonly from: number | null;
  readonly until: number | null;
  /** Years in which another day took its place. */
  readonly except: readonly number[];
};

/** The holidays of a jurisdiction, with the law that makes them. */
export type Calendar = {
  readonly id: string;
  readonly name: string;
  readonly provision: string;
  readonly confirmed: boolean;
  /** What is left out and why, where something is. */
  readonly without: string | null;
  readonly holidays: readonly Holiday[];
};

/** Whether anybody works on that day. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return date.dayOfWeek < 6 && !daysOff(calendar, date.year).has(date.toString());
}

/** The day itself, or the next one that is no Saturday, Sunday or holiday. */
export function nextWorkingDay(calendar: Calendar, date: PlainDate): PlainDate {
  let next = date;
  while (!isWorkingDay(calendar, next)) next = next.add({ days: 1 });
  return next;
}

/** @param count working days after a day, which is not counted itself. */
export function addWorkingDays(calendar: Calendar, date: PlainDate, count: number): PlainDate {
  let next = date;
  for (let left = count; left > 0; left -= 1)
    next = nextWorkingDay(calendar, next.add({ days: 1 }));
  return next;
}

/** A year is worked out once; what it holds follows from the calendar alone. */
const known = new WeakMap<Calendar, Map<number, ReadonlySet<string>>>();

function daysOff(calendar: Calendar, year: number): ReadonlySet<string> {
  let years = known.get(calendar);
  if (years === undefined) {
    years = new Map();
    known.set(calendar, years);
  }
  let off = years.get(year);
  if (off === undefined) {
    // New Year's Day on a Saturday may be kept on the last day of the year before.
    const around = [year, year + 1].flatMap((each) => observed(calendar, each));
    off = new Set(around.filter((date) => date.year === year).map(String));
    years.set(year, off);
  }
  return off;
}

function observed({ holidays }: Calendar, year: number): readonly PlainDate[] {
  const kept = holidays
    .filter(({ from, until }) => (from ?? year) <= year && year <= (until ?? year))
    .filter(({ except }) => !except.includes(year))
    .flatMap(({ on, substitute }) => datesOf(on, year).map((date) => ({ date, substitute })));
  const taken = new Set(kept.filter(({ date }) => date.dayOfWeek < 6).map(({ date }) => `${date}`));
  return kept.map(({ date, substitute }) => {
    const moved = substituteFor(date, substitute, taken);
    taken.add(moved.toString());
    return moved;
  });
}

function substituteFor(date: PlainDate, how: Substitute, taken: ReadonlySet<string>): PlainDate {
  if (date.dayOfWeek < 6 || how === "none") return date;
  if (how === "next") {
    let next = date;
    while (next.dayOfWeek >= 6 || taken.has(next.toString())) next = next.add({ days: 1 });
    return next;
  }
  if (date.dayOfWeek === 7) return date.add({ days: 1 });
  return how === "nearest" ? date.subtract({ days: 1 }) : date;
}

function datesOf(on: HolidayOn, year: number): readonly PlainDate[] {
  if ("fixed" in on) return [Temporal.PlainDate.from(`${year}-${on.fixed}`)];
  if ("easter" in on) return [easterOf(year).add({ days: on.easter })];
  if ("orthodox" in on) return [orthodoxEasterOf(year).add({ days: on.orthodox })];
  if ("weekday" in on) return [weekdayOf(year, ...on.weekday)];
  if ("weekdayFrom" in on) {
    const [day, weekday] = on.weekdayFrom;
    const first = Temporal.PlainDate.from(`${year}-${day}`);
    return [first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })];
  }
  return on.once
    .filter((date) => date.startsWith(`${year}-`))
    .map((date) => Temporal.PlainDate.from(date));
}

function weekdayOf(year: number, month: number, weekday: number, nth: number): PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) {
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  }
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}
