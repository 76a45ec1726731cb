import type { StoredItem } from "../notice.ts";
import { anchorOf, type Cell, cell, type Part, text } from "./parts.ts";
import { tableOf } from "./table.ts";
import type { Words } from "./words.ts";

/** The list that is enforced: nothing outside it is set (promise P43). */
export function cookieTable(words: Words): readonly Part[] {
  const items = [...words.notice.storedItems.values()];
  if (items.length === 0) {
    return [{ is: "paragraph", runs: [text(words.say("item.none"))] }];
  }
  return tableOf(words, "cookies", items, ({ id }) => anchorOf("stored-item", id), [
    ["column.item", ({ item, kind }) => nameCell(item, words.say(`item.device.${kind}`))],
    ["column.does", ({ name }) => cell(words.text(name))],
    ["column.purpose", ({ stores }) => cell(words.list(purposesOf(stores, words)))],
    ["column.provider", ({ provider, domain }) => [...cell(provider), ...cell(domain)]],
    ["column.lifetime", (item) => cell(words.lifetime(item))],
    ["column.choice", (item) => choiceCell(item, words)],
  ]);
}

function nameCell(item: string, kind: string): Cell {
  return [[text(item)], [text(kind)]];
}

function purposesOf(stores: StoredItem["stores"], words: Words): readonly string[] {
  return [...new Set(stores.map(({ purpose }) => purpose))].map((id) => words.purpose(id));
}

function choiceCell({ necessary, statistics }: StoredItem, words: Words): Cell {
  if (necessary) return cell(words.say("item.necessary"));
  const implied = words.notice.rights.cookieChoice === "implied";
  const choice = words.say(implied ? "item.implied" : "item.choice");
  return statistics ? [[text(choice)], [text(words.say("item.statistics"))]] : cell(choice);
}
