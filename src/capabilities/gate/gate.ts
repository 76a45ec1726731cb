/**
 * May personal data be used? Asked here, decided by `core/gate`, answered with a permit. Rank 3;
 * see README.md.
 */
import { decide } from "#core/gate/decide";
import type { Decision } from "#core/gate/decision";
import type { Mint, Permit } from "#core/gate/permit";
import type { Registers } from "#core/gate/registers";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Regime } from "#core/law/compile-regime";
import type { Fact } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import type { Tx } from "#platform/database/database";
import { loadSubjects } from "./load-subjects.ts";
import { project } from "./project.ts";
import { registersFrom } from "./registers-from.ts";
import {
  countPeople,
  epochsOf,
  lockSubjects,
  newestEpoch,
  registerRows,
  type SubjectKind,
  subjectPage,
} from "./store.ts";

/** How long a permit is good for. Whatever takes longer asks again. */
const PERMIT_MS = 3 * 60_000;
const PAGE_MAX = 5_000;

export type GateDeps = {
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly regimes: readonly Regime[];
  readonly world: Registers;
  readonly mint: Mint;
  readonly clock: () => number;
};

export type Asked = { readonly decision: Decision; readonly permit: Permit | null };

export type Gate = {
  /**
   * Decides for one person and mints the permit of an `Allowed`.
   * @param lock `share` holds the person's rows to the end of the transaction: for whoever acts on
   * the answer outside it.
   */
  ask(tx: Tx, subjectId: string, use: Use, lock?: "share"): Promise<Asked>;
  /** Decides for many, a page of at most 5,000, without permits: being selected permits nothing. */
  askMany(
    tx: Tx,
    subjectIds: readonly string[],
    question: (subject: Subject) => Use | null,
  ): Promise<ReadonlyMap<string, Decision>>;
  /** Decides over a subject that is not stored yet: whoever sends a form for the first time. */
  askFor(tx: Tx, subjectId: string, subject: Subject, use: Use): Promise<Asked>;
  subjects(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Subject>>;
  lock(tx: Tx, subjectIds: readonly string[], how: "update" | "share"): Promise<readonly string[]>;
  epochsOf(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  project(tx: Tx, facts: readonly Fact[]): Promise<void>;
  /**
   * Decides under any notice, as the registers stand now, without permits: for what-if questions.
   * Pure, once it is made.
   */
  judge(tx: Tx): Promise<Judge>;
  people(
    tx: Tx,
    after: string | null,
    sizeMax: number,
    kind?: SubjectKind,
  ): Promise<readonly string[]>;
  countPeople(tx: Tx, kind?: SubjectKind): Promise<number>;
  /** Position of the last fact that could change a decision about anybody. */
  newestEpoch(tx: Tx): Promise<number>;
};

/** @param at epoch milliseconds. */
export type Judge = (notice: Notice, subject: Subject, use: Use, at: number) => Decision;

const NO_NOTICE: Decision = {
  allowed: false,
  reasons: [
    { rule: 2, code: "no-notice", regime: null, what: null, provision: "GDPR 13", since: null },
  ],
};

export function openGate(deps: GateDeps): Gate {
  const registers = async (tx: Tx) => registersFrom(await registerRows(tx), deps.world);
  const decideOver = async (tx: Tx, subject: Subject, use: Use) => {
    const notice = await deps.inForce(tx);
    if (notice === null) return { decision: NO_NOTICE, notice };
    const at = deps.clock();
    const decision = decide(notice, deps.regimes, await registers(tx), subject, use, at);
    return { decision, notice };
  };
  const answer = async (tx: Tx, subjectId: string, subject: Subject, use: Use): Promise<Asked> => {
    const { decision, notice } = await decideOver(tx, subject, use);
    if (!decision.allowed || notice === null) return { decision, permit: null };
    const ids = subject.ids?.map(({ id }) => id) ?? [subjectId];
    const known = await epochsOf(tx, ids);
    const mintedAt = deps.clock();
    const permit = deps.mint({
      epochs: new Map(ids.map((id) => [id, known.get(id) ?? 0])),
      use,
      noticeVersion: notice.version,
      values: decision.values,
      mintedAt,
      expiresAt: mintedAt + PERMIT_MS,
    });
    return { decision, permit };
  };
  return {
    async ask(tx, subjectId, use, lock) {
      if (lock === "share") await lockSubjects(tx, [subjectId], "share");
      const subject = (await loadSubjects(tx, [subjectId])).get(subjectId) ?? {};
      return answer(tx, subjectId, subject, use);
    },
    askFor: answer,
    async askMany(tx, subjectIds, question) {
      const page = subjectIds.slice(0, PAGE_MAX);
      const notice = await deps.inForce(tx);
      const all = await registers(tx);
      const subjects = await loadSubjects(tx, page);
      const at = deps.clock();
      const decisions = new Map<string, Decision>();
      for (const [id, subject] of subjects) {
        const use = question(subject);
        if (use === null) continue;
        const decided =
          notice === null ? NO_NOTICE : decide(notice, deps.regimes, all, subject, use, at);
        decisions.set(id, decided);
      }
      return decisions;
    },
    subjects: loadSubjects,
    lock: lockSubjects,
    epochsOf,
    project,
    async judge(tx) {
      const all = await registers(tx);
      return (notice, subject, use, at) => decide(notice, deps.regimes, all, subject, use, at);
    },
    people: subjectPage,
    countPeople,
    newestEpoch,
  };
}
