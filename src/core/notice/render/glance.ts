import { mainController } from "../main-controller.ts";
import type { Purpose } from "../notice.ts";
import type { Placeholder } from "../references.ts";
import type { NoticeKey } from "./messages.ts";
import {
  type Answer,
  anchorOf,
  joined,
  type Line,
  type Links,
  link,
  named,
  strong,
  text,
} from "./parts.ts";
import { TABLES } from "./tables.ts";
import type { Words } from "./words.ts";

/** Names in an answer; the table has all of them. */
const NAMES_MAX = 3;

/**
 * The first layer: the questions that readers bring (GDPR 13(1) and (2)), each answered from the
 * declared facts in a line or two, with a way to the whole.
 */
export function glanceOf(words: Words, links: Links): readonly Answer[] {
  const answers: readonly (readonly [id: string, table: Placeholder, lines: readonly Line[]])[] = [
    ["who", "controllers", whoLines(words)],
    ["what", "categories", whatLines(words)],
    ["why", "purposes", whyLines(words)],
    ["long", "retention", longLines(words)],
    ["whom", "recipients", whomLines(words)],
    ["where", "transfers", whereLines(words)],
    ["device", "cookies", deviceLines(words, links)],
    ["rights", "rights", rightsLines(words, links)],
    ["complain", "authorities", complainLines(words, links)],
  ];
  return answers
    .filter(([, , lines]) => lines.length > 0)
    .map(([id, table, lines]) => {
      const question = words.runs(`glance.${id}` as NoticeKey);
      const isThere = TABLES[table](words, links).some((part) => part.is === "table");
      const whole = isThere ? [link(`#${anchorOf("table", table)}`, question)] : question;
      return { id: anchorOf("glance", id), question: whole, lines };
    });
}

function whoLines(words: Words): readonly Line[] {
  const { notice } = words;
  const main = mainController(notice);
  const officer = notice.contacts.find(({ kind }) => kind === "dpo");
  const others = [...notice.controllers.values()].filter(({ id }) => id !== main?.id);
  const email = words.requestEmail();
  const name = main?.name ?? "";
  const write = words.runs("glance.write", { email: link(`mailto:${email}`, email) });
  const group = others.map((each) => each.name);
  return [
    main === undefined
      ? write
      : [link(`#${anchorOf("controller", main.id)}`, name), text(". "), ...write],
    ...(officer === undefined
      ? []
      : [
          words.runs("glance.officer", {
            email: link(`mailto:${officer.email}`, officer.email),
          }),
        ]),
    ...(group.length === 0 ? [] : [labelled(words, "glance.group", some(words, group))]),
  ];
}

function whatLines(words: Words): readonly Line[] {
  const names = words
    .shownCategories()
    .filter(({ builtIn }) => !builtIn)
    .map(({ name }) => words.text(name));
  return names.length === 0 ? [] : [[...some(words, names, 5), text(".")]];
}

/** Purposes under the first basis that each relies on; what needs agreement comes first. */
function whyLines(words: Words): readonly Line[] {
  const groups = new Map<string, Purpose[]>();
  for (const purpose of words.notice.purposes.values()) {
    if (purpose.builtIn) continue;
    const kind = [...purpose.bases.values()][0]?.[0]?.kind ?? "none";
    groups.set(kind, [...(groups.get(kind) ?? []), purpose]);
  }
  const isConsent = (kind: string) => (kind === "consent" ? 0 : 1);
  const sorted = [...groups].sort(([one], [other]) => isConsent(one) - isConsent(other));
  return sorted.map(([kind, purposes]) => {
    const names = purposes.map(({ name }) => words.text(name));
    const label = kind === "consent" ? "item.choice" : `basis.${kind}`;
    return labelled(words, label as NoticeKey, some(words, names));
  });
}

function longLines(words: Words): readonly Line[] {
  const all = [...words.notice.retention.values()].flatMap((each) => [...each.values()]);
  const periods = all.flatMap(({ period }) => (period === "open" ? [] : [period]));
  const daysOf = (period: (typeof periods)[number]) =>
    "days" in period ? period.days : period.months * 30.44;
  const sorted = periods.sort((one, other) => daysOf(one) - daysOf(other));
  const [shortest, longest] = [sorted[0], sorted.at(-1)];
  const lines: Line[] = [];
  if (shortest !== undefined && longest !== undefined) {
    const [from, to] = [words.period(shortest), words.period(longest)];
    lines.push(
      from === to
        ? words.runs("glance.same", { period: from })
        : words.runs("glance.between", { shortest: from, longest: to }),
    );
  }
  if (periods.length < all.length) lines.push(words.runs("glance.open"));
  return lines;
}

function whomLines(words: Words): readonly Line[] {
  const groups = Map.groupBy(words.notice.recipients.values(), ({ role }) => role);
  return [...groups].map(([role, recipients]) => {
    const names = recipients.map(({ name }) => words.text(name));
    return labelled(words, `recipient.${role}`, some(words, names));
  });
}

function whereLines(words: Words): readonly Line[] {
  const { recipients, transfers } = words.notice;
  const home = mainController(words.notice)?.country;
  if (home === undefined) return [];
  const codes = [...recipients.values()].flatMap(({ countries }) => countries);
  const abroad = [...new Set(codes)].filter((code) => code !== home);
  const country = words.country(home);
  if (abroad.length === 0) return [words.runs("glance.home", { country })];
  const countries = some(
    words,
    abroad.map((code) => words.country(code)),
    5,
  );
  const kinds = [...new Set(transfers.map(({ kind }) => kind))];
  const grounds = kinds.map((kind) => words.say(`transfer.${kind}`));
  return [
    words.runs("glance.abroad", { country, countries }),
    ...(grounds.length === 0
      ? []
      : [labelled(words, "glance.safeguards", [text(words.list(grounds))])]),
  ];
}

function deviceLines(words: Words, links: Links): readonly Line[] {
  const items = [...words.notice.storedItems.values()];
  if (items.length === 0) return [words.runs("item.none")];
  const necessary = items.filter((item) => item.necessary).length;
  const counts: readonly (readonly [NoticeKey, number])[] = [
    ["item.necessary", necessary],
    [
      words.notice.rights.cookieChoice === "implied" ? "item.implied" : "item.choice",
      items.length - necessary,
    ],
  ];
  const said = counts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => labelled(words, key, [text(words.number(count))]));
  return [...said, [link(links.cookies, words.runs("page.cookies"))]];
}

function rightsLines(words: Words, links: Links): readonly Line[] {
  const { offered } = words.notice.rights;
  if (offered.length === 0) return [];
  const names = offered.map((id) => words.right(id));
  return [[text(`${words.list(names)}.`)], [link(links.rights, words.runs("page.rights"))]];
}

function complainLines(words: Words, links: Links): readonly Line[] {
  const { authorities } = words.notice.rights;
  const page = link(links.complaints, words.runs("page.complaints"));
  if (authorities.length === 0) return [words.runs("glance.first", { page })];
  const names = authorities.map(({ name }) => name);
  return [words.runs("glance.authority", { names: some(words, names, 3), page })];
}

function labelled(words: Words, label: NoticeKey, given: Line): Line {
  return words.runs("label", { label: strong(...words.runs(label)), text: given });
}

/** The first names of a list, and how many more there are. */
function some(words: Words, names: readonly string[], most = NAMES_MAX): Line {
  // One more would take as much room as saying that there is one more.
  if (names.length <= most + 1) return words.names(names);
  const shown = names.slice(0, most).map((name) => [named(name)]);
  return words.runs("list.more", {
    names: joined(shown, ", "),
    count: words.number(names.length - most),
  });
}
