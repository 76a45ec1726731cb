import { Temporal } from "temporal-polyfill";

export type PlainDate = Temporal.PlainDate;

/** Western Easter Sunday (the Gregorian computus as published by Butcher, 1876). */
export function easterOf(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Temporal.PlainDate.from({ year, month, day });
}

/**
 * Holidays of a jurisdiction in a year, as they fall; substitutes for those on a weekend included
 * where its law has them.
 */
export type Holidays = (year: number) => readonly PlainDate[];

const on = (year: number, month: number, day: number) =>
  Temporal.PlainDate.from({ year, month, day });
const fromEaster = (year: number, days: number) => easterOf(year).add({ days });
/** The first (1) or last (-1) given weekday of a month; Monday is 1. */
function weekdayOf(year: number, month: number, weekday: number, nth: number): PlainDate {
  if (nth > 0) {
    const first = on(year, month, 1);
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  }
  const last = on(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

const isWeekend = (date: PlainDate) => date.dayOfWeek >= 6;

/**
 * Days that fall on a weekend move to the next days that are neither weekend nor taken (Banking and
 * Financial Dealings Act 1971).
 */
function withSubstitutes(dates: readonly PlainDate[]): readonly PlainDate[] {
  const taken = new Set(dates.filter((date) => !isWeekend(date)).map(String));
  const moved = dates.map((date) => {
    if (!isWeekend(date)) return date;
    let next = date;
    while (isWeekend(next) || taken.has(next.toString())) next = next.add({ days: 1 });
    taken.add(next.toString());
    return next;
  });
  return moved;
}

/** Bank holidays that a proclamation made once. */
const ONCE: { readonly [year: number]: readonly string[] } = {
  2020: ["2020-05-08"],
  2022: ["2022-06-02", "2022-06-03", "2022-09-19"],
  2023: ["2023-05-08"],
};

const englandAndWales: Holidays = (year) => {
  const moved = withSubstitutes([on(year, 1, 1), on(year, 12, 25), on(year, 12, 26)]);
  const earlyMay = year === 2020 ? [] : [weekdayOf(year, 5, 1, 1)];
  const spring = year === 2022 ? [] : [weekdayOf(year, 5, 1, -1)];
  const once = (ONCE[year] ?? []).map((date) => Temporal.PlainDate.from(date));
  const easter = [fromEaster(year, -2), fromEaster(year, 1)];
  return [...moved, ...easter, ...earlyMay, ...spring, weekdayOf(year, 8, 1, -1), ...once];
};

const scotland: Holidays = (year) => {
  const moved = withSubstitutes([
    on(year, 1, 1),
    on(year, 1, 2),
    on(year, 11, 30),
    on(year, 12, 25),
    on(year, 12, 26),
  ]);
  const fixed = [fromEaster(year, -2), weekdayOf(year, 5, 1, 1), weekdayOf(year, 5, 1, -1)];
  return [...moved, ...fixed, weekdayOf(year, 8, 1, 1)];
};

/** Code du travail, art. L3133-1. */
const france: Holidays = (year) => [
  ...[on(year, 1, 1), on(year, 5, 1), on(year, 5, 8), on(year, 7, 14), on(year, 8, 15)],
  ...[on(year, 11, 1), on(year, 11, 11), on(year, 12, 25)],
  ...[fromEaster(year, 1), fromEaster(year, 39), fromEaster(year, 50)],
];

/** Those of every state. */
const germany: Holidays = (year) => [
  ...[on(year, 1, 1), on(year, 5, 1), on(year, 10, 3), on(year, 12, 25), on(year, 12, 26)],
  ...[fromEaster(year, -2), fromEaster(year, 1), fromEaster(year, 39), fromEaster(year, 50)],
];

/**
 * Days that Regulation 1182/71 asks of institutions differ by year; the fixed ones that all of them
 * keep.
 */
const union: Holidays = (year) => [
  ...[on(year, 1, 1), on(year, 5, 1), on(year, 5, 9), on(year, 12, 25), on(year, 12, 26)],
  ...[fromEaster(year, -2), fromEaster(year, 1), fromEaster(year, 39), fromEaster(year, 50)],
];

const CALENDARS: { readonly [regime: string]: Holidays } = {
  uk: englandAndWales,
  "uk-sct": scotland,
  eu: union,
  fr: france,
  de: germany,
};

export function hasCalendar(regime: string): boolean {
  return Object.hasOwn(CALENDARS, regime);
}

export function isWorkingDay(regime: string, date: PlainDate): boolean {
  if (isWeekend(date)) return false;
  const holidays = CALENDARS[regime]?.(date.year) ?? [];
  return !holidays.some((holiday) => holiday.equals(date));
}

/** The day itself, or the next one that is no Saturday, Sunday or holiday. */
export function nextWorkingDay(regime: string, date: PlainDate): PlainDate {
  let next = date;
  while (!isWorkingDay(regime, next)) next = next.add({ days: 1 });
  return next;
}
