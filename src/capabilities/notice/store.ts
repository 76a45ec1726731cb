import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type VersionRow = {
  readonly version: number;
  readonly hash: string;
  /** Plain date. */
  readonly dated: string;
  readonly inForceFrom: Date;
  readonly source: string;
  readonly fileName: string;
};

const COLUMNS = sql`version, hash, dated, in_force_from as "inForceFrom", source, file_name as "fileName"`;

/** All versions, oldest first; a notice has tens of them. */
export async function versionsOf(tx: Tx): Promise<readonly VersionRow[]> {
  const query = sql<VersionRow>`select ${COLUMNS} from notice_version order by version`;
  return (await query.execute(tx)).rows;
}

/** Number of the version in force at an instant, or null. */
export async function versionAt(tx: Tx, at: Date): Promise<number | null> {
  const query = sql<{ version: number }>`
    select version from notice_version where in_force_from <= ${at} order by version desc limit 1`;
  return (await query.execute(tx)).rows[0]?.version ?? null;
}

/** Two publishers at once: the second waits and then sees the first one's version. */
export async function lockVersions(tx: Tx): Promise<void> {
  // Not a lock on the table: that asks for a right to change rows, which nobody has here.
  await sql`select pg_advisory_xact_lock(7210513907)`.execute(tx);
}

export async function insertVersion(
  tx: Tx,
  row: VersionRow & { readonly noticeId: string; readonly publishedAt: Date },
): Promise<void> {
  await sql`
    insert into notice_version
      (version, notice_id, hash, dated, in_force_from, source, file_name, published_at)
    values (${row.version}, ${row.noticeId}, ${row.hash}, ${row.dated}, ${row.inForceFrom},
      ${row.source}, ${row.fileName}, ${row.publishedAt})`.execute(tx);
}

export type ShownKind = "notice" | "extract" | "cookies" | "wording" | "terms";

export type ShownRow = {
  readonly sha256: Buffer;
  readonly version: number;
  readonly kind: ShownKind;
  readonly language: string;
  readonly part: string;
  readonly bytes: Buffer;
  readonly at: Date;
};

/** Keeps the bytes once; the same bytes again change nothing. */
export async function insertShown(tx: Tx, row: ShownRow): Promise<void> {
  await sql`
    insert into notice_shown (sha256, version, kind, language, part, bytes, first_shown_at)
    values (${row.sha256}, ${row.version}, ${row.kind}, ${row.language}, ${row.part}, ${row.bytes}, ${row.at})
    on conflict (sha256) do nothing`.execute(tx);
}

export async function shownBytes(tx: Tx, sha256: Buffer): Promise<ShownRow | null> {
  const query = sql<ShownRow>`
    select sha256, version, kind, language, part, bytes, first_shown_at as at
      from notice_shown where sha256 = ${sha256}`;
  return (await query.execute(tx)).rows[0] ?? null;
}
