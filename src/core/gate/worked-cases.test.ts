import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Notice } from "#core/notice/notice";
import { loadNotice } from "#edges/notice-files/load-notice";
import { REGIMES } from "#regimes/all";
import { WORKED_CASES } from "#test/support/gate-cases";
import { at, EMPTY, grant, news, somebody, TODAY } from "#test/support/gate-facts";
import { decide } from "./decide.ts";

const NOTICES = resolve(import.meta.dirname, "../../../notices");
const notices = new Map<string, Notice>();

beforeAll(async () => {
  for (const [name, folder] of [
    ["demo", "demo"],
    ["2017", "smartfocus-2017"],
  ] as const) {
    const { notice } = await loadNotice(resolve(NOTICES, folder));
    if (notice === null) throw new Error(`${folder} does not compile`);
    notices.set(name, notice);
  }
});

describe("worked cases", () => {
  test.each(WORKED_CASES)("$id: $facts", ({ notice, subject, use, registers, on, denies }) => {
    const known = notices.get(notice) as Notice;
    const decision = decide(known, REGIMES, registers ?? EMPTY, subject, use, at(on));
    const reasons = decision.allowed ? [] : decision.reasons;
    if (denies === null) expect(reasons).toEqual([]);
    else expect(reasons.map(({ rule, code }) => ({ rule, code }))).toContainEqual(denies);
  });

  test("each of the eleven rules denies somewhere, and no id is used twice", () => {
    const rules = new Set(WORKED_CASES.map(({ denies }) => denies?.rule));
    for (let rule = 1; rule <= 11; rule += 1) expect(rules, `rule ${rule}`).toContain(rule);
    expect(new Set(WORKED_CASES.map(({ id }) => id)).size).toBe(WORKED_CASES.length);
  });
});

test("ten thousand choices of one person are weighed, and the last counts", () => {
  const choices = Array.from({ length: 10_000 }, (_, index) =>
    grant({
      act: index % 2 === 0 ? "grant" : "withdrawal",
      position: index + 10,
      at: at("2026-01-01") + index * 1_000,
    }),
  );
  const ask = (all: typeof choices) =>
    decide(
      notices.get("demo") as Notice,
      REGIMES,
      EMPTY,
      somebody({ choices: all }),
      news(),
      at(TODAY),
    );
  expect(ask(choices).allowed).toBe(false);
  expect(ask(choices.slice(0, -1)).allowed).toBe(true);
});
