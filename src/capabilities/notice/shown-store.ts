/** Statements about the bytes that were shown (promise U13). */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type ShownKind = "notice" | "extract" | "cookies" | "wording" | "terms" | "change";

/** Where something was shown: in which version and language, as which part of what. */
export type ShownPlace = {
  readonly version: number;
  readonly kind: ShownKind;
  readonly language: string;
  /** Which form, which purpose's wording; empty for the whole notice. */
  readonly part: string;
};

export type ShownRow = ShownPlace & {
  readonly sha256: Buffer;
  readonly bytes: Buffer;
  readonly at: Date;
};

/** Keeps the bytes once, and that they stood in this place; the same again changes nothing. */
export async function insertShown(tx: Tx, row: ShownRow): Promise<void> {
  const { sha256, version, kind, language, part, bytes, at } = row;
  await sql`
    insert into notice_shown (sha256, version, kind, language, part, bytes, first_shown_at)
    values (${sha256}, ${version}, ${kind}, ${language}, ${part}, ${bytes}, ${at})
    on conflict (sha256) do nothing`.execute(tx);
  await sql`
    insert into notice_shown_as (version, kind, language, part, sha256, first_shown_at)
    values (${version}, ${kind}, ${language}, ${part}, ${sha256}, ${at})
    on conflict do nothing`.execute(tx);
}

export async function shownBytes(tx: Tx, sha256: Buffer): Promise<ShownRow | null> {
  const query = sql<ShownRow>`
    select sha256, version, kind, language, part, bytes, first_shown_at as at
      from notice_shown where sha256 = ${sha256}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** What stood last in this place: a renderer that came later does not change it. */
export async function lastShown(
  tx: Tx,
  { version, kind, language, part }: ShownPlace,
): Promise<Pick<ShownRow, "sha256" | "bytes"> | null> {
  const query = sql<Pick<ShownRow, "sha256" | "bytes">>`
    select s.sha256, s.bytes from notice_shown_as a join notice_shown s on s.sha256 = a.sha256
     where a.version = ${version} and a.kind = ${kind} and a.language = ${language}
       and a.part = ${part} order by a.first_shown_at desc, s.sha256 limit 1`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function placesOf(tx: Tx, sha256: Buffer): Promise<readonly ShownPlace[]> {
  const query = sql<ShownPlace>`
    select version, kind, language, part from notice_shown_as where sha256 = ${sha256}
     order by version, kind, language, part limit 500`;
  return (await query.execute(tx)).rows;
}
