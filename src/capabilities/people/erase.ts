import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { LOOK_UP_KEY_VERSION } from "#vault";
import type { PeoplePorts } from "./ports.ts";
import { addressHashes, heldValueIds } from "./store.ts";

/**
 * First step of an erasure: from here on the gate denies every use but the answer that confirms it.
 * Each address leaves its keyed hash behind, so that a re-import of it stays without marketing.
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

/**
 * Second step: each value and address is stated gone, so that a replay of the facts forgets them
 * too; then keys, values and look-ups are destroyed. Last, for a fact needs the person's salt,
 * which dies here: what the log committed to of this person can no longer be opened.
 */
export async function destroy(ports: PeoplePorts, tx: Tx, ids: readonly string[]): Promise<void> {
  const values = (await heldValueIds(tx, ids)).map(({ subjectId, valueId }): FactInput => {
    const body = { valueId, reason: "request" as const };
    return { subjectId: brandSubject(subjectId), noticeVersion: null, kind: "value.erased", body };
  });
  const addresses = (await addressHashes(tx, ids)).map(({ subjectId, addressId }): FactInput => {
    const about = { subjectId: brandSubject(subjectId), noticeVersion: null };
    return { ...about, kind: "address.removed", body: { addressId } };
  });
  const facts = [...values, ...addresses];
  if (facts.length > 0) await ports.append(tx, facts);
  await ports.vault.destroy(tx, ids);
}
