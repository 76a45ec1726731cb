import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { decide } from "./decide.ts";
import { due } from "./due.ts";
import { runCommand } from "./run-command.ts";

const NOTICES = resolve(import.meta.dirname, "../../../notices");
const OLD = join(NOTICES, "smartfocus-2017");
const DEMO = join(NOTICES, "demo");
const folder = mkdtempSync(join(tmpdir(), "fairnotice-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("check", () => {
  test("names rule, provision, line and what to write; finds nothing in a notice without fault", async () => {
    const found = await runCommand(check, [OLD, "--on", "2017-09-13", "--regime", "uk"]);
    expect(found.status).toBe(1);
    expect(found.out).toMatch(/00-facts\.yaml:\d+:\d+/);
    for (const text of [
      "transfer.mechanism-lapsed",
      "2017-04-12",
      "PECR reg. 6(2)",
      "PECR reg. 22(3)(c)",
    ])
      expect(found.out).toContain(text);
    const none = await runCommand(check, [DEMO, "--on", "2026-11-24"]);
    expect(none.status).toBe(0);
  });

  test("SARIF names each rule that a result is of, and a place in a file", async () => {
    const { out } = await runCommand(check, [OLD, "--regime", "eu", "--format", "sarif"]);
    const sarif = JSON.parse(out);
    expect(sarif.version).toBe("2.1.0");
    const [run] = sarif.runs;
    expect(run.results.length).toBeGreaterThan(50);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      const place = result.locations[0].physicalLocation;
      expect(place.artifactLocation.uri).toMatch(/\.yaml$/);
      expect(place.region.startLine).toBeGreaterThan(0);
    }
  });

  test("a manifest that is wrong: file, line and column, and the near name", async () => {
    const wrong = file("wrong.yaml", "id: x\nversion: 1\ndate: 2026-01-01\ncontrolers: {}\n");
    const { status, out, err } = await runCommand(check, [wrong]);
    expect(status).not.toBe(0);
    expect(out + err).toMatch(/wrong\.yaml:4:1.*`controllers`/s);
  });

  test.each<readonly [string, string[], RegExp]>([
    ["no manifest", [], /expected one manifest/],
    ["a missing file", [join(folder, "none.yaml")], /none\.yaml/],
    ["a day that is none", [OLD, "--on", "2017-02-30"], /2017-02-30/],
    ["an unknown regime", [OLD, "--regime", "mars"], /unknown regime `mars`/],
    ["an unknown format", [OLD, "--format", "pdf"], /pdf/],
    ["an unknown option", [OLD, "--regmie", "uk"], /unknown option '--regmie'/],
  ])("%s cannot be used", async (_name, args, told) => {
    const { status, err } = await runCommand(check, args);
    expect(status).toBe(2);
    expect(err).toMatch(told);
  });
});

describe("decide", () => {
  const known = {
    ids: [{ id: "s1", linkedAt: 0 }],
    ...{ kind: "person", relationships: [{ kind: "prospect", family: null }] },
    residence: { declared: "GB" },
    ageBand: { from: 30, below: null },
    ...{ choices: [], objections: [], restrictions: [], limits: [], signals: [], erased: null },
    addresses: [],
    values: [
      {
        ...{ id: "v1", category: "name", source: "website", collectedAt: "2026-11-01T10:00:00Z" },
        shown: { enquiries: [1] },
      },
    ],
  };
  const use = { kind: "process", purpose: "enquiries", categories: ["name"] };
  const line = (more: object = {}) =>
    JSON.stringify({ subject: known, use, at: "2026-11-24T12:00:00Z", ...more });

  test("answers line by line, in order, a bad line in its place", async () => {
    const objection = { to: { purpose: "enquiries" }, position: 9, at: "2026-11-20T10:00:00Z" };
    const objected = { ...known, objections: [objection] };
    const lines = [
      line(),
      "{",
      line({ subject: {} }),
      "",
      line({ subject: objected }),
      line({ use: { ...use, purpos: "x" } }),
    ];
    const { status, out, err } = await runCommand(decide, [DEMO], lines.join("\n"));
    expect(status).toBe(2);
    expect(err).toMatch(/^line 2: .*\nline 6: \/use\/purpos/);
    const answers = out
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, false, false, false, false]);
    expect(answers[0]).toMatchObject({ values: { name: ["v1"] }, relied: [{ regime: "uk" }] });
    for (const { sentence } of answers) expect(sentence).toMatch(/^(Yes|No): \S/);
    expect(answers[2].reasons.map(({ code }: { code: string }) => code)).toContain("fact-missing");
  });

  test("speaks the language asked for, and decides over the notice of 2017 too", async () => {
    const german = await runCommand(decide, [DEMO, "--lang", "de"], line());
    expect(JSON.parse(german.out).sentence).toMatch(/^Ja/);
    const then = await runCommand(decide, [OLD], line({ at: "2017-09-13T12:00:00Z" }));
    expect(then.status).toBe(0);
    expect(JSON.parse(then.out).allowed).toBe(false);
  });

  test("registers come from a file, and what does not fit is refused", async () => {
    const disclose = { ...use, kind: "disclose", recipient: "hosting", country: "GB" };
    const agreements = [
      { recipient: "hosting", purposes: null, from: "2026-01-01T00:00:00Z", until: null },
    ];
    const others = Object.fromEntries(
      [
        "certifications",
        "suspensions",
        "legalRequests",
        "screening",
        "holds",
        "compellingGrounds",
      ].map((name) => [name, []]),
    );
    const registers = file(
      "registers.json",
      JSON.stringify({ agreements, families: [], ...others }),
    );
    const without = await runCommand(decide, [DEMO], line({ use: disclose }));
    expect(JSON.parse(without.out).allowed).toBe(false);
    const given = await runCommand(
      decide,
      [DEMO, "--registers", registers],
      line({ use: disclose }),
    );
    expect(JSON.parse(given.out)).toMatchObject({ allowed: true });
    for (const [text, told] of [
      ['{"agreement":[]}', /\/agreement/],
      ["nonsense", /JSON/],
    ] as const) {
      const bad = await runCommand(decide, [DEMO, "--registers", file("bad.json", text)], line());
      expect(bad.status).toBe(2);
      expect(bad.err).toMatch(told);
    }
    const none = await runCommand(decide, [DEMO, "--registers", join(folder, "none.json")], line());
    expect(none).toMatchObject({ status: 2, err: expect.stringContaining("ENOENT") });
  });
});

describe("due", () => {
  test.each<readonly [string[], string]>([
    [["--regime", "uk", "--kind", "access", "--received", "2026-01-31"], "2026-03-02"],
    [["--regime", "eu", "--kind", "access", "--received", "2026-03-10"], "2026-04-10"],
  ])("%j", async (args, day) => {
    const { status, out } = await runCommand(due, [...args, "--format", "json"]);
    expect(status).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.due).toBe(day);
    expect(answer.rules.length).toBeGreaterThan(0);
  });

  test("an extension never shortens", async () => {
    const args = [
      "--regime",
      "uk",
      "--kind",
      "access",
      "--received",
      "2026-02-02",
      "--format",
      "json",
    ];
    const plain = JSON.parse((await runCommand(due, args)).out);
    const more = [...args, "--event", "extended=2026-02-20"];
    const extended = JSON.parse((await runCommand(due, more)).out);
    expect(extended.due > plain.due).toBe(true);
  });

  test.each<readonly [string, string[]]>([
    ["no regime", ["--kind", "access", "--received", "2026-01-31"]],
    ["an unknown kind", ["--regime", "uk", "--kind", "gift", "--received", "2026-01-31"]],
    ["a day that is none", ["--regime", "uk", "--kind", "access", "--received", "2026-02-30"]],
    [
      "an event before the receipt",
      [
        "--regime",
        "uk",
        "--kind",
        "access",
        "--received",
        "2026-02-03",
        "--event",
        "extended=2026-02-01",
      ],
    ],
    [
      "an inherited event",
      [
        "--regime",
        "uk",
        "--kind",
        "access",
        "--received",
        "2026-02-03",
        "--event",
        "constructor=2026-02-04",
      ],
    ],
  ])("%s cannot be used", async (_name, args) => {
    const { status, err } = await runCommand(due, args);
    expect(status).toBe(2);
    expect(err).not.toBe("");
  });
});
