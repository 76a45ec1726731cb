import { sql } from "kysely";
import { type Fact, factsOf } from "#core/ledger/fact";
import type { Tx } from "#platform/database/database";
import { rowsOf } from "./project.ts";

type Revisions = readonly { readonly purpose: string; readonly revision: number }[];

/** Revisions by purpose, as rule 2 reads them. */
function byPurpose(revisions: Revisions): { [purpose: string]: number[] } {
  const map: { [purpose: string]: number[] } = {};
  for (const { purpose, revision } of revisions) {
    map[purpose] = [...(map[purpose] ?? []), revision];
  }
  return map;
}

/** What is known of each held value; the value itself is in the vault. */
export async function projectValues(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const rows = factsOf(facts, "value.collected").map(
    ({ subjectId, position, noticeVersion, body }) => ({
      subject_id: subjectId,
      value_id: body.valueId,
      position,
      category: body.category,
      source: body.source,
      form: body.form ?? null,
      purposes: body.purposes,
      notice_version: noticeVersion,
      collected_at: body.collectedAt === null ? null : new Date(body.collectedAt),
      shown: byPurpose(body.shown),
      compartment: body.compartment,
    }),
  );
  if (rows.length > 0) {
    await sql`
      insert into subject_value (subject_id, value_id, position, category, source, form, purposes,
        notice_version, collected_at, shown, compartment)
      select subject_id, value_id, position, category, source, form,
        array(select jsonb_array_elements_text(purposes)), notice_version, collected_at, shown,
        compartment
        from jsonb_to_recordset(${rowsOf(rows)}) as r(subject_id uuid, value_id uuid,
          position bigint, category text, source text, form text, purposes jsonb,
          notice_version integer, collected_at timestamptz, shown jsonb, compartment text)`.execute(
      tx,
    );
  }
  for (const fact of facts) await projectOne(tx, fact);
}

async function projectOne(tx: Tx, fact: Fact): Promise<void> {
  const { subjectId } = fact;
  if (fact.kind === "value.corrected") {
    await sql`
      update subject_value set replaced_by = ${fact.body.valueId}
       where subject_id = ${subjectId} and value_id = ${fact.body.replaces}`.execute(tx);
  } else if (fact.kind === "value.erased") {
    await sql`
      delete from subject_value
       where subject_id = ${subjectId} and value_id = ${fact.body.valueId}`.execute(tx);
  } else if (fact.kind === "value.notified") {
    const { purposes, values } = fact.body;
    const only = values === undefined ? sql`true` : sql`value_id = any(${values}::uuid[])`;
    for (const { purpose, revision } of purposes) {
      const path = sql`array[${purpose}]::text[]`;
      await sql`
        update subject_value set notified = jsonb_set(notified, ${path},
            coalesce(notified #> ${path}, '[]') || to_jsonb(${revision}::integer))
         where subject_id = ${subjectId} and position < ${fact.position} and ${only}`.execute(tx);
    }
  } else if (fact.kind === "value.event") {
    const { event, at, values, categories } = fact.body;
    const which =
      values !== undefined
        ? sql`value_id = any(${values}::uuid[])`
        : categories !== undefined
          ? sql`category = any(${categories}::text[])`
          : sql`true`;
    await sql`
      update subject_value set events = events || jsonb_build_object(${event}::text,
          greatest((events ->> ${event})::bigint, ${at}::bigint))
       where subject_id = ${subjectId} and ${which}`.execute(tx);
  }
}
