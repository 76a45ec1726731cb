import type { Act } from "#choices";
import type { Choice, Scope, Subject } from "#core/gate/subject";
import type { Notice, Purpose } from "#core/notice/notice";
import { consentWording } from "#core/notice/render/wording";
import type { House } from "#edges/house";
import type { Tx } from "#platform/database/database";
import { keepWording, receiptId } from "./answer-forms.ts";
import { mayLines } from "./may-lines.ts";
import { offerLabel } from "./offer-label.ts";
import type { PreferenceScope, PreferencesPort, UnsubscribePort, Withdrawn } from "./ports.ts";

/**
 * How long a withdrawal waits for messages that a worker holds, in milliseconds; past it the answer
 * says how many.
 */
const WAIT_MS_MAX = 5_000;
const DAY = 24 * 3600;

/**
 * The preference centre and the way out of mails: both record choices and wait until these hold.
 */
export function answerPreferences(house: House): PreferencesPort {
  return {
    sendLink: (email, language) => sendLink(house, email, language),
    async open(token) {
      const { subject } = house.tokens.read("preferences", token) ?? {};
      if (subject === undefined) return null;
      return house.inTransaction(async (tx) => {
        const notice = await house.notices.inForce(tx);
        const person = (await house.gate.subjects(tx, [subject])).get(subject);
        if (notice === null || person === undefined || person.erased) return null;
        const language =
          (await house.people.of(tx, [subject]))[0]?.language ?? notice.defaultLanguage;
        const may = await mayLines(house, tx, notice, subject, language);
        const scopes = scopesOf(notice, language).map(({ id, label, scope }): PreferenceScope => {
          const line = may.find((each) => isSame(each, scope));
          const last = lastOn(person, scope);
          const changed = last?.act === "grant" && !isOfToday(notice, last);
          const granted = line?.allowed ?? isGranted(notice, person, scope);
          return { id, label, granted, changed };
        });
        return { scopes, may, noticeVersion: notice.version };
      });
    },
    async save(token, noticeVersion, granted, language) {
      const { subject } = house.tokens.read("preferences", token) ?? {};
      if (subject === undefined) return null;
      return save(house, subject, noticeVersion, new Set(granted), language);
    },
  };
}

export function answerUnsubscribe(house: House): UnsubscribePort {
  return {
    async looksGood(token) {
      const { subject } = house.tokens.read("unsubscribe", token) ?? {};
      if (subject === undefined) return false;
      return house.inTransaction((tx) => house.people.lives(tx, subject));
    },
    async stop(token, reach) {
      const { subject, purpose, topic } = house.tokens.read("unsubscribe", token) ?? {};
      if (subject === undefined || purpose === undefined) return null;
      return withdrawMarketing(
        house,
        subject,
        reach === "all" ? null : { purpose, topic: topic || null },
      );
    },
  };
}

/**
 * Records a withdrawal for one scope, or for all marketing, and answers only when no mail decided
 * before it can still begin.
 * @param only null: all direct marketing.
 */
export async function withdrawMarketing(
  house: House,
  subject: string,
  only: { readonly purpose: string; readonly topic: string | null } | null,
): Promise<Withdrawn | null> {
  const recorded = await house.inTransaction(async (tx) => {
    const notice = await house.notices.inForce(tx);
    // Nothing is sent to who was erased, and a fact about them would make them a new key.
    if (notice === null || !(await house.people.lives(tx, subject))) return null;
    const purposes =
      only === null
        ? [...notice.purposes.values()].filter((each) => each.directMarketing)
        : [notice.purposes.get(only.purpose)].filter((each) => each !== undefined);
    const acts = purposes.map((each) => withdrawalOf(notice, each, only?.topic ?? null));
    if (acts.length === 0) return null;
    return house.choices.record(tx, notice, subject, acts, "explicit");
  });
  if (recorded === null) return null;
  const inFlight = await house.choices.acknowledge(recorded, WAIT_MS_MAX);
  return { inFlight, receipts: recorded.facts.map((fact) => receiptId(house, fact)) };
}

function withdrawalOf(notice: Notice, purpose: Purpose, topic: string | null): Act {
  const channel = purpose.channels.has("email") ? { channel: "email" as const } : {};
  const narrowed = topic !== null && purpose.topics.has(topic) ? { topic } : {};
  const scope = { purpose: purpose.id, ...channel, ...narrowed };
  const wording = consentWording(notice, scope, notice.defaultLanguage).sha256;
  return { ...scope, act: "withdrawal", wording, namedSignal: false, refusalsShown: [] };
}

async function save(
  house: House,
  subject: string,
  noticeVersion: number,
  granted: ReadonlySet<string>,
  language: string,
): Promise<Withdrawn | null> {
  const recorded = await house.inTransaction(async (tx) => {
    const notice = await house.notices.inForce(tx);
    if (notice === null || notice.version !== noticeVersion) return null;
    const person = (await house.gate.subjects(tx, [subject])).get(subject);
    if (person === undefined || person.erased) return null;
    const acts: Act[] = [];
    for (const { id, scope } of scopesOf(notice, language)) {
      const act = changeOf(granted.has(id), notice, lastOn(person, scope));
      if (act === null) continue;
      const wording = consentWording(notice, scope, language);
      await keepWording(house, tx, notice.version, language, scope.purpose, wording.text);
      acts.push({
        ...scope,
        act,
        wording: wording.sha256,
        namedSignal: false,
        refusalsShown: refusalsShown(scope),
      });
    }
    if (acts.length === 0) return { facts: [], subjectIds: [] };
    return house.choices.record(tx, notice, subject, acts, "explicit");
  });
  if (recorded === null) return null;
  const inFlight = await house.choices.acknowledge(recorded, WAIT_MS_MAX);
  return { inFlight, receipts: recorded.facts.map((fact) => receiptId(house, fact)) };
}

/**
 * The page shows each topic with its own box, so a tick lifts an earlier no to mail as a whole:
 * both stood before the person.
 */
function refusalsShown(scope: Scope): readonly Scope[] {
  const broad: Scope = {
    purpose: scope.purpose,
    ...(scope.channel === undefined ? {} : { channel: scope.channel }),
  };
  return scope.topic === undefined ? [] : [broad];
}

/** A yes to what a purpose was before is said anew; a no takes it back as well. */
function changeOf(wanted: boolean, notice: Notice, last: Choice | null): Act["act"] | null {
  const held = last?.act === "grant";
  if (wanted) return held && isOfToday(notice, last) ? null : "grant";
  return held ? "withdrawal" : "refusal";
}

/** What the page offers: each topic of each marketing purpose by e-mail. */
function scopesOf(notice: Notice, language: string) {
  const offered: { id: string; label: string; scope: Scope }[] = [];
  for (const purpose of notice.purposes.values()) {
    if (!purpose.directMarketing || purpose.builtIn || !purpose.channels.has("email")) continue;
    const topics = purpose.topics.size === 0 ? [null] : [...purpose.topics];
    for (const topic of topics) {
      const scope: Scope = {
        purpose: purpose.id,
        channel: "email",
        ...(topic === null ? {} : { topic }),
      };
      const label = offerLabel(notice, { purpose: purpose.id, channel: "email", topic }, language);
      offered.push({ id: `${purpose.id}:email:${topic ?? ""}`, label, scope });
    }
  }
  return offered;
}

function isSame(
  line: { purpose: string; channel: string | null; topic: string | null },
  scope: Scope,
): boolean {
  return (
    line.purpose === scope.purpose &&
    line.channel === (scope.channel ?? null) &&
    line.topic === (scope.topic ?? null)
  );
}

/** The newest choice that covers the scope decides what the box shows. */
function lastOn(person: Subject, scope: Scope): Choice | null {
  const about = (person.choices ?? []).filter(
    (choice) =>
      choice.purpose === scope.purpose &&
      (choice.channel === undefined || choice.channel === scope.channel) &&
      (choice.topic === undefined || choice.topic === scope.topic),
  );
  return about.sort((one, other) => other.position - one.position)[0] ?? null;
}

function isGranted(notice: Notice, person: Subject, scope: Scope): boolean {
  const last = lastOn(person, scope);
  return last?.act === "grant" && isOfToday(notice, last);
}

/** Whether a choice was about what its purpose is now. */
function isOfToday({ purposes }: Notice, { purpose, revision }: Choice): boolean {
  return purposes.get(purpose)?.revision === revision;
}

/** Whoever asked was answered before, so that nothing here can tell them who is known. */
async function sendLink(house: House, email: string, language: string): Promise<void> {
  const hash = house.vault.hashOf("email", email);
  await house.inTransaction(async (tx) => {
    for (const holder of await provenHolders(house, tx, hash)) {
      await house.messages.enqueue(tx, [
        {
          subjectId: holder.subjectId,
          messageId: house.newId(),
          class: "service",
          purpose: "confirm-address",
          topic: null,
          family: null,
          campaignId: null,
          template: "preferences",
          params: {},
          language,
          addressId: holder.addressId,
          marketing: false,
        },
      ]);
      // One person, one link: the others that proved the address are linked with this one.
      return;
    }
  });
}

/** Subjects that showed the address to be theirs, and still live. */
export async function provenHolders(house: House, tx: Tx, hash: Buffer) {
  const holders = await house.vault.find(tx, hash);
  const subjects = await house.gate.subjects(
    tx,
    holders.map((holder) => holder.subjectId),
  );
  return holders.filter(({ subjectId, addressId }) => {
    const person = subjects.get(subjectId);
    return (
      !person?.erased && person?.addresses?.some(({ id, verified }) => id === addressId && verified)
    );
  });
}

export const UNSUBSCRIBE_SECONDS = 5 * 365 * DAY;
