import type { BasisDeclaration, Purpose, Retention } from "../notice.ts";
import { anchorOf, type Cell, cell, type Part, type Run, text } from "./parts.ts";
import { tableOf } from "./table.ts";
import type { Words } from "./words.ts";

export function categoryTable(words: Words): readonly Part[] {
  const { sources } = words.notice;
  return tableOf(
    words,
    "categories",
    words.shownCategories(),
    ({ id }) => anchorOf("category", id),
    [
      ["column.category", ({ name }) => cell(words.text(name))],
      ["column.about", ({ about }) => cell(about === null ? null : words.text(about))],
      [
        "column.source",
        ({ id }) => {
          const giving = [...sources.values()].filter((source) => source.categories.has(id));
          return cell(words.list(giving.map(({ name }) => words.text(name))));
        },
      ],
    ],
  );
}

export function sourceTable(words: Words): readonly Part[] {
  const sources = [...words.notice.sources.values()];
  return tableOf(words, "sources", sources, ({ id }) => anchorOf("source", id), [
    ["column.source", ({ name }) => cell(words.text(name))],
    ["column.how", ({ origin }) => cell(words.say(`origin.${origin}`))],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.needed", ({ needed }) => cell(needed === null ? null : words.text(needed))],
  ]);
}

/** Declared purposes in their order, then the built-in ones. */
export function purposeTable(words: Words): readonly Part[] {
  const purposes = [...words.notice.purposes.values()];
  return tableOf(words, "purposes", purposes, ({ id }) => anchorOf("purpose", id), [
    ["column.purpose", (purpose) => purposeCell(purpose, words)],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.basis", (purpose) => basisCell(purpose, words)],
    [
      "column.channels",
      ({ channels }) => cell(words.list([...channels].map((each) => words.say(`channel.${each}`)))),
    ],
  ]);
}

function purposeCell({ name, about }: Purpose, words: Words): Cell {
  const title: Run = { is: "strong", runs: [text(words.text(name))] };
  return [[title, text(` ${words.text(about)}`)]];
}

/** One line for each regime; a single one where all regimes say the same. */
function basisCell(purpose: Purpose, words: Words): Cell {
  if (purpose.bases.size === 0) return cell(words.say("basis.none"));
  return basisLines(purpose, words, "with reasons").map((line) => [text(line)]);
}

export function basisLines(
  purpose: Purpose,
  words: Words,
  reasons: "with reasons" | "without reasons",
): readonly string[] {
  const lines = [...purpose.bases].map(
    ([regime, bases]) =>
      [regime, bases.map((basis) => basisText(basis, words, reasons)).join("; ")] as const,
  );
  const [first] = lines;
  if (first !== undefined && lines.every(([, said]) => said === first[1])) return [first[1]];
  return lines.map(([regime, said]) => `${regime.toUpperCase()}: ${said}`);
}

function basisText(basis: BasisDeclaration, words: Words, reasons: string): string {
  const law = basis.law === "" ? "" : ` (${basis.law})`;
  const said = `${words.say(`basis.${basis.kind}`)}${law}`;
  if (basis.because === null || reasons === "without reasons") return said;
  return `${said} — ${words.text(basis.because).replace(/\.$/, "")}`;
}

/** Categories that are kept alike for a purpose share a row. */
export function retentionTable(words: Words): readonly Part[] {
  const groups = new Map<string, Retention[]>();
  for (const byCategory of words.notice.retention.values()) {
    for (const each of byCategory.values()) {
      const because = each.because === null ? "" : words.text(each.because);
      const key = JSON.stringify([each.purpose, words.retention(each), because]);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
  }
  const rows = [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ first, categories: [first, ...rest].map((each) => each.category) }],
  );
  return tableOf(words, "retention", rows, () => null, [
    ["column.purpose", ({ first }) => cell(words.purpose(first.purpose))],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    [
      "column.keep",
      ({ first }) => {
        const because = first.because === null ? null : words.text(first.because);
        return [...cell(words.retention(first)), ...cell(because)];
      },
    ],
  ]);
}
