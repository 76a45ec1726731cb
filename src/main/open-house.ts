import { type Campaigns, openCampaigns } from "#campaigns";
import { type Changes, openChanges, SETTLE_MS } from "#changes";
import { type Choices, openChoices } from "#choices";
import { eraseSubmissions } from "#collection";
import type { House } from "#edges/house";
import { mailTemplates } from "#edges/mail/templates";
import { UNSUBSCRIBE_SECONDS } from "#edges/web/answer-preferences";
import { MESSAGE_LIMITS, type Messages, openMessages } from "#messages";
import { openPeople, type People } from "#people";
import type { Config } from "#platform/config/config";
import type { Database, Tx } from "#platform/database/database";
import { openCountries } from "#platform/geo";
import type { Log } from "#platform/log/log";
import type { Outgoing } from "#platform/smtp/outgoing";
import { openRights } from "#rights";
import { openStaff } from "#staff";
import { type Foundation, openFoundation } from "./open-foundation.ts";
import { openMail } from "./open-mail.ts";
import { clockFor, regimeFor } from "./request-clock.ts";

const UNSUBSCRIBE_MAIL_DAYS = 5 * 365;
/** Mail systems give up after days, not weeks. */
const RETURN_PATH_DAYS = 30;

export type OpenHouse = { readonly house: House; close(): Promise<void> };

/**
 * Wires the product together: the only place that knows every capability. Those of one rank reach
 * each other through the functions handed over here and in no other way.
 */
export async function openHouse(config: Config, database: Database, log: Log): Promise<OpenHouse> {
  // A version is published below and told above; both are whole before anything is published.
  const base = await openFoundation(config, database, {
    countStaff: (tx) => staff.countActive(tx),
    published: (tx, notice) => changes.published(tx, notice),
  });
  const { inTransaction, notices, gate, vault, ledger, tokens, append, newId, clock } = base;
  const mail = await openMail(config, clock, log);
  const inForce = (tx: Tx) => notices.inForce(tx);
  const { ask, askFor, subjects, lock } = gate;
  const people = openPeople({ vault, inForce, append, ask, askFor, subjects, lock, newId, clock });
  const staff = openStaff({ key: base.master.derive("staff"), append, newId, clock });
  const messages = messagesOn(base, people, mail.outgoing, log, {
    contentsOf: (tx, id) => campaigns.contentsOf(tx, id),
    changeLetter: (tx, version, language) => changes.letter(tx, version, language),
    onSent: (tx, sent) => changes.recordTold(tx, sent),
  });
  const choices = openChoices({
    ...{ append, lock, subjects, newId },
    inFlight: (ids) => inTransaction((tx) => messages.inFlight(tx, ids)),
  });
  const languagesOf = languagesFrom(people);
  const campaigns = campaignsOn(base, languagesOf, messages);
  const changes = openChanges({
    ...{ inTransaction, notices, gate, messages, append, languagesOf, newId, clock },
    settleMs: SETTLE_MS,
  });
  const eraseRecords = async (tx: Tx, ids: readonly string[]) => {
    const gone = await messages.erase(tx, ids);
    await eraseSubmissions(tx, ids);
    // CHOICE: the letter that confirms an erasure is the recipient's own copy, and stays.
    const letters = gone.filter(({ template }) => template !== "rights-erased");
    await mail.mailbox?.deleteMessages(letters.map(({ messageId }) => messageId));
    await changes.erase(tx, ids);
  };
  const rights = rightsOn(base, people, messages, choices, eraseRecords);
  const house: House = {
    ...{ config, log, inTransaction, notices, vault, gate, ledger, choices, people, messages },
    ...{
      campaigns,
      changes,
      rights,
      staff,
      tokens,
      outgoing: mail.outgoing,
      mailbox: mail.mailbox,
    },
    ...{ countryOf: await openCountries(), eraseRecords, newId, clock },
  };
  return {
    house,
    async close() {
      await mail.outgoing.close();
      await mail.mailbox?.close();
      await base.journal.close();
    },
  };
}

/** What letters need of capabilities that stand above the queue. */
type Above = {
  readonly contentsOf: Campaigns["contentsOf"];
  readonly changeLetter: Changes["letter"];
  readonly onSent: Changes["recordTold"];
};

function messagesOn(
  { config, inTransaction, notices, gate, vault, tokens, append, newId, clock }: Foundation,
  people: People,
  outgoing: Outgoing,
  log: Log,
  above: Above,
): Messages {
  return openMessages({
    ...{ inTransaction, gate, vault, people, append, outgoing, clock, newId },
    inForce: (tx) => notices.inForce(tx),
    templates: mailTemplates({
      ...{ tokens, baseUrl: config.baseUrl, ...above },
      wordsOf: (tx, id, valueId) => people.text(tx, id, valueId, "rights"),
    }),
    marketingTemplates: new Set(["campaign"]),
    askedByAnyone: new Set(["confirm", "asset", "preferences", "rights-proof", "withdrawn"]),
    onLimited: (template) => log.warn({ event: "message.limited", template }),
    onSent: above.onSent,
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
    onError: (err, message) => {
      log.error({ event: "message.failed", message: message?.messageId ?? null, err });
    },
    limits: MESSAGE_LIMITS,
  });
}

function campaignsOn(
  { inTransaction, notices, gate, newId, clock }: Foundation,
  languagesOf: ReturnType<typeof languagesFrom>,
  messages: Messages,
): Campaigns {
  return openCampaigns({
    ...{ inTransaction, gate, messages, languagesOf, newId, clock },
    inForce: (tx) => notices.inForce(tx),
  });
}

function languagesFrom(people: People) {
  return async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const rows = await people.of(tx, ids);
    return new Map(
      rows.flatMap(({ members, language }) => members.map((id) => [id, language ?? "en"])),
    );
  };
}

function rightsOn(
  { notices, append, newId, clock }: Foundation,
  people: People,
  messages: Messages,
  choices: Choices,
  eraseElsewhere: (tx: Tx, ids: readonly string[]) => Promise<void>,
) {
  return openRights({
    ...{ people, messages, append, eraseElsewhere, regimeFor, newId, clock },
    inForce: (tx) => notices.inForce(tx),
    object: (tx, id) => choices.object(tx, id, "direct-marketing"),
    restrict: (tx, id) => choices.restrict(tx, id),
    dueDate: clockFor,
  });
}
