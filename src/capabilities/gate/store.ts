import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

/**
 * Locks the rows of people and of everybody linked with them, in one order, so that two that lock
 * the same never wait for each other.
 * @param how `update`: whoever changes what narrows; `share`: whoever decides and acts before the
 * transaction ends.
 */
export async function lockSubjects(
  tx: Tx,
  subjectIds: readonly string[],
  how: "update" | "share",
): Promise<readonly string[]> {
  const lock = how === "update" ? sql`for update` : sql`for share`;
  const query = sql<{ subject_id: string }>`
    select subject_id from subject_state where cluster_id = any(array(
      select cluster_id from subject_state where subject_id = any(${subjectIds}::uuid[])))
     order by subject_id ${lock}`;
  return (await query.execute(tx)).rows.map((row) => row.subject_id);
}

/** Position of the last fact of each subject. */
export async function epochsOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const query = sql<{ id: string; epoch: number }>`
    select subject_id as id, epoch from subject_state where subject_id = any(${subjectIds}::uuid[])`;
  return new Map((await query.execute(tx)).rows.map(({ id, epoch }) => [id, epoch]));
}

export type RegisterRow = {
  readonly register: string;
  readonly entryId: string;
  readonly from: number;
  readonly until: number | null;
  readonly body: { readonly [name: string]: unknown };
};

/** The newest entry of each id, of all registers. */
export async function registerRows(tx: Tx): Promise<readonly RegisterRow[]> {
  const query = sql<RegisterRow>`
    select distinct on (register, entry_id) register, entry_id as "entryId",
      (extract(epoch from valid_from) * 1000)::bigint as "from",
      (extract(epoch from valid_until) * 1000)::bigint as "until", body
      from register_entry order by register, entry_id, position desc`;
  return (await query.execute(tx)).rows;
}

export type SubjectKind = "person" | "device";

/** A page of ids of people, or of devices, without erased ones, in the order of ids. */
export async function subjectPage(
  tx: Tx,
  after: string | null,
  sizeMax: number,
  kind: SubjectKind = "person",
): Promise<readonly string[]> {
  const start = after === null ? sql`true` : sql`subject_id > ${after}`;
  const query = sql<{ id: string }>`
    select subject_id as id from subject_state
     where kind = ${kind} and erased_position is null and cluster_id = subject_id and ${start}
     order by subject_id limit ${sizeMax}`;
  return (await query.execute(tx)).rows.map((row) => row.id);
}

export async function countPeople(tx: Tx, kind: SubjectKind = "person"): Promise<number> {
  const query = sql<{ people: number }>`
    select count(*)::integer as people from subject_state
     where kind = ${kind} and erased_position is null and cluster_id = subject_id`;
  return (await query.execute(tx)).rows[0]?.people ?? 0;
}

/** Facts of subjects move their epochs; those of the organisation that count change a register. */
export async function newestEpoch(tx: Tx): Promise<number> {
  const query = sql<{ epoch: number }>`
    select greatest((select max(epoch) from subject_state),
      (select max(position) from register_entry), 0)::bigint as epoch`;
  return (await query.execute(tx)).rows[0]?.epoch ?? 0;
}
