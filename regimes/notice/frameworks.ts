import type { FrameworkLaw } from "#core/law/notice-items";

/** The Notice principle of both frameworks has the same thirteen items (a)(i)-(xiii). */
const ITEMS = [
  ["participation", "i"],
  ["data-types", "ii"],
  ["commitment", "iii"],
  ["purposes", "iv"],
  ["contact", "v"],
  ["third-parties", "vi"],
  ["access", "vii"],
  ["choice", "viii"],
  ["recourse", "ix"],
  ["enforcement", "x"],
  ["arbitration", "xi"],
  ["authorities", "xii"],
  ["onward-liability", "xiii"],
] as const;

const itemsOf = (name: string) =>
  Object.fromEntries(
    ITEMS.map(([item, number]) => [item, `${name} Principles, II.1(a)(${number})`]),
  ) as FrameworkLaw["items"];

export const FRAMEWORKS: readonly FrameworkLaw[] = [
  {
    mechanisms: ["shield", "shield-ch"],
    name: "Privacy Shield",
    from: "2016-07-12",
    until: "2023-07-10",
    confirmed: true,
    items: itemsOf("Privacy Shield"),
  },
  {
    mechanisms: ["dpf", "dpf-uk", "dpf-ch"],
    name: "Data Privacy Framework",
    from: "2023-07-10",
    until: null,
    confirmed: true,
    items: itemsOf("DPF"),
  },
];
