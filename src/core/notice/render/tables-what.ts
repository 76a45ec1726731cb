import type { BasisDeclaration, Category, Purpose, Retention, Source } from "../notice.ts";
import type { NoticeKey } from "./messages.ts";
import {
  anchorOf,
  type Cell,
  cell,
  joined,
  type Line,
  named,
  type Part,
  plainText,
  strong,
  text,
} from "./parts.ts";
import { type Column, tableOf } from "./table.ts";
import type { Words } from "./words.ts";

export function categoryColumns(words: Words): readonly Column<Category>[] {
  const sources = [...words.notice.sources.values()];
  return [
    ["column.category", ({ name, builtIn }) => [[words.builtIn(name, builtIn)]]],
    [
      "column.about",
      ({ about, special }) => [
        ...cell(about === null ? null : words.text(about)),
        ...(special ? words.cell("category.special") : []),
      ],
    ],
    [
      "column.source",
      ({ id }) => {
        const giving = sources.filter((source) => source.categories.has(id));
        return cell(words.list(giving.map(({ name }) => words.text(name))));
      },
    ],
  ];
}

export function categoryTable(words: Words): readonly Part[] {
  return tableOf(words, "categories", words.shownCategories(), categoryColumns(words), {
    anchor: ({ id }) => anchorOf("category", id),
  });
}

export function sourceColumns(words: Words): readonly Column<Source>[] {
  return [
    ["column.source", ({ name }) => cell(words.text(name))],
    ["column.how", ({ origin }) => words.cell(`origin.${origin}`)],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.needed", ({ needed }) => cell(needed === null ? null : words.text(needed))],
  ];
}

export function sourceTable(words: Words): readonly Part[] {
  return tableOf(words, "sources", [...words.notice.sources.values()], sourceColumns(words), {
    anchor: ({ id }) => anchorOf("source", id),
  });
}

export function purposeColumns(words: Words): readonly Column<Purpose>[] {
  return [
    ["column.purpose", (purpose) => purposeCell(purpose, words)],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.basis", (purpose) => basisCell(purpose, words)],
    ["column.channels", ({ channels }) => channelCell(channels, words)],
  ];
}

/** Declared purposes in their order, then the built-in ones. */
export function purposeTable(words: Words): readonly Part[] {
  return tableOf(words, "purposes", [...words.notice.purposes.values()], purposeColumns(words), {
    anchor: ({ id }) => anchorOf("purpose", id),
  });
}

function purposeCell(purpose: Purpose, words: Words): Cell {
  const title = strong(words.purposeName(purpose));
  const marks = purposeMarks(purpose, words);
  const about = words.builtIn(purpose.about, purpose.builtIn);
  return [[title, text(" "), about], ...(marks.length === 0 ? [] : [joined(marks, "; ")])];
}

/** What a person may want to refuse is said in so many words. */
export function purposeMarks(purpose: Purpose, words: Words): readonly Line[] {
  const { profilingFor, builtIn } = purpose;
  const said: NoticeKey[] = [];
  if (purpose.directMarketing && !builtIn) said.push("mark.marketing");
  if (purpose.sale) said.push("mark.sale");
  if (purpose.sharing) said.push("mark.sharing");
  if (purpose.targetedAdvertising) said.push("mark.targeted");
  const profiles =
    profilingFor === null
      ? []
      : [words.runs("mark.profiling", { purpose: words.purpose(profilingFor) })];
  return [...said.map((key) => words.runs(key)), ...profiles];
}

export function channelCell(channels: Purpose["channels"], words: Words): Cell {
  return cell(words.list([...channels].map((each) => words.say(`channel.${each}`))));
}

/** One line for each regime; a single one where all regimes say the same. */
export function basisCell(purpose: Purpose, words: Words): Cell {
  if (purpose.bases.size === 0) return words.cell("basis.none");
  return basisLines(purpose, words, "with reasons");
}

export function basisLines(
  purpose: Purpose,
  words: Words,
  reasons: "with reasons" | "without reasons",
): readonly Line[] {
  const lines = [...purpose.bases].map(
    ([regime, bases]) =>
      [
        regime,
        joined(
          bases.map((basis) => basisRuns(basis, purpose, words, reasons)),
          "; ",
        ),
      ] as const,
  );
  const [first] = lines;
  if (first === undefined) return [];
  const said = plainText(first[1]);
  if (lines.every(([, line]) => plainText(line) === said)) return [first[1]];
  return lines.map(([regime, line]) => [named(regime.toUpperCase()), text(": "), ...line]);
}

function basisRuns(
  { kind, law, because }: BasisDeclaration,
  { builtIn }: Purpose,
  words: Words,
  reasons: string,
): Line {
  const provision = law === "" ? [] : [text(" ("), named(law), text(")")];
  const said = [...words.runs(`basis.${kind}`), ...provision];
  if (because === null || reasons === "without reasons") return said;
  const reason = words.builtIn(because, builtIn);
  const ending = "text" in reason ? { ...reason, text: reason.text.replace(/\.$/, "") } : reason;
  return [...said, text(" — "), ending];
}

type KeptAlike = { readonly first: Retention; readonly categories: readonly string[] };

/** Categories that are kept alike for a purpose share a row. */
export function keptAlike(words: Words, purpose: string | null = null): readonly KeptAlike[] {
  const groups = new Map<string, Retention[]>();
  for (const byCategory of words.notice.retention.values()) {
    for (const each of byCategory.values()) {
      if (purpose !== null && each.purpose !== purpose) continue;
      const because = each.because === null ? "" : words.text(each.because);
      const key = JSON.stringify([each.purpose, words.retentionText(each), because]);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ first, categories: [first, ...rest].map((each) => each.category) }],
  );
}

export function keptCell({ first }: KeptAlike, words: Words): Cell {
  const because = first.because === null ? null : words.text(first.because);
  return [words.retention(first), ...cell(because)];
}

export function retentionTable(words: Words): readonly Part[] {
  return tableOf(words, "retention", keptAlike(words), [
    ["column.purpose", ({ first }) => cell(words.purpose(first.purpose))],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.keep", (kept) => keptCell(kept, words)],
  ]);
}
