import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "#edges/http/server";
import { article } from "#edges/web/layout";
import type { Letter, MailboxPort, ReceiptPort } from "#edges/web/ports";
import { type Html, html } from "#kit/html";
import { t } from "#platform/text/text";
import { type Pages, readerOf, show } from "./page-context.ts";

const ReceiptParams = Type.Object({ id: Type.String({ pattern: "^[A-Za-z0-9_-]{8,200}$" }) });
const LetterParams = Type.Object({ id: Type.String({ pattern: "^[A-Za-z0-9._-]{1,120}$" }) });

/** Receipts, and the log in a sentence. */
export function recordPages(pages: Pages, receipts: ReceiptPort): Routes {
  return (server) => {
    server.get("/receipts/:id", { schema: { params: ReceiptParams } }, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const { id } = request.params;
      const receipt = await receipts.receipt(id);
      if (receipt === null) return reply.callNotFound();
      const title = t(language, "web.receipt.title");
      const command = `npm run -s fairnotice -- verify receipt.json`;
      const body = article(
        title,
        t(language, "web.receipt.lead"),
        html`${!receipt.proven && html`<p>${t(language, "web.receipt.waiting")}</p>`}
<p><a class="button quiet" href="/v1/receipts/${id}" download="receipt.json">${t(language, "web.receipt.json")}</a></p>
<p>${t(language, "web.receipt.verify", { command })}</p>
<pre tabindex="0">${JSON.stringify(receipt.json, null, 2)}</pre>`,
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    server.get("/transparency", async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const log = await receipts.log();
      const title = t(language, "web.transparency.title");
      const body = article(
        title,
        t(language, "web.transparency.lead"),
        html`<p>${t(language, "web.transparency.size", { count: log.size })}</p>
<pre tabindex="0">${log.checkpoint}</pre>
<p>${t(language, "web.transparency.key")}: <code>${log.key}</code></p>
<p class="hint">${t(language, "web.transparency.witness")}</p>`,
      );
      return show(pages, request, reply, language, { title, body, banner: false });
    });
  };
}

/**
 * Mail that the product sent while no server is configured. Never registered beside a real mail
 * server.
 */
export function mailboxPages(
  pages: Pages,
  mailbox: MailboxPort,
  requireReader: (request: FastifyRequest) => Promise<unknown>,
): Routes {
  return (server) => {
    if (!mailbox.isOpen) server.addHook("onRequest", async (request) => requireReader(request));
    server.get("/mailbox", async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const letters = await mailbox.list();
      const title = t(language, "web.mailbox.title");
      const body = article(title, t(language, "web.mailbox.lead"), letterList(letters, language));
      return show(pages, request, reply, language, { title, body, banner: false });
    });
    server.get("/mailbox/:id", { schema: { params: LetterParams } }, async (request, reply) => {
      const { language } = await readerOf(pages, request, reply);
      const letter = await mailbox.read(request.params.id);
      if (letter === null) return reply.callNotFound();
      const body = letterBody(letter, language);
      return show(pages, request, reply, language, { title: letter.subject, body, banner: false });
    });
  };
}

function letterList(letters: readonly Letter[], language: string): Html {
  if (letters.length === 0) return html`<p>${t(language, "web.mailbox.empty")}</p>`;
  const when = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "medium" });
  return html`<div class="table-scroll"><table><thead><tr>
<th scope="col">${t(language, "web.mailbox.subject")}</th><th scope="col">${t(language, "web.mailbox.to")}</th>
<th scope="col">${t(language, "web.mailbox.received")}</th></tr></thead><tbody>${letters.map(
    (
      letter,
    ) => html`<tr><td class="address"><a href="/mailbox/${letter.id}">${letter.subject}</a></td>
<td class="address">${letter.to}</td><td>${when.format(letter.receivedAt)}</td></tr>`,
  )}</tbody></table></div>`;
}

function letterBody(letter: Letter, language: string): Html {
  return html`<p><a href="/mailbox">${t(language, "web.back")}</a></p><h1>${letter.subject}</h1>
<dl><dt>${t(language, "web.mailbox.from")}</dt><dd>${letter.from}</dd>
<dt>${t(language, "web.mailbox.to")}</dt><dd>${letter.to}</dd></dl>
<div class="card letter">${paragraphs(letter.text)}</div>
<details><summary>${t(language, "web.mailbox.headers")}</summary><pre tabindex="0">${letter.headers
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")}</pre></details>`;
}

/** Text of a mail with its addresses made into links. */
function paragraphs(text: string): Html {
  return html`${text.split(/\n{2,}/).map((part) => html`<p>${linked(part)}</p>`)}`;
}

function linked(text: string): readonly Html[] {
  return text.split(/(https?:\/\/[^\s<>()[\]]+)/).map((part) => {
    return part.startsWith("http") ? html`<a href="${part}">${part}</a>` : html`${part}`;
  });
}
