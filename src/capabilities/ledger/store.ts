import { sql } from "kysely";
import type { Fact } from "#core/ledger/fact";
import type { Tx } from "#platform/database/database";

/** Positions for a batch, in order. */
export async function drawPositions(tx: Tx, count: number): Promise<readonly number[]> {
  const query = sql<{ position: number }>`
    select nextval('fact_position') as position from generate_series(1, ${count})`;
  return (await query.execute(tx)).rows.map((row) => row.position);
}

export async function insertFacts(
  tx: Tx,
  facts: readonly Fact[],
  leaves: readonly Uint8Array[],
): Promise<void> {
  const ids = facts.map((fact) => fact.subjectId);
  const positions = facts.map((fact) => fact.position);
  await sql`
    insert into fact (subject_id, position, kind, at, notice_version, body, nonce, commitment)
    select * from unnest(${ids}::uuid[], ${positions}::bigint[], ${facts.map((fact) => fact.kind)}::text[],
      ${facts.map((fact) => new Date(fact.at))}::timestamptz[],
      ${facts.map((fact) => fact.noticeVersion)}::integer[],
      ${facts.map((fact) => JSON.stringify(fact.body))}::jsonb[],
      ${facts.map((fact) => Buffer.from(fact.nonce))}::bytea[],
      ${facts.map((fact) => Buffer.from(fact.commitment))}::bytea[])`.execute(tx);
  await sql`
    insert into fact_unsequenced (subject_id, position, leaf)
    select * from unnest(${ids}::uuid[], ${positions}::bigint[],
      ${leaves.map((leaf) => Buffer.from(leaf))}::bytea[])`.execute(tx);
}

export type FactRow = {
  readonly subjectId: string;
  readonly position: number;
  readonly kind: string;
  readonly at: Date;
  readonly noticeVersion: number | null;
  readonly body: object;
  readonly nonce: Buffer;
  readonly commitment: Buffer;
  readonly leafIndex: number | null;
};

const FACT = sql`
  f.subject_id as "subjectId", f.position, f.kind, f.at, f.notice_version as "noticeVersion", f.body, f.nonce,
  f.commitment, l.leaf_index as "leafIndex"`;

/** Facts of people, oldest first. @param sizeMax the newest so many. */
export async function factsOf(
  tx: Tx,
  subjectIds: readonly string[],
  sizeMax: number,
): Promise<readonly FactRow[]> {
  const query = sql<FactRow>`
    select * from (
      select ${FACT} from fact f left join log_leaf l on l.position = f.position
       where f.subject_id = any(${subjectIds}::uuid[]) order by f.position desc limit ${sizeMax}) x
     order by position`;
  return (await query.execute(tx)).rows;
}

export async function factAt(tx: Tx, subjectId: string, position: number): Promise<FactRow | null> {
  const query = sql<FactRow>`
    select ${FACT} from fact f left join log_leaf l on l.position = f.position
     where f.subject_id = ${subjectId} and f.position = ${position}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** One sequencer at a time, over all servers; false: another is at work. */
export async function tryLockSequencer(tx: Tx): Promise<boolean> {
  const query = sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(7210513906) as locked`;
  return (await query.execute(tx)).rows[0]?.locked ?? false;
}

export async function unsequenced(
  tx: Tx,
  sizeMax: number,
): Promise<readonly { readonly position: number; readonly leaf: Buffer }[]> {
  const query = sql<{ position: number; leaf: Buffer }>`
    select position, leaf from fact_unsequenced order by position limit ${sizeMax}`;
  return (await query.execute(tx)).rows;
}

export async function countUnsequenced(tx: Tx): Promise<number> {
  const query = sql<{ waiting: number }>`select count(*)::integer as waiting from fact_unsequenced`;
  return (await query.execute(tx)).rows[0]?.waiting ?? 0;
}

export type LeafRow = {
  readonly index: number;
  readonly position: number;
  readonly leaf: Buffer;
  readonly hash: Buffer;
};

export async function insertLeaves(tx: Tx, rows: readonly LeafRow[]): Promise<void> {
  const positions = rows.map((row) => row.position);
  await sql`
    insert into log_leaf (leaf_index, position, leaf, hash)
    select * from unnest(${rows.map((row) => row.index)}::bigint[], ${positions}::bigint[],
      ${rows.map((row) => row.leaf)}::bytea[], ${rows.map((row) => row.hash)}::bytea[])`.execute(
    tx,
  );
  await sql`delete from fact_unsequenced where position = any(${positions}::bigint[])`.execute(tx);
}

export async function insertNodes(
  tx: Tx,
  rows: readonly { readonly level: number; readonly index: number; readonly hash: Uint8Array }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into log_node (level, node_index, hash)
    select * from unnest(${rows.map((row) => row.level)}::smallint[],
      ${rows.map((row) => row.index)}::bigint[], ${rows.map((row) => Buffer.from(row.hash))}::bytea[])`.execute(
    tx,
  );
}

export async function logSize(tx: Tx): Promise<number> {
  const query = sql<{ size: number }>`
    select coalesce(max(leaf_index) + 1, 0)::bigint as size from log_leaf`;
  return (await query.execute(tx)).rows[0]?.size ?? 0;
}

/** Entries of the log; for bundles and for the console. */
export async function leavesFrom(tx: Tx, from: number, count: number): Promise<readonly LeafRow[]> {
  const query = sql<LeafRow>`
    select leaf_index as index, position, leaf, hash from log_leaf
     where leaf_index >= ${from} and leaf_index < ${from + count} order by leaf_index`;
  return (await query.execute(tx)).rows;
}

/** Hashes of one row of the tree; level 0 is the leaves, else a multiple of eight. */
export async function nodesFrom(
  tx: Tx,
  level: number,
  from: number,
  count: number,
): Promise<readonly Buffer[]> {
  if (level === 0) return (await leavesFrom(tx, from, count)).map((row) => row.hash);
  const query = sql<{ hash: Buffer }>`
    select hash from log_node
     where level = ${level} and node_index >= ${from} and node_index < ${from + count}
     order by node_index`;
  return (await query.execute(tx)).rows.map((row) => row.hash);
}

export async function insertCheckpoint(
  tx: Tx,
  size: number,
  note: string,
  at: Date,
): Promise<void> {
  await sql`
    insert into log_checkpoint (size, note, at) values (${size}, ${note}, ${at})
    on conflict (size) do nothing`.execute(tx);
}

export async function newestCheckpoint(
  tx: Tx,
): Promise<{ readonly size: number; readonly note: string } | null> {
  const query = sql<{ size: number; note: string }>`
    select size, note from log_checkpoint order by size desc limit 1`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** Facts a day over the last days, for the console. */
export async function factsPerDay(
  tx: Tx,
  days: number,
): Promise<readonly { readonly day: string; readonly facts: number }[]> {
  const query = sql<{ day: string; facts: number }>`
    select to_char(at, 'YYYY-MM-DD') as day, count(*)::integer as facts
      from fact where at > now() - make_interval(days => ${days}) group by 1 order by 1`;
  return (await query.execute(tx)).rows;
}
