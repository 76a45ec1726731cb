import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Notice } from "#core/notice/notice";
import type { Routes } from "#edges/http/server";
import { regimeIn } from "#edges/web/authority";
import { article, note } from "#edges/web/layout";
import { offerLabel } from "#edges/web/offer-label";
import type { FieldProblem, FormPort, Submission } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { Refusal } from "#kit/refusal";
import { t } from "#platform/text/text";
import { formPage } from "./form-page.ts";
import { type Pages, readerOf, show } from "./page-context.ts";

/** A form as somebody left it: empty at first, filled when something needs another look. */
export type FormView = {
  readonly form: string;
  readonly values: { readonly [name: string]: string };
  readonly problems: readonly FieldProblem[];
  /** The notice changed while it was filled in. */
  readonly changed: boolean;
};

/** Shows a form on the page where it lives; null where no page has it. */
export type ShowForm = (
  view: FormView,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply> | null;

export type FormDeps = {
  readonly pages: Pages;
  readonly forms: FormPort;
  readonly newKey: () => string;
  readonly countryOf: (ip: string) => string | null;
  /** Whether mail ends in a mailbox that is open to readers; the page of thanks points to it. */
  readonly hasMailbox: boolean;
};

export const EMPTY_FORM = { values: {}, problems: [], changed: false } as const;

/**
 * Beside the form's own fields: what the page adds. Names begin with an underscore, so they cannot
 * meet a field.
 */
const OWN = ["_version", "_extract", "_key", "_language", "_asset", "_offer"] as const;
const Body = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.Union([Type.String(), Type.Array(Type.String())]),
);

/** Takes what forms send, wherever they stand, and thanks for it. */
export function formRoutes(deps: FormDeps, showForm: ShowForm): Routes {
  return (server) => {
    const params = Type.Object({ form: Type.String({ pattern: "^[a-z0-9-]{1,64}$" }) });
    const config = { rateLimit: { max: 600, timeWindow: 60_000 }, sender: "own-sites" as const };
    const schema = { params, body: Body };
    server.post("/v1/forms/:form", { schema, config }, async (request, reply) => {
      const country = deps.countryOf(request.ip);
      const submission = submissionOf(request.params.form, request.body, country);
      return take(deps, showForm, submission, request, reply);
    });
    server.get("/thanks", async (request, reply) => thank(deps, request, reply));
  };
}

/** The form is shown anew, with what the person wrote. */
const CHANGED: ReadonlySet<string> = new Set(["form.notice_changed", "form.unknown_extract"]);

async function take(
  deps: FormDeps,
  showForm: ShowForm,
  submission: Submission,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { form, fields: values } = submission;
  const isPage = wantsHtml(request);
  try {
    const submitted = await deps.forms.submit(submission);
    if (submitted.accepted) return answered(request, reply, submitted.receipts);
    const { problems } = submitted;
    const view = { form, values, problems, changed: false };
    const shown = isPage ? showForm(view, request, reply.code(422)) : null;
    return shown ?? reply.code(422).send({ problems });
  } catch (error) {
    const changed = error instanceof Refusal && CHANGED.has(error.code);
    const view = { form, values, problems: [], changed: true };
    const shown = changed && isPage ? showForm(view, request, reply.code(409)) : null;
    if (shown === null) throw error;
    return shown;
  }
}

/** The filled form and, where it needs one, the word about a notice that changed meanwhile. */
export async function formBody(
  { pages, forms, newKey, countryOf }: FormDeps,
  notice: Notice | null,
  { form: id, values, problems, changed }: FormView,
  { language, ip }: { readonly language: string; readonly ip: string },
  asset: string | null,
): Promise<{ readonly told: Html; readonly filled: Html }> {
  const form = notice === null ? null : forms.form(notice, id);
  const told = changed ? note("bad", html`<p>${t(language, "web.form.changed")}</p>`) : html``;
  if (notice === null || form === null) return { told, filled: html`` };
  const filled = formPage({
    ...{ notice, form, language, values, problems, asset },
    key: newKey(),
    action: `/v1/forms/${id}`,
    extract: await pages.notices.extract(notice, id, language, regimeIn(notice, countryOf(ip))),
    offerLabel: (offer) => offerLabel(notice, offer, language),
  });
  return { told, filled };
}

async function thank(
  { pages, hasMailbox }: FormDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language } = await readerOf(pages, request, reply);
  const [before = "", after = ""] = t(language, "web.form.thanks.mailbox").split("{mailbox}");
  const link = html`<a href="/mailbox">${t(language, "web.form.thanks.mailbox_link")}</a>`;
  const title = t(language, "web.form.thanks.title");
  const pointer = hasMailbox ? html`<p>${before}${link}${after}</p>` : html``;
  const body = article(title, t(language, "web.form.thanks.proof"), pointer);
  return show(pages, request, reply, language, { title, body, banner: true });
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
  // From entries: a field called `__proto__` is a field like any other, and undeclared.
  const fields = Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => !(OWN as readonly string[]).includes(name))
      .map(([name, value]) => [name, [value].flat().join(", ")] as const),
  );
  return {
    form,
    noticeVersion: Number(text("_version")) || 0,
    extract: text("_extract"),
    language: text("_language"),
    key: text("_key").slice(0, 128),
    fields,
    ticked: [body._offer ?? []].flat().slice(0, 50),
    asset: text("_asset") || null,
    country,
  };
}
