import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

/** Attempts under one key are counted and begun one after the other. */
export async function holdKey(tx: Tx, keyHash: Buffer): Promise<void> {
  const key = `sign-in ${keyHash.toString("hex")}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertAttempts(tx: Tx, keys: readonly Buffer[], at: Date): Promise<void> {
  await sql`
    insert into staff_attempt (key_hash, at)
    select key_hash, ${at}::timestamptz from unnest(${keys}::bytea[]) as k(key_hash)`.execute(tx);
}

export async function countAttempts(tx: Tx, keyHash: Buffer, since: Date): Promise<number> {
  const query = sql<{ attempts: number }>`
    select count(*)::integer as attempts from staff_attempt where key_hash = ${keyHash} and at > ${since}`;
  return (await query.execute(tx)).rows[0]?.attempts ?? 0;
}

/** Takes back the one attempt that turned out to be the colleague's, and all slips under `pair`. */
export async function forgiveAttempts(
  tx: Tx,
  pair: Buffer,
  keys: readonly Buffer[],
  at: Date,
): Promise<void> {
  await sql`
    delete from staff_attempt
     where key_hash = ${pair} or (key_hash = any(${keys}::bytea[]) and at = ${at})`.execute(tx);
}

export async function isKnownNetwork(tx: Tx, pair: Buffer): Promise<boolean> {
  const query = sql`select 1 from staff_network where key_hash = ${pair}`;
  return (await query.execute(tx)).rows.length > 0;
}

export async function keepNetwork(tx: Tx, pair: Buffer, now: Date): Promise<void> {
  await sql`
    insert into staff_network (key_hash, seen_at) values (${pair}, ${now})
    on conflict (key_hash) do update set seen_at = excluded.seen_at`.execute(tx);
}

export async function dropOldNetworks(tx: Tx, before: Date): Promise<void> {
  await sql`delete from staff_network where seen_at < ${before}`.execute(tx);
}
