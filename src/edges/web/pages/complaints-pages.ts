import type { Notice } from "#core/notice/notice";
import type { Routes } from "#edges/http/server";
import { regimeIn } from "#edges/web/authority";
import { article } from "#edges/web/layout";
import { outLink } from "#edges/web/out-link";
import { type Html, html } from "#kit/html";
import { type TextKey, t } from "#platform/text/text";
import { authorityPart, countryOf } from "./authority-part.ts";
import { contact } from "./contact-part.ts";
import { type Pages, readerOf, show } from "./page-context.ts";
import { askForm } from "./rights-pages.ts";

/**
 * Where to complain: to the house by the form or by mail, then the steps that the notice declares,
 * what the law of the person's country says of them, and its authority.
 */
export function complaintsPages(pages: Pages, newKey: () => string): Routes {
  return (server) => {
    server.get("/complaints", async (request, reply) => {
      const { language, notice } = await readerOf(pages, request, reply);
      const title = t(language, "web.complaints.title");
      const country = countryOf(pages, request);
      const about =
        notice === null
          ? html``
          : html`${contact(notice, language)}${ladder(notice, language)}${laws(notice, language, country)}${authorityPart(notice, language, country, "/complaints")}`;
      const body = article(
        title,
        t(language, "web.complaints.lead"),
        about,
        html`<h2 id="form">${t(language, "web.complaints.button")}</h2>`,
        askForm(language, newKey(), "complaint"),
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
  };
}

function ladder(notice: Notice, language: string): Html {
  const { complaints } = notice.rights;
  if (complaints.length === 0) return html``;
  const steps = complaints.map(({ step, name, url, free }) => {
    const said = name[language] ?? name[notice.defaultLanguage] ?? step;
    const text = url === null ? html`${said}` : outLink(url, said, notice.sites, language);
    return html`<li>${text}${free === true && ` (${t(language, "web.complaints.free")})`}</li>`;
  });
  return html`<h2>${t(language, "web.complaints.ladder")}</h2><ol>${steps}</ol>`;
}

const LAWS = ["uk", "eu", "ch", "us-ca"] as const;

/** What the law of the person's country says; of all the notice's laws where it is not known. */
function laws(notice: Notice, language: string, country: string | null): Html {
  const own = regimeIn(notice, country);
  const named = LAWS.filter((law) => notice.regimes.includes(law));
  const shown = own === null ? named : named.filter((law) => law === own);
  if (shown.length === 0) return html``;
  const items = shown.map(
    (law) => html`<li>${t(language, `web.complaints.law.${law}` as TextKey)}</li>`,
  );
  return html`<h2>${t(language, "web.complaints.law")}</h2><ul>${items}</ul>`;
}
