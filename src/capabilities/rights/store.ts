import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type RequestKind =
  | "access"
  | "correction"
  | "erasure"
  | "restriction"
  | "portability"
  | "objection"
  | "opt-out"
  | "complaint";

export type RequestState =
  | "awaiting-proof"
  | "open"
  | "erasing"
  | "answered"
  | "refused"
  | "lapsed";

export type RequestRow = {
  readonly subjectId: string;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly regime: string;
  readonly language: string;
  readonly addressId: string;
  readonly state: RequestState;
  readonly receivedAt: Date;
  readonly provenAt: Date | null;
  /** Plain date. */
  readonly due: string;
  readonly answeredAt: Date | null;
  readonly messageValueId: string | null;
  readonly clarificationAskedAt: Date | null;
  readonly clarifiedAt: Date | null;
  readonly extendedAt: Date | null;
  readonly demo: boolean;
};

const COLUMNS = sql`r.subject_id as "subjectId", r.request_id as "requestId", r.kind, r.regime, r.language,
  r.address_id as "addressId", r.state, r.received_at as "receivedAt", r.proven_at as "provenAt", r.due,
  r.answered_at as "answeredAt", r.message_value_id as "messageValueId",
  r.clarification_asked_at as "clarificationAskedAt", r.clarified_at as "clarifiedAt",
  r.extended_at as "extendedAt", coalesce(s.demo, false) as demo`;

const FROM = sql`rights_request r left join subject_state s on s.subject_id = r.subject_id`;

export async function insertRequest(tx: Tx, row: Omit<RequestRow, "demo">): Promise<boolean> {
  const done = await sql`
    insert into rights_request (subject_id, request_id, kind, regime, language, address_id, state,
      received_at, due, message_value_id)
    values (${row.subjectId}, ${row.requestId}, ${row.kind}, ${row.regime}, ${row.language},
      ${row.addressId}, ${row.state}, ${row.receivedAt}, ${row.due}, ${row.messageValueId})
    on conflict do nothing`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

/** Takes the form's key; false when it was taken before. */
export async function takeKey(tx: Tx, keyHash: Buffer, at: Date): Promise<boolean> {
  const done = await sql`
    insert into rights_request_key (key_hash, received_at) values (${keyHash}, ${at})
    on conflict (key_hash) do nothing`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

/** Keys of forms that can no longer be sent again. */
export async function dropOldKeys(tx: Tx, before: Date): Promise<void> {
  await sql`delete from rights_request_key where received_at < ${before}`.execute(tx);
}

export async function requestRow(
  tx: Tx,
  subjectId: string,
  requestId: string,
  lock: boolean,
): Promise<RequestRow | null> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM}
     where r.subject_id = ${subjectId} and r.request_id = ${requestId} ${lock ? sql`for update of r` : sql``}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** Open ones first, by the day they are due; at most 500. */
export async function requestRows(tx: Tx): Promise<readonly RequestRow[]> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM}
     order by (r.state in ('awaiting-proof', 'open', 'erasing')) desc, r.due, r.received_at desc limit 500`;
  return (await query.execute(tx)).rows;
}

export async function setRequest(
  tx: Tx,
  row: Pick<RequestRow, "subjectId" | "requestId">,
  set: {
    readonly state: RequestState;
    readonly clarificationAskedAt?: Date;
    readonly clarifiedAt?: Date;
    readonly extendedAt?: Date;
    readonly provenAt?: Date;
    readonly answeredAt?: Date;
    readonly due?: string;
  },
): Promise<void> {
  await sql`
    update rights_request set state = ${set.state},
        proven_at = coalesce(${set.provenAt ?? null}, proven_at),
        clarification_asked_at = coalesce(${set.clarificationAskedAt ?? null}, clarification_asked_at),
        clarified_at = coalesce(${set.clarifiedAt ?? null}, clarified_at),
        extended_at = coalesce(${set.extendedAt ?? null}, extended_at),
        answered_at = coalesce(${set.answeredAt ?? null}, answered_at),
        due = coalesce(${set.due ?? null}::date, due)
     where subject_id = ${row.subjectId} and request_id = ${row.requestId}`.execute(tx);
}

export type StepRow = {
  readonly at: Date;
  readonly step: string;
  readonly byStaff: string | null;
  readonly ground: string | null;
  readonly wordsValueId: string | null;
};

export async function insertStep(
  tx: Tx,
  row: {
    readonly subjectId: string;
    readonly requestId: string;
    readonly stepId: string;
  } & StepRow,
): Promise<void> {
  await sql`
    insert into rights_request_step (subject_id, request_id, step_id, at, step, by_staff, ground,
      words_value_id)
    values (${row.subjectId}, ${row.requestId}, ${row.stepId}, ${row.at}, ${row.step}, ${row.byStaff},
      ${row.ground}, ${row.wordsValueId})`.execute(tx);
}

export async function stepsOf(
  tx: Tx,
  subjectId: string,
  requestId: string,
): Promise<readonly StepRow[]> {
  const query = sql<StepRow>`
    select at, step, by_staff as "byStaff", ground, words_value_id as "wordsValueId" from rights_request_step
     where subject_id = ${subjectId} and request_id = ${requestId} order by at, step_id`;
  return (await query.execute(tx)).rows;
}

/** Erasures whose last mail may have ended, or that waited long enough for it. */
export async function erasingRows(tx: Tx): Promise<readonly RequestRow[]> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM} where r.state = 'erasing' order by r.received_at limit 100`;
  return (await query.execute(tx)).rows;
}

/** What somebody asked for so far, oldest first; at most 500. */
export async function rowsOfPerson(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly RequestRow[]> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM}
     where r.subject_id = any(${subjectIds}::uuid[]) order by r.received_at limit 500`;
  return (await query.execute(tx)).rows;
}

/** Requests of these ids that nothing was answered to yet, locked. */
export async function unfinishedRows(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly RequestRow[]> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM}
     where r.subject_id = any(${subjectIds}::uuid[]) and r.state in ('awaiting-proof', 'open')
     order by r.subject_id, r.request_id for update of r`;
  return (await query.execute(tx)).rows;
}

/** Requests whose address nobody proved in time. */
export async function unprovenRows(tx: Tx, before: Date): Promise<readonly RequestRow[]> {
  const query = sql<RequestRow>`
    select ${COLUMNS} from ${FROM}
     where r.state = 'awaiting-proof' and r.received_at < ${before} order by r.received_at limit 100`;
  return (await query.execute(tx)).rows;
}
