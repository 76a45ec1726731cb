import type { StoredItem } from "../notice.ts";
import {
  anchorOf,
  type Cell,
  cell,
  type Links,
  link,
  nameCell,
  named,
  type Part,
  text,
} from "./parts.ts";
import { type Column, tableOf } from "./table.ts";
import type { Words } from "./words.ts";

/** Necessary things first: they are there whatever one chooses. */
const GROUPS = ["necessary", "statistics", "choice"] as const;
type Group = (typeof GROUPS)[number];

function groupOf({ necessary, statistics }: StoredItem): Group {
  if (necessary) return "necessary";
  return statistics ? "statistics" : "choice";
}

/** @param page that has the tables linked to; empty: the very one. */
export function itemColumns(words: Words, page = ""): readonly Column<StoredItem>[] {
  return [
    ["column.item", ({ item, kind }) => [[named(item)], words.runs(`item.device.${kind}`)]],
    ["column.does", ({ name }) => cell(words.text(name))],
    ["column.purpose", ({ stores }) => cell(words.list(purposesOf(stores, words)))],
    ["column.provider", (item) => providerCell(item, words)],
    ["column.reads", (item) => readersOf(item, words, page)],
    [
      "column.lifetime",
      (item) => [words.lifetime(item), ...(item.renewed ? words.cell("item.renewed") : [])],
    ],
    ["column.choice", (item) => choiceCell(item, words)],
  ];
}

/** The list that is enforced: nothing outside it is set (promise P43). */
export function cookieTable(words: Words, _links: Links, page = ""): readonly Part[] {
  const items = [...words.notice.storedItems.values()];
  if (items.length === 0) return [{ is: "paragraph", runs: words.runs("item.none") }];
  const sorted = GROUPS.flatMap((group) => items.filter((item) => groupOf(item) === group));
  return tableOf(words, "cookies", sorted, itemColumns(words, page), {
    anchor: ({ id }) => anchorOf("stored-item", id),
    group: (item) => words.say(`group.${groupOf(item)}`),
  });
}

function purposesOf(stores: StoredItem["stores"], words: Words): readonly string[] {
  return [...new Set(stores.map(({ purpose }) => purpose))].map((id) => words.purpose(id));
}

function providerCell({ provider, domain, sites }: StoredItem, words: Words): Cell {
  const only = sites.length === 0 ? [] : words.cell("item.sites", { sites: sites.join(", ") });
  return [...nameCell(provider), ...nameCell(domain), ...only];
}

/** Who reads it beside the site itself (GDPR 13(1)(e); ePrivacy 5(3) as the CJEU read it). */
function readersOf(item: StoredItem, words: Words, page: string): Cell {
  const { recipient, domain, readers } = item;
  const all = new Set([...(recipient === null ? [] : [recipient]), ...readers]);
  if (all.size > 0) {
    return [...all].map((id) => [
      link(`${page}#${anchorOf("recipient", id)}`, words.recipient(id)),
    ]);
  }
  const isOwn = domain === null || words.notice.sites.includes(domain.replace(/^\./, ""));
  return isOwn ? words.cell("reads.nobody") : [[named(domain)]];
}

function choiceCell({ necessary, statistics }: StoredItem, words: Words): Cell {
  if (necessary) return words.cell("item.necessary");
  const implied = words.notice.rights.cookieChoice === "implied";
  const choice = words.runs(implied ? "item.implied" : "item.choice");
  return statistics ? [choice, [text(words.say("item.statistics"))]] : [choice];
}
