import type { FactInput } from "#core/ledger/fact";
import { subjectId as brandSubject } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import type { PeoplePorts } from "./ports.ts";
import { linksOf } from "./store.ts";

/**
 * Somebody followed the link that was sent to an address: it is theirs. All subjects that proved
 * the same address become one person; the others, which only claim it, do not.
 * @returns false when the subject or the address is gone.
 */
export async function proveAddress(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
  addressId: string,
  hash: Buffer,
): Promise<boolean> {
  await ports.vault.hold(tx, [hash]);
  const holders = await ports.vault.find(tx, hash);
  const ids = [...new Set([id, ...holders.map((holder) => holder.subjectId)])];
  await ports.lock(tx, ids, "update");
  const subjects = await ports.subjects(tx, ids);
  const own = subjects.get(id);
  if (own === undefined || own.erased) return false;
  if (!own.addresses?.some((address) => address.id === addressId)) return false;
  const facts: FactInput[] = [
    {
      subjectId: brandSubject(id),
      noticeVersion: null,
      kind: "address.verified",
      body: { addressId, means: "link" },
    },
  ];
  const linked = new Set(own.ids?.map((each) => each.id));
  for (const holder of holders) {
    const other = subjects.get(holder.subjectId);
    if (holder.subjectId === id || linked.has(holder.subjectId) || other === undefined) continue;
    const proved = other.addresses?.some(
      ({ id: each, verified }) => each === holder.addressId && verified,
    );
    if (!proved || other.erased) continue;
    facts.push(...linkFacts(id, holder.subjectId));
    for (const each of other.ids ?? []) linked.add(each.id);
  }
  await ports.append(tx, facts);
  await ports.vault.markProven(tx, hash, id, addressId);
  return true;
}

function linkFacts(one: string, other: string): readonly FactInput[] {
  const link = (from: string, to: string): FactInput => ({
    subjectId: brandSubject(from),
    noticeVersion: null,
    kind: "subject.linked",
    body: { other: to, ground: "verified-address" },
  });
  return [link(one, other), link(other, one)];
}

/**
 * Undoes a merge: the two are different people after all. `other` leaves everybody that it hangs
 * on, for a link by way of a third would keep the two together.
 * @returns false where they are not linked.
 */
export async function unlink(
  ports: PeoplePorts,
  tx: Tx,
  one: string,
  other: string,
): Promise<boolean> {
  const ids = await ports.lock(tx, [one, other], "update");
  const own = (await ports.subjects(tx, [one])).get(one)?.ids?.map((each) => each.id) ?? [];
  if (one === other || !own.includes(other)) return false;
  const apart = (from: string, to: string): FactInput => ({
    subjectId: brandSubject(from),
    noticeVersion: null,
    kind: "subject.unlinked",
    body: { other: to, ground: "officer" },
  });
  const linked = (await linksOf(tx, other)).filter((id) => ids.includes(id));
  await ports.append(
    tx,
    linked.flatMap((id) => [apart(id, other), apart(other, id)]),
  );
  return true;
}
