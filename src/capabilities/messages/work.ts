import { setTimeout as sleep } from "node:timers/promises";
import type { Tx } from "#platform/database/database";
import { groupCommit } from "#platform/database/group-commit";
import { inSavepoint } from "#platform/database/savepoint";
import { beginMessages } from "./begin-messages.ts";
import { type Claim, claimMessages } from "./claim-messages.ts";
import { endAttempts, recoverLost, waitingBuckets } from "./claim-store.ts";
import { deliverMessage, type Ended, type Writers } from "./deliver-message.ts";
import type { MessageDeps } from "./ports.ts";
import { BUCKETS } from "./store.ts";

export type Worker = {
  /**
   * Sends until nothing waits. @param parallel messages under way at once. @returns how many were
   * worked on.
   */
  drain(parallel: number): Promise<number>;
  /**
   * Works until stopped, looking again after a pause when nothing waits. A stop lets what has begun
   * end.
   */
  start(parallel: number, pauseMs: number): { stop(): Promise<void> };
};

/** More begins and ends than this in one transaction would hold too many people's rows at once. */
const WRITERS = { batchMax: 100, waitingMax: 10_000 };
/** How often leases are looked over, in milliseconds. */
const RECOVER_MS = 5_000;

export function openWorker(deps: MessageDeps): Worker {
  const begin = groupCommit<Claim, boolean>(
    (claims) => deps.inTransaction((tx) => beginMessages(deps, tx, claims)),
    WRITERS,
  );
  const end = groupCommit<Ended, void>(async (ended) => {
    await deps.inTransaction(async (tx) => {
      await tellSent(deps, tx, ended);
      const endings = ended.map(({ ending }) => ending);
      await endAttempts(tx, endings, new Date(deps.clock()));
    });
    return ended.map(() => undefined);
  }, WRITERS);
  const writers: Writers = { begin: begin.submit, end: end.submit };
  const stopping = new AbortController();

  const drain = async (parallel: number): Promise<number> => {
    const flying = new Set<Promise<void>>();
    let worked = 0;
    const launch = (claim: Claim) => {
      const flight = deliverMessage(deps, writers, claim)
        .catch((error) => deps.onError(error, claim.message))
        .finally(() => flying.delete(flight));
      flying.add(flight);
    };
    const buckets = await deps.inTransaction(waitingBuckets);
    for (const bucket of rotated(buckets)) {
      let taken = parallel;
      while (taken === parallel && !stopping.signal.aborted) {
        // As many again are decided while those before them are under way.
        while (flying.size > parallel) await Promise.race(flying);
        const claimed = await deps.inTransaction((tx) => claimMessages(deps, tx, bucket, parallel));
        for (const claim of claimed.claims) launch(claim);
        taken = claimed.taken;
        worked += taken;
      }
    }
    await Promise.all(flying);
    return worked;
  };
  return {
    drain,
    start(parallel, pauseMs) {
      const running = run(deps, () => drain(parallel), pauseMs, stopping.signal);
      return {
        async stop() {
          stopping.abort();
          await running;
        },
      };
    },
  };
}

/**
 * What follows from a sent message must not undo that it was sent: a letter would go out again and
 * again. Its error is told, and the person counts as not told.
 */
async function tellSent(deps: MessageDeps, tx: Tx, ended: readonly Ended[]): Promise<void> {
  const { onSent } = deps;
  const sent = ended.filter(({ ending }) => ending.state === "sent").map(({ message }) => message);
  if (onSent === undefined || sent.length === 0) return;
  try {
    await inSavepoint(tx, () => onSent(tx, sent));
  } catch (error) {
    deps.onError(error, sent[0] ?? null);
  }
}

/**
 * Workers of several servers begin at different buckets, so that they rarely want the same
 * messages.
 */
function rotated(buckets: readonly number[]): readonly number[] {
  const first = Math.floor(Math.random() * Math.max(1, buckets.length));
  return [...buckets.slice(first), ...buckets.slice(0, first)];
}

async function run(
  deps: MessageDeps,
  drain: () => Promise<number>,
  pauseMs: number,
  signal: AbortSignal,
): Promise<void> {
  let recoverAt = 0;
  while (!signal.aborted) {
    let worked = 0;
    try {
      if (performance.now() >= recoverAt) {
        await recover(deps);
        recoverAt = performance.now() + RECOVER_MS;
      }
      worked = await drain();
    } catch (error) {
      deps.onError(error, null);
    }
    if (worked === 0) await pause(pauseMs, signal);
  }
}

/** Takes up what workers that died left behind. */
export async function recover(deps: MessageDeps): Promise<number> {
  let lost = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    lost += await deps.inTransaction((tx) => recoverLost(tx, bucket));
  }
  return lost;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // The stop ends the pause: that is what it is for.
    if (!signal.aborted) throw error;
  }
}
