import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export const BUCKETS = 16;

export type MessageState =
  | "queued"
  | "claimed"
  | "begun"
  | "sent"
  | "failed"
  | "ambiguous"
  | "denied"
  | "cancelled";

export type MessageRow = {
  readonly subjectId: string;
  readonly messageId: string;
  readonly class: string;
  readonly purpose: string;
  readonly topic: string | null;
  readonly family: string | null;
  readonly campaignId: string | null;
  readonly template: string;
  readonly params: { readonly [name: string]: string };
  readonly language: string;
  readonly addressId: string;
  readonly marketing: boolean;
  readonly attempts: number;
};

export type NewMessage = Omit<MessageRow, "attempts">;

const COLUMNS = sql`subject_id as "subjectId", message_id as "messageId", class, purpose, topic, family,
  campaign_id as "campaignId", template, params, language, address_id as "addressId", marketing, attempts`;

/** Queues messages; one that is queued already stays as it is. */
export async function insertMessages(tx: Tx, rows: readonly NewMessage[], at: Date): Promise<void> {
  const list = rows.map((row) => ({ ...row, bucket: bucketOf(row.subjectId) }));
  await sql`
    insert into message (subject_id, message_id, bucket, class, purpose, channel, topic, family,
      campaign_id, template, params, language, address_id, marketing, state, not_before, created_at)
    select "subjectId", "messageId", bucket, class, purpose, 'email', topic, family, "campaignId",
      template, params, language, "addressId", marketing, 'queued', ${at}, ${at}
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r("subjectId" uuid, "messageId" uuid,
        bucket smallint, class text, purpose text, topic text, family text, "campaignId" uuid,
        template text, params jsonb, language text, "addressId" uuid, marketing boolean)
    on conflict (subject_id, message_id) do nothing`.execute(tx);
}

/** A person's messages share a bucket. */
export function bucketOf(subjectId: string): number {
  return Number.parseInt(subjectId.slice(-2), 16) % BUCKETS;
}

/** Takes one waiting message of a bucket; others skip it until this transaction ends. */
export async function nextWaiting(tx: Tx, bucket: number, now: Date): Promise<MessageRow | null> {
  const query = sql<MessageRow>`
    select ${COLUMNS} from message
     where bucket = ${bucket} and state = 'queued' and not_before <= ${now}
     order by marketing, not_before limit 1 for update skip locked`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** Buckets with something to send now. */
export async function waitingBuckets(tx: Tx, now: Date): Promise<readonly number[]> {
  const query = sql<{ bucket: number }>`
    select distinct bucket from message where state = 'queued' and not_before <= ${now}`;
  return (await query.execute(tx)).rows.map((row) => row.bucket);
}

type Key = { readonly subjectId: string; readonly messageId: string };

export async function markClaimed(tx: Tx, key: Key, leaseUntil: Date): Promise<void> {
  await sql`
    update message set state = 'claimed', attempts = attempts + 1, lease_until = ${leaseUntil}
     where subject_id = ${key.subjectId} and message_id = ${key.messageId}`.execute(tx);
}

/** False when the claim is no longer ours: the lease ran out, or somebody stopped it. Then nothing may be sent. */
export async function markBegun(tx: Tx, key: Key, leaseUntil: Date, now: Date): Promise<boolean> {
  const done = await sql`
    update message set state = 'begun'
     where subject_id = ${key.subjectId} and message_id = ${key.messageId} and state = 'claimed'
       and lease_until = ${leaseUntil} and lease_until > ${now}`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

export async function markEnded(
  tx: Tx,
  key: Key,
  state: MessageState,
  outcome: string | null,
  now: Date,
): Promise<void> {
  const sentAt = state === "sent" ? now : null;
  await sql`
    update message set state = ${state}, outcome = ${outcome}, lease_until = null, sent_at = ${sentAt}
     where subject_id = ${key.subjectId} and message_id = ${key.messageId}`.execute(tx);
}

export async function putBack(tx: Tx, key: Key, notBefore: Date, outcome: string): Promise<void> {
  await sql`
    update message set state = 'queued', lease_until = null, not_before = ${notBefore}, outcome = ${outcome}
     where subject_id = ${key.subjectId} and message_id = ${key.messageId}`.execute(tx);
}

/**
 * What workers that died left behind. A claim that had not begun waits again; a marketing message that had begun is ambiguous and is not repeated; others
 * that had begun wait again, and will be marked as a repeat.
 */
export async function recoverLost(tx: Tx, now: Date): Promise<number> {
  const done = await sql`
    update message set lease_until = null,
        state = case when state = 'begun' and marketing then 'ambiguous' else 'queued' end,
        params = case when state = 'begun' and not marketing
          then params || '{"repeat": "1"}' else params end
     where state in ('claimed', 'begun') and lease_until <= ${now}`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Messages of these people that a worker holds at this moment. */
export async function countInFlight(
  tx: Tx,
  subjectIds: readonly string[],
  now: Date,
): Promise<number> {
  const query = sql<{ flying: number }>`
    select count(*)::integer as flying from message
     where subject_id = any(${subjectIds}::uuid[]) and state in ('claimed', 'begun')
       and lease_until > ${now}`;
  return (await query.execute(tx)).rows[0]?.flying ?? 0;
}

export type MessageLine = {
  readonly messageId: string;
  readonly at: Date;
  readonly class: string;
  readonly template: string;
  readonly state: MessageState;
};

export async function messagesOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly MessageLine[]> {
  const query = sql<MessageLine>`
    select message_id as "messageId", coalesce(sent_at, created_at) as at, class, template, state
      from message where subject_id = any(${subjectIds}::uuid[]) order by created_at desc limit 500`;
  return (await query.execute(tx)).rows;
}

export async function campaignStates(
  tx: Tx,
  campaignId: string,
): Promise<{ readonly [state: string]: number }> {
  const query = sql<{ state: string; messages: number }>`
    select state, count(*)::integer as messages from message
     where campaign_id = ${campaignId} group by state`;
  const { rows } = await query.execute(tx);
  return Object.fromEntries(rows.map(({ state, messages }) => [state, messages]));
}

/** Stops what has not begun. */
export async function cancelCampaign(tx: Tx, campaignId: string): Promise<void> {
  await sql`
    update message set state = 'cancelled', outcome = 'stopped'
     where campaign_id = ${campaignId} and state = 'queued'`.execute(tx);
}

export async function stateOf(tx: Tx, key: Key): Promise<MessageState | null> {
  const query = sql<{ state: MessageState }>`
    select state from message where subject_id = ${key.subjectId} and message_id = ${key.messageId}`;
  return (await query.execute(tx)).rows[0]?.state ?? null;
}

export async function eraseMessages(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await sql`delete from message where subject_id = any(${subjectIds}::uuid[])`.execute(tx);
}
