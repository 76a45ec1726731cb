import type { Contact, Controller, Recipient, Tuple } from "../notice.ts";
import { anchorOf, type Cell, cell, link, type Part, text } from "./parts.ts";
import { tableOf } from "./table.ts";
import type { Words } from "./words.ts";

export function controllerTable(words: Words): readonly Part[] {
  const controllers = [...words.notice.controllers.values()];
  return tableOf(words, "controllers", controllers, ({ id }) => anchorOf("controller", id), [
    ["column.name", ({ name, registration }) => linesOf(name, registration)],
    ["column.role", ({ role }) => cell(words.say(`role.${role}`))],
    ["column.address", ({ address }) => cell(address)],
    ["column.country", ({ country }) => cell(words.country(country))],
    ["column.representatives", (controller) => representatives(controller, words)],
  ]);
}

function representatives({ representatives: each }: Controller, words: Words): Cell {
  return each.map(({ name, address, country, email }) => {
    const land = words.country(country);
    const who = text([name, address, ...(address.includes(land) ? [] : [land])].join(", "));
    return email === null ? [who] : [who, text(", "), link(`mailto:${email}`, email)];
  });
}

export function contactTable(words: Words): readonly Part[] {
  const anchor = ({ id }: Contact) => anchorOf("contact", id);
  return tableOf(words, "contacts", words.notice.contacts, anchor, [
    ["column.for", ({ kind }) => cell(words.say(`contact.${kind}`))],
    ["column.name", ({ name }) => cell(name)],
    ["column.email", ({ email }) => [[link(`mailto:${email}`, email)]]],
    ["column.phone", ({ phone }) => cell(phone)],
    ["column.address", ({ address, url }) => addressOf(address, url)],
  ]);
}

function addressOf(address: string | null, url: string | null): Cell {
  return url === null ? cell(address) : [...cell(address), [link(url, url, true)]];
}

export function recipientTable(words: Words): readonly Part[] {
  const recipients = [...words.notice.recipients.values()];
  return tableOf(words, "recipients", recipients, ({ id }) => anchorOf("recipient", id), [
    ["column.recipient", (recipient) => nameOf(recipient, words)],
    ["column.role", ({ role }) => cell(words.say(`recipient.${role}`))],
    ["column.countries", ({ countries }) => countriesOf(countries, words)],
    ["column.gets", ({ discloses }) => discloses.map((tuple) => [text(tupleOf(tuple, words))])],
    ["column.onward", ({ onward }) => onward.map((id) => [recipientLink(id, words)])],
  ]);
}

function nameOf({ name, about, named, url }: Recipient, words: Words): Cell {
  const title = words.text(name);
  const first = url === null ? text(title) : link(url, title, true);
  const lines = [
    about === null ? null : words.text(about),
    named ? null : words.say("recipient.unnamed"),
  ];
  return [[first], ...lines.flatMap((line) => cell(line))];
}

/** `E-mail address and name — for Marketing`. */
export function tupleOf({ purpose, categories }: Tuple, words: Words): string {
  return `${words.categories(categories)} — ${words.purpose(purpose)}`;
}

export function transferTable(words: Words): readonly Part[] {
  const { transfers, recipients } = words.notice;
  return tableOf(words, "transfers", transfers, () => null, [
    ["column.recipient", ({ recipient }) => [[recipientLink(recipient, words)]]],
    [
      "column.countries",
      ({ recipient }) => countriesOf(recipients.get(recipient)?.countries ?? [], words),
    ],
    [
      "column.ground",
      ({ kind, mechanism, condition }) => {
        const why = condition === null ? "" : `: ${words.say(conditionKey(condition))}`;
        return cell(`${words.say(`transfer.${kind}`)} (${mechanism})${why}`);
      },
    ],
    ["column.copy", ({ copy }) => cell(copy === null ? null : words.text(copy))],
  ]);
}

type Condition = "explicit-consent" | "contract" | "public-interest" | "claims" | "vital-interests";

function conditionKey(condition: string): `condition.${Condition}` {
  return `condition.${condition as Condition}`;
}

function recipientLink(id: string, words: Words) {
  return link(`#${anchorOf("recipient", id)}`, words.recipient(id));
}

function countriesOf(countries: readonly string[], words: Words): Cell {
  return cell(words.list(countries.map((code) => words.country(code))));
}

function linesOf(...lines: readonly (string | null)[]): Cell {
  return lines.flatMap((line) => cell(line));
}
