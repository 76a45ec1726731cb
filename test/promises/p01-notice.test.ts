/** Promise P01: what is declared is published; what is wrong is refused with its place. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compileStored } from "#core/notice/read-notice";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { WHOLE_MANIFEST } from "#core/notice/whole-manifest";
import { newDataFolder, type Product, runProduct, startProduct } from "#test/support/product";

const ROOT = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "fairnotice-p01-"));
const undo: (() => unknown)[] = [() => rmSync(scratch, { recursive: true, force: true })];
afterAll(async () => {
  for (const each of undo.reverse()) await each();
});

type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

/** As a person does it on the command line. */
async function fairnotice(args: readonly string[], stdin = ""): Promise<Ran> {
  const child: ChildProcess = spawn("npm", ["run", "-s", "fairnotice", "--", ...args], {
    cwd: ROOT,
  });
  child.stdin?.end(stdin);
  const text = async (stream: ChildProcess["stdout"]) =>
    ((await stream?.setEncoding("utf8").toArray()) ?? []).join("");
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, err };
}

let places = 0;
function placeWith(files: { readonly [name: string]: string }): string {
  const place = join(scratch, `place-${places++}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  return place;
}

describe("P01: the published notice", () => {
  let product: Product;
  const languages = ["en", "fr"];
  const page = async (path: string) => {
    const answer = await fetch(product.baseUrl + path);
    expect(answer.status, path).toBe(200);
    return answer.text();
  };

  beforeAll(async () => {
    const data = newDataFolder();
    undo.push(data.remove);
    const [head = "", tail = ""] = WHOLE_MANIFEST.split("\nclauses:");
    // Published from a file that includes another: what people read must not depend on it.
    const place = placeWith({
      "notice.yaml": `include: [text/clauses.yaml]\n${head}\n`,
      "text/clauses.yaml": `clauses:${tail}`,
    });
    const args = ["--notice", join(place, "notice.yaml")];
    product = await startProduct({ data: data.path, demo: false, args });
    undo.push(() => product.stop());
  }, 120_000);

  test.each(languages)(
    "in %s it names version, day, companies, contacts and terms",
    async (tag) => {
      const text = await page(`/privacy/${tag}`);
      expect(text).toMatch(new RegExp(`<html[^>]* lang="${tag}"`));
      const facts = [
        ...["Whole DAC", "Whole Shop BV", "Whole Swiss AG", "CRO 000001"],
        ...["privacy@whole.example", "security@whole.example", "2 Whole Quay, Dublin"],
        ...["https://www.whole.example/terms", "https://www.whole.example/terms/2"],
        ...["Data Protection Commission", "6 Pembroke Row, Dublin", "complain@board.example"],
      ];
      for (const fact of facts) expect(text).toContain(fact);
      expect(text).toContain(
        tag === "en" ? "Version 7 of 1 November 2026" : "Version 7 du 1 novembre 2026",
      );
    },
  );

  test.each(languages)("in %s nothing that is declared stays unsaid", async (tag) => {
    const text = await page(`/privacy/${tag}`);
    const { jointControl, decisions, frameworks, california, security } = parse(WHOLE_MANIFEST);
    const said = (value: unknown): readonly string[] => {
      if (Array.isArray(value)) return value.flatMap(said);
      if (typeof value !== "object" || value === null) return [];
      const own = (value as { [key: string]: unknown })[tag];
      return typeof own === "string" ? [own] : Object.values(value).flatMap(said);
    };
    const texts = said([jointControl, decisions, frameworks, california, security]);
    expect(texts.length).toBeGreaterThan(12);
    for (const each of texts) expect(text).toContain(each.replaceAll("'", "&#39;"));
  });

  test("every entry of the contents leads to its clause", async () => {
    const text = await page("/privacy/en");
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id = ""]) =>
      decodeURIComponent(id),
    );
    expect(targets).toEqual(expect.arrayContaining(["use", "use.tables", "use.tables.deep"]));
    for (const target of targets) expect(ids, target).toContain(target);
  });

  test("machines read the same", async () => {
    const answer = await fetch(`${product.baseUrl}/.well-known/privacy-notice.json`);
    expect(answer.status).toBe(200);
    const declared = JSON.stringify(await answer.json());
    for (const fact of ["shop-and-main", "triage", "dpf", "do-not-sell-or-share", "health-care"]) {
      expect(declared).toContain(fact);
    }
  });

  test("it is the same notice as from a single file", async () => {
    const { hash } = compileStored(WHOLE_MANIFEST, "whole.yaml");
    const answer = await fetch(`${product.baseUrl}/.well-known/privacy-notice.json`);
    expect(JSON.stringify(await answer.json())).toContain(hash);
  });

  test("editors anywhere get the schema, and it is what the command prints", async () => {
    for (const [name, option] of [
      ["manifest", []],
      ["manifest-part", ["--part"]],
    ] as const) {
      const answer = await fetch(`${product.baseUrl}/schemas/${name}.schema.json`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain("application/schema+json");
      expect(answer.headers.get("cache-control")).toContain("public");
      expect(answer.headers.get("set-cookie")).toBeNull();
      const text = await answer.text();
      expect(text).toBe(readFileSync(join(ROOT, `contract/${name}.schema.json`), "utf8"));
      expect((await fairnotice(["schema", ...option])).out).toBe(text);
      const etag = answer.headers.get("etag") ?? "";
      const again = await fetch(answer.url, { headers: { "if-none-match": etag } });
      expect(again.status).toBe(304);
    }
  }, 60_000);
});

/** The place of a word in the sample, as a finding gives it. */
function placeOf(text: string, word: string): string {
  const before = text.slice(0, text.indexOf(word));
  return `${before.split("\n").length}:${before.length - before.lastIndexOf("\n")}`;
}

describe("P01: a manifest that is wrong is refused", () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      "an unknown key",
      "zone: Europe",
      "zonne: Europe",
      "zonne",
      "unknown key `zonne` (did you mean `zone`?)",
    ],
    [
      "a dangling reference",
      "onward: [host]",
      "onward: [hots]",
      "hots",
      "`hots` is not declared in `recipients` (did you mean `host`?)",
    ],
    [
      "a missing translation",
      "{ en: Country, fr: Pays } }",
      "{ en: Country } }",
      "en: Country }",
      "missing translation `fr` of `categories.country.name`",
    ],
    [
      "a language too many",
      "fr: Visites }",
      "de: Besuche }",
      "de: Besuche",
      "`de` is not among the languages of the notice",
    ],
    [
      "a duplicate id",
      "  visits: { name",
      "  email: { name",
      "email: { name: { en: Visits",
      "duplicate key `email`, first on line",
    ],
    [
      "a duplicate clause",
      "id: use.marketing",
      "id: use.answer",
      "",
      "duplicate clause id `use.answer`, first on line",
    ],
    [
      "a day that is none",
      "date: 2026-11-01",
      "date: 2026-11-31",
      "2026-11-31",
      "there is no day `2026-11-31`",
    ],
    ["a tab", "\ncontacts:\n", "\ncontacts:\n\t", "", "tabs are not allowed"],
  ];

  test.each(cases)(
    "%s: file, line, column and what was meant",
    async (_what, from, to, at, message) => {
      const text = SAMPLE_MANIFEST.replace(from, to);
      expect(text).not.toBe(SAMPLE_MANIFEST);
      const place = placeWith({ "notice.yaml": text });
      const { status, out, err } = await fairnotice(["check", join(place, "notice.yaml")]);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      const line = err.split("\n").find((each) => each.includes(message)) ?? err;
      expect(line).toContain(message);
      const where = at === "" ? "\\d+:\\d+" : placeOf(text, at);
      expect(line).toMatch(new RegExp(`notice\\.yaml:${where}: `));
    },
    60_000,
  );

  test("an include that leads out, in circles, or nowhere is named where it stands", async () => {
    const place = placeWith({
      "in/notice.yaml": `${SAMPLE_MANIFEST}include: [a.yaml, ../out.yaml, link.yaml, non.yaml]\n`,
      "in/a.yaml": "include: [notice.yaml]\n",
      "in/none.yaml": "topics: {}\n",
      "out.yaml": "secret: in here\n",
    });
    symlinkSync(join(place, "out.yaml"), join(place, "in/link.yaml"));
    const { status, err } = await fairnotice(["check", join(place, "in/notice.yaml")]);
    expect(status).toBe(2);
    const line = SAMPLE_MANIFEST.split("\n").length;
    for (const said of [
      "a.yaml:1:11: `notice.yaml` is included in a circle: notice.yaml -> a.yaml -> notice.yaml",
      `notice.yaml:${line}:19: \`../out.yaml\` has \`..\`; an included file is beside or below`,
      `notice.yaml:${line}:32: \`link.yaml\` leads out of the folder of the manifest`,
      `notice.yaml:${line}:43: \`non.yaml\` cannot be included: there is no such file or folder (did you mean \`none.yaml\`?)`,
    ]) {
      expect(err).toContain(said);
    }
    expect(err).not.toContain("in here");
  }, 60_000);

  test("bombs and giants are refused in seconds, with a place", async () => {
    const bomb = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? "a0: &a0 x" : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
    ).join("\n");
    const began = performance.now();
    for (const [text, why] of [
      [bomb, "more than 100 aliases"],
      ["[".repeat(500_000), "more than 24 levels deep"],
      [`id: x\n# ${"x".repeat(10_000_000)}`, "larger than"],
    ] as const) {
      const place = placeWith({ "n.yaml": text });
      const { status, err } = await fairnotice(["check", join(place, "n.yaml")]);
      expect(status).toBe(2);
      expect(err).toMatch(/n\.yaml:\d+:\d+: /);
      expect(err).toContain(why);
    }
    expect(performance.now() - began).toBeLessThan(60_000);
  }, 90_000);

  test("HTML in prose is shown as written, links work, other schemes are refused", async () => {
    const prose = (words: string) =>
      SAMPLE_MANIFEST.replace("We are **Sample Limited**.", () => words);
    const shown = await fairnotice(
      ["render", "-", "--lang", "en"],
      prose(
        "<script>alert(1)</script> <img src=x onerror=alert(1)> [us](https://www.sample.example/)",
      ),
    );
    expect(shown.status).toBe(0);
    expect(shown.out).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(shown.out).not.toMatch(/<script>alert|<img/);
    expect(shown.out).toContain('href="https://www.sample.example/"');
    const odd = await fairnotice(["render", "-"], prose("[x](javascript:alert(1)) [y](//evil)"));
    expect(odd.out).not.toMatch(/href="(javascript:|\/\/)/);
    const refused = await fairnotice(["check", "-"], prose("[x](javascript:void)"));
    expect(refused.status).toBe(2);
    expect(refused.err).toContain("only http, https and mailto may stand in prose");
  }, 60_000);

  test("the product does not start on it, and publishes nothing", async () => {
    const data = newDataFolder();
    undo.push(data.remove);
    const place = join(scratch, "wrong");
    cpSync(join(ROOT, "notices/demo"), place, { recursive: true });
    const file = join(place, "02-recipients.yaml");
    const text = readFileSync(file, "utf8").replace("role: processor", "rolle: processor");
    writeFileSync(file, text);
    const { status, output } = await runProduct({ data: data.path, args: ["--notice", place] });
    expect(status).toBe(2);
    expect(output).toContain(`02-recipients.yaml:${placeOf(text, "rolle")}: unknown key \`rolle\``);
    expect(output).toContain("(did you mean `role`?)");
  }, 90_000);
});

describe("P01: one layout", () => {
  test("format --check names what is not canonical, and format mends it without changing a word", async () => {
    const loose = SAMPLE_MANIFEST.replace("{ kind: privacy, email", "{   kind: privacy,   email");
    const path = join(placeWith({ "notice.yaml": loose }), "notice.yaml");
    expect(await fairnotice(["format", "--check", path])).toMatchObject({
      status: 1,
      out: `${path}\n`,
    });
    expect(await fairnotice(["format", path])).toMatchObject({ status: 0, out: `${path}\n` });
    expect(await fairnotice(["format", "--check", path])).toMatchObject({ status: 0, out: "" });
    const mended = compileStored(readFileSync(path, "utf8"), "notice.yaml");
    expect(mended.hash).toBe(compileStored(SAMPLE_MANIFEST, "notice.yaml").hash);
    expect(await fairnotice(["format", "--check", "notices/demo"])).toMatchObject({ status: 0 });
  }, 60_000);
});
