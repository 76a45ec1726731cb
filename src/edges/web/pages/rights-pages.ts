import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "#edges/http/server";
import { article } from "#edges/web/layout";
import type { RequestView, RightsPort } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { Refusal } from "#kit/refusal";
import { type TextKey, t } from "#platform/text/text";
import { accessPackagePage } from "./access-package-page.ts";
import { authorityPart, countryOf } from "./authority-part.ts";
import { contact } from "./contact-part.ts";
import { type Pages, readerOf, show } from "./page-context.ts";
import { button, staleLink, TokenParams } from "./token-pages.ts";

/** Kinds that the page offers; the notice's own list narrows them. */
export const KINDS = [
  "access",
  "erasure",
  "objection",
  "restriction",
  "correction",
  "portability",
  "complaint",
] as const;

const MESSAGE_CHARS_MAX = 4_000;

/**
 * Wide, so that what needs another look comes back on the form with all that was written; what is
 * taken is judged below.
 */
const RequestBody = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 64 })),
    email: Type.Optional(Type.String({ maxLength: 1_000 })),
    message: Type.Optional(Type.String({ maxLength: 20_000 })),
    key: Type.String({ format: "uuid" }),
  },
  { additionalProperties: false },
);
const ClarifyBody = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: MESSAGE_CHARS_MAX }) },
  { additionalProperties: false },
);

type Kind = (typeof KINDS)[number];
type Problem = "kind" | "email" | "message";

/** A form of request as somebody left it. */
export type Asked = {
  readonly kind: Kind | null;
  readonly email: string;
  readonly message: string;
  readonly problems: readonly Problem[];
};

/**
 * Where people ask about their own data. Every page past the first is behind a link to the address,
 * and never shows it in its own address.
 */
export function rightsPages(pages: Pages, rights: RightsPort, newKey: () => string): Routes {
  return (server) => {
    server.get("/rights", async (request, reply) => {
      const { language, notice } = await readerOf(pages, request, reply);
      const title = t(language, "web.rights.title");
      const country = countryOf(pages, request);
      const body = article(
        title,
        t(language, "web.rights.lead"),
        notice === null ? html`` : contact(notice, language),
        askForm(language, newKey(), "access"),
        notice === null ? html`` : authorityPart(notice, language, country, "/rights"),
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    const config = { rateLimit: { max: 20, timeWindow: 60_000 } };
    server.post("/rights", { schema: { body: RequestBody }, config }, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const { kind: named, email = "", message = "", key } = request.body;
      const kind = KINDS.find((each) => each === named) ?? null;
      const asked = { kind, email, message, problems: [] };
      const again = (problems: readonly Problem[]) =>
        showAgain(pages, request, reply, language, { ...asked, problems }, newKey());
      const isLong = message.length > MESSAGE_CHARS_MAX;
      if (kind === null || isLong) {
        return again([
          ...(kind === null ? (["kind"] as const) : []),
          ...(isLong ? (["message"] as const) : []),
        ]);
      }
      const country = pages.countryOf(request.ip);
      try {
        await rights.receive({ kind, email, message, language, country, key });
      } catch (error) {
        const isAddress = error instanceof Refusal && error.code === "rights.not_an_address";
        if (!isAddress || !(request.headers.accept ?? "").includes("text/html")) throw error;
        return again(["email"]);
      }
      const title = t(language, "web.rights.received.title");
      const body = article(title, t(language, "web.rights.received.lead"));
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    proofRoutes(server, pages, rights);
    requestRoutes(server, pages, rights);
  };
}

function proofRoutes(server: Parameters<Routes>[0], pages: Pages, rights: RightsPort): void {
  const params = { schema: { params: TokenParams } };
  server.get("/rights/prove/:token", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    if (!(await rights.looksGood(request.params.token)))
      return staleLink(pages, request, reply, language);
    const title = t(language, "web.rights.prove.title");
    const body = article(
      title,
      t(language, "web.confirm.lead"),
      button(t(language, "web.rights.prove.button")),
    );
    return show(pages, request, reply, language, { title, body, banner: false });
  });
  server.post("/rights/prove/:token", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const link = await rights.prove(request.params.token);
    if (link === null) return staleLink(pages, request, reply, language);
    return reply.redirect(`/rights/request/${link}`, 303);
  });
}

function requestRoutes(server: Parameters<Routes>[0], pages: Pages, rights: RightsPort): void {
  const params = { schema: { params: TokenParams } };
  server.get("/rights/request/:token", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const { token } = request.params;
    const view = await rights.view(token);
    if (view === null) return staleLink(pages, request, reply, language);
    const title = t(language, "web.rights.status.title");
    const body = html`<h1>${title}</h1>${statusOf(view, language)}${actionsOf(view, token, language)}`;
    return show(pages, request, reply, language, { title, body, banner: false });
  });
  server.get("/rights/request/:token/package.json", params, async (request, reply) => {
    const made = await rights.package(request.params.token);
    if (made === null) return reply.callNotFound();
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", 'attachment; filename="my-data.json"')
      .type("application/json; charset=utf-8")
      .send(`${JSON.stringify(made, null, 2)}\n`);
  });
  server.get("/rights/request/:token/package", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const made = await rights.package(request.params.token);
    if (made === null) return staleLink(pages, request, reply, language);
    const title = t(language, "web.rights.package.title");
    return show(pages, request, reply, language, {
      title,
      body: accessPackagePage(made, language),
      banner: false,
    });
  });
  const clarify = { schema: { params: TokenParams, body: ClarifyBody } };
  server.post("/rights/request/:token/clarify", clarify, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const { token } = request.params;
    const taken = await rights.clarify(token, request.body.text);
    if (!taken) return staleLink(pages, request, reply, language);
    return reply.redirect(`/rights/request/${token}`, 303);
  });
  server.post("/rights/request/:token/erase", params, async (request, reply) => {
    const { language } = await readerOf(pages, request, reply);
    const done = await rights.confirmErasure(request.params.token);
    if (!done) return staleLink(pages, request, reply, language);
    const title = t(language, "web.rights.erase.done.title");
    const body = article(title, t(language, "web.rights.erase.done.lead"));
    return show(pages, request, reply, language, { title, body, banner: false });
  });
}

/** The form again, with everything that was written in it; the first fault gets the focus. */
function showAgain(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  language: string,
  asked: Asked,
  key: string,
): FastifyReply {
  const title = t(language, "web.rights.title");
  const told = html`<p class="error" role="alert">${t(language, "web.error.fields")}</p>`;
  const body = html`<h1>${title}</h1>${told}${requestForm(language, key, asked)}`;
  return show(pages, request, reply, language, { title, body, banner: false, status: 422 });
}

export function askForm(language: string, key: string, chosen: Kind): Html {
  return requestForm(language, key, { kind: chosen, email: "", message: "", problems: [] });
}

function requestForm(language: string, key: string, asked: Asked): Html {
  const { kind: chosen, email, message, problems } = asked;
  const first = problems[0] ?? null;
  const fault = (problem: Problem, text: string) =>
    problems.includes(problem) && html`<span class="error" id="${problem}-error">${text}</span>`;
  return html`<form method="post" action="/rights" class="stack">
<input type="hidden" name="key" value="${key}">
<fieldset><legend>${t(language, "web.rights.kind")}</legend>${fault("kind", t(language, "web.rights.error.kind"))}${KINDS.map(
    (kind) => {
      const text = t(language, `web.rights.kind.${kind}`);
      return kind === chosen
        ? html`<label class="check"><input type="radio" name="kind" value="${kind}" required checked><span>${text}</span></label>`
        : html`<label class="check"><input type="radio" name="kind" value="${kind}" required><span>${text}</span></label>`;
    },
  )}</fieldset>
<div class="field"><label for="email">${t(language, "web.email")}</label>
${fault("email", t(language, "web.form.invalid.email"))}${addressField(email, problems, first)}</div>
<div class="field"><label for="message">${t(language, "web.rights.message")} (${t(language, "web.optional")})</label>
${fault("message", t(language, "web.rights.error.message", { max: MESSAGE_CHARS_MAX }))}<textarea id="message" name="message" maxlength="${MESSAGE_CHARS_MAX}" aria-invalid="${String(problems.includes("message"))}">${message}</textarea></div>
<button>${t(language, "web.rights.ask")}</button></form>`;
}

function addressField(email: string, problems: readonly Problem[], first: Problem | null): Html {
  const focused = first === "email";
  if (!problems.includes("email")) {
    return html`<input id="email" name="email" type="email" value="${email}" autocomplete="email" required maxlength="254">`;
  }
  return focused
    ? html`<input id="email" name="email" type="email" value="${email}" autocomplete="email" required maxlength="254" aria-invalid="true" aria-describedby="email-error" autofocus>`
    : html`<input id="email" name="email" type="email" value="${email}" autocomplete="email" required maxlength="254" aria-invalid="true" aria-describedby="email-error">`;
}

function statusOf(view: RequestView, language: string): Html {
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const due = day.format(new Date(`${view.due}T00:00:00Z`));
  return html`<p class="lead">${known(language, "web.rights.kind.", view.kind)}: <strong>${known(
    language,
    "web.rights.state.",
    view.state,
  )}</strong></p>
<p>${t(language, "web.rights.status.due", { due })}</p>
<h2>${t(language, "web.rights.status.steps")}</h2>
<ol class="steps">${view.steps.map(
    (step) =>
      html`<li>${known(language, "web.rights.step.", step.step)} <span class="meta">${when.format(step.at)}</span>${step.words !== null && html`<blockquote>${step.words.split("\n").map((line) => html`${line}<br>`)}</blockquote>`}</li>`,
  )}</ol>`;
}

function actionsOf(view: RequestView, token: string, language: string): Html {
  const isCopy = view.kind === "access" || view.kind === "portability";
  if (isCopy && view.state === "answered") {
    return html`<p class="actions"><a class="button" href="/rights/request/${token}/package">${t(
      language,
      "web.rights.package.page",
    )}</a> <a class="button quiet" href="/rights/request/${token}/package.json" download>${t(
      language,
      "web.rights.package.json",
    )}</a></p>`;
  }
  if (view.kind === "erasure" && view.state === "open") {
    return html`<h2>${t(language, "web.rights.erase.title")}</h2><p>${t(
      language,
      "web.rights.erase.lead",
    )}</p><form method="post" action="/rights/request/${token}/erase"><button class="danger">${t(
      language,
      "web.rights.erase.button",
    )}</button></form>`;
  }
  if (view.asked) {
    return html`<h2>${t(language, "web.rights.clarify.title")}</h2><p>${t(
      language,
      "web.rights.clarify.lead",
    )}</p><form method="post" action="/rights/request/${token}/clarify" class="stack">
<div class="field"><label for="text">${t(language, "web.rights.clarify.label")}</label>
<textarea id="text" name="text" required maxlength="${MESSAGE_CHARS_MAX}"></textarea></div>
<button>${t(language, "web.rights.clarify.button")}</button></form>`;
  }
  return html``;
}

/** Words of the catalogue where it has them; a later capability's own code is shown as it is. */
function known(language: string, prefix: string, code: string): string {
  const text = t(language, `${prefix}${code}` as TextKey);
  return text ?? code;
}
