import { diffNotices } from "../diff.ts";
import { parseMarkdown } from "../markdown.ts";
import type { Clause, Notice } from "../notice.ts";
import { PLACEHOLDERS, type Placeholder } from "../references.ts";
import { changeSentences, changeSummary } from "./change-sentences.ts";
import { glanceOf } from "./glance.ts";
import {
  type Line,
  type Links,
  link,
  type NoticeParts,
  type Part,
  type Section,
  text,
} from "./parts.ts";
import { Prose } from "./prose.ts";
import type { Setting } from "./setting.ts";
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
  "joint-control",
  "decision",
  "framework",
]);

/**
 * The whole notice in one language: answers at a glance, clauses with their tables, and in an annex
 * every table that no clause shows, so that nothing which is declared stays unsaid.
 */
export function noticeParts(
  notice: Notice,
  language: string,
  { links, mechanisms, before }: Setting,
): NoticeParts {
  const words = new Words(notice, language, mechanisms);
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
  const { version, date } = notice;
  return {
    language: words.language,
    title: words.text(notice.title),
    version: words.runs("head.version", { version, date: words.date(date) }),
    terms: notice.terms === null ? null : words.termsWithEarlier(notice.terms),
    versions: [link(links.versions, words.runs("head.versions"))],
    changed: before === null ? null : changedRuns(before, words, links),
    answers: glanceOf(words, links),
    sections,
    annex: left.length === 0 ? null : { about: words.runs("part.annex.about"), parts: left },
  };
}

function changedRuns(before: Notice, words: Words, links: Links): Line {
  const { notice } = words;
  const diff = diffNotices(before, notice);
  const sentences = changeSentences(diff, before, notice, words.language);
  const said =
    sentences.length === 0
      ? words.runs("change.nothing")
      : words.runs("change.head", {
          version: before.version,
          changes: changeSummary(sentences, words),
        });
  const all = link(`${links.versions}/${notice.version}/changes`, words.runs("change.see"));
  return [...said, text(" "), all];
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
  return { ...part, anchor: null, rows: part.rows.map((row) => ({ ...row, anchor: null })) };
}
