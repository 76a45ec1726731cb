import { describe, expect, test } from "vitest";
import { REGIME_PACKS } from "#regimes/all";
import { ch } from "#regimes/ch";
import { ADEQUACY } from "#regimes/world-adequacy";
import { MECHANISMS } from "#regimes/world-mechanisms";
import { compileRegime, compileRegimes } from "./compile-regime.ts";
import { faultsOf, mattersOf } from "./pack-faults.ts";
import type { RegimePack } from "./regime.ts";

const [first, second] = ch.processing;
if (first === undefined || second === undefined) throw new Error("Switzerland has two acts");

const processing = (...rules: readonly Partial<typeof first>[]): RegimePack => ({
  ...ch,
  processing: rules.map((rule) => ({ ...first, ...rule })),
});

test.each(REGIME_PACKS.map((pack) => [pack.id, pack] as const))("%s is sound", (_id, pack) => {
  expect(faultsOf(pack)).toEqual([]);
});

test("all packs say which law each rule is, and that none is taken for more than it is", () => {
  for (const pack of REGIME_PACKS) {
    const rules = mattersOf(pack).flatMap(([, dated]) => dated);
    expect(rules.length, pack.id).toBeGreaterThan(10);
    for (const { provision } of rules) expect(provision.trim()).not.toBe("");
  }
  for (const line of [...ADEQUACY, ...MECHANISMS]) {
    expect(line.provision.trim()).not.toBe("");
    if (line.until !== null) expect(line.until > line.from, JSON.stringify(line)).toBe(true);
  }
});

describe("a pack at fault is refused with place and reason", () => {
  test.each<readonly [string, RegimePack, string, RegExp]>([
    [
      "overlapping dates",
      processing(
        { from: "2000-01-01", until: "2010-02-01", provision: "A" },
        { from: "2010-01-31", until: null, provision: "B" },
      ),
      "processing",
      /^two rules overlap: A \(2000-01-01 to 2010-02-01\) and B \(2010-01-31 to now\)$/,
    ],
    [
      "two rules without an end",
      processing({ from: "2000-01-01", until: null }, { from: "2010-01-01", until: null }),
      "processing",
      /^two rules overlap/,
    ],
    ["the same rule twice", processing({}, {}), "processing", /^two rules overlap/],
    [
      "an end before the beginning",
      processing({ from: "2010-01-01", until: "2009-12-31" }),
      "processing",
      /^the rule ends on 2009-12-31, before it begins on 2010-01-01 \(/,
    ],
    [
      "a life of no day",
      processing({ from: "2010-01-01", until: "2010-01-01" }),
      "processing",
      /^the rule ends on/,
    ],
    [
      "a gap that nobody declared",
      processing({ from: "2000-01-01", until: "2010-01-01" }, { from: "2010-01-02", until: null }),
      "processing",
      /^no rule from 2010-01-01 until 2010-01-02, and no gap is declared/,
    ],
    ["30 February", processing({ from: "2010-02-30" }), "processing", /^`2010-02-30` is no day/],
    ["an instant", processing({ from: "2010-02-03T00:00Z" }), "processing", /is no day/],
    ["no provision", processing({ provision: " " }), "processing", /names no provision$/],
    [
      "`confirmed` missing",
      processing({ confirmed: undefined as unknown as boolean }),
      "processing",
      /lacks `confirmed`$/,
    ],
    ["an unknown country", { ...ch, covers: ["CH", "QY"] }, "pack", /^`QY` is no country$/],
    ["the Kingdom by its other code", { ...ch, covers: ["UK"] }, "pack", /^`UK` is no country$/],
    ["a part of no country", { ...ch, covers: ["QY-CA"] }, "pack", /^`QY-CA` is no country$/],
    ["a place in small letters", { ...ch, covers: ["ch"] }, "pack", /is no country$/],
    [
      "an unknown zone",
      { ...ch, zone: "Europe/Berne" },
      "pack",
      /^`Europe\/Berne` is no time zone$/,
    ],
    ["an offset for a zone", { ...ch, zone: "+01:00" }, "pack", /is no time zone$/],
    ["an id of another shape", { ...ch, id: "CH" }, "pack", /^`CH` is no id of a regime$/],
    ["no calendar", { ...ch, calendars: [] }, "pack", /has no calendar/],
    [
      "a part that lies elsewhere",
      {
        ...ch,
        jurisdictions: [
          { id: "ch-zh", name: "Zug", place: "DE-BY", zone: ch.zone, calendars: ch.calendars },
        ],
      },
      "pack",
      /^`ch-zh` lies in `DE-BY`, which the pack does not cover$/,
    ],
    [
      "a gap between no two rules",
      {
        ...ch,
        gaps: [
          ...ch.gaps,
          { matter: "processing", from: "2001-01-01", until: "2002-01-01", why: "x" },
        ],
      },
      "gaps",
      /^the gap in processing from 2001-01-01 until 2002-01-01 lies between no two rules$/,
    ],
    [
      "a gap in a matter that there is not",
      {
        ...ch,
        gaps: [...ch.gaps, { matter: "clocks", from: "2001-01-01", until: "2002-01-01", why: "x" }],
      },
      "gaps",
      /^a gap is declared in `clocks`, which the pack has not$/,
    ],
    [
      "two clocks of one kind in two sections",
      { ...ch, clocks: [...ch.clocks, ...ch.clocks.slice(0, 1)] },
      "clock access",
      /^two rules overlap/,
    ],
  ])("%s", (_name, pack, matter, reason) => {
    const faults = faultsOf(pack);
    const found = faults.find((each) => each.matter === matter && reason.test(each.reason));
    expect(found, JSON.stringify(faults)).toMatchObject({ pack: pack.id, matter });
    expect(() => compileRegime(pack)).toThrow(found?.reason);
    expect(() => compileRegime(pack)).toThrow(`\`${pack.id}\`, ${matter}: `);
  });

  test("every fault is told, not the first alone", () => {
    const pack = { ...processing({ from: "x" }), zone: "Nowhere/At_All", covers: ["QY"] };
    expect(faultsOf(pack).length).toBeGreaterThanOrEqual(3);
  });

  test("two packs of one id, and bases from no pack", () => {
    expect(() => compileRegimes([ch, ch])).toThrow("the id `ch` is known to `ch` too");
    expect(() => compileRegimes([{ ...ch, basesFrom: "us" }])).toThrow("`us`, which is no pack");
  });
});
