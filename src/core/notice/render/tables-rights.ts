import type { NoticeKey } from "./messages.ts";
import { anchorOf, cell, type Line, type Links, link, type Part, strong, text } from "./parts.ts";
import { tableOf } from "./table.ts";
import type { Words } from "./words.ts";

export function rightsParts(words: Words, links: Links): readonly Part[] {
  const { rights } = words.notice;
  const table = tableOf(
    words,
    "rights",
    rights.offered,
    [
      ["column.right", (id) => words.cell(`right.${id}` as NoticeKey)],
      ["column.meaning", (id) => words.cell(`right.${id}.about` as NoticeKey)],
    ],
    { anchor: (id) => anchorOf("right", id) },
  );
  const { identity, fee, automatedDecisionsAbout: decisions } = rights;
  const said: readonly Line[] = [
    howRuns(words, links),
    ...cell(identity === null ? null : words.text(identity)),
    ...(fee === null ? [] : words.cell(fee.charged ? "fee.charged" : "fee.free")),
    ...cell(fee?.note == null ? null : words.text(fee.note)),
    ...cell(decisions === null ? null : words.text(decisions)),
  ];
  return [...table, ...said.map((runs): Part => ({ is: "paragraph", runs }))];
}

function howRuns(words: Words, links: Links): Line {
  const email = words.requestEmail();
  return words.runs("rights.how", {
    email: link(`mailto:${email}`, email),
    page: link(links.rights, words.runs("page.rights")),
  });
}

export function complaintList(words: Words): readonly Part[] {
  const { complaints } = words.notice.rights;
  if (complaints.length === 0) return [];
  const items = complaints.map(({ step, name, url, free }): Line => {
    const where = strong(...words.runs(`step.${step}` as NoticeKey));
    const cost = free === true ? [text(" ("), ...words.runs("step.free"), text(")")] : [];
    const rest = text(`: ${words.text(name)}`);
    const at = url === null ? [] : [text(" "), link(url, url, words.leaves(url))];
    return [where, ...cost, rest, ...at];
  });
  return [
    { is: "paragraph", runs: [strong(...words.runs("table.complaints"))] },
    { is: "list", ordered: true, items },
  ];
}

export function authorityList(words: Words): readonly Part[] {
  return tableOf(words, "authorities", words.notice.rights.authorities, [
    ["column.authority", ({ name, url }) => [[link(url, name, words.leaves(url))]]],
    ["column.country", ({ country }) => cell(words.country(country))],
  ]);
}
