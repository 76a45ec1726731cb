import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { REGIMES } from "#regimes/all";
import { isWorkingDay } from "./calendar.ts";
import { jurisdictionOf, jurisdictionsOf } from "./choose-regime.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

const ENGLAND: readonly (readonly [number, string])[] = [
  [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
  [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
  [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
  [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
  [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
];
const FRANCE: readonly (readonly [number, string])[] = [
  [2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25"],
];

function offOn(regime: string, year: number, last = false): string {
  const calendar = jurisdictionOf(REGIMES, regime)?.calendars[last ? 1 : 0];
  if (calendar === undefined) throw new Error(regime);
  const first = day(`${year}-01-01`);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((each) => each.dayOfWeek < 6 && !isWorkingDay(calendar, each))
    .map((each) => each.toString().slice(5))
    .join(" ");
}

test.each(ENGLAND)("England and Wales in %i", (year, off) => {
  expect(offOn("uk", year)).toBe(off);
});

test.each(FRANCE)("France in %i, weekends apart", (year, off) => {
  expect(offOn("fr", year)).toBe(off);
});

test("Scotland in 2025", () => {
  expect(offOn("uk-sct", 2025)).toBe("01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26");
});

test("Scotland kept the jubilee and the mourning of 2022 too", () => {
  expect(offOn("uk-sct", 2022)).toBe(
    "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
  );
});

test.each([
  ["us", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"],
  // New Year's Day of 2022 was a Saturday: it was kept on the Friday before.
  ["us", 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"],
  ["ca", 2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25"],
  ["ch", 2026, "01-01 04-03 04-06 05-14 05-25 12-25"],
  ["uk-nir", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"],
  ["gr", 2026, "01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25"],
  ["pl", 2024, "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26"],
  ["is", 2026, "01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25"],
] as const)("%s in %i", (regime, year, off) => {
  expect(offOn(regime, year)).toBe(off);
});

test("California keeps the day after Thanksgiving, and not the day of Columbus", () => {
  expect(offOn("us-ca", 2026, true)).toBe(
    "01-01 01-19 02-16 03-31 05-25 09-07 11-11 11-26 11-27 12-25",
  );
});

test("every state of the EEA has a calendar of its own, named and not taken for confirmed", () => {
  const states = jurisdictionsOf(REGIMES).filter(
    ({ id, regime }) => regime.id === "eu" && id !== "eu",
  );
  expect(states).toHaveLength(30);
  for (const { id, calendars } of states) {
    expect(calendars).toHaveLength(1);
    expect(calendars[0]).toMatchObject({ id, confirmed: false });
    const off = offOn(id, 2026).split(" ");
    expect(off, id).toContain("01-01");
    expect(off, id).toContain("12-25");
    expect(off.length, id).toBeGreaterThanOrEqual(6);
  }
});
