import type { FastifyReply, FastifyRequest } from "fastify";
import type { Routes } from "#edges/http/server";
import { article } from "#edges/web/layout";
import {
  EMPTY_FORM,
  type FormDeps,
  type FormView,
  formBody,
  type ShowForm,
} from "#edges/web/pages/form-routes";
import { readerOf, show } from "#edges/web/pages/page-context";
import { type Html, html } from "#kit/html";
import { siteText } from "./site-text.ts";
import { THIRD_PARTIES } from "./third-parties.ts";

type Place = { readonly path: string; readonly form: string; readonly asset: string | null };

const PLACES: readonly Place[] = [
  { path: "/", form: "newsletter", asset: null },
  { path: "/library", form: "whitepaper", asset: "deliverability-guide" },
  { path: "/contact", form: "contact", asset: null },
];

/**
 * The demo company's three pages, each with a form of the notice, the browser piece and the tags
 * that wait.
 */
export function demoSite(deps: FormDeps, port: () => number): Routes {
  return (server) => {
    for (const place of PLACES) {
      server.get(place.path, async (request, reply) =>
        showPlace(place, deps, port(), { ...EMPTY_FORM, form: place.form }, request, reply),
      );
    }
  };
}

/** Documents that the form gives, wherever it stands. */
export function assetsOnSite(form: string): readonly string[] {
  return PLACES.flatMap((place) =>
    place.form === form && place.asset !== null ? [place.asset] : [],
  );
}

/** A form of the demo is shown again on the page where it stands. */
export function formOnSite(deps: FormDeps, port: () => number): ShowForm {
  return (view, request, reply) => {
    const place = PLACES.find(({ form }) => form === view.form);
    return place === undefined ? null : showPlace(place, deps, port(), view, request, reply);
  };
}

async function showPlace(
  { path, asset }: Place,
  deps: FormDeps,
  port: number,
  view: FormView,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { notice, language } = await readerOf(deps.pages, request, reply);
  const words = siteText(language);
  const page = words.pages[path] ?? words.pages["/"]!;
  const { told, filled } = await formBody(deps, notice, view, { language, ip: request.ip }, asset);
  const body = html`${told}${article(page.title, page.lead, cards(page.cards))}
<section aria-labelledby="form"><h2 id="form">${page.form}</h2>${filled}</section>`;
  reply.header("content-security-policy", sitePolicy(port));
  return show(deps.pages, request, reply, language, {
    ...{ title: page.title, body, banner: true, tail: tags(port) },
    status: reply.statusCode,
  });
}

function cards(list: readonly { readonly title: string; readonly text: string }[]): Html {
  return html`<ul class="cards">${list.map(
    (card) => html`<li class="card"><h2>${card.title}</h2><p>${card.text}</p></li>`,
  )}</ul>`;
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
