import { expect, test } from "vitest";
import { diffNotices } from "./diff.ts";
import { formatFindings } from "./finding.ts";
import { ManifestSchema } from "./manifest-schema.ts";
import type { Notice } from "./notice.ts";
import type { Schema } from "./parse/check-shape.ts";
import { readNotice } from "./read-notice.ts";
import { renderExtract } from "./render/extract.ts";
import { renderHtml } from "./render/html.ts";
import { renderMarkdown } from "./render/markdown.ts";
import { WHOLE_MANIFEST } from "./whole-manifest.ts";

const read = readNotice([{ name: "whole.yaml", text: WHOLE_MANIFEST }]);

function whole(): Notice {
  const { notice } = read;
  if (notice === null) throw new Error(formatFindings(read.findings));
  return notice;
}

test("the whole manifest is one", () => {
  expect(formatFindings(read.findings)).toBe("");
});

/** Keys of the schema, as paths with `*` and `[]`; two forms of one place share it. */
function keysOf(schema: Schema, path = ""): readonly string[] {
  if (schema.anyOf !== undefined) {
    const isText = schema.anyOf.some(({ type }) => type === "string");
    return isText ? [] : schema.anyOf.flatMap((each) => keysOf(each, path));
  }
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, each]) => [
    `${path}.${key}`,
    ...keysOf(each, `${path}.${key}`),
  ]);
  const [thing] = Object.values(schema.patternProperties ?? {});
  return [
    ...own,
    ...(thing === undefined ? [] : keysOf(thing, `${path}.*`)),
    ...(schema.items === undefined ? [] : keysOf(schema.items, `${path}[]`)),
  ];
}

function saidOf(schema: Schema, value: unknown, path = ""): readonly string[] {
  const form = schema.anyOf?.find(
    ({ type }) => type === (Array.isArray(value) ? "array" : "object"),
  );
  if (schema.anyOf !== undefined) {
    const isText = schema.anyOf.some(({ type }) => type === "string");
    return isText || form === undefined ? [] : saidOf(form, value, path);
  }
  if (Array.isArray(value)) {
    return value.flatMap((each) => saidOf(schema.items ?? {}, each, `${path}[]`));
  }
  if (typeof value !== "object" || value === null) return [];
  const [thing] = Object.values(schema.patternProperties ?? {});
  return Object.entries(value).flatMap(([key, each]) => {
    const known = schema.properties?.[key];
    const here = known === undefined ? `${path}.*` : `${path}.${key}`;
    return [here, ...saidOf(known ?? thing ?? {}, each, here)];
  });
}

test("it says every key of the schema", () => {
  const schema = ManifestSchema as unknown as Schema;
  const said = new Set(saidOf(schema, read.manifest));
  // The three levels of clauses say the same keys.
  const once = (key: string) => key.replace(/(\.clauses\[\])+/, ".clauses[]");
  const saidOnce = new Set([...said].map(once));
  expect(keysOf(schema).filter((key) => !saidOnce.has(once(key)))).toEqual([]);
});

type Path = readonly (string | number)[];

/** Paths of every value of a compiled notice that is no map, list or object. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (value instanceof Map) {
    return [...value].flatMap(([key, each]) => leavesOf(each, [...path, String(key)]));
  }
  if (value instanceof Set) return [...value].map((each) => [...path, String(each)]);
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

/** Words of which only some make a difference. */
const OTHERS: { readonly [word: string]: string } = { none: "bundled", "email-and-page": "page" };

/** Another value of the same kind; what was not said is said. */
function other(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (value === "open") return { days: 1 };
  const word = typeof value === "string" ? OTHERS[value] : undefined;
  if (word !== undefined) return word;
  return `${value ?? ""}-other`;
}

function change(notice: Notice, path: Path): Notice {
  const copy = structuredClone(notice);
  let at: unknown = copy;
  for (const step of path.slice(0, -1)) {
    at = at instanceof Map ? at.get(step) : (at as { readonly [key: string]: unknown })[step];
  }
  const last = path.at(-1) ?? "";
  if (at instanceof Set) {
    at.delete(last);
    at.add(other(last));
  } else if (at instanceof Map) at.set(last, other(at.get(last)));
  else (at as { [key: string]: unknown })[last] = other((at as { [key: string]: unknown })[last]);
  return copy;
}

/** What a change of does not count: who and when, keys of maps, the own purposes of the product. */
const UNCOUNTED = new Set(["id", "version", "date", "zone", "life", "hash", "defaultLanguage"]);

function isCounted(notice: Notice, path: Path): boolean {
  const [first = "", second = "", third] = path.map(String);
  if (path.length === 1 && UNCOUNTED.has(first)) return false;
  if (first === "life") return false;
  if (first === "purposes" && notice.purposes.get(second)?.builtIn) return false;
  if (first === "categories" && notice.categories.get(second)?.builtIn) return false;
  if (third === "builtIn") return false;
  // An id stands in its thing again; nothing but the compiler can change it there.
  const last = path.at(-1);
  const isOwnId = last === "id" || last === "host" || (first === "forms" && last === "name");
  const isOwnKey = first === "retention" && (last === "purpose" || last === "category");
  // Said of the whole by other facts: what it is made of is compared.
  // A string where nothing or a map stood is no audience, and is never compiled.
  const isAudience = last === "audience";
  const isDerived =
    third === "fromPerson" || (first === "rights" && second === "automatedDecisions");
  return !isOwnId && !isOwnKey && !isDerived && !isAudience;
}

test("a change of any value at all is classed", () => {
  const notice = whole();
  const silent = leavesOf(notice)
    .filter((path) => isCounted(notice, path))
    .filter((path) => diffNotices(notice, change(notice, path)).class === null);
  expect(silent.map((path) => path.join("."))).toEqual([]);
});

/** Texts of the manifest in one language, and lines without a language. */
function textsIn(value: unknown, language: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, language));
  if (typeof value !== "object" || value === null) return [];
  const text = (value as { readonly [key: string]: unknown })[language];
  if (typeof text === "string") return [text];
  return Object.values(value).flatMap((each) => textsIn(each, language));
}

/** Shown elsewhere: at forms, in choices, in the console. */
const ELSEWHERE = /forms|messageClasses|topics|families|events|changes/;

test.each(["en", "fr"])("nothing that is declared stays unsaid (%s)", (language) => {
  const notice = whole();
  const page = renderMarkdown(notice, language).replace(/\\/g, "").replace(/\s+/g, " ");
  const html = String(renderHtml(notice, language));
  const { manifest } = read;
  const texts = Object.entries(manifest ?? {})
    .filter(([section]) => !ELSEWHERE.test(section))
    .flatMap(([, value]) => textsIn(value, language))
    .filter((text) => !text.includes("{{"));
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => !page.includes(text.replace(/\.$/, "")))).toEqual([]);
  for (const fact of ["privacy@ads.example", "3 Madison Avenue", "shop.whole.example", "27001"]) {
    expect(html).toContain(fact);
    expect(page).toContain(fact);
  }
});

test("the extract of a form says what must be given, and what happens otherwise", () => {
  const extract = String(renderExtract(whole(), "contact", "en"));
  expect(extract).toContain("Your e-mail: A contract obliges you to give it. We could not answer.");
});
