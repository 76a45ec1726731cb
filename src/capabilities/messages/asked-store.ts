import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How often it was asked for; of two at once the second waits for the first's commit. */
export async function countAsked(
  tx: Tx,
  hash: Buffer,
  template: string,
  now: number,
): Promise<{ readonly inHour: number; readonly inDay: number }> {
  const key = `mail asked ${template} ${hash.toString("hex")}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const query = sql<{ inHour: number; inDay: number }>`
    select count(*) filter (where at > ${new Date(now - HOUR_MS)})::integer as "inHour",
      count(*)::integer as "inDay"
      from message_asked
     where address_hash = ${hash} and template = ${template} and at > ${new Date(now - DAY_MS)}`;
  return (await query.execute(tx)).rows[0] ?? { inHour: 0, inDay: 0 };
}

export async function insertAsked(
  tx: Tx,
  hash: Buffer,
  template: string,
  now: number,
): Promise<void> {
  await sql`
    insert into message_asked (address_hash, template, at)
    values (${hash}, ${template}, ${new Date(now)})`.execute(tx);
}

/** Counts that no longer bound anything. */
export async function dropOldAsked(tx: Tx, now: number): Promise<void> {
  await sql`delete from message_asked where at < ${new Date(now - DAY_MS)}`.execute(tx);
}
