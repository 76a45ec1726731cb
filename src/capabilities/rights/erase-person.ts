import type { Tx } from "#platform/database/database";
import type { RightsDeps } from "./ports.ts";
import { fact, lastMailId, mail, step } from "./record-step.ts";
import {
  erasingRows,
  type RequestRow,
  requestRow,
  setRequest,
  unfinishedRows,
  unprovenRows,
} from "./store.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Without the mail that confirms it, an erasure is finished after three days. */
const ERASING_MS_MAX = 3 * DAY_MS;
/** A request whose address is not proven lapses; the address itself is then destroyed. */
const PROOF_MS_MAX = 14 * DAY_MS;

/** First step of an erasure. @returns false where the request is not open for it. */
export async function confirmErasure(
  deps: RightsDeps,
  tx: Tx,
  subjectId: string,
  requestId: string,
): Promise<boolean> {
  const { own, claims } = await deps.people.reach(tx, subjectId);
  const row = await requestRow(tx, subjectId, requestId, true);
  if (row?.kind !== "erasure" || row.state !== "open") return false;
  await step(deps, tx, row, "erasure-confirmed");
  await fact(deps, tx, row, { kind: "request.answered", body: { requestId, outcome: "erased" } });
  for (const other of await unfinishedRows(tx, [...own, ...claims])) {
    if (other.requestId !== requestId) await close(deps, tx, other);
  }
  await deps.people.markErased(tx, subjectId);
  await setRequest(tx, row, { state: "erasing" });
  await deps.messages.enqueue(tx, [mail(deps, row, "rights-erased")]);
  return true;
}

/** Other requests of somebody who is erased: there is nobody left to answer. */
async function close(deps: RightsDeps, tx: Tx, row: RequestRow): Promise<void> {
  const { requestId } = row;
  await fact(deps, tx, row, { kind: "request.answered", body: { requestId, outcome: "erased" } });
  await step(deps, tx, row, "erased");
  const isProven = row.state !== "awaiting-proof";
  await setRequest(tx, row, {
    state: isProven ? "answered" : "lapsed",
    ...(isProven ? { answeredAt: new Date(deps.clock()) } : {}),
  });
}

export async function work(deps: RightsDeps, tx: Tx): Promise<number> {
  let moved = 0;
  const now = deps.clock();
  for (const row of await erasingRows(tx)) {
    const state = await deps.messages.stateOf(tx, {
      subjectId: row.subjectId,
      messageId: lastMailId(row),
    });
    const ended = state === null || ["sent", "failed", "denied", "ambiguous"].includes(state);
    if (!ended && now - row.receivedAt.getTime() < ERASING_MS_MAX) continue;
    await destroy(deps, tx, row);
    moved += 1;
  }
  for (const row of await unprovenRows(tx, new Date(now - PROOF_MS_MAX))) {
    await step(deps, tx, row, "lapsed");
    await setRequest(tx, row, { state: "lapsed" });
    const ids = await deps.people.markErased(tx, row.subjectId);
    await deps.eraseElsewhere(tx, ids);
    await deps.people.destroy(tx, ids);
    moved += 1;
  }
  return moved;
}

/**
 * Second step: keys, values and look-ups go, and what other capabilities keep. The request itself
 * stays as evidence, without a name.
 */
async function destroy(deps: RightsDeps, tx: Tx, row: RequestRow): Promise<void> {
  const ids = await deps.people.erasedWith(tx, row.subjectId);
  await step(deps, tx, row, "erased");
  await setRequest(tx, row, { state: "answered", answeredAt: new Date(deps.clock()) });
  await deps.eraseElsewhere(tx, ids);
  await deps.people.destroy(tx, ids);
}
