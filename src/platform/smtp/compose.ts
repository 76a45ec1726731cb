import DKIM from "nodemailer/lib/dkim";
import MailComposer from "nodemailer/lib/mail-composer";
import { assert } from "#kit/assert";

export type Mail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets. Stays the same when the message is sent again. */
  readonly messageId: string;
  readonly date: Date;
  /** `Content-Language`, BCP 47. */
  readonly language: string;
  /**
   * Further headers in their order. They are ASCII and go out as one line each: a folded
   * `List-Unsubscribe` broke signatures and one-click elsewhere, though RFC 5322 allows it.
   */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** RFC 5322, 2.1.1: no line may be longer, without its end. */
const LINE_MAX = 998;

/** The bytes of a mail: plain text and HTML side by side. */
export function compose(mail: Mail): Promise<Buffer> {
  const headers = mail.headers.map(([key, value]) => ({ key, value: oneLine(key, value) }));
  const composer = new MailComposer({
    from: mail.from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    textEncoding: "quoted-printable",
    headers: [{ key: "Content-Language", value: mail.language }, ...headers],
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  });
  return composer.compile().build();
}

function oneLine(
  name: string,
  value: string,
): {
  prepared: true;
  foldLines: false;
  value: string;
} {
  assert(/^[A-Za-z][A-Za-z-]*$/.test(name), "a header name is letters and hyphens");
  assert(/^[\x20-\x7e]+$/.test(value), `the header ${name} is printable ASCII on one line`);
  assert(name.length + 2 + value.length <= LINE_MAX, `the header ${name} fits on one line`);
  return { prepared: true, foldLines: false, value };
}

export type SigningKey = {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
};

/**
 * RFC 8058 asks that both unsubscribe headers are signed; the rest is what receivers expect (RFC
 * 6376, 5.4.1).
 */
const SIGNED = [
  "From",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "MIME-Version",
  "Content-Type",
  "Content-Language",
  "Auto-Submitted",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "List-Id",
  "Feedback-ID",
].join(":");

/** Signs with DKIM where we hold a key; without one the relay signs. */
export async function sign(raw: Buffer, key: SigningKey): Promise<Buffer> {
  const signer = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: SIGNED,
  });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(raw)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
