import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type IncomingMail = {
  readonly from: string | null;
  readonly recipients: readonly string[];
  readonly envelopeFrom: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly raw: Buffer;
};

export type MailReceiver = { readonly port: number; close(): Promise<void> };

export type ReceiverSettings = {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly bytesMax: number;
  readonly clientsMax: number;
};

export const receiverDefaults = { bytesMax: 1024 * 1024, clientsMax: 50 } as const;
const RECIPIENTS_MAX = 20;
const TALK_MS_MAX = 30_000;

/** Receives mail by SMTP, bounded in size, time, recipients and clients. A mail is answered 250 only after `take` resolved. */
export async function openReceiver(
  settings: ReceiverSettings,
  take: (mail: IncomingMail) => Promise<void>,
): Promise<MailReceiver> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: settings.bytesMax,
    maxClients: settings.clientsMax,
    socketTimeout: TALK_MS_MAX,
    closeTimeout: 1_000,
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, session, done) {
      if (session.envelope.rcptTo.length < RECIPIENTS_MAX) return done();
      done(Object.assign(new Error("too many recipients"), { responseCode: 452 }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error("the message is too large"), { responseCode: 552 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const envelopeFrom = mailFrom === false ? "" : mailFrom.address;
        const recipients = rcptTo.map((each) => each.address.toLowerCase());
        parseMail(Buffer.concat(parts), envelopeFrom, recipients)
          .then(take)
          .then(
            () => done(),
            () => done(Object.assign(new Error("try again later"), { responseCode: 451 })),
          );
      });
    },
  });
  await new Promise<void>((listening, fail) => {
    server.on("error", fail);
    server.listen(settings.port, settings.host, () => listening());
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((closed) => server.close(() => closed())) };
}

export async function parseMail(
  raw: Buffer,
  envelopeFrom: string,
  recipients: readonly string[],
): Promise<IncomingMail> {
  const parsed = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  return {
    from: parsed.from?.value[0]?.address?.toLowerCase() ?? null,
    recipients,
    envelopeFrom,
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: typeof parsed.html === "string" ? parsed.html : null,
    headers: parsed.headerLines.map(
      ({ key, line }) => [key, line.slice(key.length + 1).trim()] as const,
    ),
    raw,
  };
}
