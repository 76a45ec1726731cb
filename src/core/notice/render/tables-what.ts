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
import { audienceLines } from "./tables-arrangements.ts";
import type { Words } from "./words.ts";

export function categoryColumns(words: Words): readonly Column<Category>[] {
  const sources = [...words.notice.sources.values()];
  return [
    ["column.category", ({ name, builtIn }) => [[words.builtIn(name, builtIn)]]],
    [
      "column.about",
      ({ about, special, offences }) => [
        ...cell(about === null ? null : words.text(about)),
        ...(special ? words.cell("category.special") : []),
        ...(offences ? words.cell("category.offences") : []),
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
    ["column.how", (source) => howCell(source, words)],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.needed", (source) => neededCell(source, words)],
    ["column.audience", ({ audience }) => audienceLines(audience, words)],
  ];
}

function howCell({ origin, publiclyAccessible, told }: Source, words: Words): Cell {
  const isSaid = origin !== "public" && publiclyAccessible !== null;
  return [
    ...words.cell(`origin.${origin}`),
    ...(isSaid ? words.cell(publiclyAccessible ? "source.public" : "source.not-public") : []),
    ...cell(words.textOrNull(told)),
  ];
}

/** Whether a person must give it, and what happens otherwise (GDPR 13(2)(e)). */
export function neededCell(
  { requirement, needed }: Pick<Source, "requirement" | "needed">,
  words: Words,
): Cell {
  return [
    ...(requirement === null ? [] : words.cell(`requirement.${requirement}`)),
    ...cell(words.textOrNull(needed)),
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
  const { controllers } = purpose;
  const names = words.list(controllers.map((id) => words.party(id)));
  return [
    [title, text(" "), about],
    ...(controllers.length === 0 ? [] : words.cell("purpose.decided-by", { names })),
    ...(marks.length === 0 ? [] : [joined(marks, "; ")]),
  ];
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

/** One line for each regime; a single one where all know the same bases for the same reasons. */
export function basisCell(purpose: Purpose, words: Words): Cell {
  if (purpose.bases.size === 0) return words.cell("basis.none");
  return [
    ...basisLines(purpose, words, "with reasons"),
    ...specialLines(purpose, words),
    ...cell(words.textOrNull(purpose.withdrawal)),
  ];
}

/** Grounds for special data, met beside the basis (GDPR 9 and 10); the same one is said once. */
function specialLines(purpose: Purpose, words: Words): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const [regime, grounds] of purpose.specialGrounds) {
    const where = purpose.specialGrounds.size > 1 ? [named(regime.toUpperCase()), text(": ")] : [];
    for (const { ground, law, because, categories } of grounds) {
      const only = categories.length === 0 ? [] : [text(`${words.categories(categories)}: `)];
      const why = because === null ? [] : [text(` — ${words.text(because)}`)];
      const provision = [text(" ("), named(law), text(")")];
      const said = [...only, ...words.runs(`ground.${ground}`), ...provision, ...why];
      const line = [...where, ...words.runs("purpose.special", { ground: said })];
      lines.set(plainText(line), line);
    }
  }
  return [...lines.values()];
}

export function basisLines(
  purpose: Purpose,
  words: Words,
  reasons: "with reasons" | "without reasons",
): readonly Line[] {
  const said = (bases: readonly BasisDeclaration[], laws: LawsOf): Line =>
    joined(
      bases.map((basis, index) => basisRuns(basis, laws(index), purpose, words, reasons)),
      "; ",
    );
  const lists = [...purpose.bases.values()];
  const [first] = lists;
  if (first === undefined) return [];
  const alike = lists.map((bases) => plainText(said(bases, () => [])));
  if (alike.every((each) => each === alike[0])) {
    return [said(first, (index) => lists.map((bases) => bases[index]?.law ?? ""))];
  }
  return [...purpose.bases].map(([regime, bases]) => [
    named(regime.toUpperCase()),
    text(": "),
    ...said(bases, (index) => [bases[index]?.law ?? ""]),
  ]);
}

/** Provisions that the basis at an index rests on. */
type LawsOf = (index: number) => readonly string[];

const LI = "legitimate-interests";

function basisRuns(
  { kind, because, interestOf }: BasisDeclaration,
  laws: readonly string[],
  { builtIn }: Purpose,
  words: Words,
  reasons: string,
): Line {
  const provisions = [...new Set(laws)].filter((law) => law !== "").join(", ");
  const law = provisions === "" ? [] : [text(" ("), named(provisions), text(")")];
  const whose = kind === "legitimate-interests" ? interestOf : null;
  const name = whose === null ? (`basis.${kind}` as const) : (`basis.${LI}.${whose}` as const);
  const said = [...words.runs(name), ...law];
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
      const why = [words.textOrNull(each.because), words.textOrNull(each.criteria)];
      const key = JSON.stringify([each.purpose, words.retentionText(each), ...why]);
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
  const { because, criteria } = first;
  const why = [because, criteria].flatMap((each) => cell(words.textOrNull(each)));
  return [words.retention(first), ...why];
}

export function retentionTable(words: Words): readonly Part[] {
  return tableOf(words, "retention", keptAlike(words), [
    ["column.purpose", ({ first }) => cell(words.purpose(first.purpose))],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.keep", (kept) => keptCell(kept, words)],
  ]);
}
