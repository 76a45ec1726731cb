import { attributes, type Html, html } from "#kit/html";
import { directionOf } from "./direction.ts";
import { say } from "./messages.ts";
import type { Cell, Head, Line, Part, Row, Run, Table } from "./parts.ts";

/** Rows that a page shows without being asked; a longer table is folded. */
const ROWS_OPEN_MAX = 6;

/** Where parts stand: long tables are folded unless what holds them is. */
export type Place = { readonly language: string; readonly folds: boolean };

/** Parts as HTML. Text is escaped by the template; links carry their marks. */
export function htmlParts(parts: readonly Part[], place: Place): readonly Html[] {
  return parts.map((part) => htmlPart(part, place));
}

function htmlPart(part: Part, place: Place): Html {
  const { language } = place;
  switch (part.is) {
    case "paragraph":
      return html`<p>${htmlRuns(part.runs, language)}</p>\n`;
    case "list": {
      const items = part.items.map((runs) => html`<li>${htmlRuns(runs, language)}</li>\n`);
      return part.ordered ? html`<ol>\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
    }
    case "table":
      return htmlTable(part, place);
  }
}

function htmlTable(table: Table, { language, folds }: Place): Html {
  const { caption, rows } = table;
  if (!folds || rows.length <= ROWS_OPEN_MAX) return tableBox(table, language);
  const count = new Intl.NumberFormat(language).format(rows.length);
  return html`<details class="fold fold-table">
<summary><span class="fold-name">${htmlHead(caption)}</span> <span class="fold-count">${count}</span></summary>
${tableBox(table, language)}</details>
`;
}

/** The box scrolls by itself where a table is wider, so it can be reached by keyboard. */
function tableBox({ name, anchor, caption, head, rows }: Table, language: string): Html {
  return html`<div class="table-scroll"${attributes({ id: anchor })} role="region" aria-label="${caption.text}" tabindex="0">
<table class="notice-table notice-${name}">
<caption>${htmlHead(caption)}</caption>
<thead><tr>${head.map((each) => html`<th scope="col">${htmlHead(each)}</th>`)}</tr></thead>
${groupsOf(rows).map(([group, inGroup]) => htmlGroup(group, inGroup, head, language))}</table>
</div>
`;
}

function groupsOf(rows: readonly Row[]): readonly (readonly [string | null, readonly Row[]])[] {
  return [...Map.groupBy(rows, ({ group }) => group)];
}

function htmlGroup(
  group: string | null,
  rows: readonly Row[],
  head: readonly Head[],
  language: string,
): Html {
  const heading =
    group !== null &&
    html`<tr class="group"><th scope="rowgroup" colspan="${head.length}">${group}</th></tr>\n`;
  return html`<tbody>
${heading}${rows.map((row) => htmlRow(row, head, language))}</tbody>
`;
}

function htmlRow({ anchor, cells }: Row, head: readonly Head[], language: string): Html {
  const inner = cells.map((cell, index) => {
    const content = htmlCell(cell, language);
    // Narrow screens show each cell under the heading of its column, and no empty one.
    if (index === 0) return html`<th scope="row">${content}</th>`;
    return content === null
      ? html`<td class="empty"></td>`
      : html`<td data-column="${head[index]?.text}">${content}</td>`;
  });
  return html`<tr${attributes({ id: anchor })}>${inner}</tr>\n`;
}

function htmlCell(cell: Cell, language: string): Html | null {
  const [only, ...others] = cell;
  if (only === undefined) return null;
  if (others.length === 0) return html`${htmlRuns(only, language)}`;
  return html`<ul>${cell.map((line) => html`<li>${htmlRuns(line, language)}</li>`)}</ul>`;
}

export function htmlHead({ text, language }: Head): Html {
  return language === undefined
    ? html`${text}`
    : html`<span lang="${language}" dir="${directionOf(language)}">${text}</span>`;
}

/** A part in another language says which (WCAG 2.2, 3.1.2). */
export function htmlRuns(runs: Line, language: string): readonly Html[] {
  return runs.map((run) => htmlRun(run, language));
}

function htmlRun(run: Run, language: string): Html {
  switch (run.is) {
    case "text":
      return htmlHead(run);
    case "name":
      return isMixed(run.text, language) ? html`<bdi>${run.text}</bdi>` : html`${run.text}`;
    case "strong":
      return html`<strong>${htmlRuns(run.runs, language)}</strong>`;
    case "emphasis":
      return html`<em>${htmlRuns(run.runs, language)}</em>`;
    case "link":
      return htmlLink(run, language);
  }
}

/** Letters of Hebrew, Arabic, Syriac, Thaana and their like. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is written from left to right, or takes its direction from what stands around it. */
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}@]/u;

/** Whether a name must be kept apart, so that what stands around it is not turned about. */
function isMixed(text: string, language: string): boolean {
  return (directionOf(language) === "rtl" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(text);
}

/** Promise P04: what leads away says so to the eye (by the sheet) and to the ear. */
function htmlLink({ href, leaves, runs }: Extract<Run, { is: "link" }>, language: string): Html {
  const inner = htmlRuns(runs, language);
  if (!leaves) return html`<a href="${href}">${inner}</a>`;
  return html`<a class="leaves" href="${href}" rel="external noopener">${inner}${leavesMark(language)}</a>`;
}

/** The words that a link which leaves carries for those who do not see its sign. */
export function leavesMark(language: string): Html {
  const said = htmlHead({ text: ` (${say(language, "link.leaves")})` });
  return html`<span class="visually-hidden">${said}</span>`;
}
