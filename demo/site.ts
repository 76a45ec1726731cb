import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Notice, Offer } from "#core/notice/notice";
import type { Routes, Server } from "#edges/http/server";
import { article, note } from "#edges/web/layout";
import { formPage } from "#edges/web/pages/form-page";
import { type Pages, readerOf, show } from "#edges/web/pages/page-context";
import type { FormPort, Submission } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { Refusal } from "#kit/refusal";
import { t } from "#platform/text/text";
import { siteText } from "./site-text.ts";
import { THIRD_PARTIES } from "./third-parties.ts";

type Place = { readonly path: string; readonly form: string; readonly asset: string | null };

const PLACES: readonly Place[] = [
  { path: "/", form: "newsletter", asset: null },
  { path: "/library", form: "whitepaper", asset: "deliverability-guide" },
  { path: "/contact", form: "contact", asset: null },
];

/**
 * Beside the form's own fields: what the page adds. Names begin with an underscore, so they cannot
 * meet a field.
 */
const OWN = ["_version", "_extract", "_key", "_language", "_asset", "_offer"] as const;
const Body = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Union([Type.String(), Type.Array(Type.String())]),
);

/**
 * The demo company's three pages, each with a form of the notice, the browser piece and the tags
 * that wait.
 */
export function demoSite(
  pages: Pages,
  forms: FormPort,
  newKey: () => string,
  countryOf: (ip: string) => string | null,
  port: () => number,
): Routes {
  return (server) => {
    for (const place of PLACES) {
      server.get(place.path, async (request, reply) =>
        showPlace(place, pages, forms, newKey(), port(), request, reply, {}, []),
      );
    }
    server.get("/thanks", async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const [before = "", after = ""] = t(language, "web.form.thanks.mailbox").split("{mailbox}");
      const link = html`<a href="/mailbox">${t(language, "web.form.thanks.mailbox_link")}</a>`;
      const title = t(language, "web.form.thanks.title");
      const body = article(
        title,
        t(language, "web.form.thanks.proof"),
        html`<p>${before}${link}${after}</p>`,
      );
      return show(pages, request, reply, language, { title, body, banner: true });
    });
    formRoute(server, pages, forms, newKey, countryOf, port);
  };
}

function formRoute(
  server: Server,
  pages: Pages,
  forms: FormPort,
  newKey: () => string,
  countryOf: (ip: string) => string | null,
  port: () => number,
): void {
  const params = Type.Object({ form: Type.String({ pattern: "^[a-z0-9-]{1,64}$" }) });
  const config = { rateLimit: { max: 600, timeWindow: 60_000 } };
  server.post(
    "/v1/forms/:form",
    { schema: { params, body: Body }, config },
    async (request, reply) => {
      const submission = submissionOf(request.params.form, request.body, countryOf(request.ip));
      const place = PLACES.find((each) => each.form === submission.form);
      try {
        const submitted = await forms.submit(submission);
        if (submitted.accepted) return answered(request, reply, submitted.receipts);
        if (place === undefined || !wantsHtml(request)) {
          return reply.code(422).send({ problems: submitted.problems });
        }
        const { fields } = submission;
        return showPlace(
          place,
          pages,
          forms,
          newKey(),
          port(),
          request,
          reply.code(422),
          fields,
          submitted.problems,
        );
      } catch (error) {
        const changed = error instanceof Refusal && error.code === "form.notice_changed";
        if (!changed || place === undefined || !wantsHtml(request)) throw error;
        return showPlace(
          place,
          pages,
          forms,
          newKey(),
          port(),
          request,
          reply.code(409),
          submission.fields,
          [],
          true,
        );
      }
    },
  );
}

function wantsHtml(request: FastifyRequest): boolean {
  return (request.headers.accept ?? "").includes("text/html");
}

/**
 * A person is shown a page of thanks at an address of its own, so that going back does not send
 * again.
 */
function answered(request: FastifyRequest, reply: FastifyReply, receipts: readonly string[]) {
  if (wantsHtml(request)) return reply.redirect("/thanks", 303);
  return reply.code(201).send({ receipts });
}

function submissionOf(
  form: string,
  body: { readonly [name: string]: string | string[] },
  country: string | null,
): Submission {
  const text = (name: string) => [body[name] ?? ""].flat()[0] ?? "";
  const fields: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(body)) {
    if (!(OWN as readonly string[]).includes(name)) fields[name] = [value].flat().join(", ");
  }
  return {
    form,
    noticeVersion: Number(text("_version")) || 0,
    extract: text("_extract"),
    language: text("_language").slice(0, 35),
    key: text("_key").slice(0, 128),
    fields,
    ticked: [body._offer ?? []].flat().slice(0, 50),
    asset: text("_asset") || null,
    country,
  };
}

async function showPlace(
  place: Place,
  pages: Pages,
  forms: FormPort,
  key: string,
  port: number,
  request: FastifyRequest,
  reply: FastifyReply,
  values: { readonly [name: string]: string },
  problems: Parameters<typeof formPage>[0]["problems"],
  changed = false,
) {
  const { notice, language } = await readerOf(pages, request, reply);
  const words = siteText(language);
  const page = words.pages[place.path] ?? words.pages["/"]!;
  const form = notice === null ? null : forms.form(notice, place.form);
  const filled =
    notice === null || form === null
      ? html``
      : formPage({
          ...{ notice, form, language, key, values, problems },
          action: `/v1/forms/${place.form}`,
          extract: await pages.notices.extract(notice, place.form, language),
          asset: place.asset,
          offerLabel: (offer: Offer) => offerLabel(notice, offer, language),
        });
  const told = changed ? note("bad", html`<p>${t(language, "web.form.changed")}</p>`) : html``;
  const body = html`${told}${article(page.title, page.lead, cards(page.cards))}
<section aria-labelledby="form"><h2 id="form">${page.form}</h2>${filled}</section>`;
  const policy = sitePolicy(port);
  reply.header("content-security-policy", policy);
  const status = reply.statusCode;
  return show(pages, request, reply, language, {
    title: page.title,
    body,
    banner: true,
    tail: tags(port),
    status,
  });
}

function cards(list: readonly { readonly title: string; readonly text: string }[]): Html {
  return html`<ul class="cards">${list.map(
    (card) => html`<li class="card"><h2>${card.title}</h2><p>${card.text}</p></li>`,
  )}</ul>`;
}

function offerLabel(notice: Notice, offer: Offer, language: string): string {
  const purpose = notice.purposes.get(offer.purpose)?.name[language] ?? offer.purpose;
  const topic =
    offer.topic === null ? null : (notice.topics.get(offer.topic)?.name[language] ?? offer.topic);
  return topic === null ? purpose : `${purpose}: ${topic}`;
}

/**
 * The tags of the five third parties. Their type is no script's, so none runs before its choice.
 */
function tags(port: number): Html {
  return html`${THIRD_PARTIES.map(
    (party) =>
      html`<script type="text/plain" data-fairnotice-item="${party.item}" src="${`http://${party.host}:${port}/tag.js`}"></script>`,
  )}`;
}

/** The site's own policy, with the hosts of its tags; everything else stays shut. */
function sitePolicy(port: number): string {
  const hosts = THIRD_PARTIES.map(({ host }) => `http://${host}:${port}`).join(" ");
  return [
    "default-src 'none'",
    `script-src 'self' ${hosts}`,
    "style-src 'self'",
    `img-src 'self' data: ${hosts}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
