import { expect, test } from "vitest";
import { formatFinding } from "./finding.ts";
import { parseManifest } from "./parse-manifest.ts";
import { readNotice } from "./read-notice.ts";
import { SAMPLE_MANIFEST } from "./sample-manifest.ts";

/** A mebibyte less what the rest of a manifest needs. */
const SIZE = 1_000_000;
/** Some seconds on a slow machine with other work; what is not linear takes minutes. */
const MS_MAX = 10_000;

const fill = (unit: string, size = SIZE) => unit.repeat(Math.floor(size / unit.length));
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

/** The sample with more in one of its sections. */
function more(section: string, entries: string, text = SAMPLE_MANIFEST): string {
  return text.replace(`\n${section}:\n`, () => `\n${section}:\n${entries}`);
}

const word = (index: number) => `category-number-${index}`;
const dangling = `[${many(150, (index) => `category-nummer-${index}, `)}]`;
const bodies = (en: string, fr: string) =>
  SAMPLE_MANIFEST +
  many(
    45,
    (index) =>
      `  - id: z${index}\n    title: { en: a, fr: b }\n    body: { en: "${en}", fr: "${fr}" }\n`,
  );

test.each<readonly [name: string, text: string, found: string]>([
  ["open brackets", fill("["), "more than 24 levels deep"],
  ["open braces", fill("{a: "), "more than 24 levels deep"],
  ["lists in lists", fill("- "), "more than 24 levels deep"],
  ["keys in keys", fill("? "), "more than 24 levels deep"],
  ["commas", `[${fill(",")}]`, "more than 200000 parts"],
  ["an alias a hundred thousand times", `a: &a x\nb: [${fill("*a, ")}]`, "parts"],
  ["anchors", many(50_000, (index) => `k${index}: &a${index} x\n`), "unknown key `k0`"],
  ["keys", many(60_000, (index) => `key${index}: 1\n`), "unknown key `key0`"],
  ["one key", fill("id: x\n"), "parts"],
  ["documents", fill("---\n"), "more than 200000 parts"],
  ["ends of documents", fill("...\n"), "more than 200000 parts"],
  ["comments", fill("# a\n"), "more than 200000 parts"],
  ["empty lines", `id: |\n${fill("\n")}`, "missing key `version`"],
  ["spaces", fill(" "), "the manifest is empty"],
  ["zeros", `id: ${fill("\0")}`, "does not fit"],
  ["one long word", `id: ${fill("x")}`, "does not fit"],
  ["emoji", `id: ${fill("😀")}`, "does not fit"],
  ["an item listed again and again", `languages: [${fill("en, ", 100_000)}]`, "is listed twice"],
  [
    "45,000 words that are nearly right",
    more(
      "sources",
      many(300, (index) => `  s${index}: { name: a, from: person, categories: ${dangling} }\n`),
      more(
        "categories",
        many(480, (index) => `  ${word(index)}: { name: a }\n`),
      ),
    ),
    "(did you mean `category-number-0`?)",
  ],
  ["links that do not close", bodies(fill("[a](", 9_900), "x"), "is listed"],
  ["emphasis that does not close", bodies(fill("**a ", 9_900), fill("*a*", 9_900)), "is listed"],
  ["lists in prose", bodies(fill("- a\\n", 9_900), fill("1. a\\n\\n", 9_900)), "is listed"],
])("a mebibyte of %s is judged in seconds", (_name, text, found) => {
  const given = found === "is listed" ? text.replace("languages: [en", "languages: [en, en") : text;
  const started = performance.now();
  const { manifest, findings } = parseManifest([{ name: "h.yaml", text: given }]);
  expect(performance.now() - started).toBeLessThan(MS_MAX);
  expect(manifest).toBeNull();
  expect(findings.map(formatFinding).join("\n")).toContain(found);
  for (const { file, line, column } of findings.slice(0, 50)) {
    expect(file).toBe("h.yaml");
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  }
});

test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
  "the key `%s` is refused wherever ids or keys stand, and changes nothing",
  (key) => {
    const texts = [
      `${key}: { version: 1 }\n${SAMPLE_MANIFEST}`,
      SAMPLE_MANIFEST.replace("terms: {", `terms: { ${key}: { polluted: true },`),
      SAMPLE_MANIFEST.replace("name: { en: Name, fr: Nom }", `name: { ${key}: Name }`),
      SAMPLE_MANIFEST.replace("categories: [visits]", `categories: [${key}]`),
    ];
    for (const text of texts) {
      const { manifest, findings } = parseManifest([{ name: "h.yaml", text }]);
      expect(manifest).toBeNull();
      expect(findings.map(formatFinding).join("\n")).toContain(`\`${key}\``);
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
);

test("an id may be called `constructor`: it is an id like any other", () => {
  const text = more("categories", "  constructor: { name: { en: Builder, fr: Maçon } }\n");
  const { notice } = readNotice([{ name: "h.yaml", text }]);
  expect(notice?.categories.get("constructor")?.name).toEqual({ en: "Builder", fr: "Maçon" });
  expect(notice?.categories.get("tostring")).toBeUndefined();
});
