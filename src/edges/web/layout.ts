import { type Attributes, attributes, type Html, html, render } from "#kit/html";
import { dir, languageFor, t } from "#platform/text/text";
import { siteSheet } from "./assets.ts";

export type Link = { readonly href: string; readonly text: string };

/** What every page of one site shares. */
export type Site = {
  readonly name: string;
  readonly languages: readonly string[];
  /**
   * The navigation of the organisation's own site, by language; empty beside a site that is
   * elsewhere.
   */
  readonly nav: (language: string) => readonly Link[];
  /** Says in a line above the page that everything is invented. */
  readonly demo: boolean;
};

export type Page = {
  readonly language: string;
  /** Path of the page, for the language links and the mark of where one is. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
  /**
   * Whether the browser piece asks for choices here. Pages about one's own rights are not a place
   * to be asked.
   */
  readonly banner: boolean;
  /** Markup that belongs into the head, such as links to other forms of the page. */
  readonly head?: Html;
  /** Markup that belongs at the end of the page, such as tags that wait for a choice. */
  readonly tail?: Html;
};

/** The whole page as text. */
export function layout(site: Site, page: Page): string {
  return `<!doctype html>\n${render(frame(site, page))}\n`;
}

function frame(site: Site, page: Page): Html {
  const { language } = page;
  return html`<html lang="${language}" dir="${dir(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${site.name}</title>
<link rel="stylesheet" href="${siteSheet.path}">
<link rel="icon" href="data:,">
${page.head}${page.banner && html`<script src="/sdk.js" defer></script>`}
</head>
<body>
<div${ownWords(language)}>${header(site, page)}</div>
<main id="main" tabindex="-1"><div class="frame">
${page.body}
</div></main>
<div${ownWords(language)}>${footer(site, page)}</div>
${page.tail}
</body>
</html>`;
}

/**
 * Our own words stand in the nearest language that they are written in, which a reader's program
 * must know to read them aloud (WCAG 2.2, 3.1.2).
 */
function ownWords(language: string): Attributes {
  const written = languageFor(language);
  const isOwn = language.toLowerCase().split("-")[0] === written;
  return attributes(isOwn ? {} : { lang: written, dir: dir(written) });
}

function header(site: Site, page: Page): Html {
  const links = site.nav(page.language);
  const navigation = html`<nav aria-label="${t(page.language, "web.nav.main")}"><ul>${links.map(
    (link) => html`<li>${anchor(link, page.path)}</li>`,
  )}</ul></nav>`;
  return html`<header>
<a class="skip" href="#main">${t(page.language, "web.skip")}</a>
${site.demo && html`<p class="demo-mark" role="note">${t(page.language, "web.demo")}</p>`}
<div class="site-header"><div class="frame">
<a class="brand" href="/">${site.name}</a>
${links.length > 0 && navigation}
<nav class="languages" aria-label="${t(page.language, "web.nav.languages")}"><ul>${site.languages.map(
    (language) => html`<li>${languageLink(language, page)}</li>`,
  )}</ul></nav>
</div></div></header>`;
}

function languageLink(language: string, page: Page): Html {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  const href = `${page.path}?lang=${language}`;
  return language === page.language
    ? html`<a href="${href}" lang="${language}" hreflang="${language}" aria-current="true">${name}</a>`
    : html`<a href="${href}" lang="${language}" hreflang="${language}">${name}</a>`;
}

function anchor(link: Link, path: string): Html {
  return link.href === path
    ? html`<a href="${link.href}" aria-current="page">${link.text}</a>`
    : html`<a href="${link.href}">${link.text}</a>`;
}

function footer(site: Site, page: Page): Html {
  const say = (key: Parameters<typeof t>[1]) => t(page.language, key);
  const links: readonly Link[] = [
    { href: "/privacy", text: say("web.nav.privacy") },
    { href: "/cookies", text: say("web.nav.cookies") },
    { href: "/preferences", text: say("web.nav.preferences") },
    { href: "/rights", text: say("web.nav.rights") },
    { href: "/complaints", text: say("web.nav.complaints") },
    { href: "/transparency", text: say("web.nav.transparency") },
  ];
  return html`<footer class="site-footer"><div class="frame">
<nav aria-label="${say("web.nav.about")}"><ul>${links.map(
    (link) => html`<li>${anchor(link, page.path)}</li>`,
  )}${page.banner && html`<li><a href="/cookies#choice" data-fairnotice-open>${say("web.nav.choices")}</a></li>`}</ul></nav>
<p class="hint">${site.name}</p>
</div></footer>`;
}

/** A heading, a first sentence, and the rest. */
export function article(title: string, lead: string, ...rest: readonly Html[]): Html {
  return html`<h1>${title}</h1>${lead !== "" && html`<p class="lead">${lead}</p>`}${rest}`;
}

export function note(kind: "plain" | "good" | "bad", body: Html): Html {
  const name = kind === "plain" ? "note" : `note ${kind}`;
  return kind === "bad"
    ? html`<div class="${name}" role="alert">${body}</div>`
    : html`<div class="${name}" role="status">${body}</div>`;
}
