/**
 * What a version changes for the people who are known: counted before it is published, told after.
 * Rank 5; see README.md.
 */
import { readNotice } from "#core/notice/read-notice";
import type { MessageRow } from "#messages";
import { refuseNotice } from "#notice";
import type { Tx } from "#platform/database/database";
import { type Compared, compare, countImpacts } from "./count-impact.ts";
import { refuse } from "./errors.ts";
import { noCounts } from "./impact.ts";
import { endOlder, type ImpactRow, impactOf, insertImpact } from "./impact-store.ts";
import { paragraphsOf } from "./letter.ts";
import type { ChangeDeps } from "./ports.ts";
import { recordTold } from "./record-told.ts";
import { beginTelling, tellPeople } from "./tell.ts";
import {
  eraseUnreached,
  type TellingRow,
  tellingRow,
  tellingRows,
  unreachedPage,
  unreachedReasons,
} from "./telling-store.ts";

export { type CountedStop, stopsIn, unreachedIn } from "./impact.ts";
export type { ImpactRow } from "./impact-store.ts";
export type { ChangeDeps } from "./ports.ts";
export type { TellingRow } from "./telling-store.ts";

/** Longer than a request and its statements may last. */
export const SETTLE_MS = 45_000;

export type TellingView = TellingRow & {
  /** Letters by the state of their message. */
  readonly letters: { readonly [state: string]: number };
  readonly reasons: readonly {
    readonly rule: number;
    readonly code: string;
    readonly people: number;
  }[];
};

export type Changes = ReturnType<typeof openChanges>;

export function openChanges(deps: ChangeDeps) {
  const compared = new Map<number, Compared>();
  const comparisons = new Map<string, Compared>();
  const view = async (tx: Tx, row: TellingRow): Promise<TellingView> => ({
    ...row,
    letters: await deps.messages.campaignStates(tx, row.tellingId),
    reasons: await unreachedReasons(tx, row.version),
  });
  return {
    /** Called in the transaction that publishes a version. */
    published: (tx: Tx, notice: Parameters<typeof beginTelling>[2]) =>
      beginTelling(deps, tx, notice),
    /** Called in the transaction that settles letters. */
    recordTold: (tx: Tx, sent: readonly MessageRow[]) => recordTold(deps, tx, sent, compared),
    /** Begins to count what a draft would change; the same over the same data is at hand. */
    startImpact: (tx: Tx, draftId: string, staffId: string) =>
      startImpact(deps, tx, draftId, staffId),
    impactOf,
    async tellings(tx: Tx): Promise<readonly TellingView[]> {
      const views: TellingView[] = [];
      for (const row of await tellingRows(tx)) views.push(await view(tx, row));
      return views;
    },
    /** Null: nobody had to be told of this version. */
    async telling(tx: Tx, version: number): Promise<TellingView | null> {
      const row = await tellingRow(tx, version);
      return row === null ? null : view(tx, row);
    },
    unreached: (tx: Tx, version: number, after: string | null, sizeMax: number) =>
      unreachedIds(deps, tx, version, after, sizeMax),
    /** What the letter about a version says; null: there is none in this language. */
    async letter(tx: Tx, version: number, language: string): Promise<readonly string[] | null> {
      const place = { version, kind: "change", language, part: "letter" } as const;
      const kept = await deps.notices.lastShown(tx, place);
      return kept === null ? null : paragraphsOf(kept.text);
    },
    erase: eraseUnreached,
    /** Publishes what is due, counts and tells, until nothing moves; restarts go on from there. */
    async work(): Promise<void> {
      while (await deps.inTransaction((tx) => deps.notices.drafts.publishDue(tx)));
      await countImpacts(deps, comparisons);
      await tellPeople(deps, compared);
    },
  };
}

/** @throws Refusal `change.no_notice`, `notice.does_not_compile`. */
async function startImpact(
  deps: ChangeDeps,
  tx: Tx,
  draftId: string,
  staffId: string,
): Promise<ImpactRow> {
  const { text, edit } = await deps.notices.drafts.view(tx, draftId);
  const before = (await deps.notices.inForce(tx)) ?? refuse("change.no_notice");
  const read = readNotice([{ name: text.fileName, text: text.source }]);
  const after =
    read.notice ?? refuseNotice("notice.does_not_compile", { count: read.findings.length });
  // A draft that cannot be compared must be found here, not by the run.
  compare(before, after);
  const epoch = await deps.gate.newestEpoch(tx);
  const last = await impactOf(tx, draftId);
  const isSame = last?.hash === after.hash && last.baseVersion === before.version;
  if (last !== null && isSame && last.state === "running") return last;
  if (last !== null && isSame && last.state === "done" && last.epoch === epoch) return last;
  const beganAt = new Date(deps.clock());
  await endOlder(tx, draftId, beganAt);
  const people = await deps.gate.countPeople(tx);
  const total = people + (await deps.gate.countPeople(tx, "device"));
  await insertImpact(tx, {
    ...{ impactId: deps.newId(), draftId, edit, baseVersion: before.version, hash: after.hash },
    ...{ epoch, total, counters: noCounts(), askedBy: staffId, beganAt },
  });
  return (await impactOf(tx, draftId)) ?? refuse("change.no_impact");
}

/** By post, that is: whom no letter was queued for, and whose letter did not get through. */
async function unreachedIds(
  deps: ChangeDeps,
  tx: Tx,
  version: number,
  after: string | null,
  sizeMax: number,
): Promise<readonly string[]> {
  const row = (await tellingRow(tx, version)) ?? refuse("change.no_telling");
  const never = await unreachedPage(tx, version, after, sizeMax);
  const failed = await deps.messages.unsentOf(tx, row.tellingId, after, sizeMax);
  return [...new Set([...never, ...failed])].sort().slice(0, sizeMax);
}
