import type { Fact, FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import type { Gate } from "#gate";
import type { People } from "#people";
import type { Tx } from "#platform/database/database";
import type { SigningKey } from "#platform/smtp/compose";
import type { Outgoing } from "#platform/smtp/outgoing";
import type { Vault } from "#vault";
import type { MessageKey, MessageRow, Template, WayOut } from "./message.ts";

export type MessageDeps = {
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly gate: Pick<Gate, "ask" | "epochsOf" | "lock" | "subjects">;
  readonly vault: Pick<Vault, "open">;
  readonly people: Pick<People, "addressHash">;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<readonly Fact[]>;
  readonly outgoing: Outgoing;
  readonly templates: { readonly [name: string]: Template };
  /**
   * Names of those that are marketing: as a message of another class they are refused, and the
   * others as marketing.
   */
  readonly marketingTemplates: ReadonlySet<string>;
  /** Templates of mails that anybody can call forth by naming an address: these are bounded. */
  readonly askedByAnyone: ReadonlySet<string>;
  /** Hears of each mail that the bound held back. */
  readonly onLimited: (template: string) => void;
  readonly unsubscribeLinks: (message: MessageRow) => WayOut;
  /** Envelope sender, to which reports come back. */
  readonly returnPath: (message: MessageKey) => string;
  /** Page that helps with every list. */
  readonly helpPage: string;
  /** Domain of Message-ID and List-Id. */
  readonly mailDomain: string;
  /** Null: the relay signs. */
  readonly signingKey: SigningKey | null;
  /**
   * Hears of messages that the mail server took, in the transaction that settles them and before
   * their rows are locked: what follows from having told somebody is written here, people first.
   */
  readonly onSent?: (tx: Tx, sent: readonly MessageRow[]) => Promise<void>;
  readonly clock: () => number;
  readonly newId: () => string;
  /**
   * Hears of messages that could not be decided or written, which are tried again, and of rounds
   * that failed.
   */
  readonly onError: (error: unknown, message: MessageKey | null) => void;
  readonly limits: MessageLimits;
};

export type MessageLimits = {
  /** From the claim to the begin. */
  readonly claimLeaseMs: number;
  /**
   * From the begin to the end of the conversation with the mail server. A withdrawal may have to
   * wait for so long if a worker dies, so it is short; the conversation is cut `leaseMarginMs`
   * before it ends.
   */
  readonly beginLeaseMs: number;
  readonly leaseMarginMs: number;
  /** Pauses after attempts that failed for now; after the last of them the message has failed. */
  readonly pausesMs: readonly number[];
  /** While no mail server can be reached at all. */
  readonly lineDownPauseMs: number;
};

export const MESSAGE_LIMITS: MessageLimits = {
  claimLeaseMs: 60_000,
  beginLeaseMs: 30_000,
  leaseMarginMs: 2_000,
  // Two days in all, as mail systems do (RFC 5321, 4.5.4.1).
  pausesMs: [
    60_000, 300_000, 900_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000, 57_600_000, 57_600_000,
  ],
  lineDownPauseMs: 15_000,
};
