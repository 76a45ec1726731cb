/** Decisions under the laws outside Europe, on the demo notice declared for them as well. */
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BasisKind } from "#core/law/regime";
import type { Notice } from "#core/notice/notice";
import { loadNotice } from "#edges/notice-files/load-notice";
import { REGIMES } from "#regimes/all";
import {
  address,
  at,
  cookie,
  disclose,
  EMPTY,
  grant,
  news,
  somebody,
  subscriber,
  TODAY,
  visitor,
} from "#test/support/gate-facts";
import { decide } from "./decide.ts";
import type { Registers } from "./registers.ts";
import type { Subject } from "./subject.ts";
import type { Use } from "./use.ts";

let demo: Notice;
let wide: Notice;

/** The demo notice with the same bases under other regimes too. */
function declaredFor(notice: Notice, more: { readonly [regime: string]: readonly BasisKind[] }) {
  const bases = Object.entries(more).map(
    ([regime, kinds]) =>
      [
        regime,
        kinds.map((kind) => ({
          ...{ kind, law: regime, because: null, interest: null, interestOf: null },
        })),
      ] as const,
  );
  const purposes = [...notice.purposes].map(
    ([id, purpose]) => [id, { ...purpose, bases: new Map([...purpose.bases, ...bases]) }] as const,
  );
  const regimes = [...notice.regimes, ...Object.keys(more)];
  return { ...notice, regimes, purposes: new Map(purposes) } as Notice;
}

beforeAll(async () => {
  const loaded = await loadNotice(resolve(import.meta.dirname, "../../../notices/demo"));
  if (loaded.notice === null) throw new Error("the demo notice does not compile");
  demo = loaded.notice;
  wide = declaredFor(demo, { ch: ["consent", "soft-opt-in"], us: ["opt-out"] });
});

type More = { readonly notice?: Notice; readonly on?: string; readonly registers?: Registers };

function ask(subject: Subject, use: Use, { notice = wide, on = TODAY, registers = EMPTY }: More) {
  const life = { ...notice, life: { from: at("2000-01-01"), until: null } };
  return decide(life, REGIMES, registers, subject, use, at(on));
}

const codes = (...given: Parameters<typeof ask>) => {
  const decision = ask(...given);
  return decision.allowed ? "allowed" : decision.reasons.map(({ code, regime }) => [code, regime]);
};

const living = (declared: string, more: Partial<Subject> = {}) =>
  somebody({ residence: { declared }, ...more });

describe("marketing by e-mail", () => {
  test.each(["US-AL", "US-CA", "US-VA", "US-DC"])("goes out in %s until refused", (place) => {
    const decision = ask(living(place), news(), {});
    expect(decision).toMatchObject({ allowed: true });
    if (!decision.allowed) return;
    expect(decision.obligations.map(({ code }) => code)).toEqual([
      ...["sender-identity", "way-out", "postal-address"],
    ]);
    expect(new Set(decision.relied.map(({ basis }) => basis)).has("opt-out")).toBe(true);
  });

  test("and not after a refusal, a withdrawal or an objection", () => {
    const { channel: _, topic: __, ...whole } = grant({ act: "refusal", position: 9 });
    for (const more of [
      { choices: [whole] },
      { choices: [grant(), { ...whole, act: "withdrawal" as const }] },
      {
        objections: [
          { on: "s1", to: "direct-marketing" as const, position: 9, at: at(TODAY) - 1_000 },
        ],
      },
    ]) {
      expect(codes(living("US-CA", more), news(), {})).not.toBe("allowed");
    }
  });

  test("in Switzerland only with consent, or to customers who could refuse", () => {
    expect(codes(living("CH"), news(), {})).toContainEqual(["consent-missing", "ch"]);
    expect(ask(subscriber({ residence: { declared: "CH" } }), news(), {}).allowed).toBe(true);
  });

  test("in Canada likewise, with the postal address of the sender", () => {
    const notice = declaredFor(demo, { ca: ["consent"] });
    expect(codes(living("CA"), news(), { notice })).toContainEqual(["consent-missing", "ca"]);
    const decision = ask(subscriber({ residence: { declared: "CA" } }), news(), { notice });
    expect(decision).toMatchObject({ allowed: true });
    expect(JSON.stringify(decision)).toContain("postal-address");
    const before = codes(subscriber({ residence: { declared: "CA" } }), news(), {
      ...{ notice, on: "2014-06-30" },
    });
    expect(before).toContainEqual(["no-regime", "ca"]);
  });

  test("nobody outside the notice's regimes is written to on a basis that it does not list", () => {
    for (const place of ["US-CA", "US-AL", "CH"]) {
      const answer = codes(subscriber({ residence: { declared: place } }), news(), {
        notice: demo,
      });
      expect(answer).not.toBe("allowed");
    }
  });

  test("acts that bind above a size attach to processing where the notice declares them", () => {
    const use = { kind: "process" as const, purpose: "enquiries", categories: ["name"] };
    // The law of the seat still protects them; a Swiss resident has a law of their own everywhere.
    expect(codes(living("US-CA"), use, { notice: demo })).toBe("allowed");
    expect(codes(living("US"), use, { notice: demo })).toBe("allowed");
    expect(codes(living("CA"), use, { notice: demo })).toBe("allowed");
    expect(codes(living("CH"), use, { notice: demo })).toContainEqual(["no-basis", "ch"]);
    const notice = declaredFor(demo, { "us-ca": [] });
    expect(codes(living("US-CA"), use, { notice })).toContainEqual(["no-basis", "us-ca"]);
    const federal = declaredFor(demo, { us: [] });
    expect(codes(living("US-CA"), use, { notice: federal })).toContainEqual(["no-basis", "us-ca"]);
  });

  test("a state that is not known may be any: all of them must allow", () => {
    expect(codes(living("US"), news(), {})).toBe("allowed");
    const only = declaredFor(demo, { "us-ca": ["opt-out"] });
    const denied = codes(living("US"), news(), { notice: only });
    expect(denied).toContainEqual(["no-basis", "us-va"]);
  });

  test("before CAN-SPAM the packs are silent, and silence tolerates nothing", () => {
    const decision = codes(living("US-AL"), news(), { on: "2003-12-31" });
    expect(decision).toContainEqual(["no-regime", "us"]);
  });
});

describe("calls", () => {
  const call = news({ channel: "call" });
  const reached = [address({ channels: ["call"] })];
  const file = (register: string, fetched: string, listed: readonly string[] = []) => ({
    ...EMPTY,
    screening: [{ register, fetchedAt: at(fetched), listed: new Set(listed) }],
  });
  const caller = (place: string) => living(place, { addresses: reached });

  test("in the United States are screened against the do-not-call register, 31 days old at most", () => {
    const codesFor = (registers: Registers) =>
      JSON.stringify(codes(caller("US-AL"), call, { registers }));
    expect(codesFor(EMPTY)).toContain("screening-missing");
    expect(codesFor(file("us-dnc", "2026-10-23"))).toContain("screening-stale");
    expect(codesFor(file("us-dnc", "2026-10-24"))).not.toContain("screening");
    expect(codesFor(file("us-dnc", "2026-11-20", ["a1"]))).toContain("screening-listed");
  });

  test("in Switzerland against the star of the directory", () => {
    const answer = JSON.stringify(codes(caller("CH"), call, { registers: EMPTY }));
    expect(answer).toContain("ch");
    const opened = declaredFor(demo, { ch: ["opt-out"] });
    const asked = { notice: opened, registers: EMPTY };
    expect(codes(caller("CH"), call, asked)).toContainEqual(["screening-missing", "ch"]);
  });
});

describe("items on a device", () => {
  const refusal = { ...grant({ purpose: "analytics", act: "refusal", position: 9 }) };
  const { channel: _channel, topic: _topic, ...refused } = refusal;

  test.each([
    ["US-AL", TODAY],
    ["US-CA", TODAY],
    ["US-CA", "2019-12-31"],
    ["US-OK", TODAY],
    ["US-OK", "2027-01-01"],
    ["CH", TODAY],
    ["CA", TODAY],
    ["CH", "2017-09-13"],
  ])("in %s on %s are allowed until refused", (place, on) => {
    const there = { residence: { declared: place } };
    expect(codes(visitor(there), cookie(), { on })).toBe("allowed");
    expect(codes(visitor({ ...there, choices: [refused] }), cookie(), { on })).not.toBe("allowed");
  });

  test("in France they need a grant", () => {
    expect(codes(visitor({ residence: { declared: "FR" } }), cookie(), {})).not.toBe("allowed");
  });
});

describe("Global Privacy Control", () => {
  const binds = (id: string, on: string) => {
    const regime = REGIMES.find((each) => each.id === id);
    return regime?.processing.find(
      ({ from, until }) => from <= at(on) && (until === null || at(on) < until),
    )?.rule.privacySignal;
  };
  test.each([
    ["us-ca", "2020-08-13", false],
    ["us-ca", TODAY, true],
    ["us-co", "2024-06-30", false],
    ["us-co", "2024-07-01", true],
    ["us-va", TODAY, false],
    ["us-or", "2025-12-31", false],
    ["us-or", "2026-01-01", true],
    ["us-ok", TODAY, false],
    ["us", TODAY, false],
    ["ch", TODAY, false],
    ["uk", TODAY, false],
  ] as const)("%s on %s: %s", (id, on, bound) => {
    expect(binds(id, on)).toBe(bound);
  });
});

describe("standard clauses of an earlier generation", () => {
  const decideOn = (on: string, agreement: string | null) => {
    const transfers = [
      ...["uk", "eu"].map(() => ({
        ...{ recipient: "hosting", kind: "clauses" as const, mechanism: "scc-2010" },
        ...{ condition: null, derogation: null, clause: null },
      })),
    ];
    const hosting = demo.recipients.get("hosting");
    if (hosting === undefined) throw new Error("no hosting");
    const recipients = new Map([
      ...demo.recipients,
      ["hosting", { ...hosting, countries: ["IN"] }],
    ]);
    const notice = { ...demo, recipients, transfers } as unknown as Notice;
    const agreements =
      agreement === null
        ? []
        : [{ recipient: "hosting", purposes: null, from: at(agreement), until: null }];
    const answer = codes(somebody(), disclose({ country: "IN" }), {
      ...{ notice, on, registers: { ...EMPTY, agreements } },
    });
    const told = JSON.stringify(answer);
    expect(told).not.toContain("defect");
    return told.includes("no-mechanism") ? "ended" : "alive";
  };
  test.each([
    ["2022-09-21", "2022-09-20", "alive"],
    ["2022-10-01", "2022-09-20", "alive"],
    ["2022-10-01", "2022-09-25", "ended"],
    ["2024-03-20", "2020-01-01", "alive"],
    ["2024-03-22", "2020-01-01", "ended"],
    ["2022-10-01", null, "ended"],
  ] as const)("on %s under an agreement of %s: %s", (on, agreement, expected) => {
    expect(decideOn(on, agreement)).toBe(expected);
  });
});
