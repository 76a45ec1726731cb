/** Drafts of the next version: written, reviewed by somebody else, published at a time. */
import type { FactInput } from "#core/ledger/fact";
import { ORGANISATION } from "#kit/brands";
import { Refusal } from "#kit/refusal";
import type { Tx } from "#platform/database/database";
import { inSavepoint } from "#platform/database/savepoint";
import {
  approvalOf,
  assertOpen,
  assertTime,
  compiledDraft,
  type DraftRow,
  type DraftView,
  EDITS_MAX,
  type EditRow,
  LEAD_MS,
  SOURCE_CHARS_MAX,
  sha256Of,
} from "./draft.ts";
import {
  authorsOf,
  draftRow,
  draftRows,
  dueDraft,
  editOf,
  endDraft,
  insertDraft,
  insertEdit,
  reviewsOf,
  scheduleDraft,
  setDraft,
} from "./draft-store.ts";
import { refuse } from "./errors.ts";
import type { NoticeDeps } from "./notice.ts";
import { assertPublishable, publish } from "./publish.ts";
import { type Judgement, review } from "./review-draft.ts";
import { headsOf, sourceOf } from "./store.ts";

export type Drafts = ReturnType<typeof openDrafts>;

/** Each throws Refusal `notice.unknown_draft`, and what its own steps refuse. */
export function openDrafts(deps: NoticeDeps) {
  return {
    list: (tx: Tx) => draftRows(tx),
    view: (tx: Tx, id: string) => draftView(tx, id, false),
    /** One text that was saved, the newest or an older one; null: there is none. */
    textOf: (tx: Tx, id: string, edit: number) => editOf(tx, id, edit),
    /** @param from a version whose text is taken, or a text with the name of its file. */
    create: (tx: Tx, from: Beginning, staffId: string) => create(deps, tx, from, staffId),
    /** @param edit number of the edit that the writer started from. */
    save: (tx: Tx, id: string, edit: number, source: string, staffId: string) =>
      save(deps, tx, id, edit, source, staffId),
    submit: (tx: Tx, id: string, sha256: string, staffId: string) =>
      submit(deps, tx, id, sha256, staffId),
    review: (tx: Tx, id: string, judgement: Judgement) => review(deps, tx, id, judgement),
    /** @param at epoch milliseconds; null: at once. @returns the version where it was at once. */
    schedule: (tx: Tx, id: string, sha256: string, at: number | null, staffId: string) =>
      schedule(deps, tx, id, sha256, at, staffId),
    cancel: (tx: Tx, id: string, staffId: string) => cancel(deps, tx, id, staffId),
    abandon: (tx: Tx, id: string, staffId: string) => abandon(deps, tx, id, staffId),
    /** Publishes one scheduled draft whose time has come. @returns whether there was one. */
    publishDue: (tx: Tx) => publishDue(deps, tx),
  };
}

export type Beginning =
  | { readonly version: number }
  | { readonly source: string; readonly fileName: string };

export async function draftView(tx: Tx, id: string, lock: boolean): Promise<DraftView> {
  const row = (await draftRow(tx, id, lock)) ?? refuse("notice.unknown_draft");
  const text = (await editOf(tx, id, row.edit)) ?? refuse("notice.unknown_draft");
  return { ...row, text, authors: await authorsOf(tx, id), reviews: await reviewsOf(tx, id) };
}

async function create(
  deps: NoticeDeps,
  tx: Tx,
  from: Beginning,
  staffId: string,
): Promise<DraftView> {
  const last = (await headsOf(tx)).at(-1)?.version ?? null;
  const text =
    "version" in from
      ? ((await sourceOf(tx, from.version)) ?? refuse("notice.unknown_version"))
      : from;
  assertSize(text.source);
  const now = new Date(deps.clock());
  const draftId = deps.newId();
  const edit = editFrom(1, text.source, text.fileName, staffId, now);
  const row = { draftId, baseVersion: last, createdBy: staffId, createdAt: now };
  await insertDraft(tx, row, edit);
  await appendDrafted(deps, tx, draftId, edit);
  return draftView(tx, draftId, false);
}

/** A text that is the same makes no new edit, and voids no review. */
async function save(
  deps: NoticeDeps,
  tx: Tx,
  id: string,
  edit: number,
  source: string,
  staffId: string,
): Promise<DraftView> {
  assertSize(source);
  const draft = await draftView(tx, id, true);
  assertOpen(draft);
  if (draft.state === "scheduled") refuse("notice.draft_scheduled");
  const { text } = draft;
  if (text.sha256 === sha256Of(source)) return draft;
  if (draft.edit !== edit) {
    const by = { editedBy: text.editedBy, at: text.at.toISOString() };
    refuse("notice.edited_meanwhile", { ...by, edit: draft.edit, given: edit });
  }
  if (draft.edit >= EDITS_MAX) refuse("notice.too_many_edits", { max: EDITS_MAX });
  const now = new Date(deps.clock());
  const next = editFrom(draft.edit + 1, source, text.fileName, staffId, now);
  await insertEdit(tx, id, next);
  await setDraft(tx, id, { state: "draft", edit: next.edit }, now);
  await appendDrafted(deps, tx, id, next);
  return draftView(tx, id, false);
}

/** Asks for a review of what could be published as it stands. */
async function submit(
  deps: NoticeDeps,
  tx: Tx,
  id: string,
  sha256: string,
  staffId: string,
): Promise<DraftView> {
  const draft = await draftView(tx, id, true);
  assertOpen(draft);
  if (draft.state === "scheduled") refuse("notice.draft_scheduled");
  assertText(draft, sha256);
  if (draft.state !== "draft") return draft;
  assertPublishable(compiledDraft(draft.text), await headsOf(tx));
  await setDraft(tx, id, { state: "in-review" }, new Date(deps.clock()));
  const body = { draftId: id, edit: draft.edit, hash: sha256, staffId };
  await deps.append(tx, [fact({ kind: "notice.submitted", body })]);
  return draftView(tx, id, false);
}

async function schedule(
  deps: NoticeDeps,
  tx: Tx,
  id: string,
  sha256: string,
  at: number | null,
  staffId: string,
): Promise<DraftView> {
  const draft = await draftView(tx, id, true);
  assertOpen(draft);
  if (draft.state === "scheduled") refuse("notice.draft_scheduled");
  assertText(draft, sha256);
  if (draft.state !== "approved" || approvalOf(draft) === null) refuse("notice.not_approved");
  const now = deps.clock();
  if (at !== null) assertTime(at, now);
  assertPublishable(compiledDraft(draft.text), await headsOf(tx));
  const when = { at: new Date(at ?? now), by: staffId, sha256 };
  await scheduleDraft(tx, id, when, new Date(now));
  const body = { draftId: id, hash: sha256, at: at ?? now, staffId };
  await deps.append(tx, [fact({ kind: "notice.scheduled", body })]);
  if (at === null) await bringOut(deps, tx, { ...draft, publishAt: when.at });
  return draftView(tx, id, false);
}

/** The row is locked: either the publication sees it taken back, or the taking back comes late. */
async function cancel(deps: NoticeDeps, tx: Tx, id: string, staffId: string): Promise<DraftView> {
  const draft = await draftView(tx, id, true);
  if (draft.state === "published") refuse("notice.too_late", { version: draft.publishedVersion });
  if (draft.state !== "scheduled") refuse("notice.not_scheduled");
  const now = deps.clock();
  if ((draft.publishAt?.getTime() ?? 0) <= now) refuse("notice.too_late");
  await setDraft(tx, id, { state: "approved" }, new Date(now));
  await deps.append(tx, [fact({ kind: "notice.unscheduled", body: { draftId: id, staffId } })]);
  return draftView(tx, id, false);
}

async function abandon(deps: NoticeDeps, tx: Tx, id: string, staffId: string): Promise<DraftView> {
  const draft = await draftView(tx, id, true);
  assertOpen(draft);
  if (draft.state === "scheduled") refuse("notice.draft_scheduled");
  await setDraft(tx, id, { state: "abandoned" }, new Date(deps.clock()));
  await deps.append(tx, [fact({ kind: "notice.abandoned", body: { draftId: id, staffId } })]);
  return draftView(tx, id, false);
}

/**
 * A draft that cannot be published any more, because another version came first, is approved and
 * waits for its people; what kept it is written beside it. It does not hold up the others.
 */
async function publishDue(deps: NoticeDeps, tx: Tx): Promise<boolean> {
  const row = await dueDraft(tx, new Date(deps.clock() + LEAD_MS));
  if (row === null) return false;
  const draft = await draftView(tx, row.draftId, false);
  try {
    await inSavepoint(tx, () => bringOut(deps, tx, draft));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { draftId } = row;
    const set = { state: "approved", outcome: error.code } as const;
    await setDraft(tx, draftId, set, new Date(deps.clock()));
    await deps.append(tx, [fact({ kind: "notice.unscheduled", body: { draftId } })]);
  }
  return true;
}

async function bringOut(deps: NoticeDeps, tx: Tx, draft: DraftView): Promise<void> {
  const { text, draftId, publishAt } = draft;
  // A text can only change after it was taken back; that it did not is looked at all the same.
  if (approvalOf(draft) === null) refuse("notice.not_approved");
  const notice = compiledDraft(text);
  const { source, fileName } = text;
  const from = publishAt?.getTime() ?? 0;
  const version = await publish(deps, tx, { notice, source, fileName, draftId, from });
  await endDraft(tx, draftId, version, new Date(deps.clock()));
}

/** @throws Refusal `notice.other_text`. */
export function assertText({ text }: DraftView, sha256: string): void {
  if (text.sha256 !== sha256) {
    const { edit, editedBy, at } = text;
    refuse("notice.other_text", { edit, editedBy, at: at.toISOString(), sha256: text.sha256 });
  }
}

function assertSize(source: string): void {
  // PostgreSQL keeps no such character, and no editor writes one.
  if (source.includes("\u0000")) refuse("notice.does_not_compile", { findings: [], count: 1 });
  if (source.length > SOURCE_CHARS_MAX) {
    refuse("notice.too_large", { characters: source.length, max: SOURCE_CHARS_MAX });
  }
}

function editFrom(
  edit: number,
  source: string,
  fileName: string,
  editedBy: string,
  at: Date,
): EditRow {
  return { edit, sha256: sha256Of(source), source, fileName, editedBy, at };
}

async function appendDrafted(
  deps: NoticeDeps,
  tx: Tx,
  draftId: DraftRow["draftId"],
  { edit, sha256, editedBy }: EditRow,
): Promise<void> {
  const body = { draftId, edit, hash: sha256, staffId: editedBy };
  await deps.append(tx, [fact({ kind: "notice.drafted", body })]);
}

type NoticeFact = Extract<FactInput, { kind: `notice.${string}` }>;
type Stated<F> = F extends NoticeFact ? Pick<F, "kind" | "body"> : never;

/** A fact of the organisation, under no version: a draft is none. */
export function fact(stated: Stated<NoticeFact>): FactInput {
  return { ...stated, subjectId: ORGANISATION, noticeVersion: null } as FactInput;
}
