import type { Tx } from "#platform/database/database";
import type { PeoplePorts } from "./ports.ts";
import { addressHashes, claimRows, provenHashes } from "./store.ts";

/** How far a right reaches that somebody exercises who proved an address. */
export type Reach = {
  /** All ids of the person. */
  readonly own: readonly string[];
  /**
   * Subjects that gave an address of this person and proved none. Nobody else can be behind them:
   * what was sent names no other way to reach anybody that was shown to be theirs.
   */
  readonly claims: readonly string[];
  /** The person's address inside the record of somebody who proved another one. */
  readonly strays: readonly { readonly subjectId: string; readonly addressId: string }[];
};

/**
 * The person and what was sent under their proven addresses by nobody knows whom. Holds the
 * addresses to the end of the transaction, so that whoever sends or proves at the same moment comes
 * wholly before or wholly after.
 * @param erased whether those are meant that were erased already; else those that live.
 */
export async function reachOf(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
  erased = false,
): Promise<Reach> {
  await hold(ports, tx, await provenHashes(tx, [id]));
  // Read again: another proof may have joined two people while this waited.
  const hashes = await provenHashes(tx, [id]);
  await hold(ports, tx, hashes);
  const own = (await ports.subjects(tx, [id])).get(id)?.ids?.map((each) => each.id) ?? [id];
  const rows = (await claimRows(tx, hashes)).filter(
    (row) => !own.includes(row.subjectId) && row.erased === erased,
  );
  const claims = new Set(rows.filter((row) => !row.isAnothers).map((row) => row.subjectId));
  const strays = rows
    .filter((row) => row.isAnothers)
    .map(({ subjectId, addressId }) => ({ subjectId, addressId }));
  return { own, claims: [...claims], strays };
}

/** Holds one address of a subject; nothing where it is gone. */
export async function holdAddress(
  ports: PeoplePorts,
  tx: Tx,
  id: string,
  addressId: string,
): Promise<void> {
  const own = (await addressHashes(tx, [id])).filter((row) => row.addressId === addressId);
  await hold(
    ports,
    tx,
    own.map((row) => row.hash),
  );
}

function hold(ports: PeoplePorts, tx: Tx, hashes: readonly string[]): Promise<void> {
  return ports.vault.hold(
    tx,
    hashes.map((hash) => Buffer.from(hash, "hex")),
  );
}
