import { setImmediate as turn } from "node:timers/promises";
import type { Subject } from "#core/gate/subject";
import { diffNotices, type NoticeDiff } from "#core/notice/diff";
import type { Notice, Purpose } from "#core/notice/notice";
import { readNotice } from "#core/notice/read-notice";
import { assert } from "#kit/assert";
import type { Tx } from "#platform/database/database";
import { concerned } from "./affected-store.ts";
import { add, type Counters, countPerson } from "./impact.ts";
import { type ImpactRow, moveImpact, takeImpact } from "./impact-store.ts";
import { type Comparison, judgePerson, mayBeUsed } from "./judge-person.ts";
import type { ChangeDeps } from "./ports.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { always, type Decide, firstReason, letterUse, NO_ADDRESS } from "./uses.ts";

/** People looked at in one transaction. */
const PAGE = 5_000;
/** People judged before others get the processor. */
const TURN = 250;

/** What a run compares; the same for all its pages. */
export type Compared = Comparison & { readonly scope: Scope; readonly diff: NoticeDiff };

/** Counts pages until no run has another. @returns how many there were. */
export async function countImpacts(
  deps: ChangeDeps,
  comparisons: Map<string, Compared>,
): Promise<number> {
  let pages = 0;
  while (await deps.inTransaction((tx) => countPage(deps, tx, comparisons))) pages += 1;
  return pages;
}

/**
 * One page with its place and its counts, in one transaction: killed anywhere, it is counted once.
 */
async function countPage(
  deps: ChangeDeps,
  tx: Tx,
  comparisons: Map<string, Compared>,
): Promise<boolean> {
  const row = await takeImpact(tx);
  if (row === null) return false;
  const compared = comparisons.get(row.impactId) ?? (await compareDraft(deps, tx, row));
  comparisons.set(row.impactId, compared);
  const kind = row.phase === "people" ? "person" : "device";
  const ids = await deps.gate.people(tx, row.lookedUntil, PAGE, kind);
  const counters = structuredClone(row.counters);
  if (ids.length > 0) await countSubjects(deps, tx, compared, ids, counters, kind === "device");
  const considered = row.considered + ids.length;
  const last = ids.at(-1) ?? null;
  const isOver = ids.length < PAGE;
  if (!isOver) {
    const { phase } = row;
    const to = { phase, lookedUntil: last, considered, counters, endedAt: null };
    await moveImpact(tx, row.impactId, { ...to, state: "running" });
  } else if (row.phase === "people") {
    const to = { lookedUntil: null, considered, counters, endedAt: null };
    await moveImpact(tx, row.impactId, { ...to, state: "running", phase: "devices" });
  } else {
    const to = { lookedUntil: last, considered, counters, endedAt: new Date(deps.clock()) };
    await moveImpact(tx, row.impactId, { ...to, state: "done", phase: "devices" });
    comparisons.delete(row.impactId);
  }
  return true;
}

async function compareDraft(
  { notices }: ChangeDeps,
  tx: Tx,
  { draftId, edit, baseVersion }: ImpactRow,
): Promise<Compared> {
  const text = await notices.drafts.textOf(tx, draftId, edit);
  const before = await notices.version(tx, baseVersion);
  assert(text !== null && before !== null, "a run was begun on what is there");
  const { notice: after } = readNotice([{ name: text.fileName, text: text.source }]);
  assert(after !== null, "a run was begun on a draft that compiles");
  return compare(before, after);
}

export function compare(before: Notice, after: Notice): Compared {
  const diff = diffNotices(before, after);
  return {
    ...{ before: always(before), after: always(after), diff },
    changed: changedPurposes(diff, before),
    askAgain: new Set(diff.askAgain),
    scope: scopeOf(diff, before, after),
  };
}

/** Purposes that a difference names; all of them where one concerns the notice as a whole. */
function changedPurposes({ differences }: NoticeDiff, before: Notice): readonly Purpose[] {
  const weighty = differences.filter((each) => each.class !== "editorial");
  const isWhole = weighty.some(({ purposes }) => purposes.length === 0);
  const named = new Set(weighty.flatMap(({ purposes }) => purposes));
  return [...before.purposes.values()].filter(
    ({ id, builtIn }) => !builtIn && (isWhole || named.has(id)),
  );
}

async function countSubjects(
  deps: ChangeDeps,
  tx: Tx,
  compared: Compared,
  ids: readonly string[],
  counters: Counters,
  isDevice: boolean,
): Promise<void> {
  const judge = await deps.gate.judge(tx);
  const at = deps.clock();
  const decide: Decide = (notice, subject, use) => judge(notice, subject, use, at);
  const subjects = await deps.gate.subjects(tx, ids);
  const toldOf = isDevice ? new Map() : await concerned(tx, ids, compared.scope);
  let judged = 0;
  for (const [id, subject] of subjects) {
    const impact = judgePerson(compared, decide, subject);
    countPerson(counters, impact, isDevice);
    if (isDevice) {
      if (impact.under.some((purpose) => compared.scope.tell.includes(purpose)))
        counters.devicesTold += 1;
    } else if (isConcerned(toldOf.get(id), compared, decide, subject)) {
      countTold(counters, compared.after, decide, subject);
    }
    judged += 1;
    if (judged % TURN === 0) await turn();
  }
}

export function isConcerned(
  how: "sure" | "maybe" | undefined,
  compared: Compared,
  decide: Decide,
  subject: Subject,
): boolean {
  if (how === undefined) return false;
  return how === "sure" || mayBeUsed(compared, compared.scope, decide, subject);
}

function countTold(counters: Counters, after: Notice, decide: Decide, subject: Subject): void {
  counters.told += 1;
  const use = letterUse(subject);
  const answer = use === null ? null : decide(after, subject, use);
  if (answer?.allowed) counters.byEmail += 1;
  else {
    const { rule, code } = answer === null ? NO_ADDRESS : firstReason(answer);
    add(counters.unreached, `${rule} ${code}`);
  }
}
