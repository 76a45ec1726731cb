/** The durable mail queue. Rank 4; see README.md. */
import type { Tx } from "#platform/database/database";
import { dropOldAsked } from "./asked-store.ts";
import { enqueueMessages } from "./enqueue-messages.ts";
import type { NewMessage } from "./message.ts";
import type { MessageDeps } from "./ports.ts";
import { type Bounce, recordBounce } from "./record-bounce.ts";
import {
  campaignStates,
  cancelCampaign,
  countInFlight,
  eraseMessages,
  findMessage,
  messagesOf,
  stateOf,
  unsentOf,
  writtenTo,
} from "./store.ts";
import { openWorker, recover, type Worker } from "./work.ts";

export { messageRefusals } from "./errors.ts";
export type {
  MessageKey,
  MessageRow,
  MessageState,
  NewMessage,
  Rendered,
  Sender,
  Template,
  TemplateInput,
  WayOut,
} from "./message.ts";
export { MESSAGE_LIMITS, type MessageDeps, type MessageLimits } from "./ports.ts";
export type { Bounce } from "./record-bounce.ts";
export type { FoundMessage, MessageLine } from "./store.ts";

export type Messages = Worker & {
  /** @returns how many are new. */
  enqueue(tx: Tx, messages: readonly NewMessage[]): Promise<number>;
  /** See README, "Withdrawals". Asked after the commit of what narrows. */
  inFlight(tx: Tx, subjectIds: readonly string[]): Promise<number>;
  /**
   * Takes up what workers that died left behind; `start` does it too. @returns how many there were.
   */
  recover(): Promise<number>;
  recordBounce(tx: Tx, messageId: string, bounce: Bounce): Promise<boolean>;
  find: typeof findMessage;
  messagesOf: typeof messagesOf;
  campaignStates: typeof campaignStates;
  cancelCampaign: typeof cancelCampaign;
  writtenTo: typeof writtenTo;
  unsentOf: typeof unsentOf;
  erase: typeof eraseMessages;
  /** Drops what only bounded mails of days gone by. */
  sweep(tx: Tx): Promise<void>;
  stateOf: typeof stateOf;
};

export function openMessages(deps: MessageDeps): Messages {
  return {
    ...openWorker(deps),
    enqueue: (tx, messages) => enqueueMessages(deps, tx, messages),
    inFlight: countInFlight,
    recover: () => recover(deps),
    recordBounce: (tx, messageId, bounce) => recordBounce(deps, tx, messageId, bounce),
    find: findMessage,
    messagesOf,
    campaignStates,
    cancelCampaign,
    writtenTo,
    unsentOf,
    erase: eraseMessages,
    sweep: (tx) => dropOldAsked(tx, deps.clock()),
    stateOf,
  };
}
