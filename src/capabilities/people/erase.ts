import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { LOOK_UP_KEY_VERSION } from "#vault";
import type { PeoplePorts } from "./ports.ts";
import { addressHashes } from "./store.ts";

/**
 * First step of an erasure: from here on the gate denies every use but the answer that confirms it. Each address leaves its keyed hash behind, so that
 * a re-import of it stays without marketing.
 * @returns all ids of the person.
 */
export async function markErased(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
): Promise<readonly string[]> {
  const ids = await ports.lock(tx, [id], "update");
  const subjects = await ports.subjects(tx, ids);
  const left = ids.filter((each) => !subjects.get(each)?.erased);
  const facts: FactInput[] = [];
  for (const { subjectId, addressId, hash } of await addressHashes(tx, left)) {
    facts.push({
      subjectId: brandSubject(subjectId),
      noticeVersion: null,
      kind: "address.suppressed",
      body: {
        addressId,
        hash,
        keyVersion: LOOK_UP_KEY_VERSION,
        scope: "marketing",
        reason: "erasure",
      },
    });
  }
  for (const each of left) {
    const body = { scope: "all" as const };
    facts.push({
      subjectId: brandSubject(each),
      noticeVersion: null,
      kind: "subject.erased",
      body,
    });
  }
  if (facts.length > 0) await ports.append(tx, facts);
  return ids;
}

/** Second step: keys, values and look-ups are destroyed, and what the state still says of each value with them. */
export async function destroy(ports: PeoplePorts, tx: Tx, ids: readonly string[]): Promise<void> {
  await ports.vault.destroy(tx, ids);
}
