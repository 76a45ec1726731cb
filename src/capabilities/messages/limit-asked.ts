import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { NewMessage } from "./message.ts";
import type { MessageDeps } from "./ports.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const IN_AN_HOUR_MAX = 3;
const IN_A_DAY_MAX = 10;

/**
 * Of these messages, those that may be queued. A mail that anybody can call forth by naming an
 * address is bounded for each address and template; who asks for more is answered the same and
 * sends nothing, so that the bound tells nobody what others asked for.
 */
export async function withinLimits(
  deps: Pick<MessageDeps, "askedByAnyone" | "clock" | "onLimited" | "people">,
  tx: Tx,
  messages: readonly NewMessage[],
): Promise<readonly NewMessage[]> {
  const allowed: NewMessage[] = [];
  for (const message of messages) {
    const { subjectId, addressId, template } = message;
    const isBounded = deps.askedByAnyone.has(template);
    const hash = isBounded ? await deps.people.addressHash(tx, subjectId, addressId) : null;
    if (hash === null || (await take(tx, hash, template, deps.clock()))) allowed.push(message);
    else deps.onLimited(template);
  }
  return allowed;
}

/** Counts one more; of two at once the second waits for the first's commit. */
async function take(tx: Tx, hash: Buffer, template: string, now: number): Promise<boolean> {
  const key = `mail asked ${template} ${hash.toString("hex")}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const query = sql<{ hour: number; day: number }>`
    select count(*) filter (where at > ${new Date(now - HOUR_MS)})::integer as hour,
      count(*)::integer as day
      from message_asked
     where address_hash = ${hash} and template = ${template} and at > ${new Date(now - DAY_MS)}`;
  const { hour = 0, day = 0 } = (await query.execute(tx)).rows[0] ?? {};
  if (hour >= IN_AN_HOUR_MAX || day >= IN_A_DAY_MAX) return false;
  await sql`
    insert into message_asked (address_hash, template, at)
    values (${hash}, ${template}, ${new Date(now)})`.execute(tx);
  return true;
}

/** Counts that no longer bound anything. */
export async function dropOldAsked(tx: Tx, now: number): Promise<void> {
  await sql`delete from message_asked where at < ${new Date(now - DAY_MS)}`.execute(tx);
}
