import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { REGIMES } from "#regimes/all";
import { jurisdictionOf } from "./choose-regime.ts";
import type { ClockEvent, ClockKind } from "./clock-rule.ts";
import { type ClockEvents, type Due, dueDate } from "./due-date.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

type More = { readonly [Event in ClockEvent]?: string };
type Vector = readonly [
  regime: string,
  kind: ClockKind,
  received: string,
  due: string | null,
  more?: More,
];

/** @param received a day, or a day and a time. */
function dueOf(regime: string, kind: ClockKind, received: string, more: More = {}): Due {
  const place = jurisdictionOf(REGIMES, regime);
  if (place === null) throw new Error(`no regime ${regime}`);
  const [date = "", time] = received.split("T");
  const events = Object.fromEntries(Object.entries(more).map(([name, on]) => [name, day(on)]));
  const at = time === undefined ? {} : { time: Temporal.PlainTime.from(time) };
  return dueDate(place, kind, { received: day(date), ...at, ...events } as ClockEvents);
}

const told = ({ due, time }: Due) =>
  due === null ? null : `${due}${time === null ? "" : `T${time.toString().slice(0, 5)}`}`;

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
  ["uk", "access", "2026-07-01", "2026-08-17", { "identity-proven": "2026-07-15" }],
  [
    "uk",
    "access",
    "2026-09-01",
    "2026-10-16",
    { "clarification-asked": "2026-09-10", clarified: "2026-09-24" },
  ],
  ["uk", "access", "2026-06-10", "2026-09-10", { extended: "2026-07-10" }],
  ["uk", "complaint", "2026-11-25", "2026-12-29"],
  // Complaints to a controller before 19 June 2026 are acknowledged on no day.
  ["uk", "complaint", "2026-06-18", null],
  ["uk", "complaint", "2026-06-19", "2026-07-20"],
  // Fee, proof and locating information under the Act of 1998.
  ["uk", "access", "2017-09-13", "2017-10-29", { fee: "2017-09-20" }],
  ["uk", "access", "2017-09-13", "2017-11-09", { fee: "2017-09-20", located: "2017-10-01" }],
  // A fee that is asked for starts the clock since 2026.
  ["uk", "access", "2026-07-01", "2026-08-17", { fee: "2026-07-15" }],
  [
    ...(["eu", "access", "2026-07-01", "2026-08-13"] as const),
    { "identity-asked": "2026-07-03", "identity-proven": "2026-07-15" },
  ],
  ["uk", "breach", "2026-11-20T17:30", "2026-11-23T17:30"],
  ["eu", "breach", "2026-11-20T17:30", "2026-11-23T17:30"],
  ["uk", "breach", "2017-09-13T17:30", null],
  ["uk", "breach-telecom", "2025-08-19T09:00", "2025-08-20T09:00"],
  ["uk", "breach-telecom", "2025-08-20T09:00", "2025-08-23T09:00"],
  ["ch", "breach", "2026-11-20", null],
  ["us-ca", "breach", "2026-11-23", "2026-12-23"],
  ["eu", "framework-complaint", "2017-09-13", "2017-10-28"],
  ["us", "framework-complaint", "2026-11-23", "2027-01-07"],
  ["us-ca", "access", "2026-11-23", "2027-01-07"],
  ["us-ca", "access", "2026-11-23", "2027-02-21", { extended: "2026-12-20" }],
  ["us-ca", "access", "2026-11-23", "2027-01-07", { "identity-proven": "2026-12-20" }],
  ["us-ca", "opt-out", "2026-11-23", "2026-12-15"],
  ["us-va", "access", "2026-11-23", "2027-01-07"],
  ["us-ia", "access", "2026-11-23", "2027-02-21"],
  ["us-tx", "appeal", "2026-11-23", "2027-01-22"],
  ["us", "marketing-opt-out", "2026-12-18", "2027-01-05"],
  ["us-ca", "marketing-opt-out", "2026-12-18", "2027-01-05"],
  ["us", "call-opt-out", "2026-12-18", "2027-01-05"],
  ["ch", "access", "2026-07-01", "2026-07-31"],
  ["ch", "access", "2026-11-23", "2027-01-04", { "fee-notified": "2026-11-23" }],
  ["uk-nir", "access", "2026-11-25", "2026-12-29"],
  ["ca", "access", "2026-11-25", "2026-12-25"],
  ["ca", "access", "2026-11-25", "2027-01-24", { extended: "2026-12-25" }],
  ["ca", "access", "2026-11-25", "2026-12-25", { extended: "2026-12-26" }],
  // Christmas on a Friday, Boxing Day on a Saturday, New Year's Day on a Friday.
  ["ca", "marketing-opt-out", "2026-12-18", "2027-01-05"],
  ["ca", "breach", "2026-11-25", null],
];

test.each(VECTORS.map((vector) => ({ vector })))("$vector", ({ vector }) => {
  const [regime, kind, received, due, more] = vector;
  expect(told(dueOf(regime, kind, received, more))).toBe(due);
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
    const raw = (received: string) => dueOf("uk", "access", received).raw?.toString();
    expect(raw("2018-08-31")).toBe("2018-09-30");
    expect(raw("2026-01-29")).toBe("2026-02-28");
    expect(raw("2026-01-31")).toBe("2026-02-28");
    expect(raw("2028-01-31")).toBe("2028-02-29");
    expect(raw("2026-12-31")).toBe("2027-01-31");
  });

  test("proof of identity starts the clock in the United Kingdom since 5 February 2026", () => {
    const due = (received: string) =>
      dueOf("uk", "access", received, { "identity-proven": "2026-02-16" }).due?.toString();
    expect(due("2026-02-04")).toBe("2026-03-04");
    expect(due("2026-02-05")).toBe("2026-03-16");
  });

  test("in the Union the earlier day counts, and that this is a choice is said", () => {
    const more = { "identity-proven": "2026-07-15" };
    const { due, steps } = dueOf("eu", "access", "2026-07-01", more);
    expect(due?.toString()).toBe("2026-08-03");
    expect(steps.filter(({ confirmed }) => !confirmed)).toHaveLength(1);
  });

  test("under the Act of 1998 the forty days begin with the last thing that was needed", () => {
    const more = { "identity-proven": "2017-10-01" };
    expect(dueOf("uk", "access", "2017-09-13", more).due?.toString()).toBe("2017-11-09");
    // 23 June 2018 is a Saturday: nothing rolls.
    expect(dueOf("uk", "access", "2018-05-15").due?.toString()).toBe("2018-06-23");
    expect(dueOf("uk", "access", "2018-05-24").lastDayToExtend).toBeNull();
    expect(dueOf("uk", "access", "2018-05-25").due?.toString()).toBe("2018-06-25");
  });

  test("a pause of one day counts as one, and one that has not ended as none", () => {
    const asked = { "clarification-asked": "2026-09-10" };
    const raw = (more: More) => dueOf("uk", "access", "2026-09-01", more).raw?.toString();
    expect(raw({ ...asked, clarified: "2026-09-10" })).toBe("2026-10-02");
    expect(raw({ ...asked, clarified: "2026-09-11" })).toBe("2026-10-03");
    expect(raw(asked)).toBe("2026-10-01");
    expect(raw({ ...asked, clarified: "2026-09-01" })).toBe("2026-10-01");
  });

  test("a pause goes on top of an extension", () => {
    const pause = { "clarification-asked": "2026-09-10", clarified: "2026-09-24" };
    const more = { ...pause, extended: "2026-09-30" };
    expect(dueOf("uk", "access", "2026-09-01", more).raw?.toString()).toBe("2026-12-16");
  });
});

describe("where the counting and the law part", () => {
  test("an extension told after the month has ended extends nothing", () => {
    const more = { extended: "2026-08-01" };
    expect(dueOf("uk", "access", "2026-06-10", more).due?.toString()).toBe("2026-07-10");
  });

  test("a complaint is acknowledged within thirty days, not a month (s. 164A)", () => {
    expect(dueOf("uk", "complaint", "2026-07-01").due?.toString()).toBe("2026-07-31");
  });

  test("the receipt of a request is confirmed in California, by the earlier calendar", () => {
    const { confirmBy, steps } = dueOf("us-ca", "access", "2026-11-23");
    expect(confirmBy?.toString()).toBe("2026-12-08");
    expect(JSON.stringify(steps)).toContain("2026-12-09 by the holidays of California");
    const late = dueOf("us-ca", "access", "2026-11-23", { confirmed: "2026-12-09" });
    expect(JSON.stringify(late.steps)).toContain("it was on 2026-12-09, too late");
  });

  test("the reflection on a fee is told with its day, and the roll of it with its doubt", () => {
    const { raw, steps } = dueOf("ch", "access", "2026-11-23", { "fee-notified": "2026-11-23" });
    expect(raw?.toString()).toBe("2027-01-02");
    expect(steps[0]?.rule).toMatch(/^the clock starts on 2026-12-03, the end of 10 days/);
    expect(steps.at(-1)).toMatchObject({ confirmed: false });
  });

  test("in Switzerland an extension goes to the day that the person was told", () => {
    const more = { extended: "2026-07-20", "extended-until": "2026-09-15" };
    expect(told(dueOf("ch", "access", "2026-07-01", more))).toBe("2026-09-15");
    expect(told(dueOf("ch", "access", "2026-07-01", { extended: "2026-07-20" }))).toBe(
      "2026-07-31",
    );
    const shorter = { ...more, "extended-until": "2026-07-22" };
    expect(told(dueOf("ch", "access", "2026-07-01", shorter))).toBe("2026-07-31");
  });

  test("hours run on when the clocks are changed, and from midnight where no time is given", () => {
    expect(told(dueOf("uk", "breach", "2026-03-27T17:30"))).toBe("2026-03-30T18:30");
    expect(told(dueOf("uk", "breach", "2026-10-23T17:30"))).toBe("2026-10-26T16:30");
    expect(told(dueOf("uk", "breach-telecom", "2016-10-30T00:00"))).toBe("2016-10-30T23:00");
    const { steps, ...found } = dueOf("uk", "breach", "2026-11-20");
    expect(told({ ...found, steps })).toBe("2026-11-23T00:00");
    expect(JSON.stringify(steps)).toContain("no time of day is given");
  });

  test("what no rule is known of is said to be unknown", () => {
    for (const [regime, kind, received] of [
      ["uk", "portability", "2017-09-13"],
      ["eu", "access", "2018-05-24"],
      ["eu", "framework-complaint", "2021-01-01"],
      ["us-ok", "access", "2026-12-31"],
      ["uk", "limit", "2026-11-25"],
    ] as const) {
      const { due, known, steps } = dueOf(regime, kind, received);
      expect({ due, known }, regime).toEqual({ due: null, known: false });
      expect(steps).toHaveLength(1);
    }
    expect(told(dueOf("us-ok", "access", "2027-01-01"))).toBe("2027-02-15");
  });

  test("two pauses that share days stop the clock once for them", () => {
    const more = {
      ...{ "identity-asked": "2026-07-03", "identity-proven": "2026-07-15" },
      ...{ "clarification-asked": "2026-07-10", clarified: "2026-07-20" },
    };
    expect(dueOf("eu", "access", "2026-07-01", more).raw?.toString()).toBe("2026-08-18");
  });

  test("a pause that begins when the time is over stops nothing", () => {
    const more = { "clarification-asked": "2026-10-02", clarified: "2026-10-20" };
    expect(told(dueOf("uk", "access", "2026-09-01", more))).toBe("2026-10-01");
  });

  test("and no extension of that is known", () => {
    expect(dueOf("uk", "complaint", "2026-07-01").lastDayToExtend).toBeNull();
  });

  test("a pause before the clock started stops nothing", () => {
    const pause = { "clarification-asked": "2026-07-03", clarified: "2026-07-10" };
    const more = { ...pause, "identity-proven": "2026-07-15" };
    expect(dueOf("uk", "access", "2026-07-01", more).due?.toString()).toBe("2026-08-17");
  });
});
