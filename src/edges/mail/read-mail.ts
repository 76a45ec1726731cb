import type { ParsedMail } from "mailparser";
import { fromUtf8 } from "#kit/bytes";
import type { Bounce } from "#messages";

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const REPORT_BYTES_MAX = 64 * 1024;
const REPORTS_MAX = 20;

/**
 * What a delivery report says of each recipient (RFC 3464, 2.3); nothing where the mail is none.
 */
export function reportsOf(mail: ParsedMail): readonly Bounce[] {
  const part = mail.attachments.find((each) => each.contentType === "message/delivery-status");
  const text = part === undefined ? null : fromUtf8(part.content.subarray(0, REPORT_BYTES_MAX));
  if (text === null) return [];
  // The first group of fields is about the message, each further one about a recipient.
  const groups = text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .slice(1, REPORTS_MAX + 1);
  return groups.flatMap((group) => {
    const action = /^action:\s*([a-z]+)/im.exec(group)?.[1]?.toLowerCase();
    const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(group)?.[1];
    const known = ACTIONS.find((each) => each === action);
    return known === undefined || status === undefined ? [] : [{ action: known, status }];
  });
}

/** Whether a machine wrote it: out-of-office notes, lists, other robots (RFC 3834, 2). */
export function answersAutomatically(mail: ParsedMail): boolean {
  const line = (name: string) => String(mail.headers.get(name) ?? "").toLowerCase();
  const auto = line("auto-submitted");
  return (
    (auto !== "" && auto !== "no") ||
    /^(bulk|junk|list)$/.test(line("precedence")) ||
    mail.headers.has("x-autoreply") ||
    mail.headers.has("x-auto-response-suppress") ||
    mail.headers.has("list")
  );
}

/** How people in the notice's languages ask to be left alone. */
const WORDS = [
  /\b(unsubscribe|opt[ -]?out|remove me|take me off|stop)\b/i,
  /(désabonne|desabonne|désinscri|desinscri|se désabonner|ne plus recevoir|\bstop\b)/i,
  /(abmelde|abbestelle|austrage|keine (mails|e-mails|newsletter) mehr|\bstopp?\b)/i,
] as const;

const WISH_CHARS_MAX = 120;

/**
 * Whether the writer wants to leave: the words in the subject, or in the first line that they wrote
 * themselves. A longer text that mentions the word may mean anything, and is for a person to read.
 */
export function wantsOut(mail: ParsedMail): boolean {
  const subject = (mail.subject ?? "").replace(/^((re|aw|tr|wg|fwd?)\s*:\s*)+/i, "");
  const text = mail.text ?? plainOf(mail.html || "");
  const own = text.split(/\r?\n/).find((line) => line.trim() !== "" && !/^\s*>/.test(line)) ?? "";
  return [subject, own].some(
    (line) => line.length <= WISH_CHARS_MAX && WORDS.some((words) => words.test(line)),
  );
}

function plainOf(html: string): string {
  return html
    .slice(0, 20_000)
    .replace(/<(br|\/p|\/div)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "");
}
