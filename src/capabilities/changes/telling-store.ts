/** Statements about the telling of a version to those whom it concerns. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type TellingRow = {
  readonly version: number;
  readonly baseVersion: number;
  readonly tellingId: string;
  readonly state: "selecting" | "sending" | "ended";
  readonly pass: number;
  readonly secondPassAt: Date;
  readonly selectedUntil: string | null;
  readonly considered: number;
  readonly total: number;
  readonly affected: number;
  readonly unreached: number;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
};

const COLUMNS = sql`version, base_version as "baseVersion", telling_id as "tellingId", state, pass,
  second_pass_at as "secondPassAt", selected_until as "selectedUntil", considered, total, affected,
  unreached, began_at as "beganAt", ended_at as "endedAt"`;

export async function insertTelling(
  tx: Tx,
  row: Pick<
    TellingRow,
    "version" | "baseVersion" | "tellingId" | "secondPassAt" | "total" | "beganAt"
  >,
): Promise<void> {
  await sql`
    insert into notice_telling (version, base_version, telling_id, state, second_pass_at, total, began_at)
    values (${row.version}, ${row.baseVersion}, ${row.tellingId}, 'selecting', ${row.secondPassAt},
      ${row.total}, ${row.beganAt})`.execute(tx);
}

/** Newest first. */
export async function tellingRows(tx: Tx): Promise<readonly TellingRow[]> {
  const query = sql<TellingRow>`
    select ${COLUMNS} from notice_telling order by version desc limit 200`;
  return (await query.execute(tx)).rows;
}

export async function tellingRow(tx: Tx, version: number): Promise<TellingRow | null> {
  const query = sql<TellingRow>`select ${COLUMNS} from notice_telling where version = ${version}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** A telling to go on with; one that another server has in its hands stays with it. */
export async function takeTelling(
  tx: Tx,
  state: TellingRow["state"],
  version: number | null,
): Promise<TellingRow | null> {
  const only = version === null ? sql`true` : sql`version = ${version}`;
  const query = sql<TellingRow>`
    select ${COLUMNS} from notice_telling where state = ${state} and ${only}
     order by version limit 1 for update skip locked`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function advanceTelling(
  tx: Tx,
  version: number,
  by: {
    readonly until: string;
    readonly considered: number;
    readonly affected: number;
    readonly unreached: number;
  },
): Promise<void> {
  await sql`
    update notice_telling set selected_until = ${by.until}, considered = considered + ${by.considered},
        affected = affected + ${by.affected}, unreached = unreached + ${by.unreached}
     where version = ${version}`.execute(tx);
}

export async function setTelling(
  tx: Tx,
  version: number,
  state: TellingRow["state"],
  at: Date,
): Promise<void> {
  const ended = state === "ended" ? sql`, ended_at = ${at}` : sql``;
  await sql`update notice_telling set state = ${state} ${ended} where version = ${version}`.execute(
    tx,
  );
}

/** Looks at everybody once more. */
export async function beginSecondPass(tx: Tx, version: number, total: number): Promise<void> {
  await sql`
    update notice_telling set state = 'selecting', pass = 2, selected_until = null, considered = 0,
        total = ${total} where version = ${version}`.execute(tx);
}

export type UnreachedRow = {
  readonly subjectId: string;
  readonly rule: number;
  readonly code: string;
};

/** @returns how many were not on the list yet. */
export async function addUnreached(
  tx: Tx,
  version: number,
  rows: readonly UnreachedRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const done = await sql`
    insert into notice_unreached (subject_id, version, rule, code)
    select "subjectId", ${version}, rule, code
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("subjectId" uuid, rule smallint, code text)
    on conflict (subject_id, version) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Those who got an address meanwhile. @returns how many were on the list. */
export async function dropUnreached(
  tx: Tx,
  version: number,
  subjectIds: readonly string[],
): Promise<number> {
  const done = await sql`
    delete from notice_unreached
     where version = ${version} and subject_id = any(${subjectIds}::uuid[])`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

export async function unreachedReasons(
  tx: Tx,
  version: number,
): Promise<readonly { readonly rule: number; readonly code: string; readonly people: number }[]> {
  const query = sql<{ rule: number; code: string; people: number }>`
    select rule, code, count(*)::integer as people from notice_unreached
     where version = ${version} group by rule, code order by people desc, rule, code`;
  return (await query.execute(tx)).rows;
}

/** In the order of ids. */
export async function unreachedPage(
  tx: Tx,
  version: number,
  after: string | null,
  sizeMax: number,
): Promise<readonly string[]> {
  const start = after === null ? sql`true` : sql`subject_id > ${after}`;
  const query = sql<{ id: string }>`
    select subject_id as id from notice_unreached where version = ${version} and ${start}
     order by subject_id limit ${sizeMax}`;
  return (await query.execute(tx)).rows.map(({ id }) => id);
}

export async function eraseUnreached(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await sql`delete from notice_unreached where subject_id = any(${subjectIds}::uuid[])`.execute(tx);
}
