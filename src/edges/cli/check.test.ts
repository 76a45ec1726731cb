import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { check } from "./check.ts";
import { runCommand } from "./run-command.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const OLD = join(ROOT, "notices/smartfocus-2017");
const DEMO = join(ROOT, "notices/demo");
const GOOD = FAULTLESS_MANIFEST;
const WARNED = GOOD.replace("    address: 1 Plain Street, London\n", "");
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
  test("findings of a kind stand together: what is wrong, each place, and what to write", async () => {
    const { status, out, err } = await runCommand(check, [
      ...[OLD, "--regime", "uk", "--on", "2017-09-13"],
    ]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    const groups = out.trimEnd().split("\n\n");
    expect(groups.pop()).toBe("3 errors, 10 warnings, 13 notes under the law of 2017-09-13 (uk)");
    expect(groups).toHaveLength(12);
    const levels = groups.map((group) => group.split(" ")[0]);
    const rank = ["error", "warning", "note"];
    expect(levels).toEqual(
      [...levels].sort((a, b) => rank.indexOf(a ?? "") - rank.indexOf(b ?? "")),
    );
    for (const group of groups) {
      const [head, title, ...rest] = group.split("\n");
      expect(head).toMatch(/^(error|warning|note) [a-z.-]+ \[uk, .+\]$/);
      expect(title).toMatch(/^ {2}[a-z]/);
      expect(rest.pop()).toMatch(/^ {2}write: \S/);
      expect(rest.length).toBeGreaterThan(0);
      for (const place of rest)
        expect(place).toMatch(/^ {2}\/.*\.yaml:\d+:\d+: (clause [a-z.-]+, )?[\w.[\]-]+: \S/);
    }
    expect(out).toContain(
      "00-facts.yaml:15:34: clause cookies.agreement, practice.cookieChoice: 8 cookies",
    );
    expect(out).toContain("ended on 2017-04-12");
  });

  test("what awaits a source, what begins later, and what is accepted, are said", async () => {
    const later = GOOD.replace("  - { step: controller, name: Us first }\n", "");
    const ahead = await runCommand(check, ["-", "--regime", "uk", "--on", "2026-01-01"], later);
    expect(ahead.out).toContain("note complaints.controller-missing from 2026-06-19 [uk, ");
    expect(ahead.status).toBe(0);
    const accepted = GOOD.replace("charged: false", "charged: true").replace(
      "clauses:\n  - id: who",
      "accepted:\n  - { finding: rights.fee, reason: The board., until: 2027-01-01 }\nclauses:\n  - id: who",
    );
    const ran = await runCommand(check, ["-", "--on", "2026-11-25"], accepted);
    expect(ran.status).toBe(0);
    expect(ran.out).toMatch(/rights\.fee, until 2027-01-01: The board\./);
    expect(ran.out).toContain("0 errors, 0 warnings, 0 notes, 2 accepted");
    const after = await runCommand(check, ["-", "--on", "2027-01-02"], accepted);
    expect(after.status).toBe(1);
    expect(after.out).toContain("; unconfirmed]");
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
  test("a regime of the notice that has no rules is told in the summary", async () => {
    const text = GOOD.replace("regimes: [uk, eu]", "regimes: [uk, eu, jp]");
    const { out } = await runCommand(check, ["-", "--on", "2026-11-24"], text);
    expect(out).toContain("no law on notices is known for `jp`");
  });

  test.each(["fr", "uk-sct", "us-va"])("%s is a regime, as the contract has it", async (id) => {
    expect((await runCommand(check, ["-", "--regime", id], GOOD)).status).not.toBe(2);
  });
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
        ...["accepted", "clause", "column", "confirmed", "file", "from", "id", "level", "line"],
        ...["path", "provision", "regime", "why", "write"],
      ]);
      expect(text).toContain(`${each.level} ${each.id} [eu, ${each.provision}`);
      expect(text).toContain(`${each.file}:${each.line}:${each.column}: `);
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

describe("exit status", () => {
  test("0 where nothing is found, on any day since the notice's own", async () => {
    for (const day of ["2026-06-19", "2026-11-24"]) {
      const { status, out } = await runCommand(check, [DEMO, "--on", day]);
      expect(out).toContain(`\n0 errors, 0 warnings, 0 notes under the law of ${day} (uk, eu)\n`);
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
    [
      "an unknown regime",
      ["-", "--regime", "mars"],
      /^unknown regime `mars`: uk, .*eu, .*ch, .*us-ca/,
    ],
    ["one unknown of two", ["-", "--regime", "uk", "--regime", "x"], /^unknown regime `x`/],
    ["a day that is none", ["-", "--on", "2017-02-30"], /^`2017-02-30` is no day/],
    ["a day in words", ["-", "--on", "today"], /^`today` is no day/],
    ["an instant", ["-", "--on", "2017-02-03T00:00Z"], /is no day/],
    ["an empty day", ["-", "--on", ""], /^`` is no day/],
    ["documents at no web address", ["-", "--docs", "docs"], /^`docs` is no web address$/],
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
  expect(old.out).toContain("notices/smartfocus-2017/00-facts.yaml:15:34: clause");
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
