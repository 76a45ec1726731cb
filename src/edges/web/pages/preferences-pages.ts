import { Type } from "typebox";
import type { Routes } from "#edges/http/server";
import { article, note } from "#edges/web/layout";
import type { MayLine, PreferenceScope, PreferencesPort } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import { type Pages, readerOf, show } from "./page-context.ts";
import { receiptLinks, staleLink, TokenParams } from "./token-pages.ts";

const AskBody = Type.Object(
  { email: Type.String({ minLength: 3, maxLength: 254 }) },
  { additionalProperties: false },
);

const SaveBody = Type.Object(
  {
    notice_version: Type.Integer({ minimum: 1 }),
    scope: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 })),
    none: Type.Optional(Type.Literal("1")),
  },
  { additionalProperties: false },
);

/** The preference centre: without a password, by a link to the address itself. */
export function preferencesPages(pages: Pages, preferences: PreferencesPort): Routes {
  return (server) => {
    server.get("/preferences", async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const title = t(language, "web.preferences.title");
      const body = article(title, t(language, "web.preferences.lead"), askForm(language));
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    const sending = new Set<Promise<void>>();
    server.addHook("onClose", async () => {
      await Promise.all(sending);
    });
    const config = { rateLimit: { max: 20, timeWindow: 60_000 } };
    server.post("/preferences", { schema: { body: AskBody }, config }, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      // When the answer is out, and not before: its time must not tell who is known.
      reply.raw.once("finish", () => {
        const sent = preferences
          .sendLink(request.body.email, language)
          .catch((err: Error) => request.log.error({ event: "preferences.not_sent", err }))
          .finally(() => sending.delete(sent));
        sending.add(sent);
      });
      const title = t(language, "web.preferences.sent.title");
      const body = article(title, t(language, "web.preferences.sent.lead"));
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    server.get(
      "/preferences/:token",
      { schema: { params: TokenParams } },
      async (request, reply) => {
        const { language } = await readerOf(pages, request, reply);
        return center(pages, preferences, request, reply, request.params.token, language, html``);
      },
    );
    const schema = { params: TokenParams, body: SaveBody };
    server.post("/preferences/:token", { schema }, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const { token } = request.params;
      const { notice_version: version, scope = [], none } = request.body;
      const saved = await preferences.save(token, version, none === "1" ? [] : scope, language);
      if (saved === null) return staleLink(pages, request, reply, language);
      const told = note(
        "good",
        html`<p>${t(language, "web.preferences.saved")}${
          saved.inFlight > 0 && ` ${t(language, "web.u.inflight.lead", { count: saved.inFlight })}`
        }</p>${receiptLinks(saved.receipts, language)}`,
      );
      return center(pages, preferences, request, reply, token, language, told);
    });
  };
}

function askForm(language: string): Html {
  return html`<form method="post" class="stack"><div class="field">
<label for="email">${t(language, "web.email")}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></div>
<button>${t(language, "web.preferences.ask")}</button></form>`;
}

async function center(
  pages: Pages,
  preferences: PreferencesPort,
  request: Parameters<typeof show>[1],
  reply: Parameters<typeof show>[2],
  token: string,
  language: string,
  told: Html,
) {
  const opened = await preferences.open(token);
  if (opened === null) return staleLink(pages, request, reply, language);
  const title = t(language, "web.preferences.title");
  const body = html`<h1>${title}</h1>${told}
<form method="post" class="stack">
<input type="hidden" name="notice_version" value="${opened.noticeVersion}">
${opened.scopes.map((scope) => scopeField(scope, language))}
<p class="actions"><button>${t(language, "web.preferences.save")}</button>
<button class="quiet" name="none" value="1">${t(language, "web.preferences.none")}</button></p>
</form>
<h2>${t(language, "web.preferences.may")}</h2>
${mayList(opened.may)}`;
  return show(pages, request, reply, language, { title, body, banner: false });
}

function scopeField({ id, label, granted, changed }: PreferenceScope, language: string): Html {
  const box = granted
    ? html`<input type="checkbox" name="scope" value="${id}" checked>`
    : html`<input type="checkbox" name="scope" value="${id}">`;
  return html`<label class="check">${box}<span>${label}${
    changed && html` <strong>${t(language, "web.preferences.changed")}</strong>`
  }</span></label>`;
}

/** What may happen and why, one sentence each: the gate's own. */
export function mayList(lines: readonly MayLine[]): Html {
  return html`<ul>${lines.map((line) => html`<li>${line.sentence}</li>`)}</ul>`;
}
