import { createTransport } from "nodemailer";

export type OutgoingMail = {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** Envelope sender: bounces come back to it. */
  readonly returnPath: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further headers, written unfolded: a folded List-Unsubscribe broke DKIM elsewhere. */
  readonly headers: { readonly [name: string]: string };
};

/** What the server said. `begun` is false where it never came to `MAIL FROM`: then trying again repeats nothing. */
export type SendResult =
  | { readonly sent: true; readonly code: string }
  | {
      readonly sent: false;
      readonly begun: boolean;
      readonly permanent: boolean;
      readonly code: string;
    };

export type MailTransport = {
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Connects, greets and signs in, sending nothing. */
  verify(): Promise<void>;
  close(): void;
};

/** Shorter than a lease of the queue: a worker that lost its lease is not still talking. */
const SMTP_MS_MAX = 20_000;

/** @param url `smtp://user:password@host:port` or `smtps://...`. */
export function openTransport(url: string): MailTransport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
    connectionTimeout: SMTP_MS_MAX,
    greetingTimeout: SMTP_MS_MAX,
    socketTimeout: SMTP_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    async send(mail) {
      try {
        const info = await pool.sendMail(toNodemailer(mail) as never);
        const { response } = info as unknown as { response: string };
        return { sent: true, code: response.slice(0, 3) };
      } catch (error) {
        return failure(error);
      }
    },
    async verify() {
      await pool.verify();
    },
    close: () => pool.close(),
  };
}

function toNodemailer(mail: OutgoingMail) {
  return {
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    envelope: { from: mail.returnPath, to: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: Object.entries(mail.headers).map(([key, value]) => ({
      key,
      value: { prepared: true, value },
    })),
  };
}

/** Reply codes of RFC 5321: 4yz may be tried again, 5yz not. Without a reply it depends on how far the talk had come. */
function failure(error: unknown): SendResult {
  const { responseCode, command, code } = error as {
    responseCode?: number;
    command?: string;
    code?: string;
  };
  const begun =
    command !== undefined && !["CONN", "EHLO", "HELO", "AUTH", "STARTTLS"].includes(command);
  if (responseCode !== undefined) {
    return { sent: false, begun, permanent: responseCode >= 500, code: String(responseCode) };
  }
  return { sent: false, begun, permanent: false, code: (code ?? "ERROR").slice(0, 32) };
}
