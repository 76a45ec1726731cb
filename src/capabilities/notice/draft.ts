import { createHash } from "node:crypto";
import type { Notice } from "#core/notice/notice";
import { readNotice } from "#core/notice/read-notice";
import { refuse } from "./errors.ts";

/**
 * `draft` -> `in-review` -> `approved` -> `scheduled` -> `published`; a later edit, or a review
 * that asks for changes, leads back to `draft`; `abandoned` is an end as `published` is.
 */
export type DraftState =
  | "draft"
  | "in-review"
  | "approved"
  | "scheduled"
  | "published"
  | "abandoned";

/** `override`: by the owner who is alone in the house, with a reason. */
export type Verdict = "approve" | "ask-changes" | "override";

export type DraftRow = {
  readonly draftId: string;
  readonly baseVersion: number | null;
  readonly edit: number;
  readonly state: DraftState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly publishAt: Date | null;
  readonly scheduledBy: string | null;
  readonly scheduledSha256: string | null;
  readonly publishedVersion: number | null;
  /** Code of the refusal that kept a scheduled draft from being published. */
  readonly outcome: string | null;
};

/** One text that was saved. */
export type EditRow = {
  readonly edit: number;
  /** SHA-256 of the text in UTF-8, in hex: what a review is bound to. */
  readonly sha256: string;
  readonly source: string;
  readonly fileName: string;
  readonly editedBy: string;
  readonly at: Date;
};

export type ReviewRow = {
  readonly reviewId: string;
  readonly edit: number;
  readonly sha256: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly reviewedBy: string;
  readonly at: Date;
};

export type DraftView = DraftRow & {
  /** The newest edit. */
  readonly text: EditRow;
  /** Everybody who saved an edit. */
  readonly authors: readonly string[];
  /** Newest first. */
  readonly reviews: readonly ReviewRow[];
};

export const SOURCE_CHARS_MAX = 1_048_576;
export const EDITS_MAX = 2_000;
export const NOTE_CHARS_MAX = 4_000;
/** Shorter is no reason. */
export const REASON_CHARS_MIN = 10;
const YEAR_MS = 366 * 24 * 3_600_000;
/**
 * A scheduled draft becomes a version this long before its instant, and that version is in force
 * from the instant on: at that moment every server judges by it, by the clock alone.
 */
export const LEAD_MS = 3_000;

export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** @throws Refusal `notice.does_not_compile`, with the first findings. */
export function compiledDraft({ source, fileName }: EditRow): Notice {
  const { notice, findings } = readNotice([{ name: fileName, text: source }]);
  if (notice !== null) return notice;
  const shown = findings.slice(0, 20).map(({ line, column, message }) => ({
    line,
    column,
    message,
  }));
  return refuse("notice.does_not_compile", { findings: shown, count: findings.length });
}

/** @throws Refusal `notice.draft_closed`. */
export function assertOpen({ state }: DraftRow): void {
  if (state === "published" || state === "abandoned") refuse("notice.draft_closed", { state });
}

/** @param at epoch milliseconds. @throws Refusal `notice.wrong_time`. */
export function assertTime(at: number, now: number): void {
  if (!(at > now && at <= now + YEAR_MS)) {
    refuse("notice.wrong_time", {
      given: new Date(at).toISOString(),
      now: new Date(now).toISOString(),
    });
  }
}

/** The approval that this very text has; null: none. */
export function approvalOf({ text, reviews }: DraftView): ReviewRow | null {
  const of = reviews.find(({ edit, sha256 }) => edit === text.edit && sha256 === text.sha256);
  return of === undefined || of.verdict === "ask-changes" ? null : of;
}
