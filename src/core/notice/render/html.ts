import { type Html, html, render } from "#kit/html";
import type { Notice } from "../notice.ts";
import { directionOf } from "./direction.ts";
import { htmlHead, htmlParts, htmlRuns, type Place } from "./html-parts.ts";
import { type NoticeKey, say, writtenIn } from "./messages.ts";
import { noticeParts } from "./notice-parts.ts";
import { type NoticeParts, type Part, plainText, type Section } from "./parts.ts";
import { type Setting, settingOf } from "./setting.ts";

/**
 * The notice as an `article`, to stand in a page: the questions that readers bring with their
 * answers, contents, clauses under their lasting anchors, and the facts that no clause shows. What
 * a clause says at length is folded below its short answer; it unfolds on a click, when an anchor
 * leads to it, and in print. No script, no style, no `style` attribute. A language that the notice
 * lacks falls back to its first.
 */
export function renderHtml(notice: Notice, language: string, given: Partial<Setting> = {}): Html {
  const parts = noticeParts(notice, language, settingOf(given));
  const spoken = parts.language;
  const line = (runs: NoticeParts["version"]) => htmlRuns(runs, spoken);
  return html`<article class="notice" lang="${spoken}" dir="${directionOf(spoken)}">
<header class="notice-head">
<h1>${parts.title}</h1>
<p class="notice-version">${line(parts.version)} <span class="no-print">· ${line(parts.versions)}</span></p>
${parts.changed !== null && html`<p class="notice-changed">${line(parts.changed)}</p>\n`}${parts.terms !== null && html`<p class="notice-terms">${line(parts.terms)}</p>\n`}</header>
${glance(parts)}<div class="notice-layout">
${contents(parts)}<div class="notice-body">
${unfold(spoken)}${parts.sections.map((section) => clause(section, 2, spoken))}${annex(parts)}</div>
</div>
</article>
`;
}

/** The same as a page of its own, for files and print. */
export function renderHtmlPage(
  notice: Notice,
  language: string,
  given: Partial<Setting> = {},
  sheet = "",
): string {
  const { language: spoken, title } = noticeParts(notice, language, settingOf(given));
  const page = html`<html lang="${spoken}" dir="${directionOf(spoken)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main class="frame">
${renderHtml(notice, language, given)}</main>
</body>
</html>
`;
  // The sheet is a file of ours; a page that is alone carries it, so that it is readable anywhere.
  const styled =
    sheet === ""
      ? render(page)
      : render(page).replace("</head>", () => `<style>\n${sheet}</style>\n</head>`);
  return `<!doctype html>\n${styled}`;
}

function fixed(language: string, key: NoticeKey): Html {
  const other = writtenIn(language, key);
  const text = say(language, key);
  return htmlHead(other === null ? { text } : { text, language: other });
}

/** The first layer (WP 260, 35): it fits on a screen or two. */
function glance({ answers, language }: NoticeParts): Html {
  const each = answers.map(
    ({ id, question, lines }) => html`<div class="answer" id="${id}">
<dt>${htmlRuns(question, language)}</dt>
${lines.map((line) => html`<dd>${htmlRuns(line, language)}</dd>\n`)}</div>
`,
  );
  return html`<section class="glance" aria-labelledby="part:glance">
<h2 id="part:glance">${fixed(language, "part.glance")}</h2>
<dl>
${each}</dl>
</section>
`;
}

/** A box that the sheet reads; where a browser does not know how, the sheet hides it. */
function unfold(language: string): Html {
  return html`<p class="unfold no-print"><label><input type="checkbox" class="unfold-all" autocomplete="off"> ${fixed(language, "fold.all")}</label></p>
`;
}

/** Wide screens show it whole beside the text, narrow ones its chapters. */
function contents({ sections, annex: last, language }: NoticeParts): Html {
  const annexLine =
    last !== null && html`<li><a href="#part:annex">${fixed(language, "part.annex")}</a></li>\n`;
  return html`<nav class="toc no-print" aria-labelledby="part:contents">
<h2 id="part:contents">${fixed(language, "part.contents")}</h2>
<ol>
${sections.map(contentsLine)}${annexLine}</ol>
</nav>
`;
}

function contentsLine({ id, number, title, sections }: Section): Html {
  const inner = sections.length > 0 && html`\n<ol>\n${sections.map(contentsLine)}</ol>\n`;
  return html`<li><a href="#${id}"><span class="clause-number">${number}</span> ${title}</a>${inner}</li>\n`;
}

type Level = 2 | 3 | 4;

function clause(section: Section, level: Level, language: string): Html {
  const { id, number, title, short, sections } = section;
  const label = say(language, "clause.anchor", { number });
  const heading = html`<span class="clause-number">${number}</span> ${title} <a class="clause-anchor no-print" href="#${id}" aria-label="${label}">#</a>`;
  const below = level === 4 ? 4 : ((level + 1) as Level);
  return html`<section class="clause" id="${id}" aria-labelledby="title:${id}">
${headingOf(level, `title:${id}`, heading)}
${short !== null && html`<p class="clause-short">${short}</p>\n`}${clauseBody(section, language)}${sections.map((each) => clause(each, below, language))}</section>
`;
}

/** Characters of prose that are read faster than unfolded. */
const PROSE_OPEN_MAX = 140;

function clauseBody({ title, short, parts }: Section, language: string): Html {
  const isBrief = parts.every(isParagraph) && lengthOf(parts) <= PROSE_OPEN_MAX;
  const place: Place = { language, folds: short === null || isBrief };
  if (place.folds) return html`${htmlParts(parts, place)}`;
  return html`<details class="fold fold-clause">
<summary>${fixed(language, "fold.more")}<span class="visually-hidden">: ${title}</span></summary>
${htmlParts(parts, place)}</details>
`;
}

function isParagraph(part: Part): boolean {
  return part.is === "paragraph";
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.is === "paragraph" ? plainText(part.runs).length : 0),
    0,
  );
}

/** An element's name cannot be a hole of a template. */
function headingOf(level: Level, id: string, inner: Html): Html {
  if (level === 2) return html`<h2 id="${id}">${inner}</h2>`;
  if (level === 3) return html`<h3 id="${id}">${inner}</h3>`;
  return html`<h4 id="${id}">${inner}</h4>`;
}

function annex({ annex: last, language }: NoticeParts): Html | null {
  if (last === null) return null;
  return html`<section class="notice-annex" aria-labelledby="part:annex">
<h2 id="part:annex">${fixed(language, "part.annex")}</h2>
<p>${htmlRuns(last.about, language)}</p>
${htmlParts(last.parts, { language, folds: true })}</section>
`;
}
