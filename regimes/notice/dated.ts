import { NOTICE_ITEMS, type NoticeItem, type NoticeLaw } from "#core/law/notice-items";

type Level = NoticeItem["rule"]["level"];
export type Items = NoticeLaw["items"];

export type Life = {
  readonly from: string;
  readonly until: string | null;
  /** False where the provision still awaits a source. */
  readonly confirmed: boolean;
};

/** Shorthand of the packs: items that live together, each with its provision and its level. */
export function during(life: Life) {
  const item = (level: Level) => (provision: string) => [{ ...life, provision, rule: { level } }];
  return { error: item("error"), warning: item("warning"), note: item("note") };
}

/** Laws that follow each other: the entries of each item one after the other. */
export function successive(...laws: readonly Items[]): Items {
  const entries = NOTICE_ITEMS.map((item) => [item, laws.flatMap((law) => law[item] ?? [])]);
  return Object.fromEntries(entries);
}
