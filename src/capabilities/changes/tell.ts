/** Tells the people whom a version concerns, once each, and counts whom no mail can reach. */
import type { Subject } from "#core/gate/subject";
import type { Notice } from "#core/notice/notice";
import { assert } from "#kit/assert";
import { ORGANISATION } from "#kit/brands";
import type { NewMessage } from "#messages";
import { derivedUuid } from "#platform/crypto/uuid";
import type { Tx } from "#platform/database/database";
import { concerned, membersOf } from "./affected-store.ts";
import { type Compared, compare, isConcerned } from "./count-impact.ts";
import { letterText } from "./letter.ts";
import type { ChangeDeps } from "./ports.ts";
import {
  addUnreached,
  advanceTelling,
  beginSecondPass,
  dropUnreached,
  insertTelling,
  setTelling,
  type TellingRow,
  takeTelling,
  tellingRows,
  type UnreachedRow,
} from "./telling-store.ts";
import { type Decide, firstReason, letterUse, NO_ADDRESS } from "./uses.ts";

/** People looked at in one transaction. */
const PAGE = 1_000;
export const TEMPLATE = "notice-changed";

/**
 * Begins the telling of a version, in the transaction that publishes it. The words are made and
 * kept now, in each language. Where nothing material changed, or it is the first, nobody is told.
 */
export async function beginTelling(deps: ChangeDeps, tx: Tx, after: Notice): Promise<void> {
  const older = (await deps.notices.heads(tx)).filter(({ version }) => version < after.version);
  const before = await versionOrNull(deps, tx, older.at(-1)?.version);
  if (before === null) return;
  const compared = compare(before, after);
  const { scope, diff } = compared;
  if (scope.tell.length === 0 && !scope.tellAll) return;
  for (const language of after.languages) {
    const text = letterText(diff, before, after, language);
    await deps.notices.keepShown(tx, after.version, "change", language, "letter", text);
  }
  const beganAt = new Date(deps.clock());
  const secondPassAt = new Date(Math.max(after.life.from, deps.clock()) + deps.settleMs);
  const tellingId = deps.newId();
  const total = await deps.gate.countPeople(tx);
  const { version } = after;
  await insertTelling(tx, {
    ...{ version, baseVersion: before.version, tellingId, secondPassAt, total, beganAt },
  });
  const body = { version, tellingId };
  await deps.append(tx, [
    { subjectId: ORGANISATION, kind: "notice.telling-began", noticeVersion: version, body },
  ]);
}

async function versionOrNull(deps: ChangeDeps, tx: Tx, version: number | undefined) {
  return version === undefined ? null : deps.notices.version(tx, version);
}

/** What a telling compares; made once in a process. */
export async function comparedFor(
  deps: ChangeDeps,
  tx: Tx,
  row: Pick<TellingRow, "version" | "baseVersion">,
  known: Map<number, Compared>,
): Promise<Compared> {
  const found = known.get(row.version);
  if (found !== undefined) return found;
  const before = await deps.notices.version(tx, row.baseVersion);
  const after = await deps.notices.version(tx, row.version);
  assert(before !== null && after !== null, "a telling is about versions that were published");
  const compared = compare(before, after);
  known.set(row.version, compared);
  return compared;
}

/** Moves every telling on until none moves. @returns how many steps there were. */
export async function tellPeople(deps: ChangeDeps, known: Map<number, Compared>): Promise<number> {
  let steps = 0;
  while (await deps.inTransaction((tx) => selectPage(deps, tx, known))) steps += 1;
  const rows = await deps.inTransaction(tellingRows);
  for (const { version, state } of rows) {
    if (state !== "sending") continue;
    if (await deps.inTransaction((tx) => goOn(deps, tx, version))) steps += 1;
  }
  return steps;
}

/**
 * One page: whom it concerns, their letters and the place where the selection stands, in one
 * transaction. @returns whether there may be another.
 */
async function selectPage(
  deps: ChangeDeps,
  tx: Tx,
  known: Map<number, Compared>,
): Promise<boolean> {
  const row = await takeTelling(tx, "selecting", null);
  if (row === null) return false;
  const people = await deps.gate.people(tx, row.selectedUntil, PAGE);
  const last = people.at(-1);
  if (last === undefined) {
    await setTelling(tx, row.version, "sending", new Date(deps.clock()));
    return true;
  }
  const compared = await comparedFor(deps, tx, row, known);
  const found = await affectedOf(deps, tx, compared, row, people);
  const letters = found.flatMap(({ letter }) => (letter === null ? [] : [letter]));
  const unreached = found.flatMap(({ unreached: each }) => (each === null ? [] : [each]));
  const queued = letters.length === 0 ? 0 : await deps.messages.enqueue(tx, letters);
  const reachedNow = await dropUnreached(
    tx,
    row.version,
    found.filter(({ letter }) => letter !== null).map(({ id }) => id),
  );
  const unreachedNow = (await addUnreached(tx, row.version, unreached)) - reachedNow;
  await advanceTelling(tx, row.version, {
    ...{ until: last, considered: people.length, affected: queued + unreachedNow },
    unreached: unreachedNow,
  });
  return true;
}

type Found = {
  readonly id: string;
  readonly letter: NewMessage | null;
  readonly unreached: UnreachedRow | null;
};

/** Those whom it concerns and to whom no letter was queued yet, under any of their ids. */
async function affectedOf(
  deps: ChangeDeps,
  tx: Tx,
  compared: Compared,
  row: TellingRow,
  people: readonly string[],
): Promise<readonly Found[]> {
  const how = await concerned(tx, people, compared.scope);
  if (how.size === 0) return [];
  const ids = [...how.keys()];
  const judge = await deps.gate.judge(tx);
  const at = deps.clock();
  const decide: Decide = (notice, subject, use) => judge(notice, subject, use, at);
  const subjects = await deps.gate.subjects(tx, ids);
  const members = await membersOf(tx, ids);
  const written = await deps.messages.writtenTo(tx, row.tellingId, [...members.values()].flat());
  const languages = await deps.languagesOf(tx, ids);
  return [...subjects].flatMap(([id, subject]) => {
    if (subject.erased || members.get(id)?.some((member) => written.has(member))) return [];
    if (!isConcerned(how.get(id), compared, decide, subject)) return [];
    const language = languages.get(id) ?? compared.after.defaultLanguage;
    return [letterFor(row, compared.after, decide, id, subject, language)];
  });
}

function letterFor(
  row: TellingRow,
  after: Notice,
  decide: Decide,
  id: string,
  subject: Subject,
  language: string,
): Found {
  const use = letterUse(subject);
  const answer = use === null ? null : decide(after, subject, use);
  if (use?.address === undefined || !answer?.allowed) {
    const why = answer === null || answer.allowed ? NO_ADDRESS : firstReason(answer);
    return { id, letter: null, unreached: { subjectId: id, ...why } };
  }
  const letter: NewMessage = {
    subjectId: id,
    // The same version and person give the same letter: whoever is selected twice is told once.
    messageId: derivedUuid(`notice-change ${row.tellingId} ${id}`),
    ...{ class: "legal", purpose: "notice-change", topic: null, family: null },
    campaignId: row.tellingId,
    template: TEMPLATE,
    params: { version: String(row.version) },
    language,
    addressId: use.address,
    marketing: false,
  };
  return { id, letter, unreached: null };
}

/** After the last page: the second pass at its time, and the end when no letter waits. */
async function goOn(deps: ChangeDeps, tx: Tx, version: number): Promise<boolean> {
  const row = await takeTelling(tx, "sending", version);
  if (row === null) return false;
  const now = deps.clock();
  if (row.pass === 1) {
    if (now < row.secondPassAt.getTime()) return false;
    await beginSecondPass(tx, version, await deps.gate.countPeople(tx));
    return true;
  }
  const states = await deps.messages.campaignStates(tx, row.tellingId);
  const { queued = 0, claimed = 0, begun = 0, sent = 0 } = states;
  if (queued + claimed + begun > 0) return false;
  await setTelling(tx, version, "ended", new Date(now));
  const all = Object.values(states).reduce((sum, each) => sum + each, 0);
  const { tellingId, affected, unreached } = row;
  const body = { version, tellingId, affected, sent, unsent: all - sent, unreached };
  await deps.append(tx, [
    { subjectId: ORGANISATION, kind: "notice.telling-ended", noticeVersion: version, body },
  ]);
  return true;
}
