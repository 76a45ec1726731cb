import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { openCampaigns } from "#campaigns";
import { openChoices } from "#choices";
import { eraseSubmissions } from "#collection";
import { openPermitOffice } from "#core/gate/permit";
import { type Due, dueDate } from "#core/law/due-date";
import { noteSigner } from "#core/ledger/signed-note";
import type { Notice } from "#core/notice/notice";
import { compileStored } from "#core/notice/read-notice";
import type { House } from "#edges/house";
import { mailTemplates } from "#edges/mail/templates";
import { UNSUBSCRIBE_SECONDS } from "#edges/web/answer-preferences";
import { openGate } from "#gate";
import { type Ledger, openLedger } from "#ledger";
import { MESSAGE_LIMITS, openMessages } from "#messages";
import { openNotices } from "#notice";
import { openPeople } from "#people";
import type { Config } from "#platform/config/config";
import { loadMasterKey, masterKeySource } from "#platform/crypto/master-key";
import { loadSigningSeed } from "#platform/crypto/signing-key";
import { openTokens } from "#platform/crypto/tokens";
import { uuidV7 } from "#platform/crypto/uuid";
import type { Database, Tx } from "#platform/database/database";
import { openCountries } from "#platform/geo";
import { openJournal } from "#platform/journal/journal";
import type { Log } from "#platform/log/log";
import { type Mailbox, openMailbox } from "#platform/smtp/mailbox";
import { type Outgoing, openOutgoing } from "#platform/smtp/outgoing";
import { outgoingFrom, outgoingTo } from "#platform/smtp/outgoing-settings";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";
import { openRights, type RequestKind } from "#rights";
import { openStaff } from "#staff";
import { openVault } from "#vault";

const LETTERS_MAX = 5_000;
const UNSUBSCRIBE_MAIL_DAYS = 5 * 365;
/** Mail systems give up after days, not weeks. */
const RETURN_PATH_DAYS = 30;

export type OpenHouse = { readonly house: House; close(): Promise<void> };

/**
 * Wires the product together: the one place that makes the permit office and hands `mint` to the gate and `inspect` to the vault, and that
 * sees the database itself.
 */
export async function openHouse(config: Config, database: Database, log: Log): Promise<OpenHouse> {
  const clock = () => Date.now();
  const newId = () => uuidV7(clock());
  const { inTransaction } = database;
  const master = await masterKey(config, database);
  const office = openPermitOffice();
  const journal = openJournal(join(config.data, "journal", "narrowing.jsonl"));
  const tokens = openTokens(master.derive("tokens"), clock);
  const mail = await openMail(config, clock, log);

  // The ledger calls the gate's projector and the vault's salts; both need the ledger only later, when they are called.
  let ledger: Ledger;
  const append = (tx: Tx, facts: Parameters<Ledger["append"]>[1]) => ledger.append(tx, facts);
  const notices = openNotices({ compile: compileStored, append, clock });
  const gate = openGate({
    inForce: (tx) => notices.inForce(tx),
    regimes: REGIMES,
    world: WORLD,
    mint: office.mint,
    clock,
  });
  const vault = openVault({
    master,
    inspect: office.inspect,
    epochsOf: gate.epochsOf,
    versionInForce: (tx) => notices.versionInForce(tx),
    newId,
    clock,
  });
  await inTransaction((tx) => vault.assertMaster(tx));
  const origin = new URL(config.baseUrl).host.replace(/:.*/, "");
  ledger = openLedger({
    signer: noteSigner(`${origin}/log`, loadSigningSeed(join(config.data, "keys", "log.key"))),
    saltsOf: vault.saltsOf,
    knownSalt: vault.knownSalt,
    projectors: [gate.project],
    clock,
    randomBytes: (size) => randomBytes(size),
  });
  const people = openPeople({
    vault,
    inForce: (tx) => notices.inForce(tx),
    append,
    ask: gate.ask,
    askFor: gate.askFor,
    subjects: gate.subjects,
    lock: gate.lock,
    newId,
    clock,
  });
  const staff = openStaff({ key: master.derive("staff"), append, newId, clock });
  const messages = openMessages({
    inTransaction,
    gate,
    vault,
    people,
    inForce: (tx) => notices.inForce(tx),
    append,
    outgoing: mail.outgoing,
    templates: mailTemplates({
      tokens,
      baseUrl: config.baseUrl,
      contentsOf: (tx, id) => campaigns.contentsOf(tx, id),
    }),
    marketingTemplates: new Set(["campaign"]),
    unsubscribeLinks({ subjectId, messageId, purpose, topic }) {
      const content = { subject: subjectId, purpose, topic: topic ?? "" };
      const token = tokens.issue("unsubscribe", content, UNSUBSCRIBE_SECONDS);
      const byMail = tokens.issueForAddress("unsubscribe-mail", messageId, UNSUBSCRIBE_MAIL_DAYS);
      return { page: `${config.baseUrl}/u/${token}`, mail: `u+${byMail}@${config.mailDomain}` };
    },
    returnPath({ messageId }) {
      const token = tokens.issueForAddress("return-path", messageId, RETURN_PATH_DAYS);
      return `b+${token}@${config.mailDomain}`;
    },
    helpPage: `${config.baseUrl}/preferences`,
    mailDomain: config.mailDomain,
    signingKey: null,
    clock,
    newId,
    onError: (err, message) => {
      log.error({ event: "message.failed", message: message?.messageId ?? null, err });
    },
    limits: MESSAGE_LIMITS,
  });
  const choices = openChoices({
    append,
    journal: (lines) => journal.append(lines),
    lock: gate.lock,
    subjects: gate.subjects,
    inFlight: (ids) => inTransaction((tx) => messages.inFlight(tx, ids)),
    newId,
  });
  const campaigns = openCampaigns({
    inTransaction,
    gate,
    messages,
    inForce: (tx) => notices.inForce(tx),
    async languagesOf(tx, ids) {
      const rows = await people.of(tx, ids);
      return new Map(
        rows.flatMap(({ members, language }) => members.map((id) => [id, language ?? "en"])),
      );
    },
    newId,
    clock,
  });
  const rights = openRights({
    people,
    messages,
    inForce: (tx) => notices.inForce(tx),
    append,
    object: (tx, id) => choices.object(tx, id, "direct-marketing"),
    restrict: (tx, id) => choices.restrict(tx, id),
    dueDate: clockFor,
    regimeFor,
    async eraseElsewhere(tx, ids) {
      await messages.erase(tx, ids);
      await eraseSubmissions(tx, ids);
    },
    newId,
    clock,
  });
  const house: House = {
    ...{ config, log, inTransaction, notices, vault, gate, ledger, choices, people, messages },
    ...{ campaigns, rights, staff, tokens, outgoing: mail.outgoing, mailbox: mail.mailbox },
    ...{ countryOf: await openCountries(), newId, clock },
  };
  return {
    house,
    async close() {
      await mail.outgoing.close();
      await mail.mailbox?.close();
      await journal.close();
    },
  };
}

/** A master key is made only where nothing was sealed yet. */
async function masterKey(config: Config, database: Database) {
  const { rows } = await database.pool.query("select 1 from vault_master limit 1");
  const source = masterKeySource(process.env, join(config.data, "keys", "master.key"));
  return loadMasterKey(source, rows.length === 0);
}

/** Out through the configured server, else into the development mailbox: in both cases by SMTP. */
async function openMail(
  config: Config,
  clock: () => number,
  log: Log,
): Promise<{ readonly outgoing: Outgoing; readonly mailbox: Mailbox | null }> {
  if (config.smtp !== null) {
    return { outgoing: openOutgoing(outgoingFrom(config.smtp, config.mailDomain)), mailbox: null };
  }
  const mailbox = await openMailbox({
    folder: join(config.data, "mailbox"),
    port: 0,
    lettersMax: LETTERS_MAX,
    clock,
    newSuffix: () => randomBytes(6).toString("hex"),
    onError: (err) => log.error({ event: "mailbox.failed", err }),
  });
  const outgoing = openOutgoing(outgoingTo("127.0.0.1", mailbox.port, config.mailDomain));
  return { outgoing, mailbox };
}

/** The clock of a request under a regime, in the words of the console. */
function clockFor(regime: string, kind: RequestKind, receivedAt: number, provenAt: number | null) {
  const zone = regime === "uk" ? "Europe/London" : "Europe/Brussels";
  const day = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const proven = provenAt === null ? {} : { identityProven: day(provenAt) };
  const found: Due = dueDate(regime, kind, { received: day(receivedAt), ...proven });
  return { due: found.due.toString(), rules: found.steps };
}

/** The law of the person's place where the notice declares it, else the first that it declares. */
function regimeFor(notice: Notice, country: string | null): string {
  const own = REGIMES.find((regime) => country !== null && regime.covers.has(country));
  const [first = "uk"] = notice.regimes;
  return own !== undefined && notice.regimes.includes(own.id) ? own.id : first;
}
