import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Notice } from "#core/notice/notice";
import type { Routes } from "#edges/http/server";
import { sendMarked } from "#edges/web/kept-pages";
import { article, note } from "#edges/web/layout";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import { authorityPart, countryOf } from "./authority-part.ts";
import { type ChoiceForms, choiceForm } from "./choice-form.ts";
import { type Pages, readerOf, show, showKept } from "./page-context.ts";

const VersionParams = Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const LanguageParams = Type.Object({
  language: Type.String({ pattern: "^[a-z]{2}(-[A-Za-z0-9]{2,8})?$" }),
});

/**
 * The notice for people and for machines, its versions and what each changed, and the list of what
 * is stored on a device.
 */
export function noticePages(pages: Pages, forms: ChoiceForms): Routes {
  return (server) => {
    server.get("/privacy", async (request, reply) => {
      const { notice, language } = await readerOf(pages, request, reply);
      if (notice === null) return reply.callNotFound();
      return showNotice(pages, request, reply, notice, language);
    });
    server.get(
      "/privacy/:language",
      { schema: { params: LanguageParams } },
      async (request, reply) => {
        const { language } = request.params;
        const notice = await pages.notices.inForce();
        if (notice === null || !notice.languages.includes(language)) return reply.callNotFound();
        return showNotice(pages, request, reply, notice, language);
      },
    );
    versionRoutes(server, pages);
    server.get("/cookies", async (request, reply) => {
      const { notice, language } = await readerOf(pages, request, reply);
      if (notice === null) return reply.callNotFound();
      const title = t(language, "web.cookies.title");
      const body = article(
        title,
        t(language, "web.cookies.lead"),
        pages.notices.cookies(notice, language),
        html`<h2 id="choice">${t(language, "web.cookies.choice")}</h2>`,
        await choiceForm(forms, notice, language, request),
      );
      return show(pages, request, reply, language, { title, body, banner: true });
    });
    machineRoutes(server, pages);
  };
}

/** The notice in force, and below it the authority of the reader's country. */
function showNotice(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  notice: Notice,
  language: string,
): Promise<FastifyReply> {
  const country = countryOf(pages, request);
  // Countries without an authority that can be named share a page, unless somebody asked for one.
  const key = `${notice.version} ${notice.life.until} ${country ?? ""}`;
  return showKept(pages, request, reply, language, key, async () => ({
    title: titleOf(notice, language),
    head: ALTERNATES,
    body: html`${await pages.notices.page(notice, language)}${authorityPart(notice, language, country, "/privacy")}`,
    banner: true,
  }));
}

const ALTERNATES = html`<link rel="alternate" type="application/json" href="/.well-known/privacy-notice.json">
<link rel="alternate" type="application/ld+json" href="/.well-known/privacy-notice.jsonld">
`;

function machineRoutes(server: Parameters<Routes>[0], pages: Pages): void {
  server.get("/.well-known/privacy-notice.json", async (request, reply) => {
    const notice = await pages.notices.inForce();
    if (notice === null) return reply.callNotFound();
    reply
      .type("application/json; charset=utf-8")
      .header("cache-control", "public, max-age=300")
      .header("access-control-allow-origin", "*");
    return sendMarked(request, reply, pages.notices.json(notice));
  });
  server.get("/.well-known/privacy-notice.jsonld", async (request, reply) => {
    const notice = await pages.notices.inForce();
    if (notice === null) return reply.callNotFound();
    reply
      .type("application/ld+json; charset=utf-8")
      .header("cache-control", "public, max-age=300")
      .header("access-control-allow-origin", "*");
    return sendMarked(request, reply, pages.notices.jsonLd(notice));
  });
}

function versionRoutes(server: Parameters<Routes>[0], pages: Pages): void {
  server.get("/privacy/versions", async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const title = t(language, "web.versions.title");
    const body = await pages.notices.history(language);
    return show(pages, request, reply, language, { title, body, banner: false });
  });
  const schema = { params: VersionParams };
  server.get("/privacy/versions/:version", { schema }, async (request, reply) => {
    const notice = await pages.notices.version(request.params.version);
    if (notice === null) return reply.callNotFound();
    const reader = await readerOf(pages, request, reply);
    const language = languageIn(notice, reader.language);
    const isOld = reader.notice?.version !== notice.version;
    const key = `${notice.version} ${isOld}`;
    return showKept(pages, request, reply, language, key, async () => ({
      title: titleOf(notice, language),
      body: html`${isOld && oldVersionNote(language)}${await pages.notices.page(notice, language)}`,
      banner: false,
    }));
  });
  server.get("/privacy/versions/:version/changes", { schema }, async (request, reply) => {
    const { version } = request.params;
    const notice = await pages.notices.version(version);
    const reader = await readerOf(pages, request, reply);
    const language = notice === null ? reader.language : languageIn(notice, reader.language);
    const body = await pages.notices.changes(version, language);
    if (body === null) return reply.callNotFound();
    return showKept(pages, request, reply, language, "", async () => ({
      title: t(language, "web.versions.changes"),
      body,
      banner: false,
    }));
  });
}

function languageIn({ languages, defaultLanguage }: Notice, asked: string): string {
  return languages.includes(asked) ? asked : defaultLanguage;
}

function oldVersionNote(language: string): Html {
  const [before = "", after = ""] = t(language, "web.versions.old").split("{link}");
  const link = html`<a href="/privacy">${t(language, "web.versions.link")}</a>`;
  return note("plain", html`<p>${before}${link}${after}</p>`);
}

function titleOf(notice: Notice, language: string): string {
  return notice.title[language] ?? notice.title[notice.defaultLanguage] ?? notice.id;
}
