import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATALOGUE, FINDING_IDS, isFindingId } from "#core/notice/lint/catalogue";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { check } from "../check.ts";
import { runCommand } from "../run-command.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const OLD = join(ROOT, "notices/smartfocus-2017");
const DEMO = join(ROOT, "notices/demo");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-sarif-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function sarif(path: string, ...more: readonly string[]) {
  const args = [path, "--on", "2026-11-24", "--format", "sarif", ...more];
  const { out, status } = await runCommand(check, args, FAULTLESS_MANIFEST);
  const log = JSON.parse(out) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error("no run");
  return { log, run, status, rules: run.tool.driver.rules ?? [], results: run.results ?? [] };
}

/** Keys that the specification gives an object; it forbids all others. */
const KEYS = {
  log: ["$schema", "version", "runs"],
  run: ["tool", "columnKind", "originalUriBaseIds", "results", "properties"],
  rule: [
    ...["id", "name", "shortDescription", "fullDescription", "help", "helpUri"],
    "defaultConfiguration",
  ],
  result: [
    ...["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    ...["suppressions", "properties"],
  ],
};

function hasOnly(thing: object, keys: readonly string[]): void {
  expect(Object.keys(thing).filter((key) => !keys.includes(key))).toEqual([]);
}

function checkRule(rule: ReportingDescriptor): void {
  hasOnly(rule, KEYS.rule);
  expect(isFindingId(rule.id)).toBe(true);
  expect(rule.name).toMatch(/^([A-Z][a-z]*)+$/);
  for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text])
    expect(text).toMatch(/\w/);
  expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration?.level);
}

function checkResult(result: Result, rules: readonly ReportingDescriptor[]): void {
  hasOnly(result, KEYS.result);
  expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  expect(["note", "warning", "error"]).toContain(result.level);
  expect(result.message.text).toMatch(/\w/);
  const [location] = result.locations ?? [];
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  expect(artifactLocation?.uri).toMatch(/\.yaml$/);
  expect(region?.startLine).toBeGreaterThanOrEqual(1);
  expect(region?.startColumn).toBeGreaterThanOrEqual(1);
  expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/\w/);
}

describe("what SARIF 2.1.0 requires is there, and nothing that it forbids", () => {
  test.each([
    ["many findings", OLD, 1],
    ["none", DEMO, 0],
  ])("%s", async (_what, path, wanted) => {
    const { log, run, status, rules, results } = await sarif(path);
    expect(status).toBe(wanted);
    hasOnly(log, KEYS.log);
    hasOnly(run, KEYS.run);
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
    expect(run.tool.driver.name).toBe("fairnotice check");
    expect(run.columnKind).toBe("utf16CodeUnits");
    rules.forEach(checkRule);
    for (const result of results) checkResult(result, rules);
    expect(results.length > 0).toBe(wanted === 1);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(
      new Set(rules.map(({ id }) => id)),
    );
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe("addresses", () => {
  test("are relative to where the check runs, so that code hosts find the file", async () => {
    const { results } = await sarif(OLD);
    const uris = new Set(results.map(uriOf));
    expect(uris).toEqual(
      new Set(["notices/smartfocus-2017/00-facts.yaml", "notices/smartfocus-2017/10-clauses.yaml"]),
    );
  });

  test.each(["my notice.yaml", "a#b.yaml", "a?b.yaml", "ä%41.yaml"])(
    "`%s` outside of it is a file and not a fragment",
    async (name) => {
      const path = join(folder, name);
      await writeFile(path, FAULTLESS_MANIFEST.replace("charged: false", "charged: true"));
      const { results } = await sarif(path);
      expect(results.map(uriOf)[0]).toBe(pathToFileURL(path).href);
    },
  );

  const uriOf = ({ locations }: Result) =>
    locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
});

test("a rule links to its section where the catalogue is published", async () => {
  const docs = "https://example.org/docs/lint.md";
  const { rules } = await sarif(OLD, "--docs", docs);
  expect(rules.find(({ id }) => id === "rights.fee")?.helpUri).toBe(`${docs}#rightsfee`);
  expect((await sarif(OLD)).rules.some(({ helpUri }) => helpUri !== undefined)).toBe(false);
});

test("an accepted finding is suppressed, with the reason and the end", async () => {
  const path = join(folder, "accepted.yaml");
  await writeFile(
    path,
    FAULTLESS_MANIFEST.replace("charged: false", "charged: true").replace(
      "clauses:\n  - id: who",
      "accepted:\n  - { finding: rights.fee, reason: The board., until: 2027-01-01, by: Ada }\nclauses:\n  - id: who",
    ),
  );
  const { results, status } = await sarif(path);
  expect(status).toBe(0);
  expect(results.map(({ suppressions }) => suppressions)).toEqual(
    Array(2).fill([
      { kind: "inSource", status: "accepted", justification: "The board. (Ada); until 2027-01-01" },
    ]),
  );
});

test("the catalogue speaks of each finding in full sentences, and of none twice", () => {
  const titles = FINDING_IDS.map((id) => CATALOGUE[id].title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const id of FINDING_IDS) {
    expect(CATALOGUE[id].about, id).toMatch(/^[A-Z].*\.$/);
    expect(CATALOGUE[id].title, id).toMatch(/^[a-z].*[^.]$/);
    expect(CATALOGUE[id].write, id).toMatch(/[^.]$/);
  }
});
