import type { Notice } from "#core/notice/notice";
import type { Tx } from "#platform/database/database";

export type MessageState =
  | "queued"
  | "claimed"
  | "begun"
  | "sent"
  | "failed"
  | "ambiguous"
  | "denied"
  | "cancelled";

export type MessageKey = { readonly subjectId: string; readonly messageId: string };

/**
 * A message as it is asked for: ids and codes, from which the letter is written when it is sent.
 */
export type NewMessage = MessageKey & {
  /** Id of a message class of the notice. */
  readonly class: string;
  readonly purpose: string;
  readonly topic: string | null;
  readonly family: string | null;
  readonly campaignId: string | null;
  readonly template: string;
  /** Ids and codes that the template needs. */
  readonly params: { readonly [name: string]: string };
  /** The reader's. */
  readonly language: string;
  readonly addressId: string;
  /** Whether the caller means marketing; refused where the class says otherwise. */
  readonly marketing: boolean;
};

export type MessageRow = NewMessage & {
  /** Times that it was begun before. */
  readonly attempts: number;
  /** Of those, how many may have arrived. */
  readonly repeats: number;
};

/** Subject line and body of a mail, made at the moment of sending. */
export type Rendered = { readonly subject: string; readonly text: string; readonly html: string };

export type Sender = {
  readonly name: string;
  readonly email: string;
  readonly address: string | null;
};

/**
 * Where a reader leaves: a page for people and one click (RFC 8058), and an address to write to.
 */
export type WayOut = { readonly page: string; readonly mail: string };

export type TemplateInput = {
  readonly tx: Tx;
  /** Its language is the one of the notice's that is nearest to the reader's. */
  readonly message: MessageRow;
  readonly notice: Notice;
  /** Null for messages that have no way out. */
  readonly unsubscribe: WayOut | null;
  readonly sender: Sender;
};

/** Null: there is nothing to say any more (a campaign without content, a request that is gone). */
export type Template = (input: TemplateInput) => Promise<Rendered | null>;
