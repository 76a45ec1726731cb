import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type KeyRow = {
  readonly subjectId: string;
  readonly compartment: string;
  readonly wrapped: Buffer;
  readonly keyId: string;
};

export async function keysOf(tx: Tx, subjectIds: readonly string[]): Promise<readonly KeyRow[]> {
  const query = sql<KeyRow>`
    select subject_id as "subjectId", compartment, wrapped, key_id as "keyId"
      from vault_key where subject_id = any(${subjectIds}::uuid[])`;
  return (await query.execute(tx)).rows;
}

/**
 * Keeps new keys; of two made at once for the same place the first stays, so the caller reads
 * again.
 */
export async function insertKeys(tx: Tx, rows: readonly KeyRow[], since: Date): Promise<void> {
  await sql`
    insert into vault_key (subject_id, compartment, wrapped, key_id, since)
    select subject_id, compartment, wrapped, key_id, ${since}::timestamptz
      from unnest(${rows.map((row) => row.subjectId)}::uuid[],
        ${rows.map((row) => row.compartment)}::text[], ${rows.map((row) => row.wrapped)}::bytea[],
        ${rows.map((row) => row.keyId)}::text[]) as r(subject_id, compartment, wrapped, key_id)
     order by subject_id, compartment
    on conflict (subject_id, compartment) do nothing`.execute(tx);
}

export type ValueRow = {
  readonly subjectId: string;
  readonly valueId: string;
  readonly compartment: string;
  readonly category: string;
  readonly sealed: Buffer;
};

export async function insertValues(tx: Tx, rows: readonly ValueRow[]): Promise<void> {
  await sql`
    insert into vault_value (subject_id, value_id, compartment, category, sealed)
    select * from unnest(
      ${rows.map((row) => row.subjectId)}::uuid[], ${rows.map((row) => row.valueId)}::uuid[],
      ${rows.map((row) => row.compartment)}::text[], ${rows.map((row) => row.category)}::text[],
      ${rows.map((row) => row.sealed)}::bytea[])`.execute(tx);
}

export async function valuesOf(
  tx: Tx,
  subjectIds: readonly string[],
  valueIds: readonly string[],
): Promise<readonly ValueRow[]> {
  const query = sql<ValueRow>`
    select subject_id as "subjectId", value_id as "valueId", compartment, category, sealed
      from vault_value
     where subject_id = any(${subjectIds}::uuid[]) and value_id = any(${valueIds}::uuid[])`;
  return (await query.execute(tx)).rows;
}

export async function insertLookUp(
  tx: Tx,
  hash: Buffer,
  subjectId: string,
  addressId: string,
  keyVersion: number,
): Promise<void> {
  await sql`
    insert into vault_lookup (hash, subject_id, address_id, key_version)
    values (${hash}, ${subjectId}, ${addressId}, ${keyVersion})
    on conflict do nothing`.execute(tx);
}

/**
 * Holds addresses to the end of the transaction, in one order. Two hashes that share their first
 * bytes wait for each other without need, and nothing worse.
 */
export async function holdHashes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  const keys = [...new Set(hashes.map((hash) => hash.readInt32BE(0)))].sort((a, b) => a - b);
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(${ADDRESS_LOCKS}::integer, ${key}::integer)`.execute(tx);
  }
}

/** First half of the advisory locks on addresses, so that they meet no other lock of ours. */
const ADDRESS_LOCKS = 2_017;

/** Takes single values of a person away, with the look-ups of those that are addresses. */
export async function deleteValues(
  tx: Tx,
  subjectId: string,
  valueIds: readonly string[],
): Promise<void> {
  await sql`
    delete from vault_value
     where subject_id = ${subjectId} and value_id = any(${valueIds}::uuid[])`.execute(tx);
  await sql`
    delete from vault_lookup
     where subject_id = ${subjectId} and address_id = any(${valueIds}::uuid[])`.execute(tx);
}

/**
 * Who has the address: first whoever proved it, then whoever claims it, the newest first; at most
 * 200. Anybody can claim an address any number of times, and must not hide its owner.
 */
export async function lookUp(
  tx: Tx,
  hash: Buffer,
): Promise<readonly { readonly subjectId: string; readonly addressId: string }[]> {
  const query = sql<{ subjectId: string; addressId: string }>`
    select subject_id as "subjectId", address_id as "addressId"
      from vault_lookup where hash = ${hash}
     order by proven_at nulls last, subject_id desc limit 200`;
  return (await query.execute(tx)).rows;
}

/** The subject showed the address to be theirs. */
export async function markProven(
  tx: Tx,
  hash: Buffer,
  subjectId: string,
  addressId: string,
  at: Date,
): Promise<void> {
  await sql`
    update vault_lookup set proven_at = ${at}
     where hash = ${hash} and subject_id = ${subjectId} and address_id = ${addressId}
       and proven_at is null`.execute(tx);
}

/** Takes keys, values and look-ups away; with a compartment named, only what is in it. */
export async function destroyRows(
  tx: Tx,
  subjectIds: readonly string[],
  compartment: string | null,
): Promise<void> {
  const ids = sql`subject_id = any(${subjectIds}::uuid[])`;
  const inside = compartment === null ? sql`true` : sql`compartment = ${compartment}`;
  await sql`delete from vault_value where ${ids} and ${inside}`.execute(tx);
  await sql`delete from vault_key where ${ids} and ${inside}`.execute(tx);
  if (compartment === null || compartment === "main") {
    await sql`delete from vault_lookup where ${ids}`.execute(tx);
  }
}

export type MasterRow = { readonly keyId: string; readonly checkValue: Buffer };

export async function mastersOf(tx: Tx): Promise<readonly MasterRow[]> {
  const query = sql<MasterRow>`
    select key_id as "keyId", check_value as "checkValue" from vault_master order by since`;
  return (await query.execute(tx)).rows;
}

export async function insertMaster(tx: Tx, row: MasterRow, since: Date): Promise<void> {
  await sql`
    insert into vault_master (key_id, check_value, since)
    values (${row.keyId}, ${row.checkValue}, ${since}) on conflict (key_id) do nothing`.execute(tx);
}

export type AccessRow = {
  readonly accessId: string;
  readonly staffId: string;
  readonly at: Date;
  readonly purpose: string;
  readonly categories: readonly string[];
};

export async function insertAccess(
  tx: Tx,
  rows: readonly (AccessRow & { readonly subjectId: string })[],
): Promise<void> {
  for (const row of rows) {
    await sql`
      insert into staff_access (subject_id, access_id, staff_id, at, purpose, categories)
      values (${row.subjectId}, ${row.accessId}, ${row.staffId}, ${row.at}, ${row.purpose},
        ${row.categories}::text[])`.execute(tx);
  }
}

/** Latest looks first; at most 200. */
export async function accessesOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly AccessRow[]> {
  const query = sql<AccessRow>`
    select access_id as "accessId", staff_id as "staffId", at, purpose, categories
      from staff_access where subject_id = any(${subjectIds}::uuid[]) order by at desc limit 200`;
  return (await query.execute(tx)).rows;
}
