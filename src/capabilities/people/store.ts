import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

/** People read what the gate projected of the facts; they write none of its tables. */

export type ValueRow = {
  readonly subjectId: string;
  readonly valueId: string;
  readonly category: string;
  readonly source: string;
  readonly form: string | null;
  readonly purposes: readonly string[];
  readonly noticeVersion: number | null;
  readonly collectedAt: Date | null;
  readonly replaced: boolean;
};

export async function valueRows(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly ValueRow[]> {
  const query = sql<ValueRow>`
    select subject_id as "subjectId", value_id as "valueId", category, source, form, purposes,
      notice_version as "noticeVersion", collected_at as "collectedAt",
      replaced_by is not null as replaced
      from subject_value where subject_id = any(${subjectIds}::uuid[])
     order by category, position limit 5000`;
  return (await query.execute(tx)).rows;
}

/** Every value that is still held, replaced ones too. */
export async function heldValueIds(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly Pick<ValueRow, "subjectId" | "valueId">[]> {
  const query = sql<Pick<ValueRow, "subjectId" | "valueId">>`
    select subject_id as "subjectId", value_id as "valueId" from subject_value
     where subject_id = any(${subjectIds}::uuid[]) order by position`;
  return (await query.execute(tx)).rows;
}

export type PersonRow = {
  readonly subjectId: string;
  readonly members: readonly string[];
  readonly country: string | null;
  readonly language: string | null;
  readonly relationships: readonly string[];
  readonly verified: boolean;
  readonly since: Date;
  readonly demo: boolean;
};

const PERSON = sql`
  min(s.subject_id::text) as "subjectId", array_agg(s.subject_id::text order by s.subject_id) as members,
  max(coalesce(s.residence_declared, s.residence_predicted)) as country, max(s.language) as language,
  coalesce((select array_agg(distinct r.kind) from subject_relationship r
    join subject_state m on m.subject_id = r.subject_id where m.cluster_id = s.cluster_id), '{}') as relationships,
  exists (select 1 from subject_address a join subject_state m on m.subject_id = a.subject_id
    where m.cluster_id = s.cluster_id and a.verified_position is not null) as verified,
  min(s.created_at) as since, bool_and(s.demo) as demo`;

/**
 * A page of people, newest first; linked ids are one person. @param before id of the last row of
 * the page before.
 */
export async function peoplePage(
  tx: Tx,
  before: string | null,
  sizeMax: number,
): Promise<readonly PersonRow[]> {
  const from = before === null ? sql`true` : sql`s.cluster_id < ${before}`;
  const query = sql<PersonRow>`
    select ${PERSON} from subject_state s
     where s.cluster_id in (
       select s.cluster_id from subject_state s
        where s.subject_id = s.cluster_id and s.kind = 'person' and s.erased_position is null and ${from}
        order by s.cluster_id desc limit ${sizeMax})
     group by s.cluster_id order by s.cluster_id desc`;
  return (await query.execute(tx)).rows;
}

/** The people that the ids belong to; erased ones too. */
export async function peopleOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly PersonRow[]> {
  const query = sql<PersonRow>`
    select ${PERSON} from subject_state s
     where s.cluster_id = any(array(
      select cluster_id from subject_state where subject_id = any(${subjectIds}::uuid[])))
     group by s.cluster_id order by s.cluster_id desc`;
  return (await query.execute(tx)).rows;
}

/** Ids of everybody who is invented, for leaving the demo behind. */
export async function demoPage(tx: Tx, sizeMax: number): Promise<readonly string[]> {
  const query = sql<{ id: string }>`
    select subject_id as id from subject_state
     where demo and erased_position is null order by subject_id limit ${sizeMax}`;
  return (await query.execute(tx)).rows.map((row) => row.id);
}

export async function countDemo(tx: Tx): Promise<number> {
  const query = sql<{ people: number }>`
    select count(*)::integer as people from subject_state where demo and erased_position is null`;
  return (await query.execute(tx)).rows[0]?.people ?? 0;
}

/** Everybody that an id is linked with directly. */
export async function linksOf(tx: Tx, id: string): Promise<readonly string[]> {
  const query = sql<{ other: string }>`
    select other_id as other from subject_link where subject_id = ${id}
    union select subject_id from subject_link where other_id = ${id}`;
  return (await query.execute(tx)).rows.map((row) => row.other);
}

/** Hashes of the addresses that people proved, over everybody linked with these ids. */
export async function provenHashes(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly string[]> {
  const query = sql<{ hash: string }>`
    select distinct a.hash from subject_address a
      join subject_state s on s.subject_id = a.subject_id
     where a.verified_position is not null and s.cluster_id = any(array(
      select cluster_id from subject_state where subject_id = any(${subjectIds}::uuid[])))`;
  return (await query.execute(tx)).rows.map((row) => row.hash);
}

export type Claim = {
  readonly subjectId: string;
  readonly addressId: string;
  readonly erased: boolean;
  /** Whether the one who gave the address proved any other: then the record is another person's. */
  readonly isAnothers: boolean;
};

/** Whoever gave one of these addresses and did not prove it, oldest first. */
export async function claimRows(tx: Tx, hashes: readonly string[]): Promise<readonly Claim[]> {
  const query = sql<Claim>`
    select a.subject_id as "subjectId", a.address_id as "addressId",
      s.erased_position is not null as erased,
      exists (select 1 from subject_address p join subject_state m on m.subject_id = p.subject_id
        where m.cluster_id = s.cluster_id and p.verified_position is not null) as "isAnothers"
      from subject_address a join subject_state s on s.subject_id = a.subject_id
     where a.hash = any(${hashes}::text[]) and a.verified_position is null
     order by a.subject_id, a.address_id`;
  return (await query.execute(tx)).rows;
}

export async function addressHashes(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<
  readonly { readonly subjectId: string; readonly addressId: string; readonly hash: string }[]
> {
  const query = sql<{ subjectId: string; addressId: string; hash: string }>`
    select subject_id as "subjectId", address_id as "addressId", hash
      from subject_address where subject_id = any(${subjectIds}::uuid[])`;
  return (await query.execute(tx)).rows;
}
