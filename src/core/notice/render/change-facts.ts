import { parseMarkdown } from "../markdown.ts";
import type { Form, Notice } from "../notice.ts";
import type { NoticeKey } from "./messages.ts";
import { type Cell, LINKS, type Part, plainText } from "./parts.ts";
import { Prose } from "./prose.ts";
import type { Column } from "./table.ts";
import {
  decisionColumns,
  frameworkColumns,
  jointControlColumns,
  securityParts,
  siteColumns,
} from "./tables-arrangements.ts";
import { saidParts as californiaSaid, incentiveColumns } from "./tables-california.ts";
import { itemColumns } from "./tables-device.ts";
import {
  categoryColumns,
  keptAlike,
  keptCell,
  purposeColumns,
  sourceColumns,
} from "./tables-what.ts";
import {
  contactColumns,
  controllerColumns,
  recipientColumns,
  transferColumns,
} from "./tables-who.ts";
import type { Words } from "./words.ts";

/** One thing that a version says of something, in the reader's words. */
export type SaidFact = { readonly label: NoticeKey; readonly text: string };

export type SaidThing = { readonly name: string; readonly facts: readonly SaidFact[] };

/**
 * What a version of the notice says of one thing, as its tables say it: two versions are compared
 * by what a reader would have read. Null: that version does not have the thing.
 */
export function saidOf(kind: string, id: string, words: Words): SaidThing | null {
  const { notice } = words;
  const nameOf = (thing: { readonly name: Notice["title"] }) => words.text(thing.name);
  switch (kind) {
    case "notice":
      return { name: words.text(notice.title), facts: wholeFacts(words) };
    case "controller":
      return made(notice.controllers.get(id), ({ name }) => name, controllerColumns(words));
    case "contact":
      return made(
        notice.contacts.find((contact) => contact.id === id),
        ({ email }) => email,
        contactColumns(words),
      );
    case "purpose": {
      const said = made(notice.purposes.get(id), nameOf, purposeColumns(words));
      return said === null ? null : { ...said, facts: [...said.facts, ...keptFacts(id, words)] };
    }
    case "category":
      return made(notice.categories.get(id), nameOf, categoryColumns(words));
    case "source":
      return made(notice.sources.get(id), nameOf, sourceColumns(words));
    case "recipient":
      return made(notice.recipients.get(id), nameOf, recipientColumns(words));
    case "transfer":
      return made(
        notice.transfers.find((each) => `${each.recipient}/${each.mechanism}` === id),
        ({ recipient }) => words.recipient(recipient),
        transferColumns(words),
      );
    case "stored-item":
      return made(notice.storedItems.get(id), ({ item }) => item, itemColumns(words));
    case "form":
      return made(notice.forms.get(id), nameOf, formColumns(words));
    case "clause":
      return clauseOf(id, words);
    default:
      return otherOf(kind, id, words);
  }
}

function made<T>(
  thing: T | undefined,
  name: (thing: T) => string,
  columns: readonly Column<T>[],
): SaidThing | null {
  if (thing === undefined) return null;
  const facts = columns.map(([label, cell]) => ({ label, text: cellText(cell(thing)) }));
  return { name: name(thing), facts };
}

function cellText(cell: Cell): string {
  return cell.map(plainText).join("; ");
}

function keptFacts(purpose: string, words: Words): readonly SaidFact[] {
  const lines = keptAlike(words, purpose).map((kept) => {
    const label = words.categories(kept.categories);
    return words.say("label", { label, text: cellText(keptCell(kept, words)) });
  });
  return [{ label: "column.keep", text: lines.join("; ") }];
}

function formColumns(words: Words): readonly Column<Form>[] {
  const inLine = (given: string): Cell => [[{ is: "text", text: given }]];
  return [
    ["fact.title", ({ name }) => inLine(words.text(name))],
    [
      "column.purpose",
      ({ purposes }) => inLine(words.list(purposes.map((id) => words.purpose(id)))),
    ],
    [
      "fact.fields",
      ({ fields }) => inLine(words.list(fields.map((each) => words.text(each.label)))),
    ],
    [
      "fact.offers",
      ({ offers }) => inLine(words.list(offers.map(({ purpose }) => words.purpose(purpose)))),
    ],
  ];
}

function clauseOf(id: string, words: Words): SaidThing | null {
  const clause = words.notice.clauses.get(id);
  if (clause === undefined) return null;
  const prose = new Prose(words, LINKS, new Set());
  const body = prose.parts(parseMarkdown(words.text(clause.body)), () => []);
  return {
    name: words.text(clause.title),
    facts: [
      { label: "fact.title", text: words.text(clause.title) },
      { label: "fact.short", text: clause.short === null ? "" : words.text(clause.short) },
      { label: "fact.body", text: body.map(partText).join(" ") },
    ],
  };
}

function partText(part: Part): string {
  if (part.is === "paragraph") return plainText(part.runs);
  return part.is === "list" ? part.items.map(plainText).join(" ") : "";
}

function wholeFacts(words: Words): readonly SaidFact[] {
  const { title, terms, sites, languages, regimes, rights } = words.notice;
  const displayed = new Intl.DisplayNames([words.locale], { type: "language" });
  const { identity, fee, automatedDecisionsAbout: decisions } = rights;
  const cost = fee === null ? "" : words.say(fee.charged ? "fee.charged" : "fee.free");
  const said = (given: typeof identity) => (given === null ? "" : words.text(given));
  return [
    { label: "fact.title", text: words.text(title) },
    {
      label: "fact.terms",
      text: terms === null ? "" : `${terms.version}, ${words.date(terms.date)}`,
    },
    { label: "fact.sites", text: words.list(sites) },
    {
      label: "fact.languages",
      text: words.list(languages.map((each) => displayed.of(each) ?? each)),
    },
    { label: "fact.law", text: words.list(regimes.map((each) => each.toUpperCase())) },
    { label: "table.rights", text: words.list(rights.offered.map((each) => words.right(each))) },
    { label: "fact.identity", text: said(identity) },
    {
      label: "fact.fee",
      text: [cost, said(fee?.note ?? null)].filter((each) => each !== "").join(" "),
    },
    {
      label: "table.complaints",
      text: words.list(rights.complaints.map(({ name }) => words.text(name))),
    },
    { label: "table.authorities", text: words.list(rights.authorities.map(({ name }) => name)) },
    { label: "fact.decisions", text: said(decisions) },
  ];
}

/** Sites, joint control, decisions, frameworks, and what California and security say. */
function arrangementOf(kind: string, id: string, words: Words): SaidThing | null {
  const { notice } = words;
  const nameOf = (thing: { readonly name: Notice["title"] }) => words.text(thing.name);
  switch (kind) {
    case "site":
      return made(notice.siteDetails.get(id), ({ host }) => host, siteColumns(words));
    case "joint-control":
      return made(notice.jointControl.get(id), nameOf, jointControlColumns(words));
    case "decision":
      return made(notice.decisions.get(id), nameOf, decisionColumns(words));
    case "framework":
      return made(
        notice.frameworks.get(id),
        ({ framework }) => words.say(`framework.${framework}`),
        frameworkColumns(words),
      );
    case "incentive":
      return made(notice.california?.incentives.get(id), nameOf, incentiveColumns(words));
    case "california":
      return { name: "", facts: [factOf("table.california", californiaSaid(words))] };
    case "security":
      return { name: "", facts: [factOf("table.security", securityParts(words))] };
    default:
      return null;
  }
}

function factOf(label: NoticeKey, parts: readonly Part[]): SaidFact {
  const lines = parts.flatMap((part) => {
    if (part.is === "paragraph") return [plainText(part.runs)];
    return part.is === "list" ? part.items.map(plainText) : [];
  });
  return { label, text: lines.join(" ") };
}

/** Things that have a name and little else that a reader sees. */
function otherOf(kind: string, id: string, words: Words): SaidThing | null {
  const arrangement = arrangementOf(kind, id, words);
  if (arrangement !== null) return arrangement;
  const { topics, families, events, messageClasses } = words.notice;
  if (kind === "message-class") {
    const found = messageClasses.get(id);
    if (found === undefined) return null;
    const { sender } = found;
    const from = sender === null ? "" : [sender.name, sender.email, sender.address].join(", ");
    return { name: words.text(found.name), facts: [{ label: "fact.sender", text: from }] };
  }
  const sections = { topic: topics, family: families, event: events };
  const found = Object.hasOwn(sections, kind)
    ? sections[kind as keyof typeof sections].get(id)
    : undefined;
  if (found === undefined) return null;
  const about = found.about === null ? "" : words.text(found.about);
  return { name: words.text(found.name), facts: [{ label: "fact.kind", text: about }] };
}
