import type { ComplaintStep } from "../notice.ts";
import type { NoticeKey } from "./messages.ts";
import {
  anchorOf,
  cell,
  joined,
  type Line,
  type Links,
  link,
  type Part,
  strong,
  text,
} from "./parts.ts";
import { tableOf } from "./table.ts";
import { contactCell, reachCell, regimesOf } from "./tables-arrangements.ts";
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
  const methods = words.list(rights.methods.map((each) => words.say(`method.${each}`)));
  const said: readonly Line[] = [
    howRuns(words, links),
    ...(methods === "" ? [] : words.cell("rights.methods", { methods })),
    ...cell(words.textOrNull(rights.withdrawal)),
    ...cell(words.textOrNull(rights.agents)),
    ...cell(identity === null ? null : words.text(identity)),
    ...(fee === null ? [] : words.cell(fee.charged ? "fee.charged" : "fee.free")),
    ...cell(fee?.note == null ? null : words.text(fee.note)),
    ...cell(decisions === null ? null : words.text(decisions)),
    ...appealLines(words),
    ...practiceLines(words),
  ];
  return [...table, ...said.map((runs): Part => ({ is: "paragraph", runs }))];
}

function appealLines(words: Words): readonly Line[] {
  const { appeal } = words.notice.rights;
  if (appeal === null) return [];
  const [email] = contactCell(appeal.contact, words);
  const where = email === undefined ? [] : words.cell("rights.appeal", { email });
  return [...cell(words.text(appeal.about)), ...where];
}

/** How long ahead changes are told, and which signals of browsers count. */
function practiceLines(words: Words): readonly Line[] {
  const { noticeAhead, signals } = words.notice.rights;
  const ahead =
    noticeAhead === null
      ? []
      : words.cell("practice.ahead", { period: words.answerTime(noticeAhead) });
  if (signals === null) return ahead;
  const names = words.list(signals.map((signal) => words.say(`signal.${signal}`)));
  const honoured =
    names === ""
      ? words.cell("practice.signals.none")
      : words.cell("practice.signals", { signals: names });
  return [...ahead, ...honoured];
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
  const items = complaints.map((step) => stepRuns(step, words));
  return [
    { is: "paragraph", runs: [strong(...words.runs("table.complaints"))] },
    { is: "list", ordered: true, items },
  ];
}

/** Where, at what cost, under which law, by when, what it is, and how it is reached. */
function stepRuns(given: ComplaintStep, words: Words): Line {
  const { step, free, regimes, acknowledged, answered, contact } = given;
  const time = (key: "complaint.acknowledged" | "complaint.answered", written: string | null) =>
    written === null ? [] : words.cell(key, { period: words.answerTime(written) });
  const notes = [
    ...(free === true ? words.cell("step.free") : []),
    ...(regimes.length === 0
      ? []
      : words.cell("complaint.regimes", { regimes: regimesOf(regimes) })),
    ...time("complaint.acknowledged", acknowledged),
    ...time("complaint.answered", answered),
  ];
  const noted = notes.length === 0 ? [] : [text(" ("), ...joined(notes, "; "), text(")")];
  const reach = [...contactCell(contact, words), ...reachCell(given, words)];
  return [
    strong(...words.runs(`step.${step}` as NoticeKey)),
    ...noted,
    text(`: ${words.text(given.name)}`),
    ...reach.flatMap((runs) => [text(" "), ...runs]),
  ];
}

export function authorityList(words: Words): readonly Part[] {
  return tableOf(words, "authorities", words.notice.rights.authorities, [
    [
      "column.authority",
      ({ name, url, lead }) => [
        [link(url, name, words.leaves(url))],
        ...(lead ? words.cell("authority.lead") : []),
      ],
    ],
    ["column.address", ({ address, phone, email }) => reachCell({ address, phone, email }, words)],
    ["column.country", ({ country }) => cell(words.country(country))],
  ]);
}
