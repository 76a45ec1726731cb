import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { runCommand } from "./run-command.ts";

const NOTICES = resolve(import.meta.dirname, "../../../notices");
const OLD = join(NOTICES, "smartfocus-2017");
const DEMO = join(NOTICES, "demo");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairnotice-decide-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Answer = {
  readonly allowed: boolean;
  readonly sentence: string;
  readonly error?: string;
  readonly reasons?: readonly { readonly code: string; readonly what: string }[];
  readonly relied?: readonly { readonly regime: string }[];
  readonly values?: { readonly [category: string]: readonly string[] };
};

/** A person of whom everything is known, and of whom a name is held. */
const KNOWN = {
  ids: [{ id: "s1", linkedAt: 0 }],
  kind: "person",
  relationships: [{ kind: "prospect", family: null }],
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
const USE = { kind: "process", purpose: "enquiries", categories: ["name"] };
const AT = "2026-11-24T12:00:00Z";
const OBJECTED = {
  ...KNOWN,
  objections: [{ to: { purpose: "enquiries" }, position: 9, at: "2026-11-20T10:00:00Z" }],
};
/** The same of a customer of 2017. */
const CUSTOMER = {
  ...KNOWN,
  relationships: [{ kind: "customer", family: null }],
  values: [
    {
      ...{ id: "v1", category: "name", source: "contact-form" },
      ...{ collectedAt: "2017-09-12T10:00:00Z", shown: { provide: [1] } },
    },
  ],
};
const OLD_USE = { ...USE, purpose: "provide" };

const line = (more: object = {}) => JSON.stringify({ subject: KNOWN, use: USE, at: AT, ...more });
const oldLine = (more: object = {}) =>
  line({ subject: CUSTOMER, use: OLD_USE, at: "2017-09-13T12:00:00Z", ...more });

async function answers(args: readonly string[], lines: readonly string[]) {
  const { status, out, err } = await runCommand(decide, [...args], lines.join("\n"));
  const all = out
    .split("\n")
    .slice(0, -1)
    .map((each): Answer => JSON.parse(each));
  return { status, err, all };
}

const codesOf = ({ reasons = [] }: Answer) => reasons.map(({ code }) => code);

describe("line by line", () => {
  test.each([
    ["the present-day notice", DEMO, line, true],
    ["the notice of 2017", OLD, oldLine, false],
  ])("%s: a bad line between good ones keeps its place", async (_name, path, make, allowed) => {
    const { status, err, all } = await answers(
      [path],
      [make(), "{", make(), "", make({ at: "yesterday" }), "  ", make({ subject: {} })],
    );
    expect(status).toBe(2);
    expect(err.trimEnd().split("\n")).toEqual([
      "line 2: the line is not JSON",
      expect.stringMatching(/^line 5: \/at: /),
    ]);
    expect(all.map((each) => each.allowed)).toEqual([allowed, false, allowed, false, false]);
    expect(all.map((each) => "error" in each)).toEqual([false, true, false, true, false]);
    expect(all[0]).toEqual(all[2]);
    for (const { sentence } of all) expect(sentence).toMatch(/^(Yes|No): \S/);
  });

  test("an answer allows with basis, obligations and values, or denies with reasons", async () => {
    const { status, err, all } = await answers([DEMO], [line(), line({ subject: OBJECTED })]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [yes, no] = all;
    expect(Object.keys(yes ?? {}).sort()).toEqual([
      ...["allowed", "basis", "obligations", "relied", "sentence", "values"],
    ]);
    expect(yes).toMatchObject({ values: { name: ["v1"] }, relied: [{ regime: "uk" }] });
    expect(Object.keys(no ?? {}).sort()).toEqual(["allowed", "reasons", "sentence"]);
    expect(codesOf(no as Answer)).toContain("objected-purpose");
    expect(no?.sentence).toMatch(/objected .*notice 1, clause/);
  });

  test("what is not said of a subject is unknown, and denies", async () => {
    for (const field of ["objections", "restrictions", "erased", "values"]) {
      const { [field as "values"]: _left, ...rest } = KNOWN;
      const { status, all } = await answers([DEMO], [line({ subject: rest })]);
      expect(status).toBe(0);
      expect(all[0]?.allowed, field).toBe(false);
      expect(codesOf(all[0] as Answer), field).toContain("fact-missing");
    }
  });

  test("five hundred lines come back in their order, and the same twice", async () => {
    const lines = Array.from({ length: 500 }, (_, index) =>
      line({
        subject: {
          ...(index % 3 === 0 ? OBJECTED : KNOWN),
          values: [{ ...KNOWN.values[0], id: `v${index}` }],
        },
      }),
    );
    const once = await answers([DEMO], lines);
    expect(once.all).toHaveLength(500);
    once.all.forEach((each, index) => {
      expect(each.allowed).toBe(index % 3 !== 0);
      if (each.allowed) expect(each.values).toEqual({ name: [`v${index}`] });
    });
    expect(await answers([DEMO], lines)).toEqual(once);
  });

  test("an answer is there before the next question is", async () => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const status = decide.run([DEMO], { stdin, stdout, stderr });
    const read = createInterface({ input: stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await read.next()).value)) as Answer;
    stdin.write(`${line()}\n`);
    expect((await next()).allowed).toBe(true);
    stdin.write("nonsense\r\n");
    expect((await next()).error).toBe("the line is not JSON");
    stdin.write(line({ subject: OBJECTED }));
    stdin.end();
    expect(codesOf(await next())).toContain("objected-purpose");
    expect(await status).toBe(2);
  });

  test("no question at all is answered by nothing", async () => {
    expect(await answers([DEMO], [])).toEqual({ status: 0, err: "", all: [] });
    expect(await answers([DEMO], ["", " ", ""])).toEqual({ status: 0, err: "", all: [] });
  });

  test.each<readonly [string, string, RegExp]>([
    ["a list", "[]", /^\/: must be object$/],
    ["nothing", "null", /^\/: must be object$/],
    ["no instant", JSON.stringify({ subject: KNOWN, use: USE }), /^\/: must have required .*\bat$/],
    ["a field too much", line({ why: 1 }), /^\/why: /],
    ["a fact misspelt", line({ subject: { ...KNOWN, objection: [] } }), /^\/subject\/objection: /],
    ["a use misspelt", line({ use: { ...USE, purpos: "x" } }), /^\/use\/purpos: /],
    ["an unknown kind of use", line({ use: { ...USE, kind: "sell" } }), /^\/use\/kind: /],
    ["a day for an instant", line({ at: "2026-11-24" }), /^\/at: /],
    ["a month too many", line({ at: "2026-13-01T00:00:00Z" }), /^\/at: no instant/],
    ["two values in a line", `${line()}${line()}`, /^the line is not JSON$/],
  ])("%s is refused by its place, and denied", async (_name, text, error) => {
    const { status, all, err } = await answers([DEMO], [text]);
    expect(status).toBe(2);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ allowed: false, reasons: [] });
    expect(all[0]?.error).toMatch(error);
    expect(err).toBe(`line 1: ${all[0]?.error}\n`);
  });

  test("a day that no calendar has is no instant", async () => {
    const { status } = await answers([DEMO], [line({ at: "2026-02-30T12:00:00Z" })]);
    expect(status).toBe(2);
  });

  test("a line longer than 16 MiB is refused, and the next one answered", async () => {
    const long = `"${"x".repeat(16 * 1024 * 1024)}"`;
    const { status, all } = await answers([DEMO], [long, line()]);
    expect(status).toBe(2);
    expect(all.map(({ allowed }) => allowed)).toEqual([false, true]);
    expect(all[0]?.error).toBe("/: longer than a line may be");
  });
});

describe("--lang", () => {
  test.each([
    ["en", /^Yes: /, /^No: /],
    ["de", /^Ja: /, /^Nein: /],
    ["fr", /^Oui\b/, /^Non\b/],
  ])("%s", async (language, yes, no) => {
    const lines = [line(), line({ subject: OBJECTED })];
    const { status, all } = await answers([DEMO, "--lang", language], lines);
    expect(status).toBe(0);
    expect(all[0]?.sentence).toMatch(yes);
    expect(all[1]?.sentence).toMatch(no);
  });

  test.each(["constructor", "__proto__", "!!"])("`%s` is refused", async (language) => {
    const { status } = await answers([DEMO, "--lang", language], [line({ subject: OBJECTED })]);
    expect(status).toBe(2);
  });
});

describe("--registers", () => {
  const DISCLOSE = { ...USE, kind: "disclose", recipient: "hosting", country: "GB" };
  const EMPTY = Object.fromEntries(
    [
      ...["agreements", "certifications", "suspensions", "legalRequests", "screening", "holds"],
      ...["compellingGrounds", "families"],
    ].map((name) => [name, []]),
  );
  const forever = { from: "2010-01-01T00:00:00Z", until: null };

  async function withRegisters(path: string, registers: object, question: string) {
    const file = join(folder, "registers.json");
    await writeFile(file, JSON.stringify(registers));
    const { status, all } = await answers([path, "--registers", file], [question]);
    expect(status).toBe(0);
    return all[0] as Answer;
  }

  test("an agreement on record lets data go to a recipient, for as long as it lives", async () => {
    const [without] = (await answers([DEMO], [line({ use: DISCLOSE })])).all;
    expect(without?.allowed).toBe(false);
    expect(codesOf(without as Answer)).toContain("fact-missing");
    const allowed = async (from: string, until: string | null) => {
      const agreements = [{ recipient: "hosting", purposes: null, from, until }];
      return withRegisters(DEMO, { ...EMPTY, agreements }, line({ use: DISCLOSE }));
    };
    expect((await allowed("2026-01-01T00:00:00Z", null)).allowed).toBe(true);
    expect((await allowed("2026-01-01T00:00:00Z", AT)).allowed).toBe(false);
    expect((await allowed(AT, null)).allowed).toBe(true);
    expect((await allowed("2026-11-24T12:00:01Z", null)).allowed).toBe(false);
    const none = await withRegisters(DEMO, EMPTY, line({ use: DISCLOSE }));
    expect(none.allowed).toBe(false);
    expect(codesOf(none)).not.toContain("fact-missing");
  });

  test("the Shield of 2017 carries a certified recipient until the day it died", async () => {
    const use = { ...OLD_USE, kind: "disclose", recipient: "smartfocus-us", country: "US" };
    const registers = {
      ...EMPTY,
      agreements: [{ recipient: "smartfocus-us", purposes: null, ...forever }],
      certifications: [{ recipient: "smartfocus-us", mechanism: "shield", ...forever }],
    };
    const on = async (day: string, given: object) =>
      codesOf(await withRegisters(OLD, given, oldLine({ use, at: `${day}T12:00:00Z` })));
    expect(await on("2017-09-13", registers)).not.toContain("no-mechanism");
    expect(await on("2020-07-15", registers)).not.toContain("no-mechanism");
    expect(await on("2020-07-16", registers)).toContain("no-mechanism");
    const uncertified = { ...registers, certifications: [] };
    expect(await on("2017-09-13", uncertified)).toContain("no-mechanism");
    // The Swiss Safe Harbor had ended, and the notice names no other mechanism.
    const swiss = [{ recipient: "smartfocus-us", mechanism: "safe-harbor-ch", ...forever }];
    const only = { ...registers, certifications: swiss };
    expect(await on("2017-09-13", only)).toContain("no-mechanism");
  });

  test.each<readonly [string, string, RegExp]>([
    ["an unknown register", '{"agreement":[]}', /: \/agreement: no field of that name is known$/],
    [
      "an unknown field",
      '{"agreements":[{"recipent":"x","recipient":"x","purposes":null,"from":0,"until":null}]}',
      /: \/agreements\/0\/recipent: /,
    ],
    ["a field that is missing", '{"agreements":[{"recipient":"x"}]}', /: \/agreements\/0: /],
    ["a list", "[]", /: \/: must be object$/],
    ["not JSON", "nonsense", /not valid JSON/],
    ["an empty file", "", /JSON/],
  ])("%s is refused before a line is read", async (_name, text, message) => {
    const file = join(folder, "bad.json");
    await writeFile(file, text);
    const { status, all, err } = await answers([DEMO, "--registers", file], [line()]);
    expect({ status, all }).toEqual({ status: 2, all: [] });
    expect(err.startsWith(`${file}: `)).toBe(true);
    expect(err.trimEnd()).toMatch(message);
  });

  test("a file that is not there, or is a folder", async () => {
    for (const [path, code] of [
      [join(folder, "none.json"), "ENOENT"],
      [folder, "EISDIR"],
    ] as const) {
      const { status, all, err } = await answers([DEMO, "--registers", path], [line()]);
      expect({ status, all, err }).toEqual({ status: 2, all: [], err: `${path}: ${code}\n` });
    }
  });
});

test.each<readonly [string, readonly string[], RegExp]>([
  ["no manifest", [], /^expected one manifest in a file/],
  ["a manifest on standard input", ["-"], /^expected one manifest in a file/],
  ["two manifests", ["a", "b"], /^expected one manifest in a file/],
  ["an unknown option", [DEMO, "--register", "x"], /^unknown option '--register'/],
  ["registers without a file", [DEMO, "--registers"], /^option '--registers <value>' argument/],
  ["a missing manifest", ["/nowhere.yaml"], /^\/nowhere\.yaml:1:1: there is no such file/],
])("%s cannot be used", async (_name, args, message) => {
  const { status, all, err } = await answers(args, [line()]);
  expect({ status, all }).toEqual({ status: 2, all: [] });
  expect(err).toMatch(message);
});

test("a manifest that is wrong is told with its place", async () => {
  const file = join(folder, "wrong.yaml");
  await writeFile(file, "id: x\ncontrolers: {}\n");
  const { status, err } = await answers([file], [line()]);
  expect(status).toBe(2);
  expect(err).toContain(
    `${file}:2:1: unknown key \`controlers\` (did you mean \`controllers\`?)\n`,
  );
});
