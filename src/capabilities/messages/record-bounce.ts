import type { Tx } from "#platform/database/database";
import { isDeadMailbox } from "#platform/smtp/delivery";
import type { MessageDeps } from "./ports.ts";
import { findMessage, markBounced } from "./store.ts";
import { suppressAddress } from "./suppress-address.ts";

/** What a report (RFC 3464) says of one recipient. */
export type Bounce = {
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** RFC 3463. */
  readonly status: string;
};

/**
 * Takes in a report on a message. `failed` with 5.x.x is for good, 4.x.x only gave up; a mailbox
 * that does not exist suppresses the address, a policy of the other side (5.7.x) says nothing about
 * the reader.
 * @returns false where no such message is known.
 */
export async function recordBounce(
  deps: Pick<MessageDeps, "append" | "gate" | "people">,
  tx: Tx,
  messageId: string,
  { action, status }: Bounce,
): Promise<boolean> {
  const message = await findMessage(tx, messageId);
  if (message === null) return false;
  if (action !== "failed") return true;
  if (isDeadMailbox(status)) await suppressAddress(deps, tx, message.subjectId, message.addressId);
  await markBounced(tx, message, `bounced ${status}`);
  return true;
}
