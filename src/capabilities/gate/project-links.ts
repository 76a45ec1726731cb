import { sql } from "kysely";
import { type Fact, factsOf } from "#core/ledger/fact";
import type { Tx } from "#platform/database/database";

/**
 * Links between subject ids, and the cluster that each id belongs to. Rare, so it may take a few
 * statements.
 */
export async function projectLinks(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const changes = factsOf(facts, "subject.linked", "subject.unlinked");
  if (changes.length === 0) return;
  for (const fact of changes) {
    const { subjectId, position } = fact;
    if (fact.kind === "subject.linked") {
      await sql`
        insert into subject_link (subject_id, other_id, position)
        values (${subjectId}, ${fact.body.other}, ${position}) on conflict do nothing`.execute(tx);
    } else {
      await sql`
        delete from subject_link
         where subject_id = ${subjectId} and other_id = ${fact.body.other}`.execute(tx);
    }
  }
  const touched = changes.flatMap((fact) => [fact.subjectId as string, fact.body.other]);
  await rebuildClusters(tx, [...new Set(touched)]);
}

async function rebuildClusters(tx: Tx, touched: readonly string[]): Promise<void> {
  const members = await sql<{ subject_id: string }>`
    select subject_id from subject_state where cluster_id = any(array(
      select cluster_id from subject_state where subject_id = any(${touched}::uuid[])))
     order by subject_id for update`.execute(tx);
  const ids = members.rows.map((row) => row.subject_id);
  const links = await sql<{ subject_id: string; other_id: string }>`
    select subject_id, other_id from subject_link where subject_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  const pairs = links.rows.map((row) => [row.subject_id, row.other_id] as const);
  for (const [id, cluster] of components(ids, pairs)) {
    await sql`update subject_state set cluster_id = ${cluster} where subject_id = ${id}`.execute(
      tx,
    );
  }
}

/** The smallest id reachable from each id. Pure. */
export function components(
  ids: readonly string[],
  links: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const next = Map.groupBy(
    links.flatMap(([a, b]) => [
      { from: a, to: b },
      { from: b, to: a },
    ]),
    (link) => link.from,
  );
  const cluster = new Map<string, string>();
  for (const start of [...ids].sort()) {
    if (cluster.has(start)) continue;
    const waiting = [start];
    while (waiting.length > 0) {
      const id = waiting.pop() as string;
      if (cluster.has(id)) continue;
      cluster.set(id, start);
      waiting.push(...(next.get(id) ?? []).map((link) => link.to));
    }
  }
  return cluster;
}
