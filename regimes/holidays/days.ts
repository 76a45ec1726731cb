import type { Calendar, Holiday, HolidayOn } from "#core/law/calendar";

/** Years and substitution of a holiday where they are not the usual "every year, none". */
type More = Partial<Omit<Holiday, "on">>;

const holiday = (on: HolidayOn, more: More = {}): Holiday => ({
  ...{ on, substitute: "none", from: null, until: null, except: [] },
  ...more,
});

/** Days of every year such as `01-01`. */
export const fixed = (days: string, more: More = {}): readonly Holiday[] =>
  days.split(" ").map((day) => holiday({ fixed: day }, more));

/** Days from Easter Sunday: -2 Good Friday, 1 Monday, 39 Ascension, 50 Whit Monday, 60 Corpus. */
export const easter = (days: readonly number[], more: More = {}): readonly Holiday[] =>
  days.map((each) => holiday({ easter: each }, more));

export const orthodox = (days: readonly number[], more: More = {}): readonly Holiday[] =>
  days.map((each) => holiday({ orthodox: each }, more));

/** @param weekday Monday 1. @param nth 1, 2, ...; -1: the last of the month. */
export const nth = (
  month: number,
  weekday: number,
  count: number,
  more: More = {},
): readonly Holiday[] => [holiday({ weekday: [month, weekday, count] }, more)];

/** The first such weekday on or after a day. */
export const firstFrom = (day: string, weekday: number, more: More = {}): readonly Holiday[] => [
  holiday({ weekdayFrom: [day, weekday] }, more),
];

export const once = (...days: readonly string[]): readonly Holiday[] => [holiday({ once: days })];

/** A calendar of which no source was at hand. */
export const unconfirmed = (
  id: string,
  name: string,
  provision: string,
  holidays: readonly Holiday[],
  without: string | null = null,
): Calendar => ({ id, name, provision, confirmed: false, without, holidays });
