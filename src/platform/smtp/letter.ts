import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";

/** A mail, read. Texts are as the sender wrote them: whoever shows them escapes them. */
export type Letter = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly text: string;
  readonly html: string;
  /** Addresses of the links of both parts, each once. */
  readonly links: readonly string[];
  /** In the order of the mail, names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

const LINKS_MAX = 200;

export async function readLetter(id: string, raw: Buffer, receivedAt: number): Promise<Letter> {
  const mail = await parseMail(raw);
  const text = mail.text ?? "";
  const html = mail.html || "";
  return {
    id,
    from: addressText(mail.from),
    to: addressText(mail.to),
    subject: mail.subject ?? "",
    receivedAt,
    text,
    html,
    links: linksOf(text, html),
    headers: mail.headerLines.map(({ key, line }) => [key, headerText(line)] as const),
  };
}

/** Parses with the parser's costly conveniences off; attachments stay buffers. */
export function parseMail(raw: Buffer): Promise<ParsedMail> {
  return simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: 1024 * 1024,
  });
}

function addressText(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", ");
}

function headerText(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .replace(/\r?\n[ \t]*/g, " ")
    .trim();
}

function linksOf(text: string, html: string): readonly string[] {
  const found = new Set<string>();
  for (const [link] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) found.add(link);
  for (const [, link] of html.matchAll(/\shref="(https?:\/\/[^"]+)"/g)) {
    found.add((link ?? "").replaceAll("&amp;", "&"));
  }
  return [...found].slice(0, LINKS_MAX);
}
