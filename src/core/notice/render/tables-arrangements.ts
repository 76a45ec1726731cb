import type { Audience, Decision, Framework, JointControl, Site, Text } from "../notice.ts";
import {
  anchorOf,
  type Cell,
  cell,
  type Line,
  link,
  nameCell,
  named,
  type Part,
  type Run,
  strong,
  text,
} from "./parts.ts";
import { type Column, tableOf } from "./table.ts";
import type { Words } from "./words.ts";

/** Sites of which something is said; a mere list of hosts needs no table. */
export function siteTable(words: Words): readonly Part[] {
  const { siteDetails, languages, regimes } = words.notice;
  const sites = [...siteDetails.values()];
  const isPlain =
    new Set(sites.map(({ controller }) => controller)).size < 2 &&
    sites.every(
      (site) =>
        site.name === null &&
        site.audience === null &&
        site.languages.length === languages.length &&
        site.regimes.length === regimes.length,
    );
  if (isPlain) return [];
  return tableOf(words, "sites", sites, siteColumns(words));
}

export function siteColumns(words: Words): readonly Column<Site>[] {
  const { controllers } = words.notice;
  const controller = ({ controller: id }: Site) => controllers.get(id)?.name ?? id;
  return [
    ["column.site", ({ host, name }) => [...cell(words.textOrNull(name)), ...nameCell(host)]],
    ["column.run-by", (site) => nameCell(controller(site))],
    [
      "column.languages",
      (site) => cell(words.list(site.languages.map((tag) => words.tongue(tag)))),
    ],
    ["column.regimes", (site) => [[regimesOf(site.regimes)]]],
    ["column.audience", ({ audience }) => audienceLines(audience, words)],
  ];
}

/** For which ages, how guardians agree, how age is known. */
export function audienceLines(audience: Audience | null, words: Words): Cell {
  if (audience === null) return [];
  const { from, under, guardianConsent, ageCheck } = audience;
  const ages = () => {
    if (from !== null && under !== null) return words.cell("audience.range", { from, under });
    if (from !== null) return words.cell("audience.from", { from });
    return under === null ? [] : words.cell("audience.under", { under });
  };
  const said = [guardianConsent, ageCheck].flatMap((each) => cell(words.textOrNull(each)));
  return [...ages(), ...said];
}

export function jointControlColumns(words: Words): readonly Column<JointControl>[] {
  return [
    ["column.together", (each) => nameAndPurposes(each, words)],
    [
      "column.parties",
      ({ controllers, recipients }) => partyCell([...controllers, ...recipients], words),
    ],
    ["column.essence", ({ essence }) => cell(words.text(essence))],
    ["column.answers", ({ answers }) => answers.map((answer) => answerLine(answer, words))],
    ["column.contact", ({ contact }) => contactCell(contact, words)],
  ];
}

export function jointControlTable(words: Words): readonly Part[] {
  const all = [...words.notice.jointControl.values()];
  const anchor = ({ id }: JointControl) => anchorOf("joint-control", id);
  const table = tableOf(words, "joint-control", all, jointControlColumns(words), { anchor });
  return table.length === 0 ? [] : [...table, { is: "paragraph", runs: words.runs("joint.any") }];
}

function answerLine({ matters, by }: JointControl["answers"][number], words: Words): Line {
  const list = words.list(matters.map((matter) => words.say(`matter.${matter}`)));
  return words.runs("label", { label: [named(words.party(by))], text: list });
}

function nameAndPurposes(
  { name, purposes }: { readonly name: Text; readonly purposes: readonly string[] },
  words: Words,
): Cell {
  const list = words.list(purposes.map((id) => words.purpose(id)));
  return [[strong(text(words.text(name)))], ...cell(list)];
}

function partyCell(ids: readonly string[], words: Words): Cell {
  return ids.map((id) => [named(words.party(id))]);
}

export function decisionColumns(words: Words): readonly Column<Decision>[] {
  return [
    ["column.decision", (each) => nameAndPurposes(each, words)],
    ["column.categories", ({ categories }) => cell(words.categories(categories))],
    [
      "column.basis",
      ({ basis, law }) => {
        const provision = law === null ? [] : [text(" ("), named(law), text(")")];
        return [[...words.runs(`decision.${basis}`), ...provision]];
      },
    ],
    ["column.logic", ({ logic }) => cell(words.text(logic))],
    ["column.significance", ({ significance }) => cell(words.text(significance))],
    [
      "column.human",
      ({ human, contact }) => [...cell(words.text(human)), ...contactCell(contact, words)],
    ],
  ];
}

export function decisionTable(words: Words): readonly Part[] {
  const all = [...words.notice.decisions.values()];
  return tableOf(words, "decisions", all, decisionColumns(words), {
    anchor: ({ id }) => anchorOf("decision", id),
  });
}

export function frameworkColumns(words: Words): readonly Column<Framework>[] {
  return [
    ["column.framework", (each) => frameworkName(each, words)],
    ["column.certified", ({ controllers }) => partyCell(controllers, words)],
    [
      "column.covers",
      ({ categories, humanResources }) => [
        ...(categories.length === 0
          ? words.cell("framework.all")
          : cell(words.categories(categories))),
        ...words.cell(humanResources ? "framework.staff" : "framework.no-staff"),
      ],
    ],
    ["column.applies", (each) => appliesCell(each, words)],
    ["column.contact", ({ contact }) => contactCell(contact, words)],
  ];
}

export function frameworkTable(words: Words): readonly Part[] {
  const all = [...words.notice.frameworks.values()];
  return tableOf(words, "frameworks", all, frameworkColumns(words), {
    anchor: ({ id }) => anchorOf("framework", id),
  });
}

function frameworkName({ framework, url, since, until }: Framework, words: Words): Cell {
  const list = words.runs("framework.list");
  return [
    [strong(...words.runs(`framework.${framework}`))],
    ...(since === null ? [] : words.cell("framework.since", { date: words.date(since) })),
    ...(until === null ? [] : words.cell("framework.until", { date: words.date(until) })),
    ...(url === null ? [] : [[link(url, list, words.leaves(url))]]),
  ];
}

function appliesCell(each: Framework, words: Words): Cell {
  const { enforcer, recourse } = each;
  return [
    ...(recourse === null ? [] : [recourseLine(recourse, words)]),
    ...(enforcer === null ? [] : words.cell(`framework.${enforcer}`)),
    ...(each.arbitration ? words.cell("framework.arbitration") : []),
    ...(each.authorityDisclosure ? words.cell("framework.authorities") : []),
    ...(each.onwardLiability ? words.cell("framework.onward") : []),
    ...cell(words.textOrNull(each.about)),
  ];
}

function recourseLine({ name, url }: NonNullable<Framework["recourse"]>, words: Words): Line {
  const said = words.text(name);
  const where: Run = url === null ? text(said) : link(url, said, words.leaves(url));
  return words.runs("framework.recourse", { name: where });
}

export function securityParts(words: Words): readonly Part[] {
  const { security } = words.notice;
  if (security === null) return [];
  const points: readonly Line[] = [
    ...security.measures.map((each) => [text(words.text(each))]),
    ...security.standards.map((each) => [named(each)]),
  ];
  const list: readonly Part[] =
    points.length === 0 ? [] : [{ is: "list", ordered: false, items: points }];
  const lines = [
    [strong(...words.runs("table.security"))],
    [text(words.text(security.about))],
    ...contactCell(security.contact, words),
  ];
  const [title = [], about = [], ...contact] = lines;
  const paragraph = (runs: Line): Part => ({ is: "paragraph", runs });
  return [paragraph(title), paragraph(about), ...list, ...contact.map(paragraph)];
}

/** The address of a contact of the notice; nothing where there is none. */
export function contactCell(id: string | null, words: Words): Cell {
  const contact = words.notice.contacts.find((each) => each.id === id);
  return contact === undefined ? [] : [[link(`mailto:${contact.email}`, contact.email)]];
}

/** Address, telephone, e-mail, page: whatever there is. */
export function reachCell(
  given: {
    readonly address: string | null;
    readonly phone?: string | null;
    readonly email: string | null;
    readonly url?: string | null;
  },
  words: Words,
): Cell {
  const { address, phone = null, email, url = null } = given;
  return [
    ...nameCell(address),
    ...nameCell(phone),
    ...(email === null ? [] : [[link(`mailto:${email}`, email)]]),
    ...(url === null ? [] : [[link(url, url, words.leaves(url))]]),
  ];
}

export function regimesOf(regimes: readonly string[]): Run {
  return named(regimes.map((each) => each.toUpperCase()).join(", "));
}
