import { type Document, isMap, parseAllDocuments } from "yaml";
import type { House } from "#edges/house";
import type { DraftView } from "#notice";

/** Another text at one place. */
export type Replacement = readonly [from: string | RegExp, to: string];

/** Another value under a path of the manifest, or one more in its list or map. */
export type Edit =
  | { readonly under: string; readonly set: unknown }
  | { readonly under: string; readonly add: unknown };

export type Change = Replacement | Edit;

/** The text of a later version: the last one's, with its number and the changes asked for. */
export async function nextText(
  { inTransaction, notices }: Pick<House, "inTransaction" | "notices">,
  ...changes: readonly Change[]
): Promise<string> {
  const rows = await inTransaction((tx) => notices.versions(tx));
  const last = rows.at(-1);
  if (last === undefined) throw new Error("nothing was published yet");
  return changedText(last.source, [/^version: \d+$/m, `version: ${last.version + 1}`], ...changes);
}

/** Each change must find its place. */
export function changedText(source: string, ...changes: readonly Change[]): string {
  return changes.reduce((text, change) => {
    if ("under" in change) return edited(text, change);
    const [from, to] = change;
    const found = typeof from === "string" ? text.includes(from) : from.test(text);
    if (!found) throw new Error(`the manifest has no ${from}`);
    return text.replace(from, to);
  }, source);
}

/** A manifest may be a stream of documents; what none of them has is put into the first. */
function edited(text: string, edit: Edit): string {
  const documents = (parseAllDocuments(text) as Document[]).filter(
    // An end mark after an end mark is an empty document.
    ({ contents }) => isMap(contents),
  );
  // Ids of clauses have points of their own; no edit names one.
  const path = edit.under.split(".");
  const document = documents.find((each) => each.hasIn(path)) ?? documents[0];
  if (document === undefined) throw new Error("the manifest is empty");
  if ("set" in edit) document.setIn(path, document.createNode(edit.set));
  else if (isMap(document.getIn(path))) {
    for (const [key, value] of Object.entries(edit.add as object)) {
      document.setIn([...path, key], document.createNode(value));
    }
  } else document.addIn(path, document.createNode(edit.add));
  return documents.map((each) => `${each.toString()}...\n`).join("");
}

/** Somebody must be asked again about a purpose, for it is not what it was. */
export function raised(purpose: string, compatible: boolean): readonly Edit[] {
  return [
    { under: `purposes.${purpose}.revision`, set: 2 },
    { under: "changes", set: [{ purpose, revision: 2, compatible }] },
  ];
}

/** Words alone. */
export function reworded(words: string): Edit {
  return {
    under: "purposes.enquiries.about.en",
    set: `We use what you sent, ${words}, to answer.`,
  };
}

/** What subscribers are told of: their addresses are kept longer. */
export const KEPT_LONGER: Edit = {
  under: "purposes.confirmation.retention.0.for",
  set: "36 months",
};

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
