import { finished } from "node:stream/promises";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { openRateLimit } from "./rate-limit.ts";

export type IncomingLimits = {
  /** Bytes of one message. */
  readonly sizeMax: number;
  readonly clientsMax: number;
  readonly recipientsMax: number;
  /** Messages of one connection. */
  readonly messagesMax: number;
  /** Connections of one remote address in a minute. */
  readonly connectionsPerMinuteMax: number;
  /** Messages of one remote address in a minute. */
  readonly messagesPerMinuteMax: number;
  /** Silence of the client. */
  readonly idleMsMax: number;
  /** Time for the bytes of one message. */
  readonly dataMsMax: number;
};

export const INCOMING_LIMITS: IncomingLimits = {
  sizeMax: 10 * 1024 * 1024,
  clientsMax: 20,
  recipientsMax: 20,
  messagesMax: 50,
  connectionsPerMinuteMax: 60,
  messagesPerMinuteMax: 120,
  idleMsMax: 30_000,
  dataMsMax: 120_000,
};

/**
 * A mail as it arrived, before anybody has looked into it. `from` is empty for a report (RFC 5321,
 * 4.5.5).
 */
export type ArrivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
};

/** The answer to a mail or recipient that we do not take: a reply of SMTP. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
  readonly responseCode: number;
  /** @param text after the code; starts with the enhanced status (RFC 3463). */
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

export type IncomingSettings = {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** What we call ourselves. */
  readonly name: string;
  readonly limits: IncomingLimits;
  /** Whether we take mail for this address at all; nobody's relay. */
  readonly accepts: (recipient: string) => boolean | Promise<boolean>;
  /**
   * Resolves when the mail is safe with us: only then the client is told so. @throws MailRefused
   */
  readonly deliver: (mail: ArrivedMail) => Promise<void>;
  /** Hears of errors that are not the client's. */
  readonly onError: (error: Error) => void;
};

export type Incoming = { readonly port: number; close(): Promise<void> };

/** Takes mail by SMTP, with a bound on everything that a stranger chooses. */
export async function listenForMail(settings: IncomingSettings): Promise<Incoming> {
  const { limits } = settings;
  const connections = openRateLimit(limits.connectionsPerMinuteMax);
  const messages = openRateLimit(limits.messagesPerMinuteMax);
  const server = new SMTPServer({
    name: settings.name,
    banner: "Fairnotice",
    size: limits.sizeMax,
    maxClients: limits.clientsMax,
    socketTimeout: limits.idleMsMax,
    closeTimeout: 2_000,
    disableReverseLookup: true,
    hideSMTPUTF8: false,
    // Nobody signs in here, and mail from the outside comes through a relay of one's own
    // (operator's guide).
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect: ({ remoteAddress }, done) =>
      done(connections.take(remoteAddress) ? null : tooMuch("connections")),
    onMailFrom: (_address, session, done) => done(mayBegin(session, messages, limits)),
    onRcptTo: ({ address }, session, done) => {
      recipientAnswer(settings, address, session).then(done, (error: Error) =>
        done(answerFor(settings, error)),
      );
    },
    onData: (stream, session, done) => {
      receive(settings, stream, session).then(
        () => done(null, "2.0.0 taken"),
        (error: Error) => done(answerFor(settings, error)),
      );
    },
  });
  server.on("error", settings.onError);
  return listen(server, settings);
}

async function listen(server: SMTPServer, settings: IncomingSettings): Promise<Incoming> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.server.once("error", reject);
  server.listen(settings.port, settings.host, resolve);
  await promise;
  server.server.off("error", reject);
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : settings.port;
  return { port, close: () => new Promise<void>((done) => server.close(done)) };
}

const begun = new WeakMap<SMTPServerSession, number>();

function mayBegin(
  session: SMTPServerSession,
  messages: ReturnType<typeof openRateLimit>,
  limits: IncomingLimits,
): Error | null {
  const count = (begun.get(session) ?? 0) + 1;
  begun.set(session, count);
  if (count > limits.messagesMax) return tooMuch("messages");
  return messages.take(session.remoteAddress) ? null : tooMuch("messages");
}

async function recipientAnswer(
  { accepts, limits }: IncomingSettings,
  address: string,
  session: SMTPServerSession,
): Promise<Error | null> {
  if (session.envelope.rcptTo.length >= limits.recipientsMax) {
    return new MailRefused(452, "4.5.3 too many recipients");
  }
  return (await accepts(address)) ? null : new MailRefused(550, "5.1.1 no such mailbox here");
}

async function receive(
  settings: IncomingSettings,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const { limits } = settings;
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    // The rest is read and dropped, so that the client hears the answer instead of a broken
    // connection.
    if (size <= limits.sizeMax) chunks.push(chunk);
    else chunks.length = 0;
  });
  const late = setTimeout(
    () => stream.destroy(new MailRefused(421, "4.4.2 the message took too long")),
    limits.dataMsMax,
  );
  try {
    await finished(stream, { writable: false });
  } finally {
    clearTimeout(late);
  }
  if (size > limits.sizeMax || stream.sizeExceeded) {
    throw new MailRefused(552, "5.3.4 the message is too large");
  }
  const { mailFrom, rcptTo } = session.envelope;
  await settings.deliver({
    from: mailFrom === false ? "" : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    raw: Buffer.concat(chunks),
  });
}

/** An error of ours is not told to strangers; they may try again later. */
function answerFor({ onError }: IncomingSettings, error: Error): Error {
  if (error instanceof MailRefused) return error;
  onError(error);
  return new MailRefused(451, "4.3.0 not now, please try again later");
}

function tooMuch(what: string): MailRefused {
  return new MailRefused(421, `4.7.0 too many ${what}, please try again later`);
}
