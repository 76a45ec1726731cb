import { describe, expect, test } from "vitest";
import { jurisdictionsOf } from "#core/law/choose-regime";
import { REGIMES } from "#regimes/all";
import { regimes } from "./regimes.ts";
import { runCommand } from "./run-command.ts";

const told = async (...args: readonly string[]) => {
  const { status, out, err } = await runCommand(regimes, [...args]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return out;
};

type Pack = {
  readonly id: string;
  readonly rules: readonly {
    readonly matter: string;
    readonly from: string;
    readonly until: string | null;
    readonly provision: string;
    readonly confirmed: boolean;
    readonly rule: unknown;
  }[];
  readonly transfers: readonly { readonly matter: string; readonly newUntil: string | null }[];
  readonly calendars: readonly { readonly id: string }[];
};

test("without a regime it lists them all, parts of them too", async () => {
  const lines = (await told()).trimEnd().split("\n");
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(
    jurisdictionsOf(REGIMES).map(({ id }) => id),
  );
});

test("a part of a regime is told by the whole that it lies in", async () => {
  expect(await told("--regime", "fr")).toBe(await told("--regime", "eu"));
});

test("each rule with matter, life, provision and whether a source confirms it", async () => {
  const out = await told("--regime", "uk", "--on", "2026-11-25");
  expect(out).toMatch(/^uk: United Kingdom, Europe\/London; GB\n/);
  expect(out).toMatch(/^ {2}clock access +2026-02-05 +UK GDPR 12\(3\), 12A \(confirmed\)$/m);
  expect(out).not.toContain("DPA 1998");
  expect(out).toMatch(/^ {2}mechanism dpf-uk +2023-10-12 .*\(confirmed\)$/m);
  expect(out).toMatch(/^ {2}holidays of Scotland: .*; without local holidays/m);
  const old = await told("--regime", "uk", "--on", "2017-09-13");
  expect(old).toMatch(/^ {2}clock access +2000-03-01 +2018-05-25 +DPA 1998 s\. 7/m);
  expect(old).toMatch(/^ {2}mechanism shield +2016-07-12 +2020-07-16/m);
});

test("what a law was silent on is said with the reason", async () => {
  expect(await told("--regime", "eu")).toMatch(
    /^ {2}clock framework-complaint +2020-07-16 +2023-07-10 +silent: C-311\/18/m,
  );
});

test("as JSON, with the rules themselves", async () => {
  const [pack, ...more]: Pack[] = JSON.parse(await told("--regime", "us-co", "--format", "json"));
  expect(more).toEqual([]);
  expect(pack?.id).toBe("us-co");
  const signals = pack?.rules
    .filter(({ matter }) => matter === "processing")
    .map(({ from, rule }) => [from, (rule as { readonly privacySignal: boolean }).privacySignal]);
  expect(signals).toEqual([
    ["1900-01-01", false],
    ["2023-07-01", false],
    ["2024-07-01", true],
  ]);
  const all: Pack[] = JSON.parse(await told("--format", "json"));
  expect(all).toHaveLength(REGIMES.length);
  const clauses = all
    .find(({ id }) => id === "eu")
    ?.transfers.find(({ matter }) => matter === "mechanism scc-2010");
  expect(clauses?.newUntil).toBe("2021-09-27");
});

describe("what cannot be used", () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ["an unknown regime", ["--regime", "zz"], /^no regime `zz` is known$/],
    ["an inherited name", ["--regime", "constructor"], /^no regime `constructor`/],
    ["no day", ["--on", "2026-02-30"], /^give --on DATE/],
    ["a format", ["--format", "sarif"], /^unknown format `sarif`/],
    ["a word", ["uk"], /^expected only options$/],
    ["an option", ["--kind", "access"], /^unknown option/],
  ])("%s", async (_name, args, message) => {
    const { status, out, err } = await runCommand(regimes, [...args]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd()).toMatch(message);
  });
});
