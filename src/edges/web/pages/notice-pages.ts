import { Type } from "typebox";
import type { Notice } from "#core/notice/notice";
import type { Routes } from "#edges/http/server";
import { article, note } from "#edges/web/layout";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import { type ChoiceForms, choiceForm } from "./choice-form.ts";
import { type Pages, readerOf, show } from "./page-context.ts";

const VersionParams = Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const LanguageParams = Type.Object({
  language: Type.String({ pattern: "^[a-z]{2}(-[A-Za-z0-9]{2,8})?$" }),
});

/**
 * The notice for people and for machines, its versions, and the list of what is stored on a device.
 */
export function noticePages(pages: Pages, forms: ChoiceForms): Routes {
  return (server) => {
    server.get("/privacy", async (request, reply) => {
      const { notice, language } = await readerOf(pages, request, reply);
      if (notice === null) return reply.callNotFound();
      const body = await pages.notices.page(notice, language);
      return show(pages, request, reply, language, {
        title: titleOf(notice, language),
        body,
        banner: true,
      });
    });
    server.get(
      "/privacy/:language",
      { schema: { params: LanguageParams } },
      async (request, reply) => {
        const { language } = request.params;
        const notice = await pages.notices.inForce();
        if (notice === null || !notice.languages.includes(language)) return reply.callNotFound();
        const body = await pages.notices.page(notice, language);
        return show(pages, request, reply, language, {
          title: titleOf(notice, language),
          body,
          banner: true,
        });
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
    server.get("/.well-known/privacy-notice.json", async (_request, reply) => {
      const notice = await pages.notices.inForce();
      if (notice === null) return reply.callNotFound();
      return reply
        .header("cache-control", "public, max-age=300")
        .send(pages.notices.machine(notice));
    });
  };
}

function versionRoutes(server: Parameters<Routes>[0], pages: Pages): void {
  server.get("/privacy/versions", async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const versions = await pages.notices.versions();
    const title = t(language, "web.versions.title");
    const list = html`<ul>${versions.map(
      (each) =>
        html`<li><a href="/privacy/versions/${each.version}">${each.version}</a> · ${each.dated}${
          each.inForce && html` · <strong>${t(language, "web.versions.inforce")}</strong>`
        }</li>`,
    )}</ul>`;
    const body = article(title, t(language, "web.versions.lead"), list);
    return show(pages, request, reply, language, { title, body, banner: false });
  });
  server.get(
    "/privacy/versions/:version",
    { schema: { params: VersionParams } },
    async (request, reply) => {
      const notice = await pages.notices.version(request.params.version);
      if (notice === null) return reply.callNotFound();
      const reader = await readerOf(pages, request, reply);
      const language = notice.languages.includes(reader.language)
        ? reader.language
        : notice.defaultLanguage;
      const isOld = reader.notice?.version !== notice.version;
      const body = html`${isOld && oldVersionNote(language)}${await pages.notices.page(notice, language)}`;
      return show(pages, request, reply, language, {
        title: titleOf(notice, language),
        body,
        banner: false,
      });
    },
  );
}

function oldVersionNote(language: string): Html {
  const [before = "", after = ""] = t(language, "web.versions.old").split("{link}");
  const link = html`<a href="/privacy">${t(language, "web.versions.link")}</a>`;
  return note("plain", html`<p>${before}${link}${after}</p>`);
}

function titleOf(notice: Notice, language: string): string {
  return notice.title[language] ?? notice.title[notice.defaultLanguage] ?? notice.id;
}
