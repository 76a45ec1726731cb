import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { check } from "./check.ts";
import { runCommand } from "./run-command.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const OLD = join(ROOT, "notices/smartfocus-2017");
const DEMO = join(ROOT, "notices/demo");
/** The sample offers two rights too few and names no authority in the Union. */
const GOOD = SAMPLE_MANIFEST.replace("erasure, ", "erasure, restriction, portability, ").replace(
  "authorities:\n",
  'authorities:\n  - { name: BlnBDI, country: DE, url: "https://www.datenschutz-berlin.de/" }\n',
);
const WARNED = GOOD.replace("    address: 1 Sample Street, London\n", "");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-check-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

describe("text", () => {
  test("each finding begins as compilers write it, and says why and what to write", async () => {
    const { status, out, err } = await runCommand(check, [
      ...[OLD, "--regime", "uk", "--on", "2017-09-13"],
    ]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines.pop()).toBe("3 errors, 1 warnings, 9 notes under the law of 2017-09-13");
    expect(lines).toHaveLength(13 * 3);
    for (let index = 0; index < lines.length; index += 3) {
      expect(lines[index]).toMatch(
        /^\/.*\/00-facts\.yaml:\d+:\d+: (error|warning|note) [a-z.-]+ \[uk, .+\]$/,
      );
      expect(lines[index + 1]).toMatch(/^ {2}(clause [a-z.-]+, )?[\w.-]+: \S/);
      expect(lines[index + 2]).toMatch(/^ {2}write: \S/);
    }
    expect(out).toContain(
      "00-facts.yaml:23:3: warning cookies.no-refusal [uk, PECR reg. 6(2)]\n  clause cookies.agreement, practice.cookieChoice: ",
    );
    expect(out).toContain("ended on 2017-04-12");
  });

  test("without a regime those of the notice count, and without a day today", async () => {
    const today = () => new Date().toISOString().slice(0, 10);
    const before = today();
    const both = JSON.parse((await runCommand(check, [OLD, "--format", "json"])).out);
    expect([before, today()]).toContain(both.day);
    const regimes = both.findings.map(({ regime }: { regime: string }) => regime);
    expect([...new Set(regimes)]).toEqual(["uk", "eu"]);
    const given = ["--regime", "ch", "--regime", "us-ca", "--format=json"];
    const others = JSON.parse((await runCommand(check, [OLD, ...given])).out);
    const two = others.findings.map(({ regime }: { regime: string }) => regime);
    expect([...new Set(two)]).toEqual(["ch", "us-ca"]);
  });
});

describe("regimes", () => {
  test.fails("a regime of the notice that has no rules is told in the summary", async () => {
    const text = GOOD.replace("regimes: [uk, eu]", "regimes: [uk, eu, fr]");
    const { out } = await runCommand(check, ["-", "--on", "2026-11-24"], text);
    expect(out).toMatch(/\bfr\b/);
  });

  test.fails.each(["fr", "uk-sct", "us-va"])(
    "%s is a regime, as the contract has it",
    async (id) => {
      expect((await runCommand(check, ["-", "--regime", id], GOOD)).status).not.toBe(2);
    },
  );
});

describe("json", () => {
  test("each finding with its place, in the words of the text", async () => {
    const args = [OLD, "--regime", "eu", "--on", "2026-11-24"];
    const { status, out } = await runCommand(check, [...args, "--format", "json"]);
    expect(status).toBe(1);
    const { day, findings } = JSON.parse(out);
    expect(day).toBe("2026-11-24");
    const text = (await runCommand(check, args)).out;
    expect(findings.length).toBeGreaterThan(60);
    for (const each of findings) {
      expect(Object.keys(each).sort()).toEqual([
        ...["clause", "column", "file", "id", "level", "line", "path", "provision", "regime"],
        ...["why", "write"],
      ]);
      expect(text).toContain(
        `${each.file}:${each.line}:${each.column}: ${each.level} ${each.id} [eu, ${each.provision}]`,
      );
    }
  });

  test("the place is where the manifest says it, or the nearest that holds it", async () => {
    const { out } = await runCommand(check, ["-", "--format", "json"], SAMPLE_MANIFEST);
    const findings = JSON.parse(out).findings.filter(
      ({ id }: { id: string }) => id === "rights.missing",
    );
    const at = SAMPLE_MANIFEST.split("\n").findIndex((line) => line.startsWith("  offered:")) + 1;
    expect(findings).toHaveLength(4);
    for (const each of findings)
      expect(each).toMatchObject({ file: "standard input", path: "rights.offered", line: at });
  });
});

describe("sarif", () => {
  test.each([
    ["many findings", OLD, 1],
    ["none", DEMO, 0],
  ])("%s: what SARIF 2.1.0 requires is there", async (_name, path, status) => {
    const ran = await runCommand(check, [path, "--on", "2026-11-24", "--format", "sarif"]);
    expect(ran.status).toBe(status);
    const log = JSON.parse(ran.out);
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    const [{ tool, results }] = log.runs;
    const { name, rules } = tool.driver;
    expect(name).toBe("fairnotice check");
    const ids = rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) expect(rule.shortDescription.text).toMatch(/\w/);
    expect(results.length > 0).toBe(status === 1);
    for (const result of results) {
      expect(ids).toContain(result.ruleId);
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(["none", "note", "warning", "error"]).toContain(result.level);
      expect(result.message.text).toMatch(/\w/);
      const [{ physicalLocation, logicalLocations }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/\.yaml$/);
      expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
      expect(physicalLocation.region.startColumn).toBeGreaterThanOrEqual(1);
      expect(logicalLocations[0].fullyQualifiedName).toMatch(/\w/);
    }
    // Every rule that is listed has a result.
    const used = new Set(results.map(({ ruleId }: { ruleId: string }) => ruleId));
    expect(used).toEqual(new Set(ids));
  });

  test("a blank in the name of the file is written as addresses are", async () => {
    const path = await file("my notice.yaml", SAMPLE_MANIFEST);
    const { out } = await runCommand(check, [path, "--format", "sarif"]);
    expect(uriOf(out)).toMatch(/my%20notice\.yaml$/);
  });

  test.each(["a#b.yaml", "a?b.yaml"])("`%s` is a file and not a fragment", async (name) => {
    const path = await file(name, SAMPLE_MANIFEST);
    const { out } = await runCommand(check, [path, "--format", "sarif"]);
    expect(decodeURIComponent(new URL(uriOf(out), "file:///").pathname)).toBe(path);
  });

  const uriOf = (out: string): string =>
    JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
});

describe("exit status", () => {
  test("0 where nothing is found, on any day since the notice's own", async () => {
    for (const day of ["2026-06-19", "2026-11-24"]) {
      const { status, out } = await runCommand(check, [DEMO, "--on", day]);
      expect(out).toBe(`0 errors, 0 warnings, 0 notes under the law of ${day}\n`);
      expect(status).toBe(0);
    }
  });

  test("0 where only warnings are, 1 with an error", async () => {
    const on = ["-", "--on", "2026-11-24"];
    const good = await runCommand(check, on, GOOD);
    expect(good).toMatchObject({ status: 0, out: expect.stringContaining("0 errors, 0 warnings") });
    const warned = await runCommand(check, on, WARNED);
    expect(warned.out).toContain("0 errors, 2 warnings, 0 notes");
    expect(warned.status).toBe(0);
    expect((await runCommand(check, on, SAMPLE_MANIFEST)).status).toBe(1);
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ["no manifest", [], /^expected one manifest; see `check --help`$/],
    ["two manifests", ["a", "b"], /^expected one manifest/],
    ["an unknown option", ["-", "--regmie", "uk"], /^unknown option '--regmie'/],
    ["an option without its value", ["-", "--on"], /^option '--on <value>' argument missing/],
    ["an unknown format", ["-", "--format", "pdf"], /^unknown format `pdf`: text, json, sarif$/],
    ["an inherited format", ["-", "--format", "constructor"], /^unknown format `constructor`/],
    ["an unknown regime", ["-", "--regime", "mars"], /^unknown regime `mars`: uk, eu, ch, us-ca$/],
    ["one unknown of two", ["-", "--regime", "uk", "--regime", "x"], /^unknown regime `x`/],
    ["a day that is none", ["-", "--on", "2017-02-30"], /^`2017-02-30` is no day/],
    ["a day in words", ["-", "--on", "today"], /^`today` is no day/],
    ["an instant", ["-", "--on", "2017-02-03T00:00Z"], /is no day/],
    ["an empty day", ["-", "--on", ""], /^`` is no day/],
    ["a missing file", ["/nowhere/a.yaml"], /^\/nowhere\/a\.yaml:1:1: there is no such file/],
  ])("2 for %s", async (_name, args, message) => {
    const { status, out, err } = await runCommand(check, [...args], GOOD);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd()).toMatch(message);
  });

  test("2 for what is no manifest at all", async () => {
    const empty = join(folder, "empty");
    await mkdir(empty);
    const large = await file("large.yaml", "");
    await truncate(large, 5 * 1_048_576);
    for (const [path, message] of [
      [empty, "the folder has no `.yaml` file"],
      [large, "the file is larger than 4194304 bytes"],
      [await file("latin.yaml", Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xe9)), "not UTF-8 text"],
      [await file("nothing.yaml", ""), "nothing.yaml:1:1: the manifest is empty"],
    ] as const) {
      const { status, out, err } = await runCommand(check, [path]);
      expect({ status, out }, path).toEqual({ status: 2, out: "" });
      expect(err).toContain(message);
    }
  });
});

describe("a manifest that is wrong", () => {
  /** Line and column, from 1, of a text in the sample. */
  function placeOf(text: string): string {
    const before = SAMPLE_MANIFEST.slice(0, SAMPLE_MANIFEST.indexOf(text)).split("\n");
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  }

  const SPOILT: readonly (readonly [string, string, string, string])[] = [
    ["a key", "controllers:\n", "controlers:\n", "(did you mean `controllers`?)"],
    ["a channel", "email, call]", "emial, call]", "(did you mean `email`?)"],
    [
      "a purpose",
      "marketing, categories: [email, n",
      "marketin, categories: [email, n",
      "(did you mean `marketing`?)",
    ],
    ["a category", "visits] }]\n    stat", "visit] }]\n    stat", "(did you mean `visits`?)"],
    ["a recipient", "host]", "hots]", "(did you mean `host`?)"],
    ["a day", "2026-11-01", "2026-13-01", "there is no day `2026-13-01`"],
  ];

  test.each(SPOILT)(
    "%s: file, line, column and what was meant",
    async (_name, right, wrong, said) => {
      const text = SAMPLE_MANIFEST.replace(right, wrong);
      expect(text).not.toBe(SAMPLE_MANIFEST);
      const path = await file("wrong.yaml", text);
      const { status, out, err } = await runCommand(check, [path]);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      const line = err.split("\n").find((each) => each.includes(said));
      expect(line).toMatch(/`[^`]+`/);
      expect(line?.slice(0, path.length + 1)).toBe(`${path}:`);
      expect(line?.slice(path.length + 1)).toMatch(new RegExp(`^${placeOf(right)}: `));
    },
  );

  test("a key that is there twice, and a text that is no YAML", async () => {
    const lines = SAMPLE_MANIFEST.split("\n").length;
    const twice = await runCommand(check, ["-"], `${SAMPLE_MANIFEST}id: again\n`);
    expect(twice.err).toBe(`standard input:${lines}:1: duplicate key \`id\`, first on line 1\n`);
    expect(twice.status).toBe(2);
    const broken = await runCommand(check, ["-"], "id: [\n");
    expect(broken).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^standard input:2:1: /),
    });
  });

  test("in a folder the file is named that holds it", async () => {
    const parts = join(folder, "parts");
    await mkdir(parts);
    const [head = "", tail = ""] = SAMPLE_MANIFEST.split("rights:\n");
    await writeFile(join(parts, "1.yaml"), head);
    await writeFile(join(parts, "2.yml"), `rigths:\n${tail}`);
    const { status, err } = await runCommand(check, [parts]);
    expect(status).toBe(2);
    expect(err).toContain(`${join(parts, "2.yml")}:1:1: unknown key \`rigths\``);
    expect(err).toContain("(did you mean `rights`?)");
  });
});

test("as a process: findings on standard output, refusals on standard error, help", async () => {
  const old = await main("check", "notices/smartfocus-2017", "--on", "2017-09-13");
  expect(old).toMatchObject({ status: 1, err: "" });
  expect(old.out).toContain("notices/smartfocus-2017/00-facts.yaml:23:3: warning");
  expect(await main("check", "notices/none")).toMatchObject({
    ...{ status: 2, out: "" },
    err: "notices/none:1:1: there is no such file or folder\n",
  });
  const help = await main("check", "--help");
  expect(help).toMatchObject({ status: 0, err: "" });
  for (const word of ["--regime", "--on", "--format", "exit status", "sarif"])
    expect(help.out).toContain(word);
  expect((await main("chek")).status).toBe(2);
});

async function main(...args: string[]) {
  const child = spawn(process.execPath, ["src/main/main.ts", ...args], { cwd: ROOT });
  child.stdin.end();
  const [out, err, status] = await Promise.all([
    child.stdout.setEncoding("utf8").toArray(),
    child.stderr.setEncoding("utf8").toArray(),
    new Promise((done) => child.on("close", done)),
  ]);
  return { status, out: out.join(""), err: err.join("") };
}
