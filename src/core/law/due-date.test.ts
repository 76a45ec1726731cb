import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { isWorkingDay } from "./calendar.ts";
import { type ClockEvents, type ClockKind, type Due, dueDate } from "./due-date.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const { compare } = Temporal.PlainDate;

type More = { readonly [Event in Exclude<keyof ClockEvents, "received">]?: string };
type Vector = readonly [
  regime: string,
  kind: ClockKind,
  received: string,
  due: string,
  more?: More,
];

function dueOf(regime: string, kind: ClockKind, received: string, more: More = {}): Due {
  const events = Object.fromEntries(Object.entries(more).map(([name, date]) => [name, day(date)]));
  return dueDate(regime, kind, { received: day(received), ...events });
}

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
  const [regime, kind, received, due, more] = vector;
  expect(dueOf(regime, kind, received, more).due.toString()).toBe(due);
});

describe("one step at a time", () => {
  test("the last day to extend is that of the month, and none under the Act of 1998", () => {
    const last = (regime: string, received: string) =>
      dueOf(regime, "access", received).lastDayToExtend?.toString() ?? null;
    expect(last("uk", "2026-06-10")).toBe("2026-07-10");
    expect(last("uk", "2026-11-25")).toBe("2026-12-29");
    expect(last("uk", "2017-09-13")).toBeNull();
  });

  test("before the roll the day is the same date, or the last of its month", () => {
    const raw = (received: string) => dueOf("uk", "access", received).raw.toString();
    expect(raw("2018-08-31")).toBe("2018-09-30");
    expect(raw("2026-01-29")).toBe("2026-02-28");
    expect(raw("2026-01-31")).toBe("2026-02-28");
    expect(raw("2028-01-31")).toBe("2028-02-29");
    expect(raw("2026-12-31")).toBe("2027-01-31");
  });

  test("proof of identity starts the clock in the United Kingdom since 5 February 2026", () => {
    const due = (received: string) =>
      dueOf("uk", "access", received, { identityProven: "2026-02-16" }).due.toString();
    expect(due("2026-02-04")).toBe("2026-03-04");
    expect(due("2026-02-05")).toBe("2026-03-16");
  });

  test("in the Union the earlier day counts, and that this is a choice is said", () => {
    const more = { identityProven: "2026-07-15" };
    const { due, steps } = dueOf("eu", "access", "2026-07-01", more);
    expect(due.toString()).toBe("2026-08-03");
    expect(steps.filter(({ confirmed }) => !confirmed)).toHaveLength(1);
  });

  test("under the Act of 1998 the forty days begin with the last thing that was needed", () => {
    const more = { identityProven: "2017-10-01" };
    expect(dueOf("uk", "access", "2017-09-13", more).due.toString()).toBe("2017-11-09");
    // 23 June 2018 is a Saturday: nothing rolls.
    expect(dueOf("uk", "access", "2018-05-15").due.toString()).toBe("2018-06-23");
    expect(dueOf("uk", "access", "2018-05-24").lastDayToExtend).toBeNull();
    expect(dueOf("uk", "access", "2018-05-25").due.toString()).toBe("2018-06-25");
  });

  test("a pause of one day counts as one, and one that has not ended as none", () => {
    const asked = { clarificationAsked: "2026-09-10" };
    const raw = (more: More) => dueOf("uk", "access", "2026-09-01", more).raw.toString();
    expect(raw({ ...asked, clarified: "2026-09-10" })).toBe("2026-10-02");
    expect(raw({ ...asked, clarified: "2026-09-11" })).toBe("2026-10-03");
    expect(raw(asked)).toBe("2026-10-01");
    expect(raw({ ...asked, clarified: "2026-09-01" })).toBe("2026-10-01");
  });

  test("a pause goes on top of an extension", () => {
    const pause = { clarificationAsked: "2026-09-10", clarified: "2026-09-24" };
    const more = { ...pause, extended: "2026-09-30" };
    expect(dueOf("uk", "access", "2026-09-01", more).raw.toString()).toBe("2026-12-16");
  });
});

describe("where the counting and the law part", () => {
  test("an extension told after the month has ended extends nothing", () => {
    const more = { extended: "2026-08-01" };
    expect(dueOf("uk", "access", "2026-06-10", more).due.toString()).toBe("2026-07-10");
  });

  test("a complaint is acknowledged within thirty days, not a month (s. 164A)", () => {
    expect(dueOf("uk", "complaint", "2026-07-01").due.toString()).toBe("2026-07-31");
  });

  test("and no extension of that is known", () => {
    expect(dueOf("uk", "complaint", "2026-07-01").lastDayToExtend).toBeNull();
  });

  test("a pause before the clock started stops nothing", () => {
    const pause = { clarificationAsked: "2026-07-03", clarified: "2026-07-10" };
    const more = { ...pause, identityProven: "2026-07-15" };
    expect(dueOf("uk", "access", "2026-07-01", more).due.toString()).toBe("2026-08-17");
  });
});

describe("holidays", () => {
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

  function offOn(regime: string, year: number): string {
    const first = day(`${year}-01-01`);
    return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
      .filter((each) => each.dayOfWeek < 6 && !isWorkingDay(regime, each))
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

  test.fails("Scotland kept the jubilee and the mourning of 2022 too", () => {
    expect(offOn("uk-sct", 2022)).toBe(
      "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
    );
  });
});

describe("for every request", () => {
  const anyRegime = fc.constantFrom("uk", "uk-sct", "eu", "fr", "de");
  const anyKind = fc.constantFrom<ClockKind>(
    ...["access", "correction", "erasure", "restriction", "portability", "objection"].map(
      (kind) => kind as ClockKind,
    ),
    "opt-out",
    "complaint",
  );
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day("2000-01-01").add({ days }));
  /** Received since the GDPR applies: before, the Act of 1998 counts in its own way. */
  const modernDay = fc
    .integer({ min: 0, max: 15_000 })
    .map((days) => day("2018-05-25").add({ days }));
  const later = fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined });

  function eventsOf(received: Temporal.PlainDate, days: readonly (number | undefined)[]) {
    const names = ["identityProven", "clarificationAsked", "clarified", "extended"] as const;
    const given = names.flatMap((name, index) => {
      const after = days[index];
      return after === undefined ? [] : [[name, received.add({ days: after })] as const];
    });
    return { received, ...Object.fromEntries(given) } as ClockEvents;
  }

  test("never before receipt, and with a rule for each step", () => {
    fc.assert(
      fc.property(anyDay, anyRegime, anyKind, fc.tuple(later, later, later, later), (...given) => {
        const [received, regime, kind, days] = given;
        const { due, raw, steps } = dueDate(regime, kind, eventsOf(received, days));
        expect(compare(raw, received)).toBeGreaterThan(0);
        expect(compare(due, raw)).toBeGreaterThanOrEqual(0);
        expect(steps.length).toBeGreaterThan(0);
        for (const { rule, provision } of steps) {
          expect(rule).toMatch(/\w/);
          expect(provision).toMatch(/\w/);
        }
      }),
    );
  });

  test("a day that is free never receives a due date, and nothing rolls further than it must", () => {
    fc.assert(
      fc.property(
        modernDay,
        anyRegime,
        anyKind,
        fc.tuple(later, later, later, later),
        (...given) => {
          const [received, regime, kind, days] = given;
          const { due, raw, lastDayToExtend } = dueDate(regime, kind, eventsOf(received, days));
          expect(isWorkingDay(regime, due)).toBe(true);
          if (lastDayToExtend !== null) expect(isWorkingDay(regime, lastDayToExtend)).toBe(true);
          for (let each = raw; compare(each, due) < 0; each = each.add({ days: 1 }))
            expect(isWorkingDay(regime, each)).toBe(false);
        },
      ),
    );
  });

  test("under the Act of 1998: forty days from the first, or twenty-one after it", () => {
    const before = fc
      .integer({ min: 0, max: 6_000 })
      .map((days) => day("2018-05-24").subtract({ days }));
    fc.assert(
      fc.property(before, anyKind, (received, kind) => {
        const { due, raw } = dueDate("uk", kind, { received });
        const days = kind === "objection" || kind === "opt-out" ? 21 : 39;
        expect(received.until(due).days).toBe(days);
        expect(due.equals(raw)).toBe(true);
      }),
    );
  });

  test("an extension never shortens, nor does a pause, nor the wait for a proof", () => {
    const after = fc.integer({ min: 0, max: 31 });
    fc.assert(
      fc.property(anyDay, anyRegime, anyKind, after, after, (received, regime, kind, one, two) => {
        const plain = dueDate(regime, kind, { received }).due;
        const [from, to] = [one, one + two].map((days) => received.add({ days }));
        const others = [
          { extended: from },
          { identityProven: from },
          { clarificationAsked: from, clarified: to },
          { clarificationAsked: from },
        ];
        for (const more of others) {
          const { due } = dueDate(regime, kind, { received, ...more } as ClockEvents);
          expect(compare(due, plain), JSON.stringify(more)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("what is received later is never due earlier", () => {
    fc.assert(
      fc.property(modernDay, anyRegime, anyKind, (received, regime, kind) => {
        const next = dueDate(regime, kind, { received: received.add({ days: 1 }) });
        const { due } = dueDate(regime, kind, { received });
        expect(compare(next.due, due)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("without events the month has 28 to 31 days before the roll, and at most five after", () => {
    fc.assert(
      fc.property(modernDay, anyRegime, (received, regime) => {
        const { due, raw } = dueDate(regime, "access", { received });
        const days = received.until(raw).days;
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
        expect(raw.until(due).days).toBeLessThanOrEqual(5);
      }),
    );
  });
});
