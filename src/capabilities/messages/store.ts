import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { MessageKey, MessageState, NewMessage } from "./message.ts";

export const BUCKETS = 16;

/** Queues messages; one that is known already stays as it is. @returns how many are new. */
export async function insertMessages(
  tx: Tx,
  rows: readonly NewMessage[],
  at: Date,
): Promise<number> {
  const list = rows.map((row) => ({ ...row, bucket: bucketOf(row.subjectId) }));
  const done = await sql`
    insert into message (subject_id, message_id, bucket, class, purpose, channel, topic, family,
      campaign_id, template, params, language, address_id, marketing, state, not_before, created_at)
    select "subjectId", "messageId", bucket, class, purpose, 'email', topic, family, "campaignId",
      template, params, language, "addressId", marketing, 'queued', now(), ${at}
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r("subjectId" uuid, "messageId" uuid,
        bucket smallint, class text, purpose text, topic text, family text, "campaignId" uuid,
        template text, params jsonb, language text, "addressId" uuid, marketing boolean)
    on conflict (subject_id, message_id) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** A person's messages share a bucket. */
export function bucketOf(subjectId: string): number {
  return Number.parseInt(subjectId.slice(-2), 16) % BUCKETS;
}

/**
 * Messages of these people that may be in the hands of a mail server at this moment: begun, and
 * their worker has not lost its lease. A claim is not counted, for it begins only while the
 * person's state is the one that it was decided on.
 */
export async function countInFlight(tx: Tx, subjectIds: readonly string[]): Promise<number> {
  const query = sql<{ flying: number }>`
    select count(*)::integer as flying from message
     where subject_id = any(${subjectIds}::uuid[]) and state = 'begun' and lease_until > now()`;
  return (await query.execute(tx)).rows[0]?.flying ?? 0;
}

export type MessageLine = {
  readonly messageId: string;
  readonly at: Date;
  readonly class: string;
  readonly template: string;
  readonly state: MessageState;
  /** Codes of the denial, or what the mail server said. */
  readonly outcome: string | null;
};

/** Newest first; at most 500. */
export async function messagesOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly MessageLine[]> {
  const query = sql<MessageLine>`
    select message_id as "messageId", coalesce(sent_at, created_at) as at, class, template, state, outcome
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

/** Those of the people to whom a message of the campaign was queued, whatever became of it. */
export async function writtenTo(
  tx: Tx,
  campaignId: string,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const query = sql<{ id: string }>`
    select subject_id as id from message
     where subject_id = any(${subjectIds}::uuid[]) and campaign_id = ${campaignId}`;
  return new Set((await query.execute(tx)).rows.map(({ id }) => id));
}

/** People whom the campaign's message did not reach, in the order of ids. */
export async function unsentOf(
  tx: Tx,
  campaignId: string,
  after: string | null,
  sizeMax: number,
): Promise<readonly string[]> {
  const start = after === null ? sql`true` : sql`subject_id > ${after}`;
  const query = sql<{ id: string }>`
    select distinct subject_id as id from message
     where campaign_id = ${campaignId} and state in ('failed', 'denied', 'cancelled') and ${start}
     order by subject_id limit ${sizeMax}`;
  return (await query.execute(tx)).rows.map(({ id }) => id);
}

/** Stops what has not begun; a claim finds its message gone when it wants to begin. */
export async function cancelCampaign(tx: Tx, campaignId: string): Promise<void> {
  await sql`
    update message set state = 'cancelled', outcome = 'stopped', lease_until = null, claim_token = null
     where campaign_id = ${campaignId} and state in ('queued', 'claimed')`.execute(tx);
}

export async function stateOf(tx: Tx, key: MessageKey): Promise<MessageState | null> {
  const query = sql<{ state: MessageState }>`
    select state from message where subject_id = ${key.subjectId} and message_id = ${key.messageId}`;
  return (await query.execute(tx)).rows[0]?.state ?? null;
}

/**
 * Everything about these people's messages; the capability keeps nothing else of them.
 * @returns what was there, for whoever keeps letters under their ids.
 */
export async function eraseMessages(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly { readonly messageId: string; readonly template: string }[]> {
  const ids = sql`subject_id = any(${subjectIds}::uuid[])`;
  await sql`delete from message_attempt where ${ids}`.execute(tx);
  const query = sql<{ messageId: string; template: string }>`
    delete from message where ${ids} returning message_id as "messageId", template`;
  return (await query.execute(tx)).rows;
}

export type FoundMessage = MessageKey & {
  readonly state: MessageState;
  readonly purpose: string;
  readonly topic: string | null;
  readonly addressId: string;
  readonly language: string;
  readonly marketing: boolean;
};

/** The message that an address of a report or of an unsubscribe mail names. */
export async function findMessage(tx: Tx, messageId: string): Promise<FoundMessage | null> {
  const query = sql<FoundMessage>`
    select subject_id as "subjectId", message_id as "messageId", state, purpose, topic,
      address_id as "addressId", language, marketing
      from message where message_id = ${messageId} limit 1`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** A report that came after the server had taken the message. */
export async function markBounced(tx: Tx, key: MessageKey, outcome: string): Promise<void> {
  await sql`
    update message set state = 'failed', outcome = ${outcome}
     where subject_id = ${key.subjectId} and message_id = ${key.messageId}
       and state in ('sent', 'ambiguous')`.execute(tx);
}
