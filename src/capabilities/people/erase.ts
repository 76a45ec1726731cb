import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { LOOK_UP_KEY_VERSION } from "#vault";
import { reachOf } from "./claims.ts";
import type { PeoplePorts } from "./ports.ts";
import { addressHashes, heldValueIds, provenHashes } from "./store.ts";

/**
 * First step of an erasure: from here on the gate denies every use but the answer that confirms it.
 * It reaches what was sent under the person's proven addresses without a proof, too. Each proven
 * address leaves its keyed hash behind, so that a re-import of it stays without marketing; one that
 * was never proven does not, for a stranger could silence it so.
 * @returns all ids that are erased with it.
 */
export async function markErased(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
): Promise<readonly string[]> {
  const { own, claims, strays } = await reachOf(ports, tx, id);
  const others = strays.map((stray) => stray.subjectId);
  await ports.lock(tx, [...own, ...claims, ...others], "update");
  const ids = [...own, ...claims];
  const subjects = await ports.subjects(tx, ids);
  const left = ids.filter((each) => !subjects.get(each)?.erased);
  const proven = new Set(await provenHashes(tx, [id]));
  const facts: FactInput[] = [];
  for (const { subjectId, addressId, hash } of await addressHashes(tx, left)) {
    if (!proven.has(hash)) continue;
    facts.push({
      ...about(subjectId),
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
    facts.push({ ...about(each), kind: "subject.erased", body: { scope: "all" } });
  }
  for (const stray of strays) {
    facts.push(...goneFacts(stray.subjectId, stray.addressId));
    await ports.vault.forget(tx, stray.subjectId, [stray.addressId]);
  }
  if (facts.length > 0) await ports.append(tx, facts);
  return ids;
}

function about(id: string) {
  return { subjectId: brandSubject(id), noticeVersion: null };
}

/** An address is a value too. */
function goneFacts(id: string, addressId: string): readonly FactInput[] {
  return [
    { ...about(id), kind: "value.erased", body: { valueId: addressId, reason: "request" } },
    { ...about(id), kind: "address.removed", body: { addressId } },
  ];
}

/** Everybody who was erased with this person and is not destroyed yet. */
export async function erasedWith(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
): Promise<readonly string[]> {
  const { own, claims } = await reachOf(ports, tx, id, true);
  return [...own, ...claims];
}

/**
 * Second step: each value and address is stated gone, so that a replay of the facts forgets them
 * too; then keys, values and look-ups are destroyed. Last, for a fact needs the person's salt,
 * which dies here: what the log committed to of this person can no longer be opened.
 */
export async function destroy(ports: PeoplePorts, tx: Tx, ids: readonly string[]): Promise<void> {
  const values = (await heldValueIds(tx, ids)).map(({ subjectId, valueId }): FactInput => {
    const body = { valueId, reason: "request" as const };
    return { ...about(subjectId), kind: "value.erased", body };
  });
  const addresses = (await addressHashes(tx, ids)).map(({ subjectId, addressId }): FactInput => {
    return { ...about(subjectId), kind: "address.removed", body: { addressId } };
  });
  const facts = [...values, ...addresses];
  if (facts.length > 0) await ports.append(tx, facts);
  await ports.vault.destroy(tx, ids);
}
