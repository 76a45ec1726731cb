import { attributes, type Html, html } from "#kit/html";
import { say } from "./messages.ts";
import type { Cell, Part, Row, Run } from "./parts.ts";

/** Parts as HTML. Text is escaped by the template; links carry their marks. */
export function htmlParts(parts: readonly Part[], language: string): readonly Html[] {
  return parts.map((part) => htmlPart(part, language));
}

function htmlPart(part: Part, language: string): Html {
  switch (part.is) {
    case "paragraph":
      return html`<p>${htmlRuns(part.runs, language)}</p>\n`;
    case "list": {
      const items = part.items.map((runs) => html`<li>${htmlRuns(runs, language)}</li>\n`);
      return part.ordered ? html`<ol>\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
    }
    case "table":
      return htmlTable(part, language);
  }
}

/** The box scrolls by itself where a screen is narrow, so it can be reached by keyboard. */
function htmlTable(table: Extract<Part, { is: "table" }>, language: string): Html {
  const { name, caption, head, rows } = table;
  return html`<div class="table-scroll" role="region" aria-label="${caption}" tabindex="0">
<table class="notice-table notice-${name}">
<caption>${caption}</caption>
<thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => htmlRow(row, head, language))}</tbody>
</table>
</div>
`;
}

function htmlRow({ anchor, cells }: Row, head: readonly string[], language: string): Html {
  const inner = cells.map((cell, index) => {
    const content = htmlCell(cell, language);
    // Narrow screens may show each cell under the heading of its column.
    return index === 0
      ? html`<th scope="row">${content}</th>`
      : html`<td data-column="${head[index]}">${content}</td>`;
  });
  return html`<tr${attributes({ id: anchor })}>${inner}</tr>\n`;
}

function htmlCell(cell: Cell, language: string): Html | null {
  const [only, ...others] = cell;
  if (only === undefined) return null;
  if (others.length === 0) return html`${htmlRuns(only, language)}`;
  return html`<ul>${cell.map((line) => html`<li>${htmlRuns(line, language)}</li>`)}</ul>`;
}

export function htmlRuns(runs: readonly Run[], language: string): readonly Html[] {
  return runs.map((run) => {
    if (run.is === "text") return html`${run.text}`;
    const inner = htmlRuns(run.runs, language);
    if (run.is !== "link") {
      return run.is === "strong" ? html`<strong>${inner}</strong>` : html`<em>${inner}</em>`;
    }
    if (!run.leaves) return html`<a href="${run.href}">${inner}</a>`;
    const mark = html`<span class="visually-hidden"> (${say(language, "link.leaves")})</span>`;
    return html`<a class="leaves" href="${run.href}" rel="external noopener">${inner}${mark}</a>`;
  });
}
