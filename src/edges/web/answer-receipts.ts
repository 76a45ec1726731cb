import type { House } from "#edges/house";
import type { MailboxPort, ReceiptPort } from "./ports.ts";

/** Receipts by their sealed address, and the state of the public log. */
export function answerReceipts(house: House): ReceiptPort {
  return {
    async receipt(id) {
      const { subject, position } = house.tokens.read("receipt", id) ?? {};
      if (subject === undefined || position === undefined) return null;
      const receipt = await house.inTransaction((tx) =>
        house.ledger.receipt(tx, subject, Number(position)),
      );
      if (receipt === null) return null;
      return { json: receipt, proven: receipt.proof.inclusion !== undefined };
    },
    async log() {
      const checkpoint = await house.inTransaction((tx) => house.ledger.checkpoint(tx));
      const { size = 0, note = "" } = checkpoint ?? {};
      return { size, checkpoint: note, key: house.ledger.verifierKey };
    },
  };
}

const LETTERS_SHOWN = 100;

/** Letters hold the links by which people prove who they are: deny by default. */
export function isMailboxOpen({ demo, host, baseUrl }: House["config"]): boolean {
  return demo || (isLoopback(host) && isLoopback(new URL(baseUrl).hostname));
}

function isLoopback(host: string): boolean {
  return /^(localhost|[a-z0-9.-]+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

export function answerMailbox({ mailbox, config }: House): MailboxPort | null {
  if (mailbox === null) return null;
  return {
    isOpen: isMailboxOpen(config),
    list: () => mailbox.listLetters(LETTERS_SHOWN),
    read: (id) => mailbox.readLetter(id),
  };
}
