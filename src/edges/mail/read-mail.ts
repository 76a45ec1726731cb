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

/**
 * How people in the notice's languages ask to be left alone, as data. `whole`: a line that is this
 * and nothing else but politeness. `within`: a clause that says it whatever stands around, unless
 * the line turns it round.
 */
export const WISHES = {
  whole: [
    /^(stop|unsubscribe|opt[ -]?out|remove|cancel|end|quit|leave me alone|no more)$/,
    /^(stopp?|abmelden|abmeldung|abbestellen|austragen|kündigen|abmelden bitte)$/,
    /^(stop|arr[eê]tez?|d[eé]sabonne(r|z|ment)|d[eé]sinscri(re|vez|ption)|se d[eé]sabonner)$/,
  ],
  within: [
    /\b(please|pls|i want to|i would like to|i'd like to|can you|could you|how do i) (stop|unsubscribe|opt[ -]?out|remove|take me off)/,
    /\bunsubscribe (me|my|this|from)\b|\b(remove|take|delete) (me|my (e-?mail|address))\b/,
    /\bstop (sending|mailing|e-?mailing|writing|the (e-?mails?|newsletters?)|these|all|this)\b/,
    /\b(no more|don'?t send( me)?( any)?( more)?) (e-?mails?|mails?|newsletters?|messages)\b/,
    /\b(bitte|möchte|will|wollen|können sie|nehmen sie) .*(abmelden|abbestellen|austragen|aus (dem|ihrem) verteiler)/,
    /\b(melden|melde) sie? ?mich( bitte)? ab\b|\btragen sie mich( bitte)? aus\b|^bestellen? .* ab$/,
    /\bkeine (weiteren |mehr )?(e-?mails?|mails?|newsletter|werbung)( mehr)?\b/,
    /\b(veuillez|je (veux|souhaite|voudrais)|merci de|pouvez-vous) .*(d[eé]sabonn|d[eé]sinscri|ret?irer|supprimer|arr[eê]ter)/,
    /\bd[eé]sabonne[zr]?[- ]moi\b|\bd[eé]sinscri(vez|re)[- ]moi\b|\bne (veux|souhaite) plus recevoir\b|\bne plus recevoir\b/,
    /\barr[eê]tez? (de m|vos|ces|les|l')|\bplus (de|aucun)e? (mails?|e-?mails?|messages?|lettres?)\b/,
  ],
  /** Said of the mail with love, of something else, or of not wanting to leave. */
  turned:
    /\b(can'?t|cannot|couldn'?t|never|don'?t|do not|won'?t|didn'?t|wouldn'?t) (stop|unsubscribe|want to (stop|unsubscribe|leave)|opt)|\b(nicht|niemals|nie) (abmelden|abbestellen|austragen)|\bne (me )?(d[eé]sabonne|d[eé]sinscri)\w* (pas|jamais)|["“«„]/,
} as const;

const POLITE =
  /\b(please|pls|thanks?( you)?|hello|hi|dear \w+|bitte|danke|vielen dank|hallo|guten tag|merci|bonjour|s'il vous pla[iî]t|svp|now|me|sofort|mich)\b/g;

const WISH_CHARS_MAX = 120;

/**
 * Whether the writer wants to leave: said in the subject, or in the first line that they wrote
 * themselves. The word alone in a sentence is no wish ("Can't stop reading you"); such a mail, and
 * a longer one, is for a person to read.
 */
export function wantsOut(mail: ParsedMail): boolean {
  const subject = (mail.subject ?? "").replace(/^((re|aw|tr|wg|fwd?)\s*:\s*)+/i, "");
  const text = mail.text ?? plainOf(mail.html || "");
  const own = text.split(/\r?\n/).find((line) => line.trim() !== "" && !/^\s*>/.test(line)) ?? "";
  return [subject, own].some(isWish);
}

/** One line alone. */
export function isWish(line: string): boolean {
  if (line.length > WISH_CHARS_MAX) return false;
  const plain = line.normalize("NFC").toLowerCase().replace(/[’‘]/g, "'").trim();
  const bare = plain
    .replace(POLITE, " ")
    .replace(/[\s.,;:!?–-]+/g, " ")
    .trim();
  if (WISHES.whole.some((words) => words.test(bare))) return true;
  return !WISHES.turned.test(plain) && WISHES.within.some((words) => words.test(plain));
}

function plainOf(html: string): string {
  return html
    .slice(0, 20_000)
    .replace(/<(br|\/p|\/div)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "");
}
