import { sql } from "kysely";
import { type Fact, factsOf } from "#core/ledger/fact";
import { assert } from "#kit/assert";
import type { Tx } from "#platform/database/database";
import { rowsOf } from "./project.ts";

/** Choices, objections, restrictions, limits and signals: what the person said may be done. */
export async function projectChoices(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const rows = factsOf(facts, "choice.made").map((fact) => {
    assert(fact.noticeVersion !== null, "a choice is made under a notice");
    const { body } = fact;
    return {
      subject_id: fact.subjectId,
      position: fact.position,
      choice_id: body.choiceId,
      at: new Date(fact.at),
      act: body.act,
      purpose: body.purpose,
      channel: body.channel ?? null,
      topic: body.topic ?? null,
      revision: body.revision,
      notice_version: fact.noticeVersion,
      wording: body.wording,
      manner: body.manner,
      refusals_shown: body.refusalsShown,
      named_signal: body.namedSignal,
      names: body.names ?? null,
      replaces: body.replaces ?? null,
      offline: body.offline,
    };
  });
  if (rows.length > 0) {
    await sql`
      insert into subject_choice select * from jsonb_to_recordset(${rowsOf(rows)}) as r(
        subject_id uuid, position bigint, choice_id uuid, at timestamptz, act text, purpose text,
        channel text, topic text, revision integer, notice_version integer, wording text,
        manner text, refusals_shown jsonb, named_signal boolean, names jsonb, replaces bigint,
        offline boolean)`.execute(tx);
  }
  await projectObjections(tx, facts);
  await projectLimits(tx, facts);
}

async function projectObjections(tx: Tx, facts: readonly Fact[]): Promise<void> {
  for (const fact of factsOf(facts, "objection.made", "objection.lifted", "signal.received")) {
    const { subjectId, position } = fact;
    const at = new Date(fact.at);
    if (fact.kind === "signal.received") {
      await sql`
        insert into subject_signal (subject_id, position, at, signal)
        values (${subjectId}, ${position}, ${at}, ${fact.body.signal})`.execute(tx);
      continue;
    }
    const purpose = fact.body.to === "direct-marketing" ? null : fact.body.to.purpose;
    if (fact.kind === "objection.made") {
      await sql`
        insert into subject_objection (subject_id, position, at, purpose)
        values (${subjectId}, ${position}, ${at}, ${purpose})`.execute(tx);
    } else {
      await sql`
        delete from subject_objection
         where subject_id = ${subjectId} and purpose is not distinct from ${purpose}`.execute(tx);
    }
  }
}

async function projectLimits(tx: Tx, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    const { subjectId, position } = fact;
    const at = new Date(fact.at);
    if (fact.kind === "restriction.began") {
      await sql`
        insert into subject_restriction (subject_id, position, at)
        values (${subjectId}, ${position}, ${at})`.execute(tx);
    } else if (fact.kind === "restriction.ended") {
      await sql`
        update subject_restriction set ended_at = ${at}
         where subject_id = ${subjectId} and position = ${fact.body.began}`.execute(tx);
    } else if (fact.kind === "limit.set") {
      const { purposes, categories, recipients } = fact.body;
      await sql`
        insert into subject_limit (subject_id, position, at, purposes, categories, recipients)
        values (${subjectId}, ${position}, ${at}, ${purposes}::text[], ${categories}::text[],
          ${recipients}::text[])`.execute(tx);
    } else if (fact.kind === "limit.lifted") {
      await sql`
        update subject_limit set lifted_at = ${at}
         where subject_id = ${subjectId} and position = ${fact.body.set}`.execute(tx);
    }
  }
}
