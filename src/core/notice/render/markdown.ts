import type { Notice } from "../notice.ts";
import { say } from "./messages.ts";
import { noticeParts } from "./notice-parts.ts";
import { type Cell, LINKS, type Links, type Part, type Run, type Section } from "./parts.ts";

/**
 * The notice as Markdown with tables (GitHub's dialect), for repositories and review. Anchors are
 * written as `<a id>`.
 */
export function renderMarkdown(notice: Notice, language: string, links: Links = LINKS): string {
  const parts = noticeParts(notice, language, links);
  const spoken = parts.language;
  const blocks = [
    `# ${escaped(parts.title)}`,
    `${escaped(parts.version)} · [${escaped(parts.versions.text)}](${parts.versions.href})`,
    ...(parts.terms === null ? [] : [runs(parts.terms)]),
  ];
  const short = parts.sections.flatMap(shortLines);
  if (short.length > 0) blocks.push(`## ${say(spoken, "part.short")}`, short.join("\n"));
  blocks.push(...parts.sections.flatMap((section) => clause(section, 2)));
  if (parts.annex !== null) {
    blocks.push(
      `<a id="part:annex"></a>\n\n## ${say(spoken, "part.annex")}`,
      escaped(parts.annex.about),
      ...parts.annex.parts.map(block),
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

function shortLines({ id, title, short, sections }: Section): readonly string[] {
  const own = short === null ? [] : [`- [${escaped(title)}](#${id}): ${escaped(short)}`];
  return [...own, ...sections.flatMap(shortLines)];
}

function clause(section: Section, level: number): readonly string[] {
  const { id, number, title, short, parts, sections } = section;
  const heading = `<a id="${id}"></a>\n\n${"#".repeat(level)} ${number} ${escaped(title)}`;
  return [
    heading,
    ...(short === null ? [] : [`**${escaped(short)}**`]),
    ...parts.map(block),
    ...sections.flatMap((each) => clause(each, Math.min(level + 1, 4))),
  ];
}

function block(part: Part): string {
  switch (part.is) {
    case "paragraph":
      return runs(part.runs);
    case "list":
      return part.items
        .map((item, index) => `${part.ordered ? `${index + 1}.` : "-"} ${runs(item)}`)
        .join("\n");
    case "table": {
      const head = `| ${part.head.map(escaped).join(" | ")} |`;
      const rule = `|${part.head.map(() => " --- |").join("")}`;
      const rows = part.rows.map(
        ({ anchor, cells }) => `| ${anchored(anchor)}${cells.map(cellText).join(" | ")} |`,
      );
      return [`**${escaped(part.caption)}**`, "", head, rule, ...rows].join("\n");
    }
  }
}

function anchored(anchor: string | null): string {
  return anchor === null ? "" : `<a id="${anchor}"></a>`;
}

function cellText(cell: Cell): string {
  return cell.map(runs).join("<br>");
}

function runs(given: readonly Run[]): string {
  return given
    .map((run) => {
      if (run.is === "text") return escaped(run.text);
      const inner = runs(run.runs);
      if (run.is === "link") {
        return `[${inner}](${run.href.replace(/[()]/g, encodeParenthesis)})`;
      }
      return run.is === "strong" ? `**${inner}**` : `*${inner}*`;
    })
    .join("");
}

function encodeParenthesis(char: string): string {
  return char === "(" ? "%28" : "%29";
}

/**
 * Takes the meaning from what Markdown or HTML would read as markup; a line end would end a table's
 * row.
 */
function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => ENTITIES[char] ?? char)
    .replace(/[\\`*_[\]|#~]/g, "\\$&")
    .replace(/\s*\n\s*/g, " ");
}

const ENTITIES: { readonly [char: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
