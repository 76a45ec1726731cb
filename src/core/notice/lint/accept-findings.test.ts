import { describe, expect, test } from "vitest";
import { LINT_WORLD } from "#regimes/notice/world";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { readNotice } from "../read-notice.ts";
import { counts } from "./finding.ts";
import { lintNotice } from "./lint-notice.ts";

/** A fee is charged, and what the manifest accepts is given. */
const withFee = (...accepted: readonly string[]) =>
  FAULTLESS_MANIFEST.replace("charged: false", "charged: true").replace(
    "clauses:\n  - id: who",
    `accepted:\n${accepted.map((each) => `  - { ${each} }\n`).join("")}clauses:\n  - id: who`,
  );

function lint(text: string, day: string, regimes: readonly string[] = ["uk", "eu"]) {
  const { notice, findings } = readNotice([{ name: "a.yaml", text }]);
  if (notice === null) throw new Error(JSON.stringify(findings));
  return lintNotice(notice, regimes, day, LINT_WORLD);
}

const ACCEPT = "finding: rights.fee, reason: The board decided., until: 2027-01-31, by: Ada";

describe("an acceptance", () => {
  test("marks the finding everywhere, with reason, end and name, and it counts no more", () => {
    const found = lint(withFee(ACCEPT), "2026-11-25");
    expect(found.map(({ id, regime }) => `${regime} ${id}`)).toEqual([
      "uk rights.fee",
      "eu rights.fee",
    ]);
    expect(found.some(counts)).toBe(false);
    expect(found[0]?.accepted).toEqual({
      ...{ reason: "The board decided.", until: "2027-01-31", by: "Ada" },
    });
  });

  test("holds on its last day and not on the next, when the finding says that it ended", () => {
    expect(lint(withFee(ACCEPT), "2027-01-31").some(counts)).toBe(false);
    const after = lint(withFee(ACCEPT), "2027-02-01");
    expect(after.map(({ accepted }) => accepted)).toEqual([null, null]);
    expect(after[0]?.why).toContain("accepted until 2027-01-31; that has ended");
  });

  test("is for its regime and its path alone", () => {
    const uk = lint(withFee(`${ACCEPT}, regime: uk`), "2026-11-25");
    expect(uk.filter(counts).map(({ regime, id }) => `${regime} ${id}`)).toEqual(["eu rights.fee"]);
    const elsewhere = lint(withFee(`${ACCEPT}, path: rights.offered`), "2026-11-25");
    expect(elsewhere.filter(counts).map(({ id }) => id)).toEqual([
      ...["rights.fee", "rights.fee", "acceptance.unmatched"],
    ]);
  });

  test("of nothing is a finding, once everything that it could match was looked at", () => {
    const text = withFee(ACCEPT).replace("charged: true", "charged: false");
    expect(lint(text, "2026-11-25").map(({ id, path }) => `${id} ${path}`)).toEqual([
      "acceptance.unmatched accepted[0]",
    ]);
    expect(lint(text, "2026-11-25", ["uk"])).toEqual([]);
  });

  test("that has ended gives way to one that lives", () => {
    const old = "finding: rights.fee, reason: first, until: 2026-11-02";
    const found = lint(withFee(old, ACCEPT), "2026-11-25");
    expect(found.every(({ accepted }) => accepted?.until === "2027-01-31")).toBe(true);
  });
});

describe("refused in the manifest", () => {
  test.each([
    [
      "an unknown finding, with the near name",
      "finding: right.fee, reason: r, until: 2027-01-01",
      "there is no finding `right.fee`",
      "rights.fee",
    ],
    [
      "a day that is none",
      "finding: rights.fee, reason: r, until: 2027-02-30",
      "there is no day `2027-02-30`",
      null,
    ],
    [
      "an end after 24 months",
      "finding: rights.fee, reason: r, until: 2028-11-02",
      "an acceptance ends at most 24 months after the date of the version, by 2028-11-01",
      null,
    ],
    ["no end", "finding: rights.fee, reason: r", "missing key `until` in `accepted[0]`", null],
    [
      "no reason",
      "finding: rights.fee, until: 2027-01-01",
      "missing key `reason` in `accepted[0]`",
      null,
    ],
  ])("%s", (_what, accepted, message, suggestion) => {
    const { notice, findings } = readNotice([{ name: "a.yaml", text: withFee(accepted) }]);
    expect(notice).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ message, suggestion, line: expect.any(Number) });
    expect(findings[0]?.path).toMatch(/^accepted\[0\]/);
  });

  test("the last day of the 24 months is accepted", () => {
    const text = withFee("finding: rights.fee, reason: r, until: 2028-11-01");
    expect(readNotice([{ name: "a.yaml", text }]).findings).toEqual([]);
  });
});
