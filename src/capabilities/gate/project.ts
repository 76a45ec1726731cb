import { sql } from "kysely";
import { type Fact, factsOf } from "#core/ledger/fact";
import type { Tx } from "#platform/database/database";
import { projectAddresses } from "./project-addresses.ts";
import { projectChoices } from "./project-choices.ts";
import { projectLinks } from "./project-links.ts";
import { projectValues } from "./project-values.ts";

/** Rows of a batch for one statement, as `jsonb_to_recordset` reads them. */
export function rowsOf(rows: readonly object[]) {
  return sql`${JSON.stringify(rows)}::jsonb`;
}

/**
 * Brings the tables that decisions read up to a batch of facts, in the transaction that appended
 * them. Kinds that decide nothing move the epoch only. Order within a person is the order of
 * positions.
 */
export async function project(tx: Tx, facts: readonly Fact[]): Promise<void> {
  await projectSubjects(tx, facts);
  await projectChoices(tx, facts);
  await projectAddresses(tx, facts);
  await projectValues(tx, facts);
  await projectLinks(tx, facts);
  await moveEpochs(tx, facts);
}

async function projectSubjects(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const created = factsOf(facts, "subject.created").map((fact) => ({
    subject_id: fact.subjectId,
    kind: fact.body.kind,
    demo: fact.body.demo,
    at: new Date(fact.at),
    position: fact.position,
  }));
  if (created.length > 0) {
    await sql`
      insert into subject_state (subject_id, kind, demo, created_at, epoch, cluster_id)
      select subject_id, kind, demo, at, position, subject_id
        from jsonb_to_recordset(${rowsOf(created)})
          as r(subject_id uuid, kind text, demo boolean, at timestamptz, position bigint)`.execute(
      tx,
    );
  }
  await projectAttributes(tx, facts);
  const erased = factsOf(facts, "subject.erased")
    .filter((fact) => fact.body.scope === "all")
    .map((fact) => ({
      subject_id: fact.subjectId,
      position: fact.position,
      at: new Date(fact.at),
    }));
  if (erased.length > 0) {
    await sql`
      update subject_state s set erased_position = r.position, erased_at = r.at,
          residence_predicted = null, subscriber = null, age_from = null, age_below = null
        from jsonb_to_recordset(${rowsOf(erased)}) as r(subject_id uuid, position bigint, at timestamptz)
       where s.subject_id = r.subject_id`.execute(tx);
  }
}

/** One column each, the latest fact of the batch last. */
async function projectAttributes(tx: Tx, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    const set = attributeOf(fact);
    if (set === null) continue;
    await sql`update subject_state set ${set} where subject_id = ${fact.subjectId}`.execute(tx);
  }
  const began = factsOf(facts, "relationship.began").map((fact) => ({
    subject_id: fact.subjectId,
    kind: fact.body.kind,
    family: fact.body.family ?? "",
    position: fact.position,
  }));
  if (began.length > 0) {
    await sql`
      insert into subject_relationship (subject_id, kind, family, position)
      select distinct on (subject_id, kind, family) subject_id, kind, family, position
        from jsonb_to_recordset(${rowsOf(began)})
          as r(subject_id uuid, kind text, family text, position bigint)
          on conflict (subject_id, kind, family) do nothing`.execute(tx);
  }
  for (const { subjectId, body } of factsOf(facts, "relationship.ended")) {
    await sql`
      delete from subject_relationship
       where subject_id = ${subjectId} and kind = ${body.kind} and family = ${body.family ?? ""}`.execute(
      tx,
    );
  }
  for (const { subjectId, position, body } of factsOf(facts, "interest.recorded")) {
    await sql`
      insert into subject_interest (subject_id, product, kind, position)
      values (${subjectId}, ${body.product}, ${body.kind}, ${position}) on conflict do nothing`.execute(
      tx,
    );
  }
}

function attributeOf(fact: Fact) {
  switch (fact.kind) {
    case "residence.declared":
      return sql`residence_declared = ${fact.body.jurisdiction}`;
    case "residence.predicted":
      return sql`residence_predicted = ${fact.body.jurisdiction}`;
    case "subscriber.declared":
      return sql`subscriber = ${fact.body.subscriber}`;
    case "age.declared":
      return sql`age_from = ${fact.body.from}, age_below = ${fact.body.below}`;
    case "attribute.set":
      return fact.body.name === "language" ? sql`language = ${fact.body.code}` : null;
    default:
      return null;
  }
}

async function moveEpochs(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const last = new Map<string, number>();
  for (const { subjectId, position } of facts) {
    last.set(subjectId, Math.max(last.get(subjectId) ?? 0, position));
  }
  const rows = [...last].map(([subject_id, position]) => ({ subject_id, position }));
  await sql`
    update subject_state s set epoch = greatest(s.epoch, r.position)
      from jsonb_to_recordset(${rowsOf(rows)}) as r(subject_id uuid, position bigint)
     where s.subject_id = r.subject_id and s.subject_id = any(${[...last.keys()]}::uuid[])`.execute(
    tx,
  );
}
