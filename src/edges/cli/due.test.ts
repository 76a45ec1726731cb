import { describe, expect, test } from "vitest";
import { jurisdictionsOf } from "#core/law/choose-regime";
import { CLOCK_EVENTS, CLOCK_KINDS } from "#core/law/clock-rule";
import { REGIMES } from "#regimes/all";
import { due } from "./due.ts";
import { runCommand } from "./run-command.ts";

type Answer = {
  readonly due: string | null;
  readonly raw: string | null;
  readonly lastDayToExtend: string | null;
  readonly confirmBy: string | null;
  readonly rules: readonly {
    readonly rule: string;
    readonly provision: string;
    readonly confirmed: boolean;
  }[];
};

function argsOf(regime: string, kind: string, received: string, events: readonly string[] = []) {
  const given = events.flatMap((event) => ["--event", event]);
  return ["--regime", regime, "--kind", kind, "--received", received, ...given];
}

async function answerTo(args: readonly string[]): Promise<Answer> {
  const { status, out, err } = await runCommand(due, [...args, "--format", "json"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return JSON.parse(out);
}

type Vector = readonly [
  what: string,
  regime: string,
  kind: string,
  received: string,
  events: readonly string[],
  expected: Partial<Answer>,
];

const VECTORS: readonly Vector[] = [
  ["a month", "uk", "access", "2026-11-23", [], { due: "2026-12-23", raw: "2026-12-23" }],
  ["a leap day", "uk", "access", "2024-01-30", [], { due: "2024-02-29" }],
  ["a month that is too short", "uk", "access", "2026-01-31", [], { raw: "2026-02-28" }],
  ["and its roll", "uk", "access", "2026-01-31", [], { due: "2026-03-02" }],
  ["receipt on a Saturday", "uk", "access", "2026-11-21", [], { due: "2026-12-21" }],
  ["receipt on a Sunday", "eu", "access", "2026-11-22", [], { due: "2026-12-22" }],
  ["the end on a Sunday", "eu", "erasure", "2018-08-31", [], { due: "2018-10-01" }],
  ["Christmas and Boxing Day", "uk", "access", "2024-11-25", [], { due: "2024-12-27" }],
  ["their substitute", "uk", "objection", "2026-11-25", [], { due: "2026-12-29" }],
  ["Good Friday to Tuesday", "uk", "access", "2026-03-03", [], { due: "2026-04-07" }],
  ["France has no Boxing Day", "fr", "access", "2026-11-25", [], { due: "2026-12-28" }],
  ["the first of May", "fr", "access", "2027-04-01", [], { due: "2027-05-03" }],
  ["Saint Andrew's day", "uk-sct", "access", "2026-10-30", [], { due: "2026-12-01" }],
  ["which England has not", "uk", "access", "2026-10-30", [], { due: "2026-11-30" }],
  [
    "the clock starts with the identity",
    ...(["uk", "access", "2026-07-01", ["identity-proven=2026-07-15"]] as const),
    { raw: "2026-08-15", due: "2026-08-17" },
  ],
  [
    "the clock stands still for a clarification",
    ...(["uk", "access", "2026-09-01"] as const),
    ["clarification-asked=2026-09-10", "clarified=2026-09-24"],
    { due: "2026-10-16" },
  ],
  [
    "asked and not yet answered",
    ...(["uk", "access", "2026-09-01", ["clarification-asked=2026-09-10"]] as const),
    { due: "2026-10-01" },
  ],
  [
    "an extension",
    ...(["uk", "access", "2026-06-10", ["extended=2026-07-10"]] as const),
    { due: "2026-09-10", lastDayToExtend: "2026-07-10" },
  ],
  [
    "an extension in the Union",
    ...(["eu", "portability", "2026-06-10", ["extended=2026-06-10"]] as const),
    { due: "2026-09-10", lastDayToExtend: "2026-07-10" },
  ],
  [
    "forty days from receipt, under the Act of 1998",
    ...(["uk", "access", "2017-09-13", []] as const),
    { due: "2017-10-22", raw: "2017-10-22", lastDayToExtend: null },
  ],
  [
    "or from the proof of identity",
    ...(["uk", "access", "2017-09-13", ["identity-proven=2017-09-20"]] as const),
    { due: "2017-10-29" },
  ],
  [
    "a notice of objection of then",
    ...(["uk", "objection", "2017-09-13", []] as const),
    { due: "2017-10-04", lastDayToExtend: null },
  ],
  [
    "a reflection on the fee in Switzerland",
    ...(["ch", "access", "2026-11-23", ["fee-notified=2026-11-23"]] as const),
    { due: "2027-01-04", raw: "2027-01-02" },
  ],
  [
    "a fee of then",
    ...(["uk", "access", "2017-09-13", ["fee=2017-09-20", "located=2017-09-25"]] as const),
    { due: "2017-11-03" },
  ],
  [
    "a proof that was asked for, in the Union",
    ...(["eu", "access", "2026-07-01"] as const),
    ["identity-asked=2026-07-03", "identity-proven=2026-07-15"],
    { due: "2026-08-13" },
  ],
  [
    "a confirmation in California",
    ...(["us-ca", "access", "2026-11-23", []] as const),
    { due: "2027-01-07", confirmBy: "2026-12-08" },
  ],
  [
    "an extension in California",
    ...(["us-ca", "erasure", "2026-11-23", ["extended=2026-12-24"]] as const),
    { due: "2027-02-21", raw: "2027-02-21" },
  ],
  ["an opt-out of mail", "us", "marketing-opt-out", "2026-12-18", [], { due: "2027-01-05" }],
  ["a state of 90 days", "us-ia", "access", "2026-11-23", [], { due: "2027-02-21" }],
  ["the Shield", "eu", "framework-complaint", "2017-09-13", [], { due: "2017-10-28" }],
  ["its successor", "eu", "framework-complaint", "2026-11-23", [], { due: "2027-01-07" }],
  ["a breach", "uk", "breach", "2026-11-20T17:30", [], { due: "2026-11-23T17:30" }],
  ["a breach with no day", "ch", "breach", "2026-11-20T17:30", [], { due: null, raw: null }],
  ["a complaint of before", "uk", "complaint", "2026-06-18", [], { due: null }],
  [
    "a complaint to the controller",
    ...(["uk", "complaint", "2026-11-25", []] as const),
    { due: "2026-12-29" },
  ],
];

test.each(VECTORS)(
  "%s: %s %s received %s %j",
  async (_what, regime, kind, received, events, expected) => {
    expect(await answerTo(argsOf(regime, kind, received, events))).toMatchObject(expected);
  },
);

describe("the rule of each step", () => {
  test("names what is counted, from when, why it rolls, and the provisions", async () => {
    const events = ["clarification-asked=2026-07-20", "clarified=2026-07-27"];
    const {
      due: day,
      raw,
      rules,
    } = await answerTo(
      argsOf("uk", "access", "2026-07-01", ["identity-proven=2026-07-15", ...events]),
    );
    expect({ day, raw }).toEqual({ day: "2026-08-24", raw: "2026-08-23" });
    expect(rules.map(({ rule }) => rule)).toEqual([
      "the clock starts on 2026-07-15, when identity was proven",
      "answer the request: one month from 2026-07-15: the same date, or the month's last day",
      "the clock stood still for 8 days of clarification, both end-days counted",
      "2026-08-23 is no working day, so the next one counts",
    ]);
    expect(rules.map(({ provision }) => provision)).toEqual([
      ...["UK GDPR 12A(2)", "UK GDPR 12(3), 12A", "UK GDPR 12A", "Regulation 1182/71 art. 3(4)"],
    ]);
  });

  test("a choice between readings is marked as not confirmed", async () => {
    const args = argsOf("eu", "access", "2026-07-01", ["identity-proven=2026-07-15"]);
    const { rules } = await answerTo(args);
    expect(rules.filter(({ confirmed }) => !confirmed)).toHaveLength(1);
    const { out } = await runCommand(due, args);
    expect(out).toMatch(/^- CHOICE: .* \[EDPB Guidelines 01\/2022\] \(not confirmed\)$/m);
  });

  // Article 12A counts for requests received since 5 February 2026 (SI 2026/82 reg. 4).
  test.each([
    ["uk", "2024-11-25", "12A"],
    ["uk", "2018-08-31", "UK GDPR"],
  ])("in %s on %s, no `%s` was in force", async (regime, received, provision) => {
    const { rules } = await answerTo(argsOf(regime, "access", received));
    expect(JSON.stringify(rules)).not.toContain(provision);
  });
});

describe("text", () => {
  test("says the day, the one before the roll, and the last day to extend", async () => {
    const { status, out, err } = await runCommand(due, argsOf("uk", "access", "2026-11-25"));
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.split("\n")).toEqual([
      "due                 2026-12-29 (2026-12-25 before the roll)",
      "last day to extend  2026-12-29",
      "- answer the request: one month from 2026-11-25: the same date, or the month's last day [UK GDPR 12(3), 12A]",
      "- 2026-12-25 is no working day, so the next one counts [Regulation 1182/71 art. 3(4)]",
      "",
    ]);
  });

  test("says that there is no extension", async () => {
    const { out } = await runCommand(due, argsOf("uk", "access", "2017-09-13"));
    expect(out).toMatch(
      /^due {17}2017-10-22\nlast day to extend {2}none: no extension\n- .*40 days/,
    );
  });
});

test("text says that the law names no day, and by when receipt is confirmed", async () => {
  const { out } = await runCommand(due, argsOf("ch", "breach", "2026-11-20"));
  expect(out).toMatch(/^due {17}none: the law names no day\n.*\n- notify the breach: as soon as/);
  const told = await runCommand(due, argsOf("us-ca", "access", "2026-11-23"));
  expect(told.out).toContain("\nconfirm receipt by  2026-12-08\n");
});

test("the help lists every regime, kind and event that the packs and the clocks know", () => {
  for (const { id } of jurisdictionsOf(REGIMES)) expect(due.usage).toMatch(wordOf(id));
  for (const word of [...CLOCK_KINDS, ...CLOCK_EVENTS]) expect(due.usage).toMatch(wordOf(word));
});

const wordOf = (word: string) => new RegExp(`(^|[ ,])${word}([,\\n]|$)`, "m");

describe("what cannot be used", () => {
  const GOOD = argsOf("uk", "access", "2026-02-03");
  const received = (day: string) => argsOf("uk", "access", day);
  const event = (text: string) => [...GOOD, "--event", text];

  test.each<readonly [string, readonly string[], RegExp]>([
    ["nothing", [], /^give --regime/],
    ["no regime", ["--kind", "access", "--received", "2026-02-03"], /^give --regime/],
    ["a regime of another shape", argsOf("UK", "access", "2026-02-03"), /^give --regime/],
    ["an unknown part of a kingdom", argsOf("uk-cym", "access", "2026-02-03"), /^give --regime/],
    ["no kind", ["--regime", "uk", "--received", "2026-02-03"], /^--kind is one of access, /],
    ["an unknown kind", argsOf("uk", "gift", "2026-02-03"), /^--kind is one of access, /],
    ["an inherited kind", argsOf("uk", "constructor", "2026-02-03"), /^--kind is one of/],
    ["no receipt", ["--regime", "uk", "--kind", "access"], /^give --received DATE/],
    ["30 February", received("2026-02-30"), /^give --received DATE/],
    ["29 February of a common year", received("2026-02-29"), /^give --received DATE/],
    ["month 13", received("2026-13-01"), /^give --received DATE/],
    ["a day without zeros", received("2026-2-3"), /^give --received DATE/],
    ["a day in another order", received("03/02/2026"), /^give --received DATE/],
    ["an instant", received("2026-02-03T10:00Z"), /^give --received DATE/],
    ["a day of another age", received("0026-02-03"), /^give --received DATE/],
    ["a day in words", received("today"), /^give --received DATE/],
    ["an event without a day", event("extended"), /^--event extended: expected/],
    ["an event on no day", event("extended=2026-02-30"), /^--event extended=2026-02-30: expected/],
    ["an unknown event", event("extend=2026-02-20"), /^--event extend=.*identity-proven/],
    ["an inherited event", event("constructor=2026-02-20"), /^--event constructor=/],
    ["an event before receipt", event("extended=2026-02-02"), /is before the receipt$/],
    ["a word too many", [...GOOD, "now"], /^expected only options/],
    ["an unknown option", [...GOOD, "--from", "x"], /^unknown option '--from'/],
    ["an option without its value", [...GOOD, "--event"], /^option '--event <value>' argument/],
  ])("%s", async (_name, args, message) => {
    const { status, out, err } = await runCommand(due, [...args]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd()).toMatch(message);
  });

  test.each<readonly [string, readonly string[]]>([
    ["a day before there was one clock for all", argsOf("eu", "access", "2017-09-13")],
    ["an unknown format", [...GOOD, "--format", "pdf"]],
    ["more than a day", event("extended=2026-02-20=2026-02-21")],
    ["a country that is none", argsOf("zz", "access", "2026-02-03")],
    ["a kind that the law there does not know", argsOf("us", "access", "2026-02-03")],
    [
      "an event that is given twice",
      [...event("extended=2026-02-20"), "--event", "extended=2026-02-21"],
    ],
    ["a time of a request", argsOf("uk", "access", "2026-02-03T10:00")],
    ["a time that is none", argsOf("uk", "breach", "2026-02-03T25:00")],
  ])("%s", async (_name, args) => {
    expect((await runCommand(due, [...args])).status).toBe(2);
  });
});

test("29 February of a leap year is a day", async () => {
  expect((await answerTo(argsOf("uk", "access", "2028-02-29"))).due).toBe("2028-03-29");
});

// The law of Switzerland counts thirty days; that of Northern Ireland keeps Christmas.
test.each([
  ["ch", "2026-07-01", "2026-07-31"],
  ["uk-nir", "2026-11-25", "2026-12-29"],
])("%s received %s is due on %s", async (regime, received, expected) => {
  expect((await answerTo(argsOf(regime, "access", received))).due).toBe(expected);
});
