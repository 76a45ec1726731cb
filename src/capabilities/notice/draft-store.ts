/** Statements about drafts, their edits and their reviews. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { DraftRow, DraftState, EditRow, ReviewRow } from "./draft.ts";

const DRAFT = sql`draft_id as "draftId", base_version as "baseVersion", edit, state,
  created_by as "createdBy", created_at as "createdAt", changed_at as "changedAt",
  publish_at as "publishAt", scheduled_by as "scheduledBy",
  encode(scheduled_sha256, 'hex') as "scheduledSha256", published_version as "publishedVersion",
  outcome`;

/** Newest first; at most 200. */
export async function draftRows(tx: Tx): Promise<readonly DraftRow[]> {
  const query = sql<DraftRow>`select ${DRAFT} from notice_draft order by created_at desc limit 200`;
  return (await query.execute(tx)).rows;
}

export async function draftRow(tx: Tx, draftId: string, lock: boolean): Promise<DraftRow | null> {
  const query = sql<DraftRow>`
    select ${DRAFT} from notice_draft where draft_id = ${draftId} ${lock ? sql`for update` : sql``}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** The next scheduled draft whose time has come; another server's stays with it. */
export async function dueDraft(tx: Tx, until: Date): Promise<DraftRow | null> {
  const query = sql<DraftRow>`
    select ${DRAFT} from notice_draft where state = 'scheduled' and publish_at <= ${until}
     order by publish_at limit 1 for update skip locked`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function insertDraft(
  tx: Tx,
  row: Pick<DraftRow, "draftId" | "baseVersion" | "createdBy" | "createdAt">,
  edit: EditRow,
): Promise<void> {
  await sql`
    insert into notice_draft (draft_id, base_version, edit, state, created_by, created_at, changed_at)
    values (${row.draftId}, ${row.baseVersion}, 1, 'draft', ${row.createdBy}, ${row.createdAt},
      ${row.createdAt})`.execute(tx);
  await insertEdit(tx, row.draftId, edit);
}

export async function insertEdit(tx: Tx, draftId: string, edit: EditRow): Promise<void> {
  await sql`
    insert into notice_draft_edit (draft_id, edit, sha256, source, file_name, edited_by, at)
    values (${draftId}, ${edit.edit}, decode(${edit.sha256}, 'hex'), ${edit.source},
      ${edit.fileName}, ${edit.editedBy}, ${edit.at})`.execute(tx);
}

export async function setDraft(
  tx: Tx,
  draftId: string,
  set: { readonly state: DraftState; readonly edit?: number; readonly outcome?: string | null },
  at: Date,
): Promise<void> {
  const { state, edit, outcome = null } = set;
  const moved = edit === undefined ? sql`` : sql`, edit = ${edit}`;
  await sql`
    update notice_draft set state = ${state}, changed_at = ${at}, publish_at = null,
        scheduled_by = null, scheduled_sha256 = null, outcome = ${outcome} ${moved}
     where draft_id = ${draftId}`.execute(tx);
}

export async function scheduleDraft(
  tx: Tx,
  draftId: string,
  to: { readonly at: Date; readonly by: string; readonly sha256: string },
  now: Date,
): Promise<void> {
  await sql`
    update notice_draft set state = 'scheduled', publish_at = ${to.at}, scheduled_by = ${to.by},
        scheduled_sha256 = decode(${to.sha256}, 'hex'), changed_at = ${now}, outcome = null
     where draft_id = ${draftId}`.execute(tx);
}

/** When and by whom it was scheduled stays beside the version that it became. */
export async function endDraft(tx: Tx, draftId: string, version: number, now: Date): Promise<void> {
  await sql`
    update notice_draft set state = 'published', published_version = ${version}, changed_at = ${now}
     where draft_id = ${draftId}`.execute(tx);
}

const EDIT = sql`edit, encode(sha256, 'hex') as sha256, source, file_name as "fileName",
  edited_by as "editedBy", at`;

export async function editOf(tx: Tx, draftId: string, edit: number): Promise<EditRow | null> {
  const query = sql<EditRow>`
    select ${EDIT} from notice_draft_edit where draft_id = ${draftId} and edit = ${edit}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function authorsOf(tx: Tx, draftId: string): Promise<readonly string[]> {
  const query = sql<{ id: string }>`
    select edited_by as id from notice_draft_edit where draft_id = ${draftId}
     group by edited_by order by min(edit)`;
  return (await query.execute(tx)).rows.map(({ id }) => id);
}

export async function insertReview(tx: Tx, draftId: string, review: ReviewRow): Promise<void> {
  await sql`
    insert into notice_draft_review
      (draft_id, review_id, edit, sha256, verdict, note, reviewed_by, at)
    values (${draftId}, ${review.reviewId}, ${review.edit}, decode(${review.sha256}, 'hex'),
      ${review.verdict}, ${review.note}, ${review.reviewedBy}, ${review.at})`.execute(tx);
}

/** Newest first; at most 500. */
export async function reviewsOf(tx: Tx, draftId: string): Promise<readonly ReviewRow[]> {
  const query = sql<ReviewRow>`
    select review_id as "reviewId", edit, encode(sha256, 'hex') as sha256, verdict, note,
      reviewed_by as "reviewedBy", at
      from notice_draft_review where draft_id = ${draftId} order by at desc, review_id desc limit 500`;
  return (await query.execute(tx)).rows;
}
