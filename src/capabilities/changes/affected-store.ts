/** Whom a version concerns: read from what the gate projected of the facts. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { Scope } from "./scope.ts";

/**
 * Of a page of people, those about whom something is held that they gave under an older version.
 * `sure`: it was collected for, or granted to, one of the purposes that changed. `maybe`: it stood
 * beside one of them or may come to serve it; whether it may be used is for the gate to say.
 */
export async function concerned(
  tx: Tx,
  clusterIds: readonly string[],
  { version, tell, tellAll, categories }: Scope,
): Promise<ReadonlyMap<string, "sure" | "maybe">> {
  const older = sql`(v.notice_version is null or v.notice_version < ${version})`;
  const query = sql<{ id: string; sure: boolean }>`
    select id, bool_or(sure) as sure from (
      select s.cluster_id as id, (${tellAll} or v.purposes && ${tell}::text[]) as sure
        from subject_state s join subject_value v on v.subject_id = s.subject_id
       where s.cluster_id = any(${clusterIds}::uuid[]) and v.replaced_by is null and ${older}
         and (${tellAll} or v.purposes && ${tell}::text[] or v.shown ?| ${tell}::text[]
           or v.category = any(${categories}::text[]))
      union all
      select s.cluster_id, true
        from subject_state s join subject_choice c on c.subject_id = s.subject_id
       where s.cluster_id = any(${clusterIds}::uuid[]) and c.act = 'grant'
         and c.notice_version < ${version} and (${tellAll} or c.purpose = any(${tell}::text[]))
         and not exists (select 1 from subject_choice d
           where d.subject_id = c.subject_id and d.purpose = c.purpose and d.position > c.position
             and d.act <> 'grant' and (d.channel is null or d.channel is not distinct from c.channel)
             and (d.topic is null or d.topic is not distinct from c.topic))
    ) x group by id`;
  const { rows } = await query.execute(tx);
  return new Map(rows.map(({ id, sure }) => [id, sure ? "sure" : "maybe"]));
}

/** All ids that are one person with each of the given. */
export async function membersOf(
  tx: Tx,
  clusterIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const query = sql<{ id: string; members: readonly string[] }>`
    select cluster_id as id, array_agg(subject_id::text) as members from subject_state
     where cluster_id = any(${clusterIds}::uuid[]) group by cluster_id`;
  return new Map((await query.execute(tx)).rows.map(({ id, members }) => [id, members]));
}
