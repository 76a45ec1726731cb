import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { loadNotice } from "#edges/notice-files/load-notice";
import { compileStored } from "../read-notice.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";
import { renderJson } from "./json.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** As a stranger has it: the published file and a validator of somebody else. */
const published = JSON.parse(readFileSync(join(ROOT, "contract/notice.schema.json"), "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true });
(addFormats as unknown as (validator: Ajv2020) => void)(ajv);
const isValid = ajv.compile(published);

type Wire = { [key: string]: unknown };
const wire = (given: unknown): Wire => JSON.parse(JSON.stringify(given));
const sample = () => wire(renderJson(compileStored(SAMPLE_MANIFEST, "sample.yaml")));

describe("the JSON of a notice", () => {
  test.each(["demo", "smartfocus-2017"])(
    "of %s is what the published schema says",
    async (name) => {
      const { notice } = await loadNotice(join(ROOT, "notices", name));
      expect(notice).not.toBeNull();
      if (notice !== null) isValid(wire(renderJson(notice)));
      expect(isValid.errors).toBeNull();
    },
  );

  test("of the sample too, and each mutilation is noticed", () => {
    expect(isValid(sample())).toBe(true);
    const wrong: readonly (readonly [string, (given: Wire) => void])[] = [
      ["no version", (given) => Reflect.deleteProperty(given, "version")],
      ["another generation", (given) => Object.assign(given, { format: "fairnotice/notice/2" })],
      ["a date with time", (given) => Object.assign(given, { date: "2026-11-01T00:00:00Z" })],
      [
        "a country in words",
        (given) =>
          Object.assign(Object.values(given.controllers as Wire)[0] as Wire, {
            country: "England",
          }),
      ],
      ["purposes as a list", (given) => Object.assign(given, { purposes: [] })],
      [
        "a period of nothing",
        (given) =>
          Object.assign((given.retention as { answer: { name: Wire } }).answer.name, {
            period: {},
          }),
      ],
    ];
    for (const [name, mutilate] of wrong) {
      const given = sample();
      mutilate(given);
      expect(isValid(given), name).toBe(false);
    }
  });
});
