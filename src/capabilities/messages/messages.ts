/** The durable mail queue. Rank 4; see README.md. */
import type { Tx } from "#platform/database/database";
import {
  BUCKETS,
  campaignStates,
  cancelCampaign,
  countInFlight,
  eraseMessages,
  insertMessages,
  messagesOf,
  type NewMessage,
  recoverLost,
  stateOf,
  waitingBuckets,
} from "./store.ts";
import { type MessageDeps, workOnce } from "./work.ts";

export type { MessageLine, MessageRow, MessageState, NewMessage } from "./store.ts";
export type { MessageDeps, Rendered, Sender, Template, TemplateInput } from "./work.ts";

export type Messages = {
  enqueue(tx: Tx, messages: readonly NewMessage[]): Promise<void>;
  inFlight(tx: Tx, subjectIds: readonly string[]): Promise<number>;
  /** Sends until nothing waits, with some messages under way at once. @returns how many were worked on. */
  drain(parallel: number): Promise<number>;
  /** Works until stopped, looking again after a pause when nothing waits. */
  start(
    parallel: number,
    pauseMs: number,
    failed: (error: unknown) => void,
  ): { stop(): Promise<void> };
  messagesOf: typeof messagesOf;
  campaignStates: typeof campaignStates;
  cancelCampaign: typeof cancelCampaign;
  erase: typeof eraseMessages;
  stateOf: typeof stateOf;
};

export function openMessages(deps: MessageDeps): Messages {
  const drain = async (parallel: number) => {
    const now = new Date(deps.clock());
    await deps.inTransaction((tx) => recoverLost(tx, now));
    const buckets = await deps.inTransaction((tx) => waitingBuckets(tx, now));
    let worked = 0;
    const waiting = [...buckets];
    const worker = async () => {
      for (let bucket = waiting.shift(); bucket !== undefined; bucket = waiting.shift()) {
        while (await workOnce(deps, bucket)) worked += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, BUCKETS) }, worker));
    return worked;
  };
  return {
    enqueue: (tx, messages) => insertMessages(tx, messages, new Date(deps.clock())),
    inFlight: (tx, ids) => countInFlight(tx, ids, new Date(deps.clock())),
    drain,
    start(parallel, pauseMs, failed) {
      let stopped = false;
      let wake: (() => void) | null = null;
      const run = async () => {
        while (!stopped) {
          let worked = 0;
          try {
            worked = await drain(parallel);
          } catch (error) {
            failed(error);
          }
          if (worked > 0 || stopped) continue;
          await new Promise<void>((next) => {
            wake = next;
            setTimeout(next, pauseMs).unref();
          });
        }
      };
      const running = run();
      return {
        async stop() {
          stopped = true;
          wake?.();
          await running;
        },
      };
    },
    messagesOf,
    campaignStates,
    cancelCampaign,
    erase: eraseMessages,
    stateOf,
  };
}
