import { Type } from "typebox";
import type { Routes } from "#edges/http/server";
import { article, note } from "#edges/web/layout";
import type { FormPort, UnsubscribePort, Withdrawn } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import { type Pages, readerOf, show } from "./page-context.ts";

/** Tokens are opaque to the pages; the bound keeps nonsense away from the cipher. */
export const TokenParams = Type.Object({
  token: Type.String({ minLength: 16, maxLength: 512, pattern: "^[A-Za-z0-9._~-]+$" }),
});

const StopBody = Type.Object(
  {
    "List-Unsubscribe": Type.Optional(Type.Literal("One-Click")),
    scope: Type.Optional(Type.Union([Type.Literal("this"), Type.Literal("all")])),
  },
  { additionalProperties: false },
);

/**
 * Pages behind a link of a mail. GET and HEAD change nothing, for link scanners fetch every link; a
 * person presses a button, and a mail program posts `List-Unsubscribe=One-Click` (RFC 8058),
 * without cookie, login or redirect.
 */
export function tokenPages(pages: Pages, forms: FormPort, unsubscribe: UnsubscribePort): Routes {
  return (server) => {
    const params = { schema: { params: TokenParams } };
    server.get("/confirm/:token", params, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      if (!(await forms.looksGood(request.params.token)))
        return staleLink(pages, request, reply, language);
      const title = t(language, "web.confirm.title");
      const body = article(
        title,
        t(language, "web.confirm.lead"),
        button(t(language, "web.confirm.button")),
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    server.post("/confirm/:token", params, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const confirmed = await forms.confirm(request.params.token);
      if (confirmed === null) return staleLink(pages, request, reply, language);
      const title = t(language, "web.confirm.done.title");
      const next = html`<p><a class="button quiet" href="/preferences/${confirmed.preferences}">${t(
        language,
        "web.confirm.preferences",
      )}</a></p>`;
      const body = article(title, t(language, "web.confirm.done.lead"), next);
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    unsubscribeRoutes(server, pages, unsubscribe);
    libraryRoutes(server, pages, forms);
  };
}

/**
 * The link is the access to the document, so a visit shows it; whether the address is the reader's,
 * and with it what they agreed to, is said by pressing the button.
 */
function libraryRoutes(server: Parameters<Routes>[0], pages: Pages, forms: FormPort): void {
  const params = { schema: { params: TokenParams } };
  server.get("/library/read/:token", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const asset = await forms.asset(request.params.token);
    if (asset === null) return staleLink(pages, request, reply, language);
    const { title, html: text, proven } = asset;
    const body = proven ? text : html`${text}${askProof(language)}`;
    return show(pages, request, reply, language, { title, body, banner: true });
  });
  server.post("/library/read/:token", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const asset = await forms.confirmAsset(request.params.token);
    if (asset === null) return staleLink(pages, request, reply, language);
    const told = note("good", html`<p>${t(language, "web.confirm.done.title")}</p>`);
    const body = html`${told}${asset.html}`;
    return show(pages, request, reply, language, { title: asset.title, body, banner: true });
  });
}

function askProof(language: string): Html {
  return html`<section aria-labelledby="proof"><h2 id="proof">${t(language, "web.confirm.title")}</h2>
<p>${t(language, "web.confirm.lead")}</p>${button(t(language, "web.confirm.button"))}</section>`;
}

function unsubscribeRoutes(
  server: Parameters<Routes>[0],
  pages: Pages,
  unsubscribe: UnsubscribePort,
): void {
  server.get("/u/:token", { schema: { params: TokenParams } }, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    if (!(await unsubscribe.looksGood(request.params.token)))
      return staleLink(pages, request, reply, language);
    const title = t(language, "web.u.title");
    const form = html`<form method="post" class="actions">
<button name="scope" value="this">${t(language, "web.u.button")}</button>
<button class="quiet" name="scope" value="all">${t(language, "web.u.all")}</button></form>`;
    const body = article(title, t(language, "web.u.lead"), form);
    return show(pages, request, reply, language, { title, body, banner: false });
  });
  const schema = { params: TokenParams, body: StopBody };
  // Mail programs send it (RFC 8058), and say nothing of a site: the token is the authority.
  const config = { sender: "anyone" as const };
  server.post("/u/:token", { schema, config }, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const stopped = await unsubscribe.stop(request.params.token, request.body.scope ?? "this");
    if (stopped === null) return staleLink(pages, request, reply, language);
    const status = stopped.inFlight === 0 ? 200 : 202;
    const title = t(language, "web.u.done.title");
    const body = withdrawnBody(title, stopped, language);
    return show(pages, request, reply, language, { title, body, banner: false, status });
  });
}

/** An acknowledgement, or what is honest where a mail was just being handed over. */
function withdrawnBody(title: string, stopped: Withdrawn, language: string): Html {
  const lead =
    stopped.inFlight === 0
      ? t(language, "web.u.done.lead")
      : t(language, "web.u.inflight.lead", { count: stopped.inFlight });
  return article(title, lead, receiptLinks(stopped.receipts, language));
}

export function receiptLinks(receipts: readonly string[], language: string): Html {
  if (receipts.length === 0) return html``;
  return html`<ul>${receipts.map(
    (id) => html`<li><a href="/receipts/${id}">${t(language, "web.u.receipt")}</a></li>`,
  )}</ul>`;
}

export function button(text: string): Html {
  return html`<form method="post"><button>${text}</button></form>`;
}

export function staleLink(
  pages: Pages,
  request: Parameters<typeof show>[1],
  reply: Parameters<typeof show>[2],
  language: string,
) {
  const title = t(language, "web.token.title");
  const body = html`<h1>${title}</h1>${note("bad", html`<p>${t(language, "web.token.lead")}</p>`)}
<p><a href="/preferences">${t(language, "web.nav.preferences")}</a> · <a href="/rights">${t(
    language,
    "web.nav.rights",
  )}</a></p>`;
  return show(pages, request, reply, language, { title, body, banner: false, status: 410 });
}
