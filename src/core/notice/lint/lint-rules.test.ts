import { describe, expect, test } from "vitest";
import { LINT_WORLD } from "#regimes/notice/world";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { PLANTED } from "#test/support/lint/planted-faults";
import { readNotice } from "../read-notice.ts";
import { FINDING_IDS, type FindingId } from "./catalogue.ts";
import { lintNotice } from "./lint-notice.ts";

const DAY = "2026-11-25";

type Change = readonly [from: string, to: string];

function planted(changes: readonly Change[], regime: string, day: string) {
  const text = changes.reduce((manifest, [from, to]) => {
    if (!manifest.includes(from)) throw new Error(`the manifest has no \`${from}\``);
    return manifest.replace(from, () => to);
  }, FAULTLESS_MANIFEST);
  const { notice, findings } = readNotice([{ name: "planted.yaml", text }]);
  if (notice === null) throw new Error(JSON.stringify(findings));
  return lintNotice(notice, [regime], day, LINT_WORLD);
}

test.each([["uk"], ["eu"], ["fr"], ["uk-sct"]])("without a fault there is no finding: %s", (id) => {
  expect(planted([], id, DAY)).toEqual([]);
});

describe.each(PLANTED)(
  "$id: $what",
  ({ id, level, path, plant, near, regime = "uk", day = DAY }) => {
    test("the fault is found where it is", () => {
      const found = planted(plant, regime, day).filter((each) => each.id === id);
      expect(found.map(({ level, path }) => `${level} ${path}`)).toContain(`${level} ${path}`);
    });

    test("a near miss is not", () => {
      const found = planted(near, regime, day).filter((each) => each.id === id);
      expect(found).toEqual([]);
    });
  },
);

test("every finding of the catalogue is planted", () => {
  const known = new Set<FindingId>(PLANTED.map(({ id }) => id));
  expect(FINDING_IDS.filter((id) => !known.has(id))).toEqual([]);
});
