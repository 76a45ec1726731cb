import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { LINT_WORLD } from "#regimes/notice/world";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { PLANTED } from "#test/support/lint/planted-faults";
import { readNotice } from "../read-notice.ts";
import { FINDING_IDS } from "./catalogue.ts";
import { lintableRegimes, lintNotice } from "./lint-notice.ts";

const DEMO = resolve(import.meta.dirname, "../../../../notices/demo");
const REGIMES = lintableRegimes(LINT_WORLD);
const day = fc
  .integer({ min: Date.parse("1999-01-01"), max: Date.parse("2035-12-31") })
  .map((at) => new Date(at).toISOString().slice(0, 10));

type Tree = { [key: string]: unknown };

/** The demo's files as one tree. */
function demoTree(): Tree {
  const whole: Tree = {};
  for (const name of readdirSync(DEMO).sort()) {
    const part = parse(readFileSync(resolve(DEMO, name), "utf8")) as Tree;
    for (const [key, value] of Object.entries(part)) {
      const before = whole[key];
      whole[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    }
  }
  return whole;
}

/** Paths of everything that can be taken out. */
function pathsIn(node: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => [
    [...path, key],
    ...pathsIn(value, [...path, key]),
  ]);
}

function without(tree: Tree, path: readonly string[]): void {
  const last = path.at(-1);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Tree | null)?.[key], tree);
  if (last === undefined || holder === null || typeof holder !== "object") return;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Tree)[last];
}

const DEMO_TREE = demoTree();
/** What a notice can do without, so that most of what is left compiles. */
const PATHS = pathsIn(DEMO_TREE).filter(([section]) =>
  [
    "purposes",
    "recipients",
    "storedItems",
    "rights",
    "complaints",
    "authorities",
    "forms",
    "sources",
    "controllers",
    "messageClasses",
    "contacts",
    "terms",
  ].includes(section ?? ""),
);

describe("the lint", () => {
  test("answers for any notice that compiles, under any law of any day, in its own words", () => {
    let compiled = 0;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: PATHS.length - 1 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...REGIMES),
        day,
        (cuts, regime, on) => {
          const tree = structuredClone(DEMO_TREE);
          for (const cut of cuts) without(tree, PATHS[cut] ?? []);
          const { notice } = readNotice([{ name: "cut.yaml", text: stringify(tree) }]);
          if (notice === null) return;
          compiled += 1;
          for (const finding of lintNotice(notice, [regime], on, LINT_WORLD)) {
            const place = `${regime} ${on} ${finding.id} ${finding.path}`;
            expect(FINDING_IDS, place).toContain(finding.id);
            for (const text of [finding.provision, finding.why, finding.write])
              expect(text, place).toMatch(/\w/);
            expect(`${finding.why} ${finding.write}`, place).not.toMatch(/undefined|\bnull\b/);
            if (finding.clause !== null)
              expect(notice.clauses.has(finding.clause), place).toBe(true);
            expect(finding.from === null || finding.from > on, place).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(compiled).toBeGreaterThan(5);
  });

  test("another purpose takes no finding about others away", () => {
    const faults = PLANTED.filter(({ id }) => !id.startsWith("acceptance"));
    const other = `  another:
    name: Prizes
    about: We draw a winner among those who wrote.
    revision: 1
    categories: [email]
    bases:
      uk: [{ kind: contract, law: UK GDPR 6(1)(b), because: You take part in it. }]
      eu: [{ kind: contract, law: GDPR 6(1)(b), because: You take part in it. }]
    retention: [{ categories: [email], for: 6 months }]
recipients:
`;
    fc.assert(
      fc.property(
        fc.subarray(faults, { minLength: 1, maxLength: 2 }),
        fc.constantFrom("uk", "eu", "ch", "us-ca"),
        day,
        (chosen, regime, on) => {
          const text = chosen
            .flatMap(({ plant }) => plant)
            .reduce((manifest, [from, to]) => manifest.replace(from, () => to), FAULTLESS_MANIFEST);
          const keys = (manifest: string) => {
            const { notice } = readNotice([{ name: "p.yaml", text: manifest }]);
            if (notice === null) return null;
            return lintNotice(notice, [regime], on, LINT_WORLD).map(
              ({ id, path, level, why }) => `${level} ${id} ${path} ${why}`,
            );
          };
          const before = keys(text);
          const after = keys(text.replace("recipients:\n", other));
          if (before === null || after === null) return;
          expect(after).toEqual(expect.arrayContaining(before));
        },
      ),
      { numRuns: 100 },
    );
  });
});
