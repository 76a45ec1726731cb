/**
 * Statements of the claim, the begin and the end. Leases are by the database's clock (`now()` is
 * the begin of the transaction).
 */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { MessageKey, MessageRow, MessageState } from "./message.ts";
import { BUCKETS } from "./store.ts";

const COLUMNS = sql`subject_id as "subjectId", message_id as "messageId", class, purpose, topic, family,
  campaign_id as "campaignId", template, params, language, address_id as "addressId", marketing, attempts, repeats`;

/** Buckets with something to send now: one look into the index for each. */
export async function waitingBuckets(tx: Tx): Promise<readonly number[]> {
  const query = sql<{ bucket: number }>`
    select bucket::integer as bucket from generate_series(0, ${BUCKETS - 1}) as b(bucket)
     where exists (select 1 from message m
       where m.bucket = b.bucket and m.state = 'queued' and m.not_before <= now())`;
  return (await query.execute(tx)).rows.map((row) => row.bucket);
}

/** What waits in a bucket, service and legal messages first; nothing is locked yet. */
export async function candidates(
  tx: Tx,
  bucket: number,
  sizeMax: number,
): Promise<readonly MessageKey[]> {
  const query = sql<MessageKey>`
    select subject_id as "subjectId", message_id as "messageId" from message
     where bucket = ${bucket} and state = 'queued' and not_before <= now()
     order by marketing, not_before limit ${sizeMax}`;
  return (await query.execute(tx)).rows;
}

/** Takes those of the candidates that still wait and that nobody else is taking. */
export async function takeWaiting(
  tx: Tx,
  bucket: number,
  keys: readonly MessageKey[],
): Promise<readonly MessageRow[]> {
  const query = sql<MessageRow>`
    select ${COLUMNS} from message
     where bucket = ${bucket} and state = 'queued' and (subject_id, message_id) in (${pairs(keys)})
     order by marketing, not_before for update skip locked`;
  return (await query.execute(tx)).rows;
}

export async function markClaimed(
  tx: Tx,
  keys: readonly MessageKey[],
  token: string,
  leaseMs: number,
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update message set state = 'claimed', claim_token = ${token}, outcome = null,
        lease_until = now() + ${leaseMs} * interval '1 millisecond'
     where (subject_id, message_id) in (${pairs(keys)})`.execute(tx);
}

export type Verdict = MessageKey & { readonly outcome: string };

/** Messages that end where they are decided: denied by the gate, or not to be written. */
export async function markEnded(
  tx: Tx,
  state: "denied" | "failed",
  verdicts: readonly Verdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await sql`
    update message m set state = ${state}, outcome = v.outcome, lease_until = null
      from ${verdictRows(verdicts)} v
     where m.subject_id = v.subject_id and m.message_id = v.message_id`.execute(tx);
}

/**
 * Marks claims as begun, each only if it is still its worker's and its lease lives. @returns keys
 * (`subject message`) of those that may now be handed over.
 */
export async function markBegun(
  tx: Tx,
  claims: readonly (MessageKey & { readonly token: string })[],
  leaseMs: number,
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const query = sql<MessageKey>`
    update message m set state = 'begun', attempts = attempts + 1, begun_at = now(),
        lease_until = now() + ${leaseMs} * interval '1 millisecond'
      from ${claimRows(claims)} c
     where m.subject_id = c.subject_id and m.message_id = c.message_id and m.state = 'claimed'
       and m.claim_token = c.token and m.lease_until > now()
    returning m.subject_id as "subjectId", m.message_id as "messageId"`;
  return new Set((await query.execute(tx)).rows.map(keyText));
}

/**
 * Gives claims back to be decided anew, after a pause. Those that are no longer the worker's stay
 * as they are.
 */
export async function giveBack(
  tx: Tx,
  claims: readonly (MessageKey & { readonly token: string })[],
  pauseMs: number,
): Promise<void> {
  if (claims.length === 0) return;
  await sql`
    update message m set state = 'queued', lease_until = null, claim_token = null,
        not_before = now() + ${pauseMs} * interval '1 millisecond'
      from ${claimRows(claims)} c
     where m.subject_id = c.subject_id and m.message_id = c.message_id and m.state = 'claimed'
       and m.claim_token = c.token`.execute(tx);
}

export type Ending = MessageKey & {
  readonly token: string;
  readonly state: Extract<MessageState, "sent" | "failed" | "ambiguous" | "queued">;
  readonly outcome: string;
  /** Until it is tried again; for `queued`. */
  readonly pauseMs: number;
  /** Whether this attempt may have arrived, so that the next one is a repeat. */
  readonly mayHaveArrived: boolean;
};

/**
 * Writes down how attempts ended. A worker that lost its lease meanwhile may still tell what the
 * server said, for as long as nobody else has taken the message: the truth is better than
 * `ambiguous`.
 */
export async function endAttempts(tx: Tx, endings: readonly Ending[], at: Date): Promise<void> {
  if (endings.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e("subjectId" uuid,
    "messageId" uuid, token uuid, state text, outcome text, "pauseMs" integer, "mayHaveArrived" boolean)`;
  await sql`
    with ended as (
      update message m set state = e.state, outcome = e.outcome, lease_until = null,
          repeats = m.repeats + e."mayHaveArrived"::integer,
          not_before = now() + e."pauseMs" * interval '1 millisecond',
          sent_at = case when e.state = 'sent' then ${at}::timestamptz end
        from ${rows}
       where m.subject_id = e."subjectId" and m.message_id = e."messageId" and m.claim_token = e.token
         and m.state in ('begun', 'ambiguous', 'queued')
      returning m.subject_id, m.message_id, m.attempts, m.begun_at, m.outcome)
    insert into message_attempt (subject_id, message_id, attempt, begun_at, ended_at, outcome)
    select subject_id, message_id, attempts, begun_at, ${at}, outcome from ended
    on conflict (subject_id, message_id, attempt) do nothing`.execute(tx);
}

/**
 * What workers that died left behind in a bucket. A claim that had not begun waits again; a
 * marketing message that had begun is ambiguous and is not repeated; others that had begun wait
 * again, as a repeat. @returns how many there were.
 */
export async function recoverLost(tx: Tx, bucket: number): Promise<number> {
  const query = sql<{ lost: number }>`
    with lost as (
      update message set lease_until = null, not_before = now(),
          state = case when state = 'begun' and marketing then 'ambiguous' else 'queued' end,
          outcome = case when state = 'begun' then 'lost' else outcome end,
          repeats = repeats + (state = 'begun' and not marketing)::integer
       where bucket = ${bucket} and state in ('claimed', 'begun') and lease_until <= now()
      returning subject_id, message_id, attempts, begun_at, outcome),
    recorded as (
      insert into message_attempt (subject_id, message_id, attempt, begun_at, ended_at, outcome)
      select subject_id, message_id, attempts, begun_at, now(), 'lost' from lost
       where outcome = 'lost' and attempts > 0
      on conflict (subject_id, message_id, attempt) do nothing)
    select count(*)::integer as lost from lost`;
  return (await query.execute(tx)).rows[0]?.lost ?? 0;
}

export function keyText({ subjectId, messageId }: MessageKey): string {
  return `${subjectId} ${messageId}`;
}

function pairs(keys: readonly MessageKey[]) {
  return sql`select * from unnest(${keys.map((key) => key.subjectId)}::uuid[],
    ${keys.map((key) => key.messageId)}::uuid[])`;
}

function claimRows(claims: readonly (MessageKey & { readonly token: string })[]) {
  return sql`(select * from unnest(${claims.map((claim) => claim.subjectId)}::uuid[],
    ${claims.map((claim) => claim.messageId)}::uuid[], ${claims.map((claim) => claim.token)}::uuid[])
    as c(subject_id, message_id, token))`;
}

function verdictRows(verdicts: readonly Verdict[]) {
  return sql`(select * from unnest(${verdicts.map((verdict) => verdict.subjectId)}::uuid[],
    ${verdicts.map((verdict) => verdict.messageId)}::uuid[],
    ${verdicts.map((verdict) => verdict.outcome)}::text[]) as v(subject_id, message_id, outcome))`;
}
