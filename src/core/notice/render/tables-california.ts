import type { Category, Incentive, Notice, Recipient } from "../notice.ts";
import type { NoticeKey } from "./messages.ts";
import { type Cell, cell, link, type Part, type Run, text } from "./parts.ts";
import { type Column, tableOf } from "./table.ts";
import type { Words } from "./words.ts";

/** What is held under one category of the Act. */
type ActCategory = { readonly as: string; readonly held: readonly Category[] };

/**
 * The notice at collection of the CCPA (Cal. Civ. Code 1798.100, 1798.130): made from what is
 * declared anyhow, in the Act's own categories, so that it cannot say anything else.
 */
export function californiaParts(words: Words): readonly Part[] {
  const { california } = words.notice;
  const byAct = actCategories(words.notice);
  if (california === null && byAct.length === 0) return [];
  return [
    ...categoryTable(byAct, words),
    ...saidParts(words),
    ...incentiveTable(words),
    ...metricTable(words),
  ];
}

function actCategories({ categories }: Notice): readonly ActCategory[] {
  const byAct = new Map<string, Category[]>();
  for (const category of categories.values()) {
    for (const as of category.california?.as ?? []) {
      byAct.set(as, [...(byAct.get(as) ?? []), category]);
    }
  }
  return [...byAct].map(([as, held]) => ({ as, held }));
}

function categoryTable(byAct: readonly ActCategory[], words: Words): readonly Part[] {
  const { sources, purposes, retention } = words.notice;
  const idsOf = ({ held }: ActCategory) => new Set(held.map(({ id }) => id));
  const users = (each: ActCategory) =>
    [...purposes.values()].filter(
      ({ builtIn, categories }) => !builtIn && !categories.isDisjointFrom(idsOf(each)),
    );
  return tableOf(words, "california", byAct, [
    ["column.act-category", ({ as }) => words.cell(`california.${as}` as NoticeKey)],
    ["column.categories", ({ held }) => linesOf(...held.map((each) => heldText(each, words)))],
    [
      "column.source",
      (each) => {
        const giving = [...sources.values()].filter(
          ({ categories }) => !categories.isDisjointFrom(idsOf(each)),
        );
        return linesOf(...giving.map(({ name }) => words.text(name)));
      },
    ],
    ["column.purpose", (each) => linesOf(...users(each).map(({ name }) => words.text(name)))],
    ["column.sold", (each) => soldCell(idsOf(each), words)],
    ["column.disclosed", (each) => linesOf(...namesOf(getting(idsOf(each), false, words), words))],
    [
      "column.keep",
      (each) => {
        const periods = users(each).flatMap(({ id }) =>
          [...idsOf(each)].flatMap((category) => retention.get(id)?.get(category) ?? []),
        );
        return linesOf(...new Set(periods.map((period) => words.retentionText(period))));
      },
    ],
  ]);
}

function heldText({ id, california }: Category, words: Words): string {
  const sensitive = california?.sensitive ?? null;
  const name = words.categories([id]);
  if (sensitive === null) return name;
  return `${name} (${words.say(`california.sensitive.${sensitive}` as NoticeKey)})`;
}

/** Sold or shared is what a purpose that does so discloses; silence would be no answer. */
function soldCell(categories: ReadonlySet<string>, words: Words): Cell {
  const buyers = namesOf(getting(categories, true, words), words);
  return buyers.length === 0 ? words.cell("california.not-sold") : linesOf(...buyers);
}

function getting(categories: ReadonlySet<string>, sold: boolean, words: Words) {
  const { recipients, purposes } = words.notice;
  const isSold = (purpose: string) => {
    const declared = purposes.get(purpose);
    return declared !== undefined && (declared.sale || declared.sharing);
  };
  return [...recipients.values()].filter(({ discloses }) =>
    discloses.some(
      (tuple) => isSold(tuple.purpose) === sold && !tuple.categories.isDisjointFrom(categories),
    ),
  );
}

function namesOf(recipients: readonly Recipient[], words: Words): readonly string[] {
  return recipients.map(({ id }) => words.recipient(id));
}

export function saidParts(words: Words): readonly Part[] {
  const { california } = words.notice;
  if (california === null) return [];
  const { links, optOut, sensitiveUse, minors } = california;
  const runs = links.flatMap(({ kind, url }, index): readonly Run[] => [
    ...(index === 0 ? [] : [text(" · ")]),
    link(url, words.runs(`california.link.${kind}`)),
  ]);
  const said = [
    ...cell(words.textOrNull(optOut)),
    ...(sensitiveUse === null ? [] : words.cell(`california.${sensitiveUse}`)),
    ...cell(words.textOrNull(minors)),
  ];
  return [
    ...(runs.length === 0 ? [] : [{ is: "paragraph", runs } as const]),
    ...said.map((runs): Part => ({ is: "paragraph", runs })),
  ];
}

function incentiveTable(words: Words): readonly Part[] {
  const all = [...(words.notice.california?.incentives.values() ?? [])];
  return tableOf(words, "california-incentives", all, incentiveColumns(words));
}

export function incentiveColumns(words: Words): readonly Column<Incentive>[] {
  return [
    ["column.incentive", ({ name, about }) => linesOf(words.text(name), words.text(about))],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    ["column.value", ({ value }) => cell(words.text(value))],
    ["column.join", ({ join }) => cell(words.text(join))],
    ["column.leave", ({ leave }) => cell(words.text(leave))],
  ];
}

function metricTable(words: Words): readonly Part[] {
  const metrics = words.notice.california?.metrics ?? null;
  if (metrics === null) return [];
  const figure = (value: number) => cell(words.number(value));
  const table = tableOf(words, "california-metrics", metrics.requests, [
    ["column.request", ({ kind }) => words.cell(`metric.${kind}`)],
    ["column.received", ({ received }) => figure(received)],
    ["column.complied", ({ complied }) => figure(complied)],
    ["column.denied", ({ denied }) => figure(denied)],
    ["column.median", ({ medianDays }) => figure(medianDays)],
  ]);
  const year = String(metrics.year);
  return table.map((part) => {
    if (part.is !== "table") return part;
    const { caption } = part;
    return { ...part, caption: { ...caption, text: caption.text.replace("{year}", year) } };
  });
}

function linesOf(...lines: readonly string[]): Cell {
  return lines.flatMap((line) => cell(line));
}
