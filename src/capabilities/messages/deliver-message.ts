import { compose, sign } from "#platform/smtp/compose";
import { type Delivery, isDeadMailbox, LineDown } from "#platform/smtp/delivery";
import type { Line } from "#platform/smtp/outgoing";
import type { Claim } from "./claim-messages.ts";
import { type Ending, giveBack } from "./claim-store.ts";
import type { MessageRow } from "./message.ts";
import type { MessageDeps } from "./ports.ts";
import { settleDelivery } from "./settle-delivery.ts";
import { suppressAddress } from "./suppress-address.ts";

/** Begins and ends of many workers, each kind gathered into one transaction at a time. */
export type Writers = {
  readonly begin: (claim: Claim) => Promise<boolean>;
  readonly end: (ended: Ended) => Promise<void>;
};

/** How an attempt ended, and of which message. */
export type Ended = { readonly ending: Ending; readonly message: MessageRow };

/** Hands one claimed message over to the mail server. */
export async function deliverMessage(
  deps: MessageDeps,
  writers: Writers,
  claim: Claim,
): Promise<void> {
  const raw = await rawOf(deps, claim);
  const line = await lineOrNull(deps);
  const { message, token } = claim;
  if (line === null) {
    const pauseMs = deps.limits.lineDownPauseMs;
    await deps.inTransaction((tx) => giveBack(tx, [{ ...message, token }], pauseMs));
    return;
  }
  let delivery: Delivery | null;
  try {
    delivery = await handOver(deps, writers, claim, line, raw);
  } finally {
    line.release();
  }
  if (delivery === null) return;
  const attempts = message.attempts + 1;
  const settled = settleDelivery(delivery, message.marketing, attempts, deps.limits.pausesMs);
  const { subjectId, messageId, addressId } = message;
  await writers.end({ ending: { subjectId, messageId, token, ...settled }, message });
  if (delivery.outcome === "refused" && isDeadMailbox(delivery.status)) {
    await deps.inTransaction((tx) => suppressAddress(deps, tx, subjectId, addressId));
  }
}

/**
 * Begins with the connection in hand, so that little can come between the mark and the write. The
 * lease is counted on this process's own clock, from before the database gave it: it ends here no
 * later than there. Null: it may not begin any more.
 */
async function handOver(
  deps: MessageDeps,
  { begin }: Writers,
  claim: Claim,
  line: Line,
  raw: Buffer,
): Promise<Delivery | null> {
  const { beginLeaseMs, leaseMarginMs } = deps.limits;
  const until = performance.now() + beginLeaseMs - leaseMarginMs;
  if (!(await begin(claim))) return null;
  return line.send({ from: deps.returnPath(claim.message), to: claim.to }, raw, {
    mayBegin: () => performance.now() < until,
    msMax: Math.max(1, until - performance.now()),
  });
}

async function rawOf({ signingKey }: MessageDeps, { to, letter }: Claim): Promise<Buffer> {
  const raw = await compose({ ...letter, to });
  return signingKey === null ? raw : sign(raw, signingKey);
}

async function lineOrNull({ outgoing, onError }: MessageDeps): Promise<Line | null> {
  try {
    return await outgoing.line();
  } catch (error) {
    if (!(error instanceof LineDown)) throw error;
    onError(error, null);
    return null;
  }
}
