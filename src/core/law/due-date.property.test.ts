import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { REGIMES } from "#regimes/all";
import { isWorkingDay } from "./calendar.ts";
import { type Jurisdictional, jurisdictionOf, jurisdictionsOf } from "./choose-regime.ts";
import { CLOCK_EVENTS, CLOCK_KINDS, type ClockEvent, type ClockRule } from "./clock-rule.ts";
import { ruleOn } from "./compile-regime.ts";
import { type ClockEvents, type Due, dueDate } from "./due-date.ts";

const RUNS = { numRuns: process.env.FAIRNOTICE_TEST_LONG === undefined ? 1_000 : 50_000 };
const { compare } = Temporal.PlainDate;
const FIRST = Temporal.PlainDate.from("1900-01-01");
const LAST_DAY = FIRST.until("2199-12-31").days;

/** Drawn by id, so that a counterexample can be read. */
const place = fc
  .constantFrom(...jurisdictionsOf(REGIMES).map(({ id }) => id))
  .map((id) => jurisdictionOf(REGIMES, id) as Jurisdictional);
const kind = fc.constantFrom(...CLOCK_KINDS);
const ever = fc.integer({ min: 0, max: LAST_DAY });
/** Days on which most rules are in force, and their changes lie. */
const lately = fc.integer({
  min: FIRST.until("2016-01-01").days,
  max: FIRST.until("2029-01-01").days,
});
const received = fc.oneof(lately, ever).map((days) => FIRST.add({ days }));
const time = fc.option(
  fc.integer({ min: 0, max: 1439 }).map((minutes) => new Temporal.PlainTime().add({ minutes })),
  { nil: undefined },
);
/** Days after receipt of each event, or that it did not happen. */
const after = fc.dictionary(fc.constantFrom(...CLOCK_EVENTS), fc.integer({ min: 0, max: 150 }), {
  maxKeys: 6,
});

type Given = { readonly [event: string]: number };

function eventsOf(day: Temporal.PlainDate, given: Given, at?: Temporal.PlainTime): ClockEvents {
  const events = Object.entries(given).map(([name, days]) => [name, day.add({ days })]);
  return {
    ...{ received: day, ...Object.fromEntries(events) },
    ...(at === undefined ? {} : { time: at }),
  } as ClockEvents;
}

const ruleFor = (
  where: Jurisdictional,
  what: (typeof CLOCK_KINDS)[number],
  day: Temporal.PlainDate,
) => ruleOn(where.regime.clocks.get(what) ?? [], day.toString())?.rule ?? null;

/** The due moment as text that sorts. */
const moment = ({ due, time: at }: Due) => `${due}T${at ?? "00:00:00"}`;

function forAll(
  check: (
    where: Jurisdictional,
    rule: ClockRule,
    due: Due,
    events: ClockEvents,
    given: Given,
  ) => void,
) {
  fc.assert(
    fc.property(place, kind, received, after, time, (where, what, day, given, at) => {
      const rule = ruleFor(where, what, day);
      const events = eventsOf(day, given, at);
      const due = dueDate(where, what, events);
      expect(due.known).toBe(rule !== null);
      if (rule !== null && rule.length !== null) check(where, rule, due, events, given);
      else expect(due.due).toBeNull();
    }),
    RUNS,
  );
}

test("answers for every day from 1900 to 2199, with a rule, a provision and its standing", () => {
  fc.assert(
    fc.property(place, kind, received, after, time, (where, what, day, given, at) => {
      const { steps } = dueDate(where, what, eventsOf(day, given, at));
      expect(steps.length).toBeGreaterThan(0);
      for (const { rule, provision, confirmed } of steps) {
        expect(rule).toMatch(/\w/);
        expect(provision).toMatch(/\w/);
        expect(typeof confirmed).toBe("boolean");
      }
    }),
    RUNS,
  );
});

test("never due before receipt, nor before the day that the roll began from", () => {
  forAll((_where, { length }, found, events) => {
    const { due, raw, lastDayToExtend, confirmBy } = found;
    // 24 hours from midnight end on the same day when the clocks go back.
    const start = `${events.received}T${events.time ?? "00:00:00"}`;
    if (length?.unit === "hours") expect(moment(found) > start).toBe(true);
    else expect(compare(due ?? FIRST, events.received)).toBeGreaterThan(0);
    expect(compare(due ?? FIRST, raw ?? FIRST)).toBeGreaterThanOrEqual(0);
    if (lastDayToExtend !== null)
      expect(compare(lastDayToExtend, events.received)).toBeGreaterThan(0);
    if (confirmBy !== null) expect(compare(confirmBy, events.received)).toBeGreaterThan(0);
  });
});

test("where the rule rolls no due date is a day off, and nothing rolls further than it must", () => {
  forAll(({ calendars }, { roll }, { due, raw }) => {
    if (due === null || raw === null) return;
    if (roll === null) return expect(due.equals(raw)).toBe(true);
    const works = (day: Temporal.PlainDate) => calendars.some((each) => isWorkingDay(each, day));
    expect(works(due)).toBe(true);
    for (let day = raw; compare(day, due) < 0; day = day.add({ days: 1 }))
      expect(works(day)).toBe(false);
  });
});

test("hours never roll, and are as many as the law says", () => {
  forAll(({ zone }, { length }, { due, time: at }, events) => {
    if (length?.unit !== "hours" || due === null) return expect(at).toBeNull();
    const instant = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
      day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
    const start = instant(events.received, events.time ?? new Temporal.PlainTime());
    const hours = (instant(due, at ?? new Temporal.PlainTime()) - start) / 3_600_000;
    // In the hour that the clocks repeat, its name does not tell which of the two is meant.
    expect(Math.abs(hours - length.count)).toBeLessThanOrEqual(1);
  });
});

test("no event makes it earlier than it is without: extension, pause, proof or fee", () => {
  const only: readonly (readonly ClockEvent[])[] = [
    ["extended"],
    ["extended", "extended-until"],
    ["identity-proven"],
    ["identity-asked", "identity-proven"],
    ["clarification-asked"],
    ["clarification-asked", "clarified"],
    ["fee-notified"],
    ["fee"],
    ["located"],
    ["confirmed"],
  ];
  const names = fc.constantFrom(...only);
  const apart = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(place, kind, received, names, apart, (where, what, day, events, [first, gap]) => {
      const plain = dueDate(where, what, { received: day });
      const some = Object.fromEntries(events.map((name, index) => [name, first + index * gap]));
      const more = dueDate(where, what, eventsOf(day, some));
      expect(moment(more) >= moment(plain)).toBe(true);
    }),
    RUNS,
  );
});

/** Events that end a wait: the later they are, the later is the answer due. */
const ENDS = [
  "identity-proven",
  "clarified",
  "fee",
  "fee-notified",
  "located",
  "extended-until",
] as const;

test("monotone: the later a wait ends, the later or equal it is due", () => {
  fc.assert(
    fc.property(
      place,
      kind,
      received,
      after,
      fc.constantFrom(...ENDS),
      fc.integer({ min: 1, max: 60 }),
      (...all) => {
        const [where, what, day, given, end, more] = all;
        const one = given[end];
        if (one === undefined) return;
        const earlier = dueDate(where, what, eventsOf(day, given));
        const later = dueDate(where, what, eventsOf(day, { ...given, [end]: one + more }));
        expect(moment(later) >= moment(earlier)).toBe(true);
      },
    ),
    RUNS,
  );
});

test("what is received later under the same rule is never due earlier", () => {
  fc.assert(
    fc.property(place, kind, received, (where, what, day) => {
      const next = day.add({ days: 1 });
      if (ruleFor(where, what, day) !== ruleFor(where, what, next)) return;
      const one = dueDate(where, what, { received: day });
      const other = dueDate(where, what, { received: next });
      expect(moment(other) >= moment(one)).toBe(true);
    }),
    RUNS,
  );
});

test("what is received before a change of the law keeps the older rule, whenever it is answered", () => {
  const uk = jurisdictionOf(REGIMES, "uk");
  if (uk === null) throw new Error("no uk");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 120 }),
      (before, days) => {
        const day = Temporal.PlainDate.from("2026-02-05").subtract({ days: before });
        const { steps } = dueDate(uk, "access", eventsOf(day, { "identity-proven": days }));
        expect(JSON.stringify(steps)).not.toContain("12A");
      },
    ),
  );
});
