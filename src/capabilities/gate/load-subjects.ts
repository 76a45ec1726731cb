import { sql } from "kysely";
import type { Subject } from "#core/gate/subject";
import type { Tx } from "#platform/database/database";
import { type LoadedRow, subjectFrom } from "./subject-rows.ts";

/**
 * The state of each person asked for, over all ids linked with theirs, in one statement. Only heads
 * of choices are read: an older act of the same kind on the same scope decides nothing, so ten
 * thousand of them cost nothing here.
 * @returns by the id asked for; an unknown id is absent.
 */
export async function loadSubjects(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const rows = await loadRows(tx, subjectIds);
  const byCluster = Map.groupBy(rows, (row) => row.clusterId);
  const clusterOf = new Map(rows.map((row) => [row.subjectId, row.clusterId]));
  const loaded = new Map<string, Subject>();
  for (const id of subjectIds) {
    const cluster = clusterOf.get(id);
    const members = cluster === undefined ? undefined : byCluster.get(cluster);
    if (members !== undefined) loaded.set(id, subjectFrom(id, members));
  }
  return loaded;
}

async function loadRows(tx: Tx, subjectIds: readonly string[]): Promise<readonly LoadedRow[]> {
  const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);
  const listOf = (columns: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
    sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select ${columns} from ${from}) x)`;
  const query = sql<LoadedRow>`
    select s.subject_id as "subjectId", s.cluster_id as "clusterId", s.kind, s.epoch,
      s.residence_declared as "residenceDeclared", s.residence_predicted as "residencePredicted",
      s.subscriber, s.age_from as "ageFrom", s.age_below as "ageBelow", s.language,
      s.erased_position as "erasedPosition", ${ms("s.erased_at")} as "erasedAt",
      ${listOf(sql`other_id as other, position`, sql`subject_link l where l.subject_id = s.subject_id`)} as links,
      ${listOf(
        sql`distinct on (purpose, channel, topic, act, manner, named_signal, revision, offline)
          position, ${ms("at")} as at, act, purpose, channel, topic, revision,
          notice_version as "noticeVersion", wording, manner, refusals_shown as "refusalsShown",
          named_signal as "namedSignal", names, replaces, offline`,
        sql`subject_choice c where c.subject_id = s.subject_id
          order by purpose, channel, topic, act, manner, named_signal, revision, offline, position desc`,
      )} as choices,
      ${listOf(sql`position, ${ms("at")} as at, purpose`, sql`subject_objection o where o.subject_id = s.subject_id`)} as objections,
      ${listOf(sql`position, ${ms("at")} as at, ${ms("ended_at")} as "endedAt"`, sql`subject_restriction r where r.subject_id = s.subject_id`)} as restrictions,
      ${listOf(
        sql`position, ${ms("at")} as at, purposes, categories, recipients, ${ms("lifted_at")} as "liftedAt"`,
        sql`subject_limit m where m.subject_id = s.subject_id`,
      )} as limits,
      ${listOf(sql`position, ${ms("at")} as at, signal`, sql`subject_signal g where g.subject_id = s.subject_id order by position limit 1`)} as signals,
      ${listOf(sql`kind, family`, sql`subject_relationship p where p.subject_id = s.subject_id`)} as relationships,
      ${listOf(
        sql`a.address_id as id, a.channels, a.verified_position as "verifiedPosition",
          a.context_kind as "contextKind", a.context_family as "contextFamily",
          a.refusal_offered as "refusalOffered",
          (select jsonb_object_agg(u.scope, u.position) from address_suppression u where u.hash = a.hash) as suppressions`,
        sql`subject_address a where a.subject_id = s.subject_id`,
      )} as addresses,
      ${listOf(
        sql`value_id as id, category, source, ${ms("collected_at")} as "collectedAt", shown, notified,
          events, compartment, replaced_by is not null as replaced`,
        sql`subject_value v where v.subject_id = s.subject_id`,
      )} as values
      from subject_state s
     where s.cluster_id = any(array(
      select cluster_id from subject_state where subject_id = any(${subjectIds}::uuid[])))
     order by s.subject_id`;
  return (await query.execute(tx)).rows;
}
