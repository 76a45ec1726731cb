import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { isWorkingDay } from "./calendar.ts";
import { type ClockEvents, type ClockKind, dueDate } from "./due-date.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

type Vector = readonly [
  regime: string,
  kind: ClockKind,
  received: string,
  due: string,
  more?: { readonly [Event in Exclude<keyof ClockEvents, "received">]?: string },
];

const VECTORS: readonly Vector[] = [
  ["uk", "access", "2017-09-13", "2017-10-22"],
  ["uk", "objection", "2017-09-13", "2017-10-04"],
  ["eu", "access", "2018-08-31", "2018-10-01"],
  ["uk", "access", "2024-01-30", "2024-02-29"],
  ["uk", "access", "2024-11-25", "2024-12-27"],
  ["uk", "access", "2026-11-23", "2026-12-23"],
  ["uk", "access", "2026-11-25", "2026-12-29"],
  ["fr", "access", "2026-11-25", "2026-12-28"],
  ["fr", "access", "2027-04-01", "2027-05-03"],
  ["uk", "access", "2026-03-03", "2026-04-07"],
  ["uk-sct", "access", "2026-10-30", "2026-12-01"],
  ["uk", "access", "2026-10-30", "2026-11-30"],
  ["uk", "access", "2026-07-01", "2026-08-17", { identityProven: "2026-07-15" }],
  [
    "uk",
    "access",
    "2026-09-01",
    "2026-10-16",
    { clarificationAsked: "2026-09-10", clarified: "2026-09-24" },
  ],
  ["uk", "access", "2026-06-10", "2026-09-10", { extended: "2026-07-10" }],
  ["uk", "complaint", "2026-11-25", "2026-12-29"],
];

test.each(VECTORS.map((vector) => ({ vector })))("$vector", ({ vector }) => {
  const [regime, kind, received, due, more = {}] = vector;
  const events = Object.fromEntries(Object.entries(more).map(([name, date]) => [name, day(date)]));
  expect(dueDate(regime, kind, { received: day(received), ...events }).due.toString()).toBe(due);
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day("2000-01-01").add({ days }));

test("never before receipt, never on a free day where the rule rolls, and an extension never shortens", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom("uk", "eu", "fr", "de", "uk-sct"), (received, regime) => {
      const plain = dueDate(regime, "access", { received });
      expect(Temporal.PlainDate.compare(plain.due, received)).toBeGreaterThan(0);
      const rolls = plain.lastDayToExtend !== null;
      if (!rolls) return;
      expect(isWorkingDay(regime, plain.due)).toBe(true);
      const extended = dueDate(regime, "access", { received, extended: received });
      expect(Temporal.PlainDate.compare(extended.due, plain.due)).toBeGreaterThanOrEqual(0);
    }),
  );
});
