/** Statements about runs that count what a draft would change. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { Counters } from "./impact.ts";

export type ImpactRow = {
  readonly impactId: string;
  readonly draftId: string;
  readonly edit: number;
  readonly baseVersion: number;
  readonly hash: string;
  readonly epoch: number;
  readonly state: "running" | "done" | "failed";
  readonly phase: "people" | "devices";
  readonly lookedUntil: string | null;
  readonly considered: number;
  readonly total: number;
  readonly counters: Counters;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
};

const COLUMNS = sql`impact_id as "impactId", draft_id as "draftId", edit,
  base_version as "baseVersion", hash, epoch, state, phase, looked_until as "lookedUntil",
  considered, total, counters, began_at as "beganAt", ended_at as "endedAt"`;

export async function insertImpact(
  tx: Tx,
  row: Omit<ImpactRow, "state" | "phase" | "lookedUntil" | "considered" | "endedAt"> & {
    readonly askedBy: string;
  },
): Promise<void> {
  await sql`
    insert into notice_impact (impact_id, draft_id, edit, base_version, hash, epoch, state, phase,
      total, counters, asked_by, began_at)
    values (${row.impactId}, ${row.draftId}, ${row.edit}, ${row.baseVersion}, ${row.hash},
      ${row.epoch}, 'running', 'people', ${row.total}, ${JSON.stringify(row.counters)}::jsonb,
      ${row.askedBy}, ${row.beganAt})`.execute(tx);
}

/** The newest run of a draft. */
export async function impactOf(tx: Tx, draftId: string): Promise<ImpactRow | null> {
  const query = sql<ImpactRow>`
    select ${COLUMNS} from notice_impact where draft_id = ${draftId}
     order by began_at desc, impact_id desc limit 1`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** A run to go on with; one that another server has in its hands stays with it. */
export async function takeImpact(tx: Tx): Promise<ImpactRow | null> {
  const query = sql<ImpactRow>`
    select ${COLUMNS} from notice_impact where state = 'running'
     order by began_at limit 1 for update skip locked`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function moveImpact(
  tx: Tx,
  impactId: string,
  to: Pick<ImpactRow, "state" | "phase" | "lookedUntil" | "considered" | "counters" | "endedAt">,
): Promise<void> {
  await sql`
    update notice_impact set state = ${to.state}, phase = ${to.phase},
        looked_until = ${to.lookedUntil}, considered = ${to.considered},
        counters = ${JSON.stringify(to.counters)}::jsonb, ended_at = ${to.endedAt}
     where impact_id = ${impactId}`.execute(tx);
}

/** Runs of the same draft that nobody waits for any more, because its text moved on. */
export async function endOlder(tx: Tx, draftId: string, at: Date): Promise<void> {
  await sql`
    update notice_impact set state = 'failed', ended_at = ${at}
     where draft_id = ${draftId} and state = 'running'`.execute(tx);
}
