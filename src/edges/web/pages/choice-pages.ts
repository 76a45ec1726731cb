import { Type } from "typebox";
import type { Routes } from "#edges/http/server";
import { article } from "#edges/web/layout";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import type { ChoiceForms } from "./choice-form.ts";
import { type Pages, readerOf, show } from "./page-context.ts";

const Query = Type.Object({
  receipt: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9_-]{8,200}$" })),
  lang: Type.Optional(Type.String({ maxLength: 35 })),
});

/** Where the plain form of the choice ends: what was chosen, the way on, and the receipt. */
export function choicePages(pages: Pages, forms: ChoiceForms): Routes {
  return (server) => {
    const schema = { querystring: Query, hide: true };
    server.get("/cookies/saved", { schema }, async (request, reply) => {
      const { notice, language } = await readerOf(pages, request, reply);
      if (notice === null) return reply.callNotFound();
      const say = (key: Parameters<typeof t>[1]) => t(language, key);
      const purposes = await forms.purposes(notice, language, request);
      const named = (granted: boolean) =>
        purposes.filter((purpose) => purpose.granted === granted).map(({ name }) => name);
      const { receipt } = request.query;
      const title = say("web.choice.saved.title");
      const body = article(
        title,
        say("web.choice.saved.lead"),
        html`<h2>${say("web.choice.saved.granted")}</h2>${list(named(true), language)}
<h2>${say("web.choice.saved.refused")}</h2>${list(named(false), language)}
<p class="actions"><a class="button" href="/">${say("web.choice.saved.on")}</a>
<a class="button quiet" href="/cookies#choice">${say("web.choice.saved.change")}</a></p>
${receipt !== undefined && html`<p><a href="/receipts/${receipt}">${say("web.choice.saved.receipt")}</a></p>`}`,
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
  };
}

function list(names: readonly string[], language: string): Html {
  if (names.length === 0) return html`<p>${t(language, "web.choice.saved.none")}</p>`;
  return html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`;
}
