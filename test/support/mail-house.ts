import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Choices, openChoices } from "#choices";
import { openPermitOffice } from "#core/gate/permit";
import { noteSigner } from "#core/ledger/signed-note";
import { compileStored } from "#core/notice/read-notice";
import { loadNotice } from "#edges/notice-files/load-notice";
import { type Gate, openGate } from "#gate";
import { html, render } from "#kit/html";
import { type Ledger, openLedger } from "#ledger";
import {
  MESSAGE_LIMITS,
  type MessageLimits,
  type Messages,
  openMessages,
  type Template,
} from "#messages";
import { type NoticeDoor, openNotices } from "#notice";
import { openPeople, type People } from "#people";
import { loadMasterKey, type MasterKey } from "#platform/crypto/master-key";
import { uuidV7 } from "#platform/crypto/uuid";
import type { Database, Tx } from "#platform/database/database";
import { type Outgoing, openOutgoing } from "#platform/smtp/outgoing";
import { outgoingTo } from "#platform/smtp/outgoing-settings";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";
import { openVault, type Vault } from "#vault";

/** A day on which the demo notice is in force, from which the clock of the test runs on. */
const START = Date.parse("2026-11-24T10:00:00Z");

export type MailHouse = {
  readonly database: Database;
  readonly master: MasterKey;
  readonly notices: NoticeDoor;
  readonly vault: Vault;
  readonly gate: Gate;
  readonly ledger: Ledger;
  readonly choices: Choices;
  readonly people: People;
  readonly messages: Messages;
  readonly outgoing: Outgoing;
  readonly errors: unknown[];
  readonly clock: () => number;
  readonly newId: () => string;
};

export type MailHouseSettings = {
  readonly database: Database;
  /** Base64 of 32 bytes; the same one for several houses over one database. */
  readonly masterKey: string;
  readonly smtpPort: number;
  readonly limits?: Partial<MessageLimits>;
  readonly linesMax?: number;
  /**
   * Lets messages linger between their begin and `MAIL FROM`, at random within these bounds, to
   * give races room.
   */
  readonly lingerMs?: readonly [min: number, max: number];
  /**
   * Wall time (epoch milliseconds) at which its clock stood at `begin`; the houses of one test, in
   * whatever process, share it.
   */
  readonly anchor?: number;
  /** Where its clock begins; epoch milliseconds. */
  readonly begin?: number;
};

/**
 * The part of the product that mail goes through, put together as `main/` does, over a database of
 * the test's.
 */
export function openMailHouse(settings: MailHouseSettings): MailHouse {
  const { database } = settings;
  const master = loadMasterKey({ from: "text", text: settings.masterKey }, true);
  const office = openPermitOffice();
  const anchor = settings.anchor ?? Date.now();
  const clock = () => (settings.begin ?? START) + Date.now() - anchor;
  const newId = () => uuidV7(Date.now());
  const errors: unknown[] = [];
  const notices: NoticeDoor = openNotices({
    compile: compileStored,
    newId,
    countStaff: async () => 1,
    append: (tx, facts) => ledger.append(tx, facts),
    clock,
  });
  const gate: Gate = openGate({
    inForce: notices.inForce,
    regimes: REGIMES,
    world: WORLD,
    mint: office.mint,
    clock,
  });
  const vault: Vault = openVault({
    master,
    inspect: office.inspect,
    epochsOf: gate.epochsOf,
    versionInForce: notices.versionInForce,
    newId,
    clock,
  });
  const ledger: Ledger = openLedger({
    signer: noteSigner("log.example", master.derive("log")),
    saltsOf: vault.saltsOf,
    knownSalt: vault.knownSalt,
    projectors: [gate.project],
    clock,
    randomBytes,
  });
  const people: People = openPeople({
    vault,
    inForce: notices.inForce,
    append: ledger.append,
    ask: gate.ask,
    askFor: gate.askFor,
    subjects: gate.subjects,
    lock: gate.lock,
    newId,
    clock,
  });
  const outgoing = openOutgoing({
    ...outgoingTo("127.0.0.1", settings.smtpPort, "shop.example"),
    linesMax: settings.linesMax ?? 4,
  });
  const messages = openMessages({
    inTransaction: database.inTransaction,
    gate,
    vault,
    people,
    inForce: notices.inForce,
    append: ledger.append,
    outgoing: lingering(outgoing, settings.lingerMs ?? [0, 0]),
    templates: { news: newsletter, answer: plainLetter, bare: withoutWayOut },
    marketingTemplates: new Set(["news", "bare"]),
    askedByAnyone: new Set(),
    onLimited: () => {},
    unsubscribeLinks: ({ messageId }) => ({
      page: `https://shop.example/u/${messageId}`,
      mail: `u+${messageId}@shop.example`,
    }),
    returnPath: ({ messageId }) => `b+${messageId}@shop.example`,
    helpPage: "https://shop.example/preferences",
    mailDomain: "shop.example",
    signingKey: null,
    clock,
    newId,
    onError: (error) => errors.push(error),
    limits: { ...MESSAGE_LIMITS, ...settings.limits },
  });
  const choices = openChoices({
    append: ledger.append,
    lock: gate.lock,
    subjects: gate.subjects,
    inFlight: (ids) => database.inTransaction((tx) => messages.inFlight(tx, ids)),
    newId,
  });
  const doors = { notices, vault, gate, ledger, choices, people, messages };
  return { database, master, ...doors, outgoing, errors, clock, newId };
}

function lingering(outgoing: Outgoing, [min, max]: readonly [number, number]): Outgoing {
  if (max === 0) return outgoing;
  return {
    ...outgoing,
    async line() {
      const line = await outgoing.line();
      return {
        ...line,
        async send(envelope, raw, handOver) {
          await sleep(min + Math.random() * (max - min));
          return line.send(envelope, raw, handOver);
        },
      };
    },
  };
}

/**
 * Begins an empty database: its master key, and the demo company's notice, in force an hour before
 * the clock of every house.
 */
export async function beginMailDatabase(database: Database, masterKey: string): Promise<void> {
  const house = openMailHouse({ database, masterKey, smtpPort: 1, begin: START - 3_600_000 });
  const path = resolve(import.meta.dirname, "../../notices/demo");
  const { notice, source, fileName } = await loadNotice(path);
  if (notice === null) throw new Error("the demo notice does not compile");
  await database.inTransaction(async (tx) => {
    await house.vault.assertMaster(tx);
    await house.notices.publish(tx, notice, source, fileName);
  });
}

export type Reader = { readonly id: string; readonly addressId: string; readonly email: string };

const SCOPE = { purpose: "marketing", channel: "email", topic: "product-news" } as const;
const WORDING = "0".repeat(64);

/** Somebody who subscribed to product news by the form, proved the address and agreed. */
export async function subscribedReader(
  house: MailHouse,
  email: string,
  language = "en",
): Promise<Reader> {
  const { id, addressId } = await house.database.inTransaction((tx) =>
    collect(house, tx, email, language),
  );
  await house.database.inTransaction((tx) => house.people.proveAddress(tx, id, addressId));
  await act(house, id, "grant");
  return { id, addressId, email };
}

async function collect(house: MailHouse, tx: Tx, email: string, language: string) {
  const collected = await house.people.collect(tx, {
    subjectId: null,
    source: "website",
    form: "newsletter",
    noticeVersion: 1,
    purposes: ["confirmation"],
    values: [{ category: "email", text: email, address: "email" }],
    residence: { declared: "GB", predicted: null },
    language,
    relationship: "prospect",
    interest: null,
    demo: false,
  });
  if (!collected.collected || collected.emailAddressId === null) {
    throw new Error(`not collected: ${JSON.stringify(collected)}`);
  }
  return { id: collected.subjectId, addressId: collected.emailAddressId };
}

/**
 * A choice about product news; a withdrawal waits for messages in flight. @returns how many still
 * are.
 */
export async function act(
  house: MailHouse,
  id: string,
  what: "grant" | "withdrawal",
  waitMsMax = 5_000,
): Promise<number> {
  const recorded = await house.database.inTransaction(async (tx) => {
    const notice = await house.notices.inForce(tx);
    if (notice === null) throw new Error("no notice is in force");
    const choice = { ...SCOPE, act: what, wording: WORDING, namedSignal: false, refusalsShown: [] };
    return house.choices.record(tx, notice, id, [choice], "explicit");
  });
  return house.choices.acknowledge(recorded, waitMsMax);
}

/** A newsletter, queued. @returns its id. */
export async function enqueueNews(
  house: MailHouse,
  reader: Reader,
  language = "en",
): Promise<string> {
  const messageId = house.newId();
  await house.database.inTransaction((tx) =>
    house.messages.enqueue(tx, [
      {
        subjectId: reader.id,
        messageId,
        class: "marketing",
        purpose: SCOPE.purpose,
        topic: SCOPE.topic,
        family: null,
        campaignId: null,
        template: "news",
        params: {},
        language,
        addressId: reader.addressId,
        marketing: true,
      },
    ]),
  );
  return messageId;
}

/** A mail about the person's own rights: legal, so at least once. @returns its id. */
export async function enqueueAnswer(house: MailHouse, reader: Reader): Promise<string> {
  const messageId = house.newId();
  await house.database.inTransaction((tx) =>
    house.messages.enqueue(tx, [
      {
        subjectId: reader.id,
        messageId,
        class: "legal",
        purpose: "rights",
        topic: null,
        family: null,
        campaignId: null,
        template: "answer",
        params: { request: house.newId() },
        language: "en",
        addressId: reader.addressId,
        marketing: false,
      },
    ]),
  );
  return messageId;
}

const newsletter: Template = async ({ message, sender, unsubscribe }) => ({
  subject: `News (${message.language})`,
  text: `News.\n${sender.name}, ${sender.address}\nStop: ${unsubscribe?.page}\n`,
  html: render(
    html`<p>News.</p><p>${sender.name}, ${sender.address}</p><a href="${unsubscribe?.page ?? ""}">Stop</a>`,
  ),
});

const withoutWayOut: Template = async ({ sender }) => ({
  subject: "News",
  text: `News.\n${sender.name}, ${sender.address}\n`,
  html: render(html`<p>${sender.name}, ${sender.address}</p>`),
});

const plainLetter: Template = async ({ message }) => ({
  subject: "Your request",
  text: `Answered.${message.repeats === 0 ? "" : " Again."}\n`,
  html: render(html`<p>Answered.</p>`),
});
