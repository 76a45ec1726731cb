import type { FastifyRequest } from "fastify";
import type { Problem } from "#edges/http/problem";
import { html } from "#kit/html";
import { refusalText } from "#platform/text/refusals";
import { t } from "#platform/text/text";
import { article, layout, type Site } from "./layout.ts";
import { languageOf } from "./reader.ts";

/**
 * Refusals whose detail is a sentence in the reader's language; any other detail is for programs.
 */
const TELLS_WHY: ReadonlySet<string> = new Set(["form.denied"]);

/** An error in the house's look and the reader's language: what happened, and where to go. */
export function problemPage(site: Site, answer: Problem, request: FastifyRequest): string {
  const language = languageOf(request, site.languages, site.languages[0] ?? "en");
  const title = t(language, "web.error.title");
  const why = TELLS_WHY.has(answer.code) ? answer.detail : undefined;
  const body = article(
    title,
    refusalText(language, answer.code, answer.title),
    html`${why !== undefined && html`<p>${why}</p>`}<p><a href="/">${t(language, "web.error.home")}</a></p>`,
  );
  return layout(site, { language, path: "/", title, body, banner: false });
}
