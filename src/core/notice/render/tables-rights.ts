import type { NoticeKey } from "./messages.ts";
import { piecesOf } from "./messages.ts";
import { anchorOf, cell, type Links, link, type Part, type Run, text } from "./parts.ts";
import { tableOf } from "./table.ts";
import type { Words } from "./words.ts";

export function rightsParts(words: Words, links: Links): readonly Part[] {
  const { rights } = words.notice;
  const table = tableOf(words, "rights", rights.offered, (id) => anchorOf("right", id), [
    ["column.right", (id) => cell(words.right(id))],
    ["column.meaning", (id) => cell(words.say(`right.${id}.about` as NoticeKey))],
  ]);
  const said = [
    rights.identity === null ? null : words.text(rights.identity),
    rights.fee === null ? null : words.say(rights.fee.charged ? "fee.charged" : "fee.free"),
    rights.fee?.note == null ? null : words.text(rights.fee.note),
    rights.automatedDecisionsAbout === null ? null : words.text(rights.automatedDecisionsAbout),
  ].filter((line) => line !== null);
  const paragraphs = said.map((line): Part => ({ is: "paragraph", runs: [text(line)] }));
  return [...table, { is: "paragraph", runs: howRuns(words, links) }, ...paragraphs];
}

function howRuns(words: Words, links: Links): readonly Run[] {
  const { rights, contacts } = words.notice;
  const email = contacts.find(({ id }) => id === rights.contact)?.email ?? "";
  return piecesOf(words.language, "rights.how").map((piece): Run => {
    if (typeof piece === "string") return text(piece);
    if (piece.hole === "email") return link(`mailto:${email}`, email);
    return link(links.rights, words.say("page.rights"));
  });
}

export function complaintList(words: Words): readonly Part[] {
  const { complaints } = words.notice.rights;
  if (complaints.length === 0) return [];
  const items = complaints.map(({ step, name, url, free }): readonly Run[] => {
    const where = words.say(`step.${step}` as NoticeKey);
    const cost = free === true ? ` (${words.say("step.free")})` : "";
    const said: Run = { is: "strong", runs: [text(where)] };
    const rest = text(`${cost}: ${words.text(name)}`);
    return url === null ? [said, rest] : [said, rest, text(" "), link(url, url, true)];
  });
  const title: Run = { is: "strong", runs: [text(words.say("table.complaints"))] };
  return [
    { is: "paragraph", runs: [title] },
    { is: "list", ordered: true, items },
  ];
}

export function authorityList(words: Words): readonly Part[] {
  return tableOf(words, "authorities", words.notice.rights.authorities, () => null, [
    ["column.authority", ({ name, url }) => [[link(url, name, true)]]],
    ["column.country", ({ country }) => cell(words.country(country))],
  ]);
}
