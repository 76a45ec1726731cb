import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { LINT_WORLD } from "#regimes/notice/world";
import { formatFindings } from "./finding.ts";
import { formatManifest } from "./format/format-manifest.ts";
import { lintNotice } from "./lint/lint-notice.ts";
import { ManifestSchema } from "./manifest-schema.ts";
import type { Schema } from "./parse/check-shape.ts";
import { readNotice } from "./read-notice.ts";
import { PAGES, PLACEHOLDERS, REFERENCE_SECTIONS } from "./references.ts";

const guide = await readFile(
  new URL("../../../docs/guides/write-a-manifest.md", import.meta.url),
  "utf8",
);
const blocks = [...guide.matchAll(/^```yaml( add)?\n([\s\S]*?)^```$/gm)];
const smallest = blocks[0]?.[2] ?? "";
const additions = blocks.slice(1).map(([, , text = ""]) => text);

type Section = { readonly [key: string]: unknown };

/** The smallest manifest with more: sections by id grow, the rest is replaced. */
function grown(added: string): string {
  const [base, more] = [parse(smallest) as Section, parse(added) as Section];
  const whole: { [key: string]: unknown } = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const isSection = byId(key) && typeof whole[key] === "object";
    whole[key] = isSection ? { ...(whole[key] as Section), ...(value as Section) } : value;
  }
  return stringify(whole);
}

function byId(key: string): boolean {
  const schema = ManifestSchema as unknown as Schema;
  return schema.properties?.[key]?.maxProperties !== undefined;
}

describe("the examples of the guide", () => {
  test("the smallest manifest is one, and has no error under its law", () => {
    const { notice, findings } = readNotice([{ name: "guide", text: smallest }]);
    expect(formatFindings(findings)).toBe("");
    if (notice === null) throw new Error("not compiled");
    expect(notice.purposes.get("answers")?.revision).toBe(1);
    const found = lintNotice(notice, ["uk"], notice.date, LINT_WORLD);
    expect(found.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("there are some, and each is marked", () => {
    expect(additions.length).toBeGreaterThan(6);
    expect(guide.match(/^```yaml/gm)).toHaveLength(blocks.length);
    expect(blocks.slice(1).every(([, mark]) => mark === " add")).toBe(true);
  });

  test.each(additions.map((text, index) => [index, text] as const))(
    "example %i can be added to the smallest",
    (_index, text) => {
      const { findings } = readNotice([{ name: "guide", text: grown(text) }]);
      expect(formatFindings(findings)).toBe("");
      expect(formatManifest(text, "guide")).toHaveProperty("text");
    },
  );

  test("all of them together are one notice", () => {
    const all = additions.reduce((text, added) => {
      const [base, more] = [parse(text) as Section, parse(added) as Section];
      const joined = Object.entries(more).map(([key, value]) => {
        const old = base[key];
        return [key, byId(key) ? { ...(old as Section), ...(value as Section) } : value] as const;
      });
      return stringify({ ...base, ...Object.fromEntries(joined) });
    }, smallest);
    const { notice, findings } = readNotice([{ name: "guide", text: all }]);
    expect(formatFindings(findings)).toBe("");
    expect(notice?.decisions.get("fraud-check")?.purposes).toEqual(["orders"]);
    expect(notice?.siteDetails.get("play.corner.example")?.audience?.under).toBe(13);
  });
});

test("the guide names every placeholder, kind of reference and page", () => {
  const words = [...PLACEHOLDERS, ...Object.keys(REFERENCE_SECTIONS), "right", "clause", ...PAGES];
  for (const word of words) expect(guide).toMatch(new RegExp(`[\`{:]${word}[\`}:]`));
});

test("the guide speaks of every section and of every key of a purpose, a source and a recipient", () => {
  const schema = ManifestSchema as unknown as Schema;
  const keysOf = (section: string) => {
    const [thing] = Object.values(schema.properties?.[section]?.patternProperties ?? {});
    return Object.keys(thing?.properties ?? {});
  };
  const keys = [
    ...Object.keys(schema.properties ?? {}),
    ...["purposes", "sources", "recipients", "storedItems", "jointControl"].flatMap(keysOf),
  ];
  const silent = keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(guide));
  expect(silent.filter((key) => key !== "dpv")).toEqual([]);
});
