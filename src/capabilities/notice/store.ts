/** Statements about the published versions. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type VersionRow = {
  readonly version: number;
  readonly hash: string;
  /** Plain date. */
  readonly dated: string;
  readonly inForceFrom: Date;
  readonly publishedAt: Date;
  readonly source: string;
  readonly fileName: string;
  /** The draft that it was; null: it came from the manifest on the server's disk. */
  readonly draftId: string | null;
};

/** All of it but the text, which is long. */
export type VersionHead = Omit<VersionRow, "source" | "fileName">;

const HEAD = sql`v.version, v.hash, v.dated, v.in_force_from as "inForceFrom",
  v.published_at as "publishedAt", o.draft_id as "draftId"`;
const FROM = sql`notice_version v left join notice_origin o on o.version = v.version`;

/** All versions, oldest first; a notice has tens of them. */
export async function versionsOf(tx: Tx): Promise<readonly VersionRow[]> {
  const query = sql<VersionRow>`
    select ${HEAD}, v.source, v.file_name as "fileName" from ${FROM} order by v.version`;
  return (await query.execute(tx)).rows;
}

export async function headsOf(tx: Tx): Promise<readonly VersionHead[]> {
  return (await sql<VersionHead>`select ${HEAD} from ${FROM} order by v.version`.execute(tx)).rows;
}

export async function sourceOf(
  tx: Tx,
  version: number,
): Promise<Pick<VersionRow, "source" | "fileName"> | null> {
  const query = sql<Pick<VersionRow, "source" | "fileName">>`
    select source, file_name as "fileName" from notice_version where version = ${version}`;
  return (await query.execute(tx)).rows[0] ?? null;
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
  row: VersionRow & { readonly noticeId: string },
): Promise<void> {
  await sql`
    insert into notice_version
      (version, notice_id, hash, dated, in_force_from, source, file_name, published_at)
    values (${row.version}, ${row.noticeId}, ${row.hash}, ${row.dated}, ${row.inForceFrom},
      ${row.source}, ${row.fileName}, ${row.publishedAt})`.execute(tx);
  await sql`
    insert into notice_origin (version, draft_id) values (${row.version}, ${row.draftId})`.execute(
    tx,
  );
}
