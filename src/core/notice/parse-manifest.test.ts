import fc from "fast-check";
import { Check } from "typebox/value";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#kit/canonical-json";
import { formatFinding } from "./finding.ts";
import { ManifestSchema } from "./manifest-schema.ts";
import { checkShape, type Schema } from "./parse/check-shape.ts";
import { type Node, plain } from "./parse/tree.ts";
import { parseManifest } from "./parse-manifest.ts";
import { SAMPLE_MANIFEST } from "./sample-manifest.ts";

function parse(text: string) {
  return parseManifest([{ name: "n.yaml", text }]);
}

/**
 * The sample with one thing changed; a text that is not there would make a test that cannot fail.
 */
function changed(...pairs: readonly (readonly [from: string, to: string])[]): string {
  let text = SAMPLE_MANIFEST;
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

function findingsOf(text: string): readonly string[] {
  return parse(text).findings.map(formatFinding);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

test("the sample is read and fits its own published schema", () => {
  const { manifest, findings } = parse(SAMPLE_MANIFEST);
  expect(findings).toEqual([]);
  expect(Check(ManifestSchema, manifest)).toBe(true);
  expect(manifest?.purposes.marketing?.revision).toBe(3);
});

describe("what is refused, with the line and the word that was meant", () => {
  test.each([
    ["purposes:\n", "purpsoes:\n", "unknown key `purpsoes` (did you mean `purposes`?)"],
    [
      "    directMarketing:",
      "    direct-marketing:",
      "unknown key `direct-marketing` (did you mean `directMarketing`?)",
    ],
    [
      "kind: privacy, email",
      "kind: privcy, email",
      "`privcy` is not one of `privacy`, `marketing`, `dpo`, `general` (did you mean `privacy`?)",
    ],
    [
      "  marketing:\n    name",
      "  Marketing!:\n    name",
      "`Marketing!` cannot stand here: expected an id of lower-case words joined by hyphens, at most 64 characters",
    ],
    [
      "[email, name, country]\n  website",
      "[emial, name, country]\n  website",
      "`emial` is not declared in `categories` (did you mean `email`?)",
    ],
    [
      "onward: [host]",
      "onward: [hots]",
      "`hots` is not declared in `recipients` (did you mean `host`?)",
    ],
    [
      "clause: use.answer",
      "clause: use.answers",
      "`use.answers` is not declared in `clauses` (did you mean `use.answer`?)",
    ],
    [
      "from: [last-contact]",
      "from: [last-contract]",
      "`last-contract` is not declared in `events` (did you mean `last-contact`?)",
    ],
    [
      "about: [purpose:answer]",
      "about: [purpose:anser]",
      "`anser` is not declared in `purposes` (did you mean `answer`?)",
    ],
    [
      "{ en: Statistics, fr: Statistiques }",
      "{ en: Statistics }",
      "missing translation `fr` of `purposes.analytics.name`",
    ],
    [
      "{ en: Statistics, fr: Statistiques }",
      "Statistics",
      "expected a map with the languages `en`, `fr`",
    ],
    [
      "{ en: Visits, fr: Visites }",
      "{ en: Visits, fr: Visites, de: Besuche }",
      "`de` is not among the languages of the notice",
    ],
    ["  - id: cookies", "  - id: use.answer", "duplicate clause id `use.answer`"],
    ["  session:\n", "  ga:\n", "duplicate key `ga`"],
    ["  - id: cookies", "  - id: main", "`main` is an anchor of the page itself"],
    [
      "{{page:preferences}}",
      "{{page:prefrences}}",
      "there is no page `prefrences` (did you mean `preferences`?)",
    ],
    [
      "See {{purpose:answer}}",
      "See {{purpos:answer}}",
      "`{{purpos:answer}}` is no kind of reference (did you mean `purpose`?)",
    ],
    [
      '{ en: "{{cookies}}"',
      '{ en: "{{cookeis}}"',
      "unknown placeholder `{{cookeis}}` (did you mean `cookies`?)",
    ],
    [
      "See {{purpose:answer}}",
      "See {{cookies}}",
      "placeholder `{{cookies}}` must stand alone in its paragraph",
    ],
    [
      "(mailto:news@sample.example) to",
      "(javascript:alert'1') to",
      "link `javascript:alert'1'` is refused",
    ],
    ["date: 2026-11-01", "date: 2026-02-30", "there is no day `2026-02-30`"],
    ["date: 2026-11-01", "date: 1.11.2026", "`1.11.2026` does not fit: date as YYYY-MM-DD"],
    [
      "zone: Europe/London",
      "zone: Europe/Londn",
      "there is no time zone `Europe/Londn` (did you mean `Europe/London`?)",
    ],
    ["countries: [US]", "countries: [UK]", "`UK` is no country (did you mean `GB`?)"],
    ["country: DE", "country: EU", "`EU` is no country"],
    ["languages: [en, fr]", "languages: [en, fr, en-aa-bb]", "`en-aa-bb` is no language tag"],
    ["version: 2", "version: two", "expected a whole number from 1 to 1000000, found `two`"],
    ['version: "5"', "version: 5", "expected text, found `5`; put it in quotes"],
    ["role: group", "role: controller", "`sample-us` is a second controller"],
    ["role: controller", "role: joint", "one of `controllers` must have the role `controller`"],
    [
      "  marketing:\n    name",
      "  rights:\n    name",
      "`rights` is built in and cannot be declared",
    ],
    [
      "categories: [visits], for",
      "categories: [email], for",
      "`email` is not among the categories of purpose `analytics`",
    ],
    [
      "purpose: analytics, categories: [visits]",
      "purpose: analytics, categories: [email]",
      "`email` is not among the categories of purpose `analytics`",
    ],
    ["kind: framework", "kind: derogation", "a derogation needs its `condition`"],
    ["mechanism: dpf", "mechanism: dpf, condition: claims", "only a derogation has a `condition`"],
    [
      "category: name\n",
      "category: visits\n",
      "`visits` is not among the categories of source `contact-form`",
    ],
    ["kind: choice", "kind: text", "only a choice has `options`"],
    [
      "kind: email, required",
      "kind: text, required",
      "category `email` has `kind: email`, so the field must be of that kind",
    ],
    ["kind: email, dpv", "dpv", "a field of kind `email` needs a category with `kind: email`"],
    [
      "channel: email, topic",
      "channel: sms, topic",
      "`sms` is not among the channels of purpose `marketing`",
    ],
    [
      "revision: 3, compatible",
      "revision: 4, compatible",
      "`marketing` is at revision 3, so 4 cannot have changed it",
    ],
    [
      "revision: 3, compatible",
      "revision: 2, compatible",
      "revision 2 of `marketing` is listed twice",
    ],
    [
      "  marketing:\n    sender",
      "  research:\n    sender",
      "missing key `name` in `messageClasses.research`",
    ],
    [
      "  marketing:\n    sender",
      "  marketing:\n    marketing: false\n    sender",
      "`marketing` is built in; only its `sender` is declared",
    ],
    ["channels: [email, call]", "channels: [email, email]", "`email` is listed twice"],
    [
      "eu: [{ kind: consent, law: GDPR 6(1)(a) }]\n    retention: [{ categories: [email",
      "ue: [{ kind: consent, law: x }]\n    retention: [{ categories: [email",
      "`ue` is not declared in `regimes`",
    ],
    ["for: 24 months", "for: two years", "`two years` does not fit: such as `30 days`"],
    ["rights:\n  offered", "rights:\n  ofered", "unknown key `ofered` (did you mean `offered`?)"],
    ["required: true", "required: yes", "expected `true` or `false`, found `yes`"],
    [
      "sites: [www.sample.example]",
      "sites: www.sample.example",
      "expected a list or a map, found `www.sample.example`",
    ],
    [
      "sites: [www.sample.example]",
      'sites: ["https://www.sample.example/"]',
      "`https://www.sample.example/` does not fit: host name",
    ],
  ])("%j -> %j", (from, to, message) => {
    const text = changed([from, to]);
    const found = findingsOf(text);
    expect(
      found.some((each) => each.includes(message)),
      found.join("\n"),
    ).toBe(true);
    expect(parse(text).manifest).toBeNull();
    for (const each of found) expect(each).toMatch(/^n\.yaml:\d+:\d+: [^A-Z]/);
  });

  test("at its line and column", () => {
    const text = changed(["kind: privacy, email", "kind: privcy, email"]);
    const line = lineOf(text, "privcy");
    const column = text.split("\n")[line - 1]?.indexOf("privcy") ?? 0;
    expect(findingsOf(text)[0]).toMatch(new RegExp(`^n\\.yaml:${line}:${column + 1}: `));
  });

  test("several at once, in the order of the file", () => {
    const text = changed(
      ["kind: privacy, email", "kind: privcy, email"],
      ["onward: [host]", "onward: [x]"],
      ["zone:", "zonne:"],
    );
    const { findings } = parse(text);
    expect(findings.length).toBeGreaterThanOrEqual(4);
    const lines = findings.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe("hostile and odd files", () => {
  const bomb = Array.from({ length: 9 }, (_, level) =>
    level === 0 ? "a0: &a0 x" : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
  ).join("\n");
  test.each([
    ["empty", "", "the manifest is empty"],
    ["only comments", "# nothing\n", "the manifest is empty"],
    ["no map", "hello", "expected a map, found `hello`"],
    ["a tab", "id:\n\t- x", "tabs are not allowed as indentation"],
    ["unclosed", "id: [1, 2\nb: 3", "flow sequence"],
    ["too deep", "[".repeat(5000), "more than 24 levels deep"],
    ["an alias bomb", bomb, "more than 100 aliases"],
    ["an alias of itself", "id: &a [*a]", "more than 24 levels deep"],
    ["an alias of nothing", "id: *a", "n.yaml:1:5: alias `a` has no anchor"],
    ["a tag", "id: !!js/function 'x'", "unresolved tag"],
    ["bytes", "id: !!binary aGk=", "only text, numbers, true and false"],
    ["a number as key", "1: x", "a key must be text"],
    ["a list as key", "? [a]\n: x", "a key must be text"],
    ["a prototype", "__proto__: { version: 1 }", "unknown key `__proto__`"],
    ["an inherited name", "constructor: x", "unknown key `constructor`"],
    ["too large", `id: ${"x".repeat(1_048_576)}`, "characters"],
    ["too many parts", `id: [${",".repeat(300_000)}]`, "more than 200000 parts"],
  ])("%s", (_name, text, message) => {
    const started = performance.now();
    const found = findingsOf(text);
    expect(found.join("\n")).toContain(message);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("100,000 keys are refused one by one and in good time", () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(parse(text).findings.length).toBeGreaterThan(60_000);
  });
});

describe("several files", () => {
  const [head = "", tail = ""] = SAMPLE_MANIFEST.split("\nclauses:");
  test("are one manifest", () => {
    const files = [
      { name: "a.yaml", text: head },
      { name: "b.yaml", text: `clauses:${tail}` },
    ];
    const parsed = parseManifest(files);
    expect(parsed.findings).toEqual([]);
    expect(parsed.manifest).toEqual(parse(SAMPLE_MANIFEST).manifest);
    expect(parsed.placeOf("clauses[0].title")).toMatchObject({ file: "b.yaml", line: 3 });
  });

  test("as documents of one stream are the same", () => {
    expect(parse(`${head}\n---\nclauses:${tail}`).manifest).toEqual(
      parse(SAMPLE_MANIFEST).manifest,
    );
  });

  test("an id in two of them is refused in the second", () => {
    const files = [
      { name: "a.yaml", text: SAMPLE_MANIFEST },
      { name: "b.yaml", text: "version: 3\ntopics:\n  product-news: { name: { en: a, fr: b } }\n" },
    ];
    expect(parseManifest(files).findings.map(formatFinding)).toEqual([
      "b.yaml:1:1: duplicate key `version`, first in a.yaml on line 2",
      "b.yaml:3:3: duplicate key `product-news`, first in a.yaml on line 31",
    ]);
  });
});

test("the places of paths, for later checks", () => {
  const { placeOf } = parse(SAMPLE_MANIFEST);
  const line = lineOf(SAMPLE_MANIFEST, "uk: [{ kind: consent, law: PECR 22 }");
  expect(placeOf("purposes.marketing.bases.uk[1].law")).toMatchObject({ line });
  expect(placeOf("purposes.marketing.bases.uk[7].nothing")).toMatchObject({ line });
  expect(placeOf("nowhere.at[1].all")).toMatchObject({ line: 1 });
});

test("our checker and an independent validator agree on every mutilated manifest", () => {
  const sample = plainOf(SAMPLE_MANIFEST);
  const wrong = fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    true,
    "",
    "x y",
    "ÄÖ",
    "a".repeat(70),
    [],
    {},
    [1],
    { a: 1 },
  );
  fc.assert(
    fc.property(fc.nat(), wrong, fc.boolean(), (where, value, drop) => {
      const mutilated = structuredClone(sample);
      mutilate(mutilated, where, value, drop);
      const found: string[] = [];
      checkShape(ManifestSchema as unknown as Schema, nodeOf(mutilated), "", ({ message }) =>
        found.push(message),
      );
      expect(found.length === 0, canonicalJson(found)).toBe(Check(ManifestSchema, mutilated));
    }),
    { numRuns: 400 },
  );
});

function plainOf(text: string): unknown {
  return structuredClone(parse(text).manifest);
}

const AT = { file: "x", line: 1, column: 1 };

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: "list", at: AT, items: value.map(nodeOf) };
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(
      ([key, each]) => [key, { keyAt: AT, node: nodeOf(each) }] as const,
    );
    return { kind: "map", at: AT, entries: new Map(entries) };
  }
  return { kind: "scalar", at: AT, value: value as string, written: String(value) };
}

test("a tree says what was written", () => {
  const value = { a: [1, "x", null, true], b: { c: {} } };
  expect(plain(nodeOf(value))).toEqual(value);
});

/**
 * Puts `value` at the place with the number `where` (or takes the place away, or adds a key to it).
 */
function mutilate(root: unknown, where: number, value: unknown, drop: boolean): void {
  const places: (readonly [holder: Record<string, unknown>, key: string])[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  const [holder, key] = places[where % places.length] ?? [{}, ""];
  if (drop && !Array.isArray(holder)) delete holder[key];
  else holder[key] = value;
}
