import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parseAllDocuments, parse as parseYaml } from "yaml";
import { parseManifest } from "./parse-manifest.ts";
import { publishedManifestSchema, publishedPartSchema } from "./published-schema.ts";
import { SAMPLE_MANIFEST } from "./sample-manifest.ts";
import { WHOLE_MANIFEST } from "./whole-manifest.ts";

type Json = { readonly [key: string]: unknown };
const whole = JSON.parse(publishedManifestSchema()) as Json;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const validateWhole = ajv.compile(whole);
const validatePart = new Ajv2020({ strict: false }).compile(JSON.parse(publishedPartSchema()));

/** What is wrong with the shape alone; what ties things together no schema can say. */
function shapeFindings(text: string): readonly string[] {
  const findings = parseManifest([{ name: "f.yaml", text }], "followed").findings;
  const shape =
    /unknown key|missing key|expected |does not fit|is not one of|are too many|cannot stand here|at (least|most)|listed twice/;
  return findings.map(({ message }) => message).filter((message) => shape.test(message));
}

const edits: readonly (readonly [what: string, from: string, to: string])[] = [
  ["an unknown key", "zone: ", "zonne: "],
  ["an unknown key deep", "kind: privacy", "kynd: privacy"],
  ["a number for text", 'version: "3"', "version: 3"],
  ["text for a number", "version: 7", 'version: "7"'],
  ["a wrong word", "basis: explicit-consent", "basis: consent"],
  ["a wrong framework", "framework: dpf\n", "framework: dpf-eu\n"],
  ["a wrong date", "since: 2024-01-01", "since: January"],
  ["a wrong period", "noticeAhead: 14 days", "noticeAhead: two weeks"],
  ["a list for a map", "practice:\n", "practice: []\nx:\n"],
  [
    "an empty list of measures",
    "measures: [{ en: Disks are encrypted., fr: Les disques sont chiffrés. }]",
    "measures: []",
  ],
  ["a host with a scheme", "  www.whole.example: {}", '  "https://www.whole.example": {}'],
  ["sites as a list", /sites:\n[\s\S]*?\nterms:/.source, "sites: [www.whole.example]\nterms:"],
  ["sites as text", /sites:\n[\s\S]*?\nterms:/.source, "sites: www.whole.example\nterms:"],
  ["an age beyond", "under: 18", "under: 180"],
  ["a wrong id", "  triage:", "  Triage:"],
  [
    "a missing key",
    "    logic: { en: A score counts your symptoms., fr: Un score compte vos symptômes. }\n",
    "",
  ],
  ["an included file", "id: whole", "include: [a.yaml]\nid: whole"],
  ["an empty include", "id: whole", "include: []\nid: whole"],
  ["an include that is text", "id: whole", "include: a.yaml\nid: whole"],
  ["the same item twice", "signals: [gpc]", "signals: [gpc, gpc]"],
];

test.each(edits)("an editor and we agree on %s", (_what, from, to) => {
  const isPattern = from.startsWith("sites:\\n");
  const text = WHOLE_MANIFEST.replace(isPattern ? new RegExp(from) : from, () => to);
  const accepted = validateWhole(parseYaml(text));
  expect(shapeFindings(text).length === 0, shapeFindings(text).join("\n")).toBe(accepted);
});

test.each([
  ["sample", SAMPLE_MANIFEST],
  ["whole", WHOLE_MANIFEST],
])("an editor and we accept the %s, whole and in parts", (_name, text) => {
  expect(validateWhole(parseYaml(text)), ajv.errorsText(validateWhole.errors)).toBe(true);
  const [head = "", tail = ""] = text.split("\nclauses:");
  for (const part of parseAllDocuments(`${head}\n---\nclauses:${tail}`)) {
    expect(validatePart((part as { toJS(): unknown }).toJS())).toBe(true);
  }
  expect(validateWhole(parseYaml(head))).toBe(false);
  expect(validatePart({ clauzes: [] })).toBe(false);
});

/** Keys of the schema that say nothing of themselves. */
function silentKeys(schema: Json, path = ""): readonly string[] {
  const nested = (key: string) => Object.entries((schema[key] ?? {}) as { [key: string]: Json });
  const forms = (schema.anyOf ?? []) as readonly Json[];
  return [
    ...nested("properties").flatMap(([key, each]) => [
      ...(typeof each.description === "string" ? [] : [`${path}.${key}`]),
      ...silentKeys(each, `${path}.${key}`),
    ]),
    ...nested("patternProperties").flatMap(([, each]) => silentKeys(each, `${path}.*`)),
    ...(schema.items === undefined ? [] : silentKeys(schema.items as Json, `${path}[]`)),
    ...forms.flatMap((each) => silentKeys(each, path)),
  ];
}

test("every key says what it is for, so that editors can show it", () => {
  expect(silentKeys(whole)).toEqual([]);
});
