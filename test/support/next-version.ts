import type { House } from "#edges/house";
import type { DraftView } from "#notice";

export type Replacement = readonly [from: string | RegExp, to: string];

/** The text of a later version: the last one's, with its number and the changes asked for. */
export async function nextText(
  { inTransaction, notices }: Pick<House, "inTransaction" | "notices">,
  ...changes: readonly Replacement[]
): Promise<string> {
  const rows = await inTransaction((tx) => notices.versions(tx));
  const last = rows.at(-1);
  if (last === undefined) throw new Error("nothing was published yet");
  return changedText(last.source, [/^version: \d+$/m, `version: ${last.version + 1}`], ...changes);
}

/** Each change must find its place. */
export function changedText(source: string, ...changes: readonly Replacement[]): string {
  return changes.reduce((text, [from, to]) => {
    const found = typeof from === "string" ? text.includes(from) : from.test(text);
    if (!found) throw new Error(`the manifest has no ${from}`);
    return text.replace(from, to);
  }, source);
}

/** A draft of this text, written by one colleague and approved by another. */
export async function approvedDraft(
  { inTransaction, notices }: Pick<House, "inTransaction" | "notices">,
  source: string,
  [author, reviewer]: readonly [string, string],
): Promise<DraftView> {
  return inTransaction(async (tx) => {
    const from = { source, fileName: "notice.yaml" };
    const { draftId, text } = await notices.drafts.create(tx, from, author);
    const { sha256 } = text;
    await notices.drafts.submit(tx, draftId, sha256, author);
    return notices.drafts.review(tx, draftId, {
      ...{ verdict: "approve", sha256, note: "" },
      reviewer: { id: reviewer, isOwner: false },
    });
  });
}
