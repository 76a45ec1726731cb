import { isIP } from "node:net";

export type OutgoingSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). */
  readonly secure: boolean;
  /** Refuse to hand over without STARTTLS. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  /** What we call ourselves in EHLO. */
  readonly name: string;
  /** Connections at once. */
  readonly linesMax: number;
  /** Messages over one connection before it is opened anew. */
  readonly messagesPerLineMax: number;
  readonly idleMsMax: number;
  readonly connectMsMax: number;
  /** Silence of the server inside a conversation. */
  readonly replyMsMax: number;
};

const DEFAULTS = {
  linesMax: 8,
  messagesPerLineMax: 200,
  idleMsMax: 10_000,
  connectMsMax: 10_000,
  replyMsMax: 20_000,
} as const;

/**
 * Settings from `smtp://user:password@host:587` or `smtps://...`.
 *
 * CHOICE: mail holds addresses, so it leaves the machine encrypted or not at all; `?tls=optional`
 * lifts that for a relay inside a closed network.
 * @throws Error naming what is wrong, never the password.
 */
export function outgoingFrom(url: string, name: string): OutgoingSettings {
  let read: URL;
  try {
    read = new URL(url);
  } catch {
    // The cause would quote the address with its password.
    throw new Error("the address of the mail server is not a URL such as smtp://host:587");
  }
  if (read.protocol !== "smtp:" && read.protocol !== "smtps:") {
    throw new Error("the address of the mail server begins with smtp:// or smtps://");
  }
  const secure = read.protocol === "smtps:";
  const host = read.hostname.replace(/^\[|\]$/g, "");
  if (host === "") throw new Error("the address of the mail server names no host");
  const user = decodeURIComponent(read.username);
  return {
    ...DEFAULTS,
    host,
    port: read.port === "" ? (secure ? 465 : 587) : Number(read.port),
    secure,
    requireTls: !secure && !isLoopback(host) && read.searchParams.get("tls") !== "optional",
    login: user === "" ? null : { user, pass: decodeURIComponent(read.password) },
    name,
  };
}

/** The product's own mailbox, or any server beside us on this machine. */
export function outgoingTo(host: string, port: number, name: string): OutgoingSettings {
  return { ...DEFAULTS, host, port, secure: false, requireTls: false, login: null, name };
}

export function isLoopback(host: string): boolean {
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  return (isIP(host) === 4 && host.startsWith("127.")) || host === "::1";
}
