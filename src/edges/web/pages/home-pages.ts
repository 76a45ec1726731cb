import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Notice } from "#core/notice/notice";
import type { Routes } from "#edges/http/server";
import { article } from "#edges/web/layout";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import {
  EMPTY_FORM,
  type FormDeps,
  type FormView,
  formBody,
  type ShowForm,
} from "./form-routes.ts";
import { readerOf, show } from "./page-context.ts";

/**
 * The first page of an installation of one's own, beside a site that is elsewhere: what people can
 * read, choose and ask for here, and each declared form on a page of its own.
 */
export function homePages(deps: FormDeps): Routes {
  return (server) => {
    server.get("/", async (request, reply) => {
      const { notice, language } = await readerOf(deps.pages, request, reply);
      const title = t(language, "web.home.title", { name: deps.pages.site.name });
      const lead = t(language, notice === null ? "web.home.no_notice" : "web.home.lead");
      const body = article(title, lead, places(language), formList(notice, language));
      return show(deps.pages, request, reply, language, { title, body, banner: true });
    });
    const params = Type.Object({ form: Type.String({ pattern: "^[a-z0-9-]{1,64}$" }) });
    server.get("/forms/:form", { schema: { params, hide: true } }, async (request, reply) => {
      const { notice } = await readerOf(deps.pages, request, reply);
      const { form } = request.params;
      if (notice === null || deps.forms.form(notice, form) === null) return reply.callNotFound();
      return showOn(deps, { ...EMPTY_FORM, form }, request, reply);
    });
  };
}

/** Forms stand on a page of their own each. */
export function formOnOwnPage(deps: FormDeps): ShowForm {
  return (view, request, reply) => showOn(deps, view, request, reply);
}

async function showOn(
  deps: FormDeps,
  view: FormView,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { notice, language } = await readerOf(deps.pages, request, reply);
  const form = notice === null ? null : deps.forms.form(notice, view.form);
  const title = form?.name[language] ?? view.form;
  const { told, filled } = await formBody(deps, notice, view, { language, ip: request.ip }, null);
  const body = html`${told}${article(title, "", filled)}`;
  const { statusCode: status } = reply;
  return show(deps.pages, request, reply, language, { title, body, banner: true, status });
}

const PLACES = [
  ["/privacy", "web.nav.privacy", "web.home.about.privacy"],
  ["/cookies", "web.nav.cookies", "web.home.about.cookies"],
  ["/preferences", "web.nav.preferences", "web.home.about.preferences"],
  ["/rights", "web.nav.rights", "web.home.about.rights"],
  ["/complaints", "web.nav.complaints", "web.home.about.complaints"],
  ["/transparency", "web.nav.transparency", "web.home.about.transparency"],
] as const;

function places(language: string): Html {
  return html`<ul class="cards">${PLACES.map(
    ([href, name, about]) =>
      html`<li class="card"><h2><a href="${href}">${t(language, name)}</a></h2><p>${t(language, about)}</p></li>`,
  )}</ul>`;
}

function formList(notice: Notice | null, language: string): Html {
  const forms = [...(notice?.forms.values() ?? [])];
  if (forms.length === 0) return html``;
  return html`<section aria-labelledby="forms"><h2 id="forms">${t(language, "web.home.forms")}</h2><ul>${forms.map(
    (form) => html`<li><a href="/forms/${form.id}">${form.name[language] ?? form.id}</a></li>`,
  )}</ul></section>`;
}
