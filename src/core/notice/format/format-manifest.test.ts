import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { canonicalJson, type Json } from "#kit/canonical-json";
import { compileNotice } from "../compile-notice.ts";
import { plain, reportInto } from "../parse/tree.ts";
import { readYaml } from "../parse/yaml-tree.ts";
import { parseManifest } from "../parse-manifest.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";
import { WHOLE_MANIFEST } from "../whole-manifest.ts";
import { formatManifest } from "./format-manifest.ts";

function format(text: string): string {
  const formatted = formatManifest(text, "f.yaml");
  if ("findings" in formatted) throw new Error(JSON.stringify(formatted.findings));
  return formatted.text;
}

/** What the text says, as canonical JSON. */
function meaning(text: string): string {
  const documents = readYaml(text, "f.yaml", (finding) => {
    throw new Error(finding.message);
  });
  return canonicalJson(documents.map(plain));
}

function commentsIn(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1]?.trim() ?? [])
    .sort();
}

const ROOT = new URL("../../../../notices/", import.meta.url).pathname;
const shipped = (await readdir(ROOT, { recursive: true })).filter((name) => /\.ya?ml$/.test(name));
const files = await Promise.all(
  shipped.map(async (name) => [name, await readFile(join(ROOT, name), "utf8")] as const),
);

test.each([...files, ["sample", SAMPLE_MANIFEST], ["whole", WHOLE_MANIFEST]] as const)(
  "%s means the same when it is formatted, and formatting it again changes nothing",
  (_name, text) => {
    const once = format(text);
    expect(meaning(once)).toBe(meaning(text));
    expect(format(once)).toBe(once);
  },
);

test("the hash of a notice survives", () => {
  const hashOf = (text: string) => {
    const { manifest } = parseManifest([{ name: "f.yaml", text }]);
    return manifest === null ? null : compileNotice(manifest).hash;
  };
  for (const text of [SAMPLE_MANIFEST, WHOLE_MANIFEST]) {
    expect(hashOf(format(text))).toBe(hashOf(text));
    expect(hashOf(text)).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("keys stand in the order of the schema, ids and items in their own", () => {
  const text = format(
    "version: 1\nunknown: x\ncategories:\n  zeta: { kind: name, name: Z }\n  alpha: { name: A }\nid: one\n",
  );
  expect(text).toBe(
    "id: one\nversion: 1\n\ncategories:\n  zeta: { name: Z, kind: name }\n  alpha: { name: A }\n\nunknown: x\n",
  );
});

test("comments stay with what they are about", () => {
  const text = `# of the file
version: 1 # beside

# of the id
id: one
categories:
  # of the first
  zeta: { name: Z } # beside too
  alpha:
    # of the name
    name: A
  # at the end
# of the purposes
purposes:
  # alone
clauses:
  # of the clause
  - title: T
    # of its id
    id: use # its id
  - # odd
    id: more
    title: M
# at the end of the file
`;
  const once = format(text);
  expect(commentsIn(once)).toEqual(commentsIn(text));
  expect(format(once)).toBe(once);
  expect(once).toContain("# of the file\n\n# of the id\nid: one\n");
  expect(once).toContain("  # of the first\n  zeta: { name: Z } # beside too\n");
  expect(once).toContain("  # of its id\n  - id: use # its id\n");
});

test("prose is broken between words, and lines of prose stay", () => {
  const long = Array.from({ length: 40 }, (_, index) => `word${index}:`).join(" ");
  const text = format(`clauses:\n- {id: a, title: "${long}", body: "One\\n\\n- two\\n"}\n`);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
  expect(text).toContain("    title: >-\n      word0: word1:");
  expect(text).toContain("    body: |\n      One\n\n      - two\n");
  expect(meaning(text)).toContain(long);
});

test("several documents, aliases, tabs between words, windows line ends", () => {
  const text = "a: &a { b: [1, 2] }\r\nc: *a\r\n---\r\n# second\r\nid:\tx\r\n";
  const once = format(text);
  expect(once).toBe("a: { b: [1, 2] }\nc: { b: [1, 2] }\n---\n# second\n\nid: x\n");
  expect(meaning(once)).toBe(meaning(text));
});

test("what cannot be read is not formatted", () => {
  for (const text of ["a: [1", "a: 1\na: 2\n", "a: !!binary aGk=\n", "a: *b\n"]) {
    const formatted = formatManifest(text, "f.yaml");
    expect(formatted).toMatchObject({ findings: [{ file: "f.yaml" }] });
  }
  expect(formatManifest("", "f.yaml")).toEqual({ text: "" });
  expect(formatManifest("# only this\n", "f.yaml")).toEqual({ text: "# only this\n" });
});

// Words that YAML, or a reader of an older YAML, could take for something else.
const odd = fc.constantFrom(
  "",
  " ",
  "null",
  "yes",
  "0x1f",
  "1e3",
  "2026-11-01",
  "24 months",
  "~",
  "- a",
  "a: b",
  "a #b",
  "#a",
  "a\nb",
  "a\n\n b\n",
  "a \nb",
  "\ta",
  "a\t",
  "'",
  '"',
  "{{purposes}}",
  "*a",
  "&a",
  "!a",
  "|",
  ">-",
  "%a",
  "@a",
  "`a`",
  "---",
  "...",
  "---\na",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\u0000",
  "a\u00a0",
  "https://a.example/?b=c#d",
  "a".repeat(200),
  "a b ".repeat(80).trim(),
);
const text = fc.oneof(odd, fc.string({ unit: "grapheme", maxLength: 150 }), fc.lorem());
const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom("id", "title", "clauses", "name"), text), tie("node"), {
      maxKeys: 4,
    }),
  ),
})).node;

test("any plain data means the same when it is formatted, however it was laid out", () => {
  const style = fc.record({
    collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
    lineWidth: fc.constantFrom(0, 40, 80),
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
  });
  fc.assert(
    fc.property(value, style, (given, layout) => {
      const source = stringify(
        { clauses: given, id: "x" },
        { ...layout, aliasDuplicateObjects: false },
      );
      const found: unknown[] = [];
      readYaml(source, "s", reportInto(found as never));
      fc.pre(found.length === 0);
      const once = format(source);
      expect(meaning(once)).toBe(meaning(source));
      expect(format(once)).toBe(once);
    }),
  );
});

test("random edits of a notice keep meaning, comments and the fixed point", () => {
  const lines = WHOLE_MANIFEST.split("\n");
  const edit = fc.record({
    at: fc.nat({ max: lines.length - 1 }),
    what: fc.constantFrom("above", "beside", "blank", "indented"),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const changed = [...lines];
      const count = edits.length;
      for (const [index, { at, what }] of edits.entries()) {
        const line = changed[at] ?? "";
        const indent = /^ */.exec(line)?.[0] ?? "";
        if (what === "above") changed[at] = `${indent}# c${index}\n${line}`;
        if (what === "indented") changed[at] = `        # c${index}\n${line}`;
        if (what === "beside") changed[at] = `${line} # c${index}`;
        if (what === "blank") changed[at] = `\n${line}`;
      }
      const source = changed.join("\n");
      const once = format(source);
      expect(meaning(once)).toBe(meaning(WHOLE_MANIFEST));
      expect(format(once)).toBe(once);
      const kept = (given: string) => [...given.matchAll(/# (c\d+)/g)].map(([, c]) => c).sort();
      expect(kept(once)).toEqual(kept(source));
      expect(count).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
