export type Envelope = { readonly from: string; readonly to: string };

export type HandOver = {
  /**
   * Asked in the very turn in which `MAIL FROM` is written, with nothing awaited in between: the
   * last moment to say no.
   */
  readonly mayBegin: () => boolean;
  /** Called when `MAIL FROM` was written. */
  readonly onBegun?: () => void;
  /** Time for the whole conversation; past it the connection is cut. */
  readonly msMax: number;
};

/**
 * No connection to the mail server. Nothing was begun. `code` is the client's, never a text of the
 * server.
 */
export class LineDown extends Error {
  override readonly name = "LineDown";
  readonly code: string;
  constructor(code: string) {
    super(`no connection to the mail server (${code})`);
    this.code = code;
  }
}

/**
 * How handing a message over ended. What a caller may do next depends on one question only: can the
 * server have taken it?
 */
export type Delivery =
  /** The server said 250 to the whole message: it is theirs now. */
  | { readonly outcome: "accepted" }
  /** The server said no. It does not have the message. */
  | {
      readonly outcome: "refused";
      /** 5xx: trying again is pointless; else 4xx. */
      readonly permanent: boolean;
      readonly reply: number;
      /** RFC 3463, such as `5.1.1`; null where the server gave none. */
      readonly status: string | null;
    }
  /** `mayBegin` said no: not one byte of this message was written. */
  | { readonly outcome: "not-begun" }
  /** The connection broke before the message itself was written: the server does not have it. */
  | { readonly outcome: "unreached"; readonly reason: string }
  /** It broke after that: the server may or may not have it. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** The error of a failed hand-over, as the SMTP client tells it. */
export type HandOverError = {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
};

/** @param dataBegun whether any of the message was given to the socket. */
export function deliveryOf(error: HandOverError, dataBegun: boolean): Delivery {
  const reply = error.responseCode ?? 0;
  if (reply >= 400 && reply < 600) {
    const status = statusOf(error.response ?? "");
    return { outcome: "refused", permanent: reply >= 500, reply, status };
  }
  const reason = (error.code ?? "unknown").slice(0, 32);
  // An address or size that the client itself refuses to send: it will refuse it again.
  if (!dataBegun && (reason === "EENVELOPE" || reason === "EMESSAGE")) {
    return { outcome: "refused", permanent: true, reply: 0, status: null };
  }
  return dataBegun ? { outcome: "unknown", reason } : { outcome: "unreached", reason };
}

/** The enhanced status code at the head of a reply (RFC 2034). */
export function statusOf(reply: string): string | null {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null;
}

/**
 * Whether a status says that the mailbox does not exist (RFC 3463, x.1.x). The codes about the
 * *sender's* address, 5.1.7 and 5.1.8, say nothing of the reader.
 */
export function isDeadMailbox(status: string | null): boolean {
  return status !== null && /^5\.1\.(?!7$|8$)\d{1,3}$/.test(status);
}
