import { expect, test } from "vitest";
import { REGIMES } from "#regimes/all";
import { attachedRegimes } from "./attach.ts";
import { jurisdictionFor, jurisdictionOf, jurisdictionsOf } from "./choose-regime.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");

test.each<readonly [string | null, readonly string[], string | null]>([
  ["GB", ["uk", "eu"], "uk"],
  ["GB-SCT", ["uk", "eu"], "uk-sct"],
  ["GB-WLS", ["uk", "eu"], "uk"],
  ["FR", ["uk", "eu"], "fr"],
  ["FR", ["fr"], "fr"],
  ["FR", ["uk"], "uk"],
  ["CH", ["uk", "ch"], "ch"],
  ["US-CA", ["uk", "us-ca"], "us-ca"],
  ["US", ["uk", "us-va", "us-ca"], "us-va"],
  ["US-VA", ["uk", "us-ca"], "uk"],
  ["BR", ["eu", "uk"], "eu"],
  ["__proto__", ["uk"], "uk"],
  [null, ["ch", "uk"], "ch"],
  [null, ["xx", "uk"], "uk"],
  [null, [], null],
])("living in %s under a notice for %j: %s", (residence, declared, id) => {
  expect(jurisdictionFor(REGIMES, { residence, declared }, NOW)?.id ?? null).toBe(id);
});

test("a law that was not in force yet is nobody's", () => {
  const places = { residence: "CH", declared: ["uk", "ch"] };
  expect(jurisdictionFor(REGIMES, places, Date.parse("1993-06-30T00:00Z"))?.id).toBe("uk");
});

test("every id is known once, with a zone and a calendar", () => {
  const all = jurisdictionsOf(REGIMES);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, calendars } of all) {
    expect(calendars.length, id).toBeGreaterThan(0);
    expect(jurisdictionOf(REGIMES, id)?.id).toBe(id);
  }
  for (const id of ["uk", "eu", "ch", "us", "us-ca", "us-ok", "fr", "is", "uk-sct", "uk-nir"])
    expect(
      all.some((each) => each.id === id),
      id,
    ).toBe(true);
  expect(jurisdictionOf(REGIMES, "constructor")).toBeNull();
});

test("contact by federal law attaches to every resident, and once", () => {
  const contact = (residence: string) =>
    attachedRegimes(REGIMES, { establishment: "GB", residence, declared: [] }).contact.map(
      ({ id }) => id,
    );
  expect(contact("US-AL")).toEqual(["us"]);
  expect(contact("US-CA")).toEqual(["us-ca"]);
  expect(contact("US")).toHaveLength(22);
  expect(contact("US-QQ")).toEqual([]);
});

test("a declared member state attaches the Union to somebody whose residence nobody knows", () => {
  const places = { establishment: "BR", residence: null, declared: ["fr"] };
  expect(attachedRegimes(REGIMES, places).device.map(({ id }) => id)).toEqual(["eu"]);
});
