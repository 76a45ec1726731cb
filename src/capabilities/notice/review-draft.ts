import type { Tx } from "#platform/database/database";
import { type DraftView, REASON_CHARS_MIN, type Verdict } from "./draft.ts";
import { insertReview, setDraft } from "./draft-store.ts";
import { assertText, draftView, fact } from "./drafts.ts";
import { refuse } from "./errors.ts";
import type { NoticeDeps } from "./notice.ts";

export type Judgement = {
  readonly verdict: Verdict;
  /** The text that was looked at. */
  readonly sha256: string;
  readonly note: string;
  readonly reviewer: { readonly id: string; readonly isOwner: boolean };
};

/**
 * What a colleague says of the draft's text. It is bound to that text: an edit that came meanwhile
 * refuses it, one that comes later voids it.
 *
 * CHOICE: four eyes need a second person. An owner whose house has no other active account may
 * approve what they wrote, with a reason; it is recorded and shown as such (decision 010).
 */
export async function review(
  deps: NoticeDeps,
  tx: Tx,
  id: string,
  { verdict, sha256, note, reviewer }: Judgement,
): Promise<DraftView> {
  const draft = await draftView(tx, id, true);
  if (draft.state !== "in-review") refuse("notice.not_in_review", { state: draft.state });
  assertText(draft, sha256);
  if (verdict === "override") await assertAlone(deps, tx, reviewer.isOwner);
  else if (draft.authors.includes(reviewer.id)) refuse("notice.own_work");
  const isReasonOwed = verdict !== "approve";
  if (isReasonOwed && note.trim().length < REASON_CHARS_MIN) {
    refuse("notice.reason_missing", { charactersMin: REASON_CHARS_MIN });
  }
  const at = new Date(deps.clock());
  const { edit } = draft;
  const review = { reviewId: deps.newId(), edit, sha256, verdict, note, reviewedBy: reviewer.id };
  await insertReview(tx, id, { ...review, at });
  await setDraft(tx, id, { state: verdict === "ask-changes" ? "draft" : "approved" }, at);
  const body = { draftId: id, edit, hash: sha256, staffId: reviewer.id, verdict };
  await deps.append(tx, [fact({ kind: "notice.reviewed", body })]);
  return draftView(tx, id, false);
}

async function assertAlone({ countStaff }: NoticeDeps, tx: Tx, isOwner: boolean): Promise<void> {
  if (!isOwner || (await countStaff(tx)) !== 1) refuse("notice.not_alone");
}
