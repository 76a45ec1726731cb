import { type Html, html, render } from "#kit/html";
import type { Notice } from "../notice.ts";
import { directionOf } from "./direction.ts";
import { htmlParts, htmlRuns } from "./html-parts.ts";
import { say } from "./messages.ts";
import { noticeParts } from "./notice-parts.ts";
import { LINKS, type Links, type NoticeParts, type Section } from "./parts.ts";

/**
 * The notice as an `article`, to stand in a page: short answers, contents, clauses under their
 * lasting anchors, and the facts that no clause shows. No script, no style, no `style` attribute. A
 * language that the notice lacks falls back to its first.
 */
export function renderHtml(notice: Notice, language: string, links: Links = LINKS): Html {
  const parts = noticeParts(notice, language, links);
  const spoken = parts.language;
  return html`<article class="notice" lang="${spoken}" dir="${directionOf(spoken)}">
<header class="notice-head">
<h1>${parts.title}</h1>
<p class="notice-version">${parts.version} · <a class="no-print" href="${parts.versions.href}">${parts.versions.text}</a></p>
${parts.terms !== null && html`<p class="notice-terms">${htmlRuns(parts.terms, spoken)}</p>\n`}</header>
<div class="notice-layout">
${contents(parts)}<div class="notice-body">
${shortAnswers(parts)}${parts.sections.map((section) => clause(section, 2, spoken))}${annex(parts)}</div>
</div>
</article>
`;
}

/** The same as a page of its own, for files and print. */
export function renderHtmlPage(notice: Notice, language: string, links: Links = LINKS): string {
  const { language: spoken, title } = noticeParts(notice, language, links);
  const page = html`<html lang="${spoken}" dir="${directionOf(spoken)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
${renderHtml(notice, language, links)}</main>
</body>
</html>
`;
  return `<!doctype html>\n${render(page)}`;
}

/**
 * The first layer: one sentence for each clause, folded by chapter, so that the whole fits on a
 * screen.
 */
function shortAnswers({ sections, language }: NoticeParts): Html | null {
  const chapters = sections.map(shortChapter);
  if (chapters.every((chapter) => chapter === null)) return null;
  return html`<section class="notice-short no-print" aria-labelledby="part:short">
<h2 id="part:short">${say(language, "part.short")}</h2>
${chapters}</section>
`;
}

function shortChapter(section: Section): Html | null {
  const { id, title, short, sections } = section;
  const answers = sections.flatMap(shortOf);
  const own = short !== null && html`<p><a href="#${id}">${title}</a>: ${short}</p>\n`;
  if (answers.length === 0) return own === false ? null : own;
  return html`<details>
<summary>${title}</summary>
${own}<ul>
${answers}</ul>
</details>
`;
}

function shortOf({ id, title, short, sections }: Section): readonly Html[] {
  const own = short === null ? [] : [html`<li><a href="#${id}">${title}</a>: ${short}</li>\n`];
  return [...own, ...sections.flatMap(shortOf)];
}

function contents({ sections, annex: last, language }: NoticeParts): Html {
  const annexLine =
    last !== null && html`<li><a href="#part:annex">${say(language, "part.annex")}</a></li>\n`;
  return html`<nav class="toc no-print" aria-labelledby="part:contents">
<h2 id="part:contents">${say(language, "part.contents")}</h2>
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
  const { id, number, title, short, parts, sections } = section;
  const label = say(language, "clause.anchor", { number });
  const heading = html`<span class="clause-number">${number}</span> ${title} <a class="clause-anchor no-print" href="#${id}" aria-label="${label}">#</a>`;
  const below = level === 4 ? 4 : ((level + 1) as Level);
  return html`<section class="clause" id="${id}" aria-labelledby="title:${id}">
${headingOf(level, `title:${id}`, heading)}
${short !== null && html`<p class="clause-short">${short}</p>\n`}${htmlParts(parts, language)}${sections.map((each) => clause(each, below, language))}</section>
`;
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
<h2 id="part:annex">${say(language, "part.annex")}</h2>
<p>${last.about}</p>
${htmlParts(last.parts, language)}</section>
`;
}
