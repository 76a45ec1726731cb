import type { Obligation } from "#core/gate/decision";
import type { MessageClass, Notice } from "#core/notice/notice";
import { escapeHtml } from "#kit/html";
import type { Tx } from "#platform/database/database";
import type { Mail } from "#platform/smtp/compose";
import { declaredLanguage } from "#platform/text/text";
import type { MessageRow, Rendered, Sender, WayOut } from "./message.ts";
import type { MessageDeps } from "./ports.ts";

/** A letter without its reader's address, which is added when it is handed over. */
export type WrittenLetter = Omit<Mail, "to">;
export type Unwritten = { readonly unwritten: string };

/**
 * Writes a message in its reader's language, and refuses a letter that leaves an obligation open.
 */
export async function writeLetter(
  deps: MessageDeps,
  tx: Tx,
  message: MessageRow,
  notice: Notice,
  obligations: readonly Obligation[],
): Promise<WrittenLetter | Unwritten> {
  const template = deps.templates[message.template];
  const given = notice.messageClasses.get(message.class);
  if (template === undefined || given === undefined) return { unwritten: "no-template" };
  // The row was checked when it was queued; the notice may have changed since.
  if (deps.marketingTemplates.has(message.template) !== given.marketing) {
    return { unwritten: "other-class" };
  }
  const sender = senderOf(notice, given);
  if (sender === null) return { unwritten: "sender-missing" };
  const language = declaredLanguage(message.language, notice.languages, notice.defaultLanguage);
  const unsubscribe = given.marketing ? deps.unsubscribeLinks(message) : null;
  const inLanguage = { ...message, language };
  const rendered = await template({ tx, message: inLanguage, notice, unsubscribe, sender });
  if (rendered === null) return { unwritten: "nothing-to-say" };
  const open = obligations.find(({ code }) => !isDischarged(code, rendered, sender, unsubscribe));
  if (open !== undefined) return { unwritten: `obligation-${open.code}` };
  return {
    ...rendered,
    from: { name: sender.name, address: sender.email },
    messageId: `${message.messageId}@${deps.mailDomain}`,
    date: new Date(deps.clock()),
    language,
    headers: [
      ...(unsubscribe === null ? [] : listHeaders(deps, message, sender, unsubscribe)),
      ...(given.marketing ? [] : [["Auto-Submitted", "auto-generated"] as const]),
      ...(message.repeats === 0 ? [] : [["X-Fairnotice-Repeat", String(message.repeats)] as const]),
    ],
  };
}

/**
 * Looks for what is owed in both parts of the letter itself: a template that forgot it is found
 * here, not by a regulator. An obligation of which we know nothing is open.
 */
function isDischarged(
  code: string,
  { text, html }: Rendered,
  sender: Sender,
  wayOut: WayOut | null,
): boolean {
  const says = (words: string) =>
    plain(text).includes(plain(words)) && plain(html).includes(plain(escapeHtml(words)));
  switch (code) {
    case "sender-identity":
      return sender.address !== null && says(sender.name) && says(sender.address);
    case "postal-address":
      return sender.address !== null && says(sender.address);
    case "way-out":
      return wayOut !== null && says(wayOut.page);
    default:
      return false;
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ");
}

/**
 * Service and legal mail without a sender of its own comes from the address for privacy matters.
 */
function senderOf(notice: Notice, given: MessageClass): Sender | null {
  if (given.sender !== null || given.marketing) return given.sender;
  const contact = notice.contacts.find(({ kind }) => kind === "privacy");
  const [controller] = notice.controllers.values();
  if (contact === undefined || controller === undefined) return null;
  return { name: controller.name, email: contact.email, address: controller.address };
}

/** RFC 2369, RFC 2919 and RFC 8058. */
function listHeaders(
  { helpPage, mailDomain }: MessageDeps,
  message: MessageRow,
  sender: Sender,
  wayOut: WayOut,
): Mail["headers"] {
  const topic = message.topic ?? message.purpose;
  const campaign = message.campaignId ?? "none";
  return [
    ["List-Unsubscribe", `<${wayOut.page}>, <mailto:${wayOut.mail}?subject=unsubscribe>`],
    ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
    ["List-Id", `<${topic}.${mailDomain}>`],
    ["List-Help", `<${helpPage}>`],
    ["List-Owner", `<mailto:${sender.email}>`],
    ["List-Post", "NO"],
    ["Feedback-ID", `${campaign}:${topic}:${message.class}:fairnotice`],
  ];
}
