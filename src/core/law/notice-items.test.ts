import { describe, expect, test } from "vitest";
import { NOTICE_LAWS } from "#regimes/notice/all";
import { LINT_WORLD } from "#regimes/notice/world";
import { FRAMEWORK_ITEMS, faultsOf, itemOn, NOTICE_ITEMS, type NoticeLaw } from "./notice-items.ts";

describe("the packs", () => {
  test("no two rules of one item hold on one day, and none ends before it begins", () => {
    expect(NOTICE_LAWS.flatMap(faultsOf)).toEqual([]);
  });

  test("there is one for each pack of law, and each has its day, provision and level", () => {
    const regimes = NOTICE_LAWS.map(({ regime }) => regime);
    expect(new Set(regimes).size).toBe(regimes.length);
    expect([...regimes].sort()).toEqual(LINT_WORLD.packs.map(({ id }) => id).sort());
    for (const law of NOTICE_LAWS) {
      for (const each of Object.values(law.items).flat()) {
        expect(each.from).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(each.provision).toMatch(/\w/);
      }
    }
  });

  test("every item is asked for by some law, else nothing could be found under it", () => {
    const asked = new Set(NOTICE_LAWS.flatMap(({ items }) => Object.keys(items)));
    const idle = NOTICE_ITEMS.filter(
      (item) => !NOTICE_LAWS.some(({ items }) => (items[item] ?? []).length > 0),
    );
    expect(idle).toEqual([]);
    expect(
      [...asked].filter((item) => !(NOTICE_ITEMS as readonly string[]).includes(item)),
    ).toEqual([]);
  });

  test("each framework has a provision for each of its thirteen items", () => {
    for (const { items } of LINT_WORLD.frameworks)
      expect(Object.keys(items).sort()).toEqual([...FRAMEWORK_ITEMS].sort());
  });
});

describe("dates", () => {
  const law = (id: string) => NOTICE_LAWS.find(({ regime }) => regime === id) as NoticeLaw;

  test.each([
    ["uk", "complaint-to-controller", "2026-06-18", "2026-06-19"],
    ["uk", "cookie-implied", "2019-03-28", "2019-03-29"],
    ["uk", "cookie-lifetime", "2019-09-30", "2019-10-01"],
    ["eu", "cookie-third-parties", "2019-09-30", "2019-10-01"],
    ["eu", "basis", "2018-05-24", "2018-05-25"],
    ["ch", "source", "2023-08-31", "2023-09-01"],
    ["us-ca", "retention", "2022-12-31", "2023-01-01"],
    ["us-ok", "sale-said", "2026-12-31", "2027-01-01"],
  ] as const)("%s asks for %s not on %s, and on %s", (regime, item, before, first) => {
    expect(itemOn(law(regime), item, before)).toBeNull();
    expect(itemOn(law(regime), item, first)?.from).toBe(first);
  });

  test.each([
    ["uk", "right-access", "2017-09-13", "DPA 1998 s. 7"],
    ["uk", "right-access", "2018-05-25", "GDPR 15, 13(2)(b)"],
    ["uk", "right-access", "2021-01-01", "UK GDPR 15, 13(2)(b)"],
    ["uk", "right-automated-decisions", "2026-02-05", "UK GDPR 22A-22D, 13(2)(f)"],
    ["us-ca", "signal-status", "2026-01-01", "11 CCR 7025(c)(6), 7011(e)(3)(F)"],
  ] as const)("%s asks for %s on %s by %s", (regime, item, day, provision) => {
    expect(itemOn(law(regime), item, day)?.provision).toBe(provision);
  });

  test("a pack whose rules overlap is told with the item", () => {
    const rule = (from: string, until: string | null) => ({
      ...{ from, until, provision: "p", confirmed: true, rule: { level: "error" as const } },
    });
    const faulty = (dpo: NoticeLaw["items"]["dpo"]): NoticeLaw => ({
      ...{ regime: "x", transfers: null, territory: [], items: { ...(dpo && { dpo }) } },
    });
    const after = rule("2020-01-01", null);
    expect(faultsOf(faulty([after, rule("2019-01-01", "2020-01-02")]))).toEqual([
      "x dpo: two rules overlap from 2020-01-01",
    ]);
    expect(faultsOf(faulty([after, rule("2019-01-01", "2020-01-01")]))).toEqual([]);
    expect(faultsOf(faulty([rule("2020-01-01", "2020-01-01")]))).toEqual([
      "x dpo: ends before it begins",
    ]);
  });
});
