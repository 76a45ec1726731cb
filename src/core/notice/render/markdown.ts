import type { Notice } from "../notice.ts";
import { say } from "./messages.ts";
import { noticeParts } from "./notice-parts.ts";
import type { Answer, Cell, Line, Part, Section } from "./parts.ts";
import { type Setting, settingOf } from "./setting.ts";

/**
 * The notice as Markdown with tables (GitHub's dialect), for repositories and review. Anchors are
 * written as `<a id>`.
 */
export function renderMarkdown(
  notice: Notice,
  language: string,
  given: Partial<Setting> = {},
): string {
  const parts = noticeParts(notice, language, settingOf(given));
  const spoken = parts.language;
  const blocks = [
    `# ${escaped(parts.title)}`,
    `${runs(parts.version)} · ${runs(parts.versions)}`,
    ...(parts.changed === null ? [] : [runs(parts.changed)]),
    ...(parts.terms === null ? [] : [runs(parts.terms)]),
    `<a id="part:glance"></a>\n\n## ${escaped(say(spoken, "part.glance"))}`,
    parts.answers.map(answer).join("\n"),
    `## ${escaped(say(spoken, "part.contents"))}`,
    parts.sections.flatMap((section) => contentsLines(section, 0)).join("\n"),
  ];
  blocks.push(...parts.sections.flatMap((section) => clause(section, 2)));
  if (parts.annex !== null) {
    blocks.push(
      `<a id="part:annex"></a>\n\n## ${escaped(say(spoken, "part.annex"))}`,
      runs(parts.annex.about),
      ...parts.annex.parts.map(block),
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

function answer({ question, lines }: Answer): string {
  return `- **${runs(question)}** ${lines.map(runs).join("<br>")}`;
}

function contentsLines({ id, number, title, sections }: Section, depth: number): readonly string[] {
  const own = `${"   ".repeat(depth)}- ${number} [${escaped(title)}](#${id})`;
  return [own, ...sections.flatMap((each) => contentsLines(each, depth + 1))];
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
      const head = `| ${part.head.map((each) => escaped(each.text)).join(" | ")} |`;
      const rule = `|${part.head.map(() => " --- |").join("")}`;
      const rows = part.rows.flatMap(({ anchor, group, cells }, index) => {
        const row = `| ${anchored(anchor)}${cells.map(cellText).join(" | ")} |`;
        const isNew = group !== null && group !== part.rows[index - 1]?.group;
        return isNew ? [groupRow(group, cells.length), row] : [row];
      });
      return [
        `${anchored(part.anchor)}**${escaped(part.caption.text)}**`,
        "",
        head,
        rule,
        ...rows,
      ].join("\n");
    }
  }
}

/** Markdown has no headings inside of tables. */
function groupRow(group: string, columns: number): string {
  return `| **${escaped(group)}** |${" |".repeat(columns - 1)}`;
}

function anchored(anchor: string | null): string {
  return anchor === null ? "" : `<a id="${anchor}"></a>`;
}

function cellText(cell: Cell): string {
  return cell.map(runs).join("<br>");
}

function runs(given: Line): string {
  return given
    .map((run) => {
      if ("text" in run) return escaped(run.text);
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
