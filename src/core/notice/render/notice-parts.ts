import { parseMarkdown } from "../markdown.ts";
import type { Clause, Notice } from "../notice.ts";
import { PLACEHOLDERS, type Placeholder } from "../references.ts";
import { piecesOf } from "./messages.ts";
import {
  type Links,
  link,
  type NoticeParts,
  type Part,
  type Run,
  type Section,
  text,
} from "./parts.ts";
import { Prose } from "./prose.ts";
import { TABLES } from "./tables.ts";
import { Words } from "./words.ts";

/** Kinds of things whose table gives each of them an anchor. */
const ANCHORED = new Set([
  "controller",
  "contact",
  "category",
  "source",
  "purpose",
  "recipient",
  "stored-item",
  "right",
]);

/**
 * The whole notice in one language: clauses with their tables, and in an annex every table that no
 * clause shows, so that nothing which is declared stays unsaid.
 */
export function noticeParts(notice: Notice, language: string, links: Links): NoticeParts {
  const words = new Words(notice, language);
  const prose = new Prose(words, links, ANCHORED);
  const shown = new Set<string>();
  const table = (name: string): readonly Part[] => {
    const parts = TABLES[name as Placeholder](words, links);
    // Anchors may stand once on a page; a table that is shown again has none.
    const isFirst = !shown.has(name);
    shown.add(name);
    return isFirst ? parts : parts.map(withoutAnchors);
  };
  const clauses = [...notice.clauses.values()];
  const sections = sectionsUnder(null, clauses, words, (body) =>
    prose.parts(parseMarkdown(body), table),
  );
  const left = PLACEHOLDERS.filter((name) => !shown.has(name)).flatMap(table);
  return {
    language: words.language,
    title: words.text(notice.title),
    version: words.say("head.version", { version: notice.version, date: words.date(notice.date) }),
    terms: termsRuns(words, prose),
    versions: { href: links.versions, text: words.say("head.versions") },
    sections,
    annex: left.length === 0 ? null : { about: words.say("part.annex.about"), parts: left },
  };
}

function sectionsUnder(
  parent: string | null,
  clauses: readonly Clause[],
  words: Words,
  partsOf: (body: string) => readonly Part[],
): readonly Section[] {
  return clauses
    .filter((clause) => clause.parent === parent)
    .map((clause) => ({
      id: clause.id,
      number: clause.number,
      title: words.text(clause.title),
      short: clause.short === null ? null : words.text(clause.short),
      parts: partsOf(words.text(clause.body)),
      sections: sectionsUnder(clause.id, clauses, words, partsOf),
    }));
}

function withoutAnchors(part: Part): Part {
  if (part.is !== "table") return part;
  return { ...part, rows: part.rows.map((row) => ({ ...row, anchor: null })) };
}

function termsRuns(words: Words, prose: Prose): readonly Run[] | null {
  const { terms } = words.notice;
  if (terms === null) return null;
  return piecesOf(words.language, "head.terms").map((piece): Run => {
    if (typeof piece === "string") return text(piece);
    if (piece.hole === "version") return text(terms.version);
    if (piece.hole === "date") return text(words.date(terms.date));
    return link(terms.url, words.say("head.terms.link"), prose.leaves(terms.url));
  });
}
