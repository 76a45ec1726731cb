import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadNotice } from "#edges/notice-files/load-notice";
import { WORLD } from "#regimes/world";
import type { Notice } from "../notice.ts";
import type { LintFinding } from "./finding.ts";
import { LINT_REGIMES, lintNotice } from "./lint-notice.ts";

const NOTICES = resolve(import.meta.dirname, "../../../../notices");
const THEN = "2017-09-13";
const TODAY = "2026-11-24";
let old: Notice;
let demo: Notice;

beforeAll(async () => {
  [old, demo] = (await Promise.all(["smartfocus-2017", "demo"].map(read))) as [Notice, Notice];
});

async function read(folder: string): Promise<Notice> {
  const { notice } = await loadNotice(resolve(NOTICES, folder));
  if (notice === null) throw new Error(`${folder} does not compile`);
  return notice;
}

const lint = (notice: Notice, regime: string, day: string) =>
  lintNotice(notice, regime, day, WORLD.mechanisms ?? []);

/** `id path [clause] provision` of each finding. */
function lines(findings: readonly LintFinding[]): readonly string[] {
  return findings.map(
    ({ id, path, clause, provision }) => `${id} ${path} [${clause}] ${provision}`,
  );
}

describe("the notice of 2017 on its own day", () => {
  test.each([
    ["uk", "PECR reg. 6(2)", "PECR reg. 22(3)(c)"],
    ["eu", "Directive 2002/58 art. 5(3)", "Directive 2002/58 art. 13(2)"],
  ])("%s", (regime, cookies, marketing) => {
    const found = lint(old, regime, THEN);
    const serious = lines(found.filter(({ level }) => level !== "note"));
    expect(serious).toEqual([
      "transfer.mechanism-lapsed recipients.smartfocus-us.transfers [transfer.misuse] Directive 95/46 art. 25-26; DPA 1998 principle 8",
      `cookies.no-refusal practice.cookieChoice [${clauseOf(found, "cookies.no-refusal")}] ${cookies}`,
      `marketing.assumed-agreement purposes.marketing [${clauseOf(found, "marketing.assumed-agreement")}] ${marketing}`,
      `marketing.assumed-agreement purposes.research [${clauseOf(found, "marketing.assumed-agreement")}] ${marketing}`,
    ]);
    const lapsed = found.find(({ id }) => id === "transfer.mechanism-lapsed");
    expect(lapsed?.why).toContain("2017-04-12");
    // Shield was alive then, and the rest is of a later law.
    expect(lapsed?.why).not.toContain("shield");
    for (const later of ["purpose.basis-missing", "rights.fee", "consent.bundled"])
      expect(found.map(({ id }) => id)).not.toContain(later);
  });
});

describe("the notice of 2017 today", () => {
  const COUNTS = {
    uk: {
      "transfer.mechanism-lapsed": 2,
      "recipient.country-missing": 9,
      "recipient.unnamed": 5,
      "cookies.no-refusal": 1,
      "cookies.implied-consent": 1,
      "cookies.lifetime-missing": 7,
      "purpose.basis-missing": 16,
      "purpose.retention-missing": 16,
      "marketing.assumed-agreement": 2,
      "rights.missing": 4,
      "consent.bundled": 1,
      "rights.fee": 1,
      "controller.address-missing": 1,
    },
    "us-ca": {
      "recipient.unnamed": 5,
      "cookies.no-opt-out": 1,
      "purpose.retention-missing": 16,
      "rights.missing": 2,
      "rights.fee": 1,
      "controller.address-missing": 1,
    },
  };

  test.each(Object.entries(COUNTS))("%s: what is found, and how often", (regime, counts) => {
    const found = lint(old, regime, TODAY);
    const counted = Object.fromEntries(
      [...Map.groupBy(found, ({ id }) => id)].map(([id, all]) => [id, all.length]),
    );
    expect(counted).toEqual(counts);
  });

  test("the European Union asks for a representative and an authority besides", () => {
    const uk = new Set(lint(old, "uk", TODAY).map(({ id }) => id));
    const more = lint(old, "eu", TODAY).filter(({ id }) => !uk.has(id));
    expect(more.map(({ id, provision }) => [id, provision])).toEqual([
      ["authority.missing", "GDPR 13(2)(d)"],
      ["controller.representative-missing", "GDPR 27, 13(1)(a)"],
    ]);
  });

  test("each finding names its clause, its provision, why, and what to write", () => {
    for (const regime of LINT_REGIMES) {
      for (const finding of lint(old, regime, TODAY)) {
        const place = `${regime} ${finding.id} ${finding.path}`;
        expect(finding.provision, place).not.toBe("");
        expect(finding.why, place).toMatch(/\w/);
        expect(finding.write, place).toMatch(/\w/);
        if (finding.clause !== null) expect(old.clauses.has(finding.clause), place).toBe(true);
      }
    }
  });

  test("the lapsed frameworks end on their days", () => {
    const lapsed = lint(old, "uk", TODAY).filter(({ id }) => id === "transfer.mechanism-lapsed");
    expect(lapsed.map(({ why }) => /`([^`]+)`.*ended on (\S+)/.exec(why)?.slice(1))).toEqual([
      ["shield", "2020-07-16"],
      [expect.stringContaining("safe-harbor"), "2017-04-12"],
    ]);
  });
});

test.each(LINT_REGIMES)(
  "the present-day notice has no finding in %s, today or on its own day",
  (regime) => {
    expect(lines(lint(demo, regime, TODAY))).toEqual([]);
    expect(lines(lint(demo, regime, "2026-06-19"))).toEqual([]);
  },
);

test.each(["erasure", "portability", "objection"])(
  "a right to %s that is not offered is found",
  (right) => {
    const offered = demo.rights.offered.filter((each) => each !== right);
    const found = lint({ ...demo, rights: { ...demo.rights, offered } }, "uk", TODAY);
    expect(found.map(({ id }) => id)).toContain("rights.missing");
  },
);

function clauseOf(findings: readonly LintFinding[], id: string): string | null {
  const clause = findings.find((each) => each.id === id)?.clause ?? null;
  expect(clause !== null && old.clauses.has(clause), `${id} has a clause`).toBe(true);
  return clause;
}
