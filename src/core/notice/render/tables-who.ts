import type { Contact, Controller, Recipient, Transfer, Tuple } from "../notice.ts";
import { MECHANISM_NAMES } from "./mechanism-names.ts";
import {
  anchorOf,
  type Cell,
  cell,
  type Line,
  link,
  nameCell,
  named,
  type Part,
  text,
} from "./parts.ts";
import { type Column, tableOf } from "./table.ts";
import { reachCell, regimesOf } from "./tables-arrangements.ts";
import type { Words } from "./words.ts";

export function controllerColumns(words: Words): readonly Column<Controller>[] {
  return [
    [
      "column.name",
      ({ name, registration, about }) => [
        ...nameCell(name),
        ...nameCell(registration),
        ...cell(words.textOrNull(about)),
      ],
    ],
    ["column.role", ({ role }) => words.cell(`role.${role}`)],
    ["column.address", (controller) => reachCell(controller, words)],
    ["column.country", ({ country }) => cell(words.country(country))],
    ["column.representatives", (controller) => representatives(controller, words)],
  ];
}

export function controllerTable(words: Words): readonly Part[] {
  const controllers = [...words.notice.controllers.values()];
  return tableOf(words, "controllers", controllers, controllerColumns(words), {
    anchor: ({ id }) => anchorOf("controller", id),
  });
}

function representatives({ representatives: each }: Controller, words: Words): Cell {
  return each.map(({ name, address, country, email, for: regimes }) => {
    const land = words.country(country);
    const who = named([name, address, ...(address.includes(land) ? [] : [land])].join(", "));
    const reach = email === null ? [who] : [who, text(", "), link(`mailto:${email}`, email)];
    return regimes.length === 0 ? reach : [...reach, text(" ("), regimesOf(regimes), text(")")];
  });
}

export function contactColumns(words: Words): readonly Column<Contact>[] {
  return [
    [
      "column.for",
      ({ kind, about }) => [...words.cell(`contact.${kind}`), ...cell(words.textOrNull(about))],
    ],
    ["column.name", ({ name }) => nameCell(name)],
    ["column.email", ({ email }) => [[link(`mailto:${email}`, email)]]],
    ["column.phone", ({ phone }) => nameCell(phone)],
    ["column.address", ({ address, url }) => reachCell({ address, email: null, url }, words)],
  ];
}

export function contactTable(words: Words): readonly Part[] {
  return tableOf(words, "contacts", words.notice.contacts, contactColumns(words), {
    anchor: ({ id }) => anchorOf("contact", id),
  });
}

export function recipientColumns(words: Words): readonly Column<Recipient>[] {
  return [
    ["column.recipient", (recipient) => nameOf(recipient, words)],
    [
      "column.role",
      ({ role, california }) => [
        ...words.cell(`recipient.${role}`),
        ...(california === null ? [] : words.cell(`recipient.california.${california}`)),
      ],
    ],
    ["column.countries", ({ countries }) => cell(words.countries(countries))],
    ["column.gets", ({ discloses }) => discloses.map((tuple) => [text(tupleOf(tuple, words))])],
    ["column.onward", ({ onward }) => onward.map((id) => [recipientLink(id, words)])],
  ];
}

export function recipientTable(words: Words): readonly Part[] {
  const recipients = [...words.notice.recipients.values()];
  return tableOf(words, "recipients", recipients, recipientColumns(words), {
    anchor: ({ id }) => anchorOf("recipient", id),
  });
}

function nameOf(recipient: Recipient, words: Words): Cell {
  const { name, about, named: isNamed, url, notice, subprocessors } = recipient;
  const further = (href: string | null, key: "recipient.notice" | "recipient.subprocessors") =>
    href === null ? [] : [[link(href, words.runs(key), words.leaves(href))]];
  const title = words.text(name);
  const first = url === null ? named(title) : link(url, title, words.leaves(url));
  return [
    [first],
    ...cell(about === null ? null : words.text(about)),
    ...(isNamed ? [] : words.cell("recipient.unnamed")),
    ...reachCell({ address: recipient.address, email: recipient.email }, words),
    ...further(notice, "recipient.notice"),
    ...further(subprocessors, "recipient.subprocessors"),
  ];
}

/** `E-mail address and name — for Marketing`. */
export function tupleOf({ purpose, categories }: Tuple, words: Words): string {
  return `${words.categories(categories)} — ${words.purpose(purpose)}`;
}

export function transferColumns(words: Words): readonly Column<Transfer>[] {
  const { recipients } = words.notice;
  const countriesOf = (id: string) => recipients.get(id)?.countries ?? [];
  return [
    ["column.recipient", ({ recipient }) => [[recipientLink(recipient, words)]]],
    ["column.countries", ({ recipient }) => cell(words.countries(countriesOf(recipient)))],
    ["column.ground", (transfer) => groundOf(transfer, words)],
    ["column.valid", ({ mechanism }) => livesOf(mechanism, words)],
    ["column.copy", ({ copy }) => cell(copy === null ? null : words.text(copy))],
  ];
}

export function transferTable(words: Words): readonly Part[] {
  return tableOf(words, "transfers", words.notice.transfers, transferColumns(words));
}

/** The kind of safeguard in words, the mechanism by its own name, and why an exception applies. */
function groundOf({ kind, mechanism, condition, about }: Transfer, words: Words): Cell {
  const name = Object.hasOwn(MECHANISM_NAMES, mechanism) ? MECHANISM_NAMES[mechanism] : undefined;
  const isSaid = name === undefined && mechanism === kind;
  const official = isSaid ? [] : [text(" ("), named(name ?? mechanism), text(")")];
  const first: Line = [...words.runs(`transfer.${kind}`), ...official];
  const why = condition === null ? [] : words.cell(`condition.${condition as Condition}`);
  return [first, ...why, ...cell(words.textOrNull(about))];
}

type Condition = "explicit-consent" | "contract" | "public-interest" | "claims" | "vital-interests";

/** From when until when the mechanism holds, by regime where they differ. */
function livesOf(mechanism: string, words: Words): Cell {
  const lives = words.mechanisms.filter(
    ({ id, regime }) => id === mechanism && words.notice.regimes.includes(regime),
  );
  const said = lives.map(({ regime, from, until }) => {
    const since = words.instant(from);
    const line =
      until === null
        ? words.runs("valid.since", { from: since })
        : words.runs("valid.until", { from: since, until: words.instant(until - 1) });
    return { regime, line };
  });
  const [only, ...others] = said;
  if (only === undefined) return [];
  if (others.length === 0) return [only.line];
  return said.map(({ regime, line }) => [named(regime.toUpperCase()), text(": "), ...line]);
}

function recipientLink(id: string, words: Words) {
  return link(`#${anchorOf("recipient", id)}`, words.recipient(id));
}
