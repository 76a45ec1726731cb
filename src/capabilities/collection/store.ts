import { sql } from "kysely";
import type { Tx } from "#platform/database/database";

export type SubmissionRow = {
  readonly subjectId: string;
  readonly submissionId: string;
  readonly form: string;
  readonly noticeVersion: number;
  readonly language: string;
  readonly extractSha256: Buffer;
  readonly receivedAt: Date;
  readonly asset: string | null;
};

export async function insertSubmission(tx: Tx, row: SubmissionRow): Promise<void> {
  await sql`
    insert into form_submission
      (subject_id, submission_id, form, notice_version, language, extract_sha256, received_at, asset)
    values (${row.subjectId}, ${row.submissionId}, ${row.form}, ${row.noticeVersion}, ${row.language},
      ${row.extractSha256}, ${row.receivedAt}, ${row.asset})`.execute(tx);
}

export type KeyRow = {
  readonly keyHash: Buffer;
  readonly subjectId: string;
  readonly submissionId: string;
  readonly contentHash: Buffer;
  readonly receivedAt: Date;
};

/**
 * Takes the form's key; false when it was taken before. Of two at once the second waits for the
 * first's commit.
 */
export async function takeKey(tx: Tx, row: KeyRow): Promise<boolean> {
  const done = await sql`
    insert into form_submission_key (key_hash, subject_id, submission_id, content_hash, received_at)
    values (${row.keyHash}, ${row.subjectId}, ${row.submissionId}, ${row.contentHash}, ${row.receivedAt})
    on conflict (key_hash) do nothing`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

/** Says whose submission a key became, once the person is known. */
export async function nameKey(tx: Tx, keyHash: Buffer, subjectId: string): Promise<void> {
  await sql`
    update form_submission_key set subject_id = ${subjectId} where key_hash = ${keyHash}`.execute(
    tx,
  );
}

export async function keyOf(tx: Tx, keyHash: Buffer): Promise<KeyRow | null> {
  const query = sql<KeyRow>`
    select key_hash as "keyHash", subject_id as "subjectId", submission_id as "submissionId",
      content_hash as "contentHash", received_at as "receivedAt"
      from form_submission_key where key_hash = ${keyHash}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** Submissions of a person, for their record and for access (GDPR 15). */
export async function submissionsOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<readonly SubmissionRow[]> {
  const query = sql<SubmissionRow>`
    select subject_id as "subjectId", submission_id as "submissionId", form,
      notice_version as "noticeVersion", language, extract_sha256 as "extractSha256",
      received_at as "receivedAt", asset
      from form_submission where subject_id = any(${subjectIds}::uuid[])
     order by received_at limit 1000`;
  return (await query.execute(tx)).rows;
}

/** Keys of forms that can no longer be sent again. */
export async function dropOldKeys(tx: Tx, before: Date): Promise<void> {
  await sql`delete from form_submission_key where received_at < ${before}`.execute(tx);
}

/** Erases what submissions say of a person; that they happened is in the log. */
export async function eraseSubmissions(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await sql`delete from form_submission_key where subject_id = any(${subjectIds}::uuid[])`.execute(
    tx,
  );
  await sql`delete from form_submission where subject_id = any(${subjectIds}::uuid[])`.execute(tx);
}
