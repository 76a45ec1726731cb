import type { Tx } from "#platform/database/database";
import type { Claim } from "./claim-messages.ts";
import { giveBack, keyText, markBegun } from "./claim-store.ts";
import type { MessageDeps } from "./ports.ts";

/**
 * The last decision before `MAIL FROM`, for claims that come together. It holds their people's rows
 * for share: a withdrawal that committed before is seen as a moved epoch, and one that comes now
 * waits until the message is marked as begun, which it then counts. A permit is void when the
 * person's epoch or the notice moved, so such a claim is given back and decided anew.
 * @returns for each claim whether it may be handed over.
 */
export async function beginMessages(
  deps: MessageDeps,
  tx: Tx,
  claims: readonly Claim[],
): Promise<readonly boolean[]> {
  const ids = [...new Set(claims.flatMap(({ epochs }) => [...epochs.keys()]))];
  await deps.gate.lock(tx, ids, "share");
  const epochs = await deps.gate.epochsOf(tx, ids);
  const version = (await deps.inForce(tx))?.version ?? null;
  const holds = (claim: Claim) =>
    claim.noticeVersion === version &&
    [...claim.epochs].every(([id, epoch]) => epochs.get(id) === epoch);
  const keyOf = ({ message, token }: Claim) => ({ ...message, token });
  const valid = claims.filter(holds).map(keyOf);
  const begun = await markBegun(tx, valid, deps.limits.beginLeaseMs);
  await giveBack(tx, claims.filter((claim) => !holds(claim)).map(keyOf), 0);
  return claims.map((claim) => begun.has(keyText(claim.message)));
}
