import type { ContentRow } from "#campaigns";
import { type Html, html, render } from "#kit/html";
import type { MessageRow, Rendered, Sender, Template, TemplateInput } from "#messages";
import type { Tokens } from "#platform/crypto/tokens";
import type { Tx } from "#platform/database/database";
import { dir, plural, type TextKey, t } from "#platform/text/text";
import { letterProse } from "./letter-prose.ts";
import { rightsLetters } from "./rights-letters.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

export type TemplateDeps = {
  readonly tokens: Tokens;
  readonly baseUrl: string;
  /** What a colleague wrote in answer to a person, opened for that person's rights. */
  readonly wordsOf: (tx: Tx, subjectId: string, valueId: string) => Promise<string | null>;
  readonly contentsOf: (tx: Tx, campaignId: string) => Promise<readonly ContentRow[]>;
  /** What a version changes, in paragraphs as they were kept; null: not in this language. */
  readonly changeLetter: (
    tx: Tx,
    version: number,
    language: string,
  ) => Promise<readonly string[] | null>;
};

export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly text: string; readonly href: string } | null;
  readonly after: readonly string[];
};

/**
 * The mails of the product, by name. Links carry tokens made at this moment: nothing of them is
 * stored.
 */
export function mailTemplates(deps: TemplateDeps): { readonly [name: string]: Template } {
  const link = (path: string, token: string) => `${deps.baseUrl}${path}/${token}`;
  const address = ({ subjectId, addressId }: MessageRow) => ({
    subject: subjectId,
    address: addressId,
  });
  return {
    async confirm(input) {
      const token = deps.tokens.issue("confirm-address", address(input.message), 7 * DAY);
      return letter(input, {
        ...simple(input, "confirm"),
        button: { text: say(input, "mail.confirm.button"), href: link("/confirm", token) },
        after: [expires(input, "days", 7), say(input, "mail.not_you")],
      });
    },
    async asset(input) {
      const content = { ...address(input.message), asset: input.message.params.asset ?? "" };
      const token = deps.tokens.issue("asset", content, 7 * DAY);
      return letter(input, {
        ...simple(input, "asset"),
        button: { text: say(input, "mail.asset.button"), href: link("/library/read", token) },
        after: [expires(input, "days", 7), say(input, "mail.not_you")],
      });
    },
    async preferences(input) {
      const token = deps.tokens.issue("preferences", address(input.message), 24 * HOUR);
      return letter(input, {
        ...simple(input, "preferences_link"),
        button: {
          text: say(input, "mail.preferences_link.button"),
          href: link("/preferences", token),
        },
        after: [expires(input, "hours", 24), say(input, "mail.not_you")],
      });
    },
    async withdrawn(input) {
      const after = [say(input, "mail.withdrawn.not_you")];
      return letter(input, { ...simple(input, "withdrawn"), button: null, after });
    },
    ...rightsLetters(
      {
        link: (path, use, content, seconds) => link(path, deps.tokens.issue(use, content, seconds)),
        wordsOf: deps.wordsOf,
      },
      letter,
    ),
    async "rights-erased"(input) {
      return letter(input, { ...simple(input, "rights_erased"), button: null, after: [] });
    },
    campaign: (input) => campaignLetter(deps, input),
    "notice-changed": (input) => changeLetter(deps, input),
  };
}

async function changeLetter(deps: TemplateDeps, input: TemplateInput): Promise<Rendered | null> {
  const { message, notice, tx } = input;
  const version = Number(message.params.version);
  const own = await deps.changeLetter(tx, version, message.language);
  const paragraphs = own ?? (await deps.changeLetter(tx, version, notice.defaultLanguage));
  if (paragraphs === null) return null;
  const href = `${deps.baseUrl}/privacy/versions/${version}?lang=${message.language}`;
  return letter(input, {
    subject: say(input, "mail.notice_changed.subject"),
    paragraphs,
    button: { text: say(input, "mail.notice_changed.button"), href },
    after: [],
  });
}

type Area = "confirm" | "asset" | "preferences_link" | "withdrawn" | "rights_erased";

async function campaignLetter(deps: TemplateDeps, input: TemplateInput): Promise<Rendered | null> {
  const { message, tx } = input;
  const contents = await deps.contentsOf(tx, message.params.campaign ?? "");
  const content = contents.find(({ language }) => language === message.language) ?? contents[0];
  if (content === undefined) return null;
  const body = letterProse(content.body);
  const end = footer(input);
  return {
    subject: content.subject,
    text: `${content.body.trim()}\n\n--\n${end.text.join("\n")}\n`,
    html: document(message.language, html`${body}<hr>${end.html}`),
  };
}

function simple(input: TemplateInput, area: Area): Pick<Letter, "subject" | "paragraphs"> {
  return {
    subject: say(input, `mail.${area}.subject`),
    paragraphs: [say(input, `mail.${area}.body`)],
  };
}

function say({ message }: TemplateInput, key: TextKey): string {
  return t(message.language, key);
}

function expires({ message }: TemplateInput, unit: "days" | "hours", count: number): string {
  return plural(
    message.language,
    unit === "days" ? "mail.expires.days" : "mail.expires.hours",
    count,
  );
}

/** A plain letter: the same words as text and as a page. */
function letter(input: TemplateInput, given: Letter): Rendered {
  const { message } = input;
  const hello = say(input, "mail.greeting");
  const repeat = message.repeats === 0 ? [] : [say(input, "mail.repeat")];
  const end = footer(input);
  const linkText = given.button === null ? [] : [`${given.button.text}:\n${given.button.href}`];
  const text = [
    hello,
    ...given.paragraphs,
    ...linkText,
    ...given.after,
    ...repeat,
    `--\n${end.text.join("\n")}`,
  ];
  const button =
    given.button === null
      ? null
      : html`<p><a href="${given.button.href}">${given.button.text}</a></p>
<p>${say(input, "mail.link_hint")}<br>${given.button.href}</p>`;
  const paragraphs = [hello, ...given.paragraphs].map((each) => html`<p>${each}</p>`);
  const after = [...given.after, ...repeat].map((each) => html`<p>${each}</p>`);
  return {
    subject: given.subject,
    text: `${text.join("\n\n")}\n`,
    html: document(message.language, html`${paragraphs}${button}${after}<hr>${end.html}`),
  };
}

/**
 * Who writes, why, and for marketing the way out: the obligations of the gate are discharged here.
 */
function footer(input: TemplateInput): { readonly text: readonly string[]; readonly html: Html } {
  const { message, unsubscribe, sender } = input;
  const why = whyKey(message.class);
  const lines = [senderLine(message.language, sender), ...(why === null ? [] : [say(input, why)])];
  if (unsubscribe === null)
    return { text: lines, html: html`${lines.map((line) => html`<p>${line}</p>`)}` };
  const stop = html`<p><a href="${unsubscribe.page}">${say(input, "mail.stop")}</a></p>`;
  return {
    text: [...lines, `${say(input, "mail.stop_line")} ${unsubscribe.page}`],
    html: html`${lines.map((line) => html`<p>${line}</p>`)}${stop}`,
  };
}

function whyKey(messageClass: string): TextKey | null {
  if (messageClass === "marketing") return "mail.why.marketing";
  if (messageClass === "service") return "mail.why.service";
  return messageClass === "legal" ? "mail.why.legal" : null;
}

function senderLine(language: string, { name, address }: Sender): string {
  return address === null
    ? t(language, "mail.sender", { name })
    : t(language, "mail.sender_at", { name, address });
}

function document(language: string, body: Html): string {
  return `<!doctype html>${render(html`<html lang="${language}" dir="${dir(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`)}`;
}
