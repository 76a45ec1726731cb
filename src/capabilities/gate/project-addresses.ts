import { sql } from "kysely";
import { type Fact, factsOf } from "#core/ledger/fact";
import type { Tx } from "#platform/database/database";
import { rowsOf } from "./project.ts";

/** Addresses by keyed hash, proofs of them, and suppressions that outlive the person. */
export async function projectAddresses(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const added = factsOf(facts, "address.added").map(({ subjectId, position, body }) => ({
    subject_id: subjectId,
    address_id: body.addressId,
    position,
    kind: body.kind,
    channels: body.channels,
    hash: body.hash,
    context_kind: body.context?.kind ?? null,
    context_family: body.context?.family ?? null,
    refusal_offered: body.refusalOffered,
  }));
  if (added.length > 0) {
    await sql`
      insert into subject_address (subject_id, address_id, position, kind, channels, hash,
        context_kind, context_family, refusal_offered)
      select subject_id, address_id, position, kind,
        array(select jsonb_array_elements_text(channels)), hash, context_kind, context_family,
        refusal_offered
        from jsonb_to_recordset(${rowsOf(added)}) as r(subject_id uuid, address_id uuid,
          position bigint, kind text, channels jsonb, hash text, context_kind text,
          context_family text, refusal_offered boolean)`.execute(tx);
  }
  for (const fact of facts) await projectOne(tx, fact);
}

async function projectOne(tx: Tx, fact: Fact): Promise<void> {
  const { subjectId, position } = fact;
  switch (fact.kind) {
    case "address.verified":
      await sql`
        update subject_address set verified_position = ${position}
         where subject_id = ${subjectId} and address_id = ${fact.body.addressId}`.execute(tx);
      return;
    case "address.removed":
      await sql`
        delete from subject_address
         where subject_id = ${subjectId} and address_id = ${fact.body.addressId}`.execute(tx);
      return;
    case "address.suppressed":
      await sql`
        insert into address_suppression (hash, scope, position, reason)
        values (${fact.body.hash}, ${fact.body.scope}, ${position}, ${fact.body.reason})
        on conflict (hash, scope) do update
          set position = greatest(address_suppression.position, excluded.position)`.execute(tx);
      return;
    case "address.released":
      await sql`
        delete from address_suppression
         where hash = ${fact.body.hash} and scope = ${fact.body.scope}`.execute(tx);
      return;
  }
}
