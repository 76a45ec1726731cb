import { randomUUID } from "node:crypto";
import { fromKysely, PgBoss } from "pg-boss";
import { assert } from "#kit/assert";
import type { Database, Tx } from "#platform/database/database";
import { JOBS_SCHEMA } from "./prepare-jobs.ts";
import { repeat } from "./repeat.ts";

/**
 * What a job carries: ids, codes and counts. Whatever it needs to know of a person it reads again
 * when it runs, past the gate.
 */
export type JobPayload = { readonly [name: string]: string | number };

export type JobHandler = (payload: JobPayload, signal: AbortSignal) => Promise<void>;

export type Timing =
  /**
   * Every so many seconds after the last run ended, in each server; the work itself must tolerate
   * that, or take a lock.
   */
  | { readonly seconds: number }
  /** Five fields, in the given time zone; once over all servers. */
  | { readonly cron: string; readonly zone: string };

export type Jobs = {
  /**
   * Queues a job in the caller's transaction: it exists when the transaction commits, and never
   * otherwise.
   * @param key of two waiting jobs with the same key, the second is dropped.
   * @param notBefore earliest start; epoch milliseconds.
   */
  enqueue(
    tx: Tx,
    name: string,
    payload: JobPayload,
    options?: { readonly key?: string; readonly notBefore?: number },
  ): Promise<void>;
  /**
   * One handler a name. A job that fails is tried again, ten times with growing pauses; a server
   * that dies loses none.
   */
  work(name: string, handler: JobHandler): void;
  every(name: string, timing: Timing, handler: JobHandler): void;
  /** Makes the queues of all names given by then, and begins. */
  start(): Promise<void>;
  /** Takes no new job, waits for the running ones, bounded. */
  stop(): Promise<void>;
};

export type JobSettings = {
  readonly database: Database;
  /** How often a name looks for work. */
  readonly lookSeconds: number;
  /** A job that runs longer is taken for lost and given to another. */
  readonly runSecondsMax: number;
  readonly stopMsMax: number;
  /**
   * Hears of jobs and of the queue itself that failed; a failed job is tried again all the same.
   */
  readonly onError: (error: unknown, job: string | null) => void;
};

export const JOB_DEFAULTS = { lookSeconds: 1, runSecondsMax: 900, stopMsMax: 20_000 } as const;

const RETRIES = { retryLimit: 10, retryDelay: 5, retryBackoff: true, retryDelayMax: 3_600 };
/** Jobs that ended stay for a week, so that a failure can be looked into. */
const KEPT_SECONDS = 7 * 24 * 3_600;
const NAME = /^[a-z][a-z0-9-]{0,63}$/;
const WORD = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}$/;
const PAYLOAD_MAX = 16;

type Cron = Extract<Timing, { cron: string }>;
type Work = { readonly handler: JobHandler; readonly cron: Cron | null };

/** Jobs on pg-boss, in our own database and under the application's role. */
export function openJobs(settings: JobSettings): Jobs {
  const works = new Map<string, Work>();
  const intervals: { readonly seconds: number; readonly handler: JobHandler; name: string }[] = [];
  const stopping = new AbortController();
  const boss = bossOn(settings);
  const running: Promise<void>[] = [];
  let started = false;

  const add = (name: string, work: Work) => {
    assert(NAME.test(name), `\`${name}\` is no name of a job`);
    assert(!started, "jobs are named before the start");
    assert(!works.has(name), `the job \`${name}\` has a handler already`);
    works.set(name, work);
  };
  return {
    async enqueue(tx, name, payload, options = {}) {
      assert(works.has(name), `nothing works on \`${name}\``);
      assertPayload(payload);
      await boss.send(name, payload, {
        db: fromKysely(tx),
        // A job without a key has one of its own, so that it is never dropped.
        singletonKey: options.key ?? randomUUID(),
        ...(options.notBefore === undefined ? {} : { startAfter: new Date(options.notBefore) }),
      });
    },
    work: (name, handler) => add(name, { handler, cron: null }),
    every(name, timing, handler) {
      if ("cron" in timing) add(name, { handler, cron: timing });
      else intervals.push({ name, seconds: timing.seconds, handler });
    },
    async start() {
      started = true;
      await boss.start();
      for (const [name, work] of works) await begin(boss, settings, name, work, stopping.signal);
      for (const { name, seconds, handler } of intervals) {
        const failed = (error: unknown) => settings.onError(error, name);
        running.push(
          repeat(seconds * 1_000, () => handler({}, stopping.signal), failed, stopping.signal),
        );
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
      if (started) await boss.stop({ graceful: true, timeout: settings.stopMsMax });
    },
  };
}

function bossOn({ database, onError }: JobSettings): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: JOBS_SCHEMA,
    createSchema: false,
    migrate: true,
    // Rebuilding an index concurrently is for its operator, not for a role that may do little.
    reindex: false,
    cronWorkerIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => onError(error, null));
  return boss;
}

async function begin(
  boss: PgBoss,
  { lookSeconds, runSecondsMax, onError }: JobSettings,
  name: string,
  { handler, cron }: Work,
  signal: AbortSignal,
): Promise<void> {
  await boss.createQueue(name, {
    // At most one job waits for each key.
    policy: "short",
    ...RETRIES,
    expireInSeconds: runSecondsMax,
    deleteAfterSeconds: KEPT_SECONDS,
  });
  await boss.work<JobPayload>(name, { pollingIntervalSeconds: lookSeconds }, async (jobs) => {
    for (const job of jobs) {
      try {
        await handler(job.data ?? {}, AbortSignal.any([signal, job.signal]));
      } catch (error) {
        onError(error, name);
        throw error;
      }
    }
  });
  if (cron !== null) await boss.schedule(name, cron.cron, {}, { tz: cron.zone });
}

/** Texts of people do not belong into jobs: only words without blanks pass. */
function assertPayload(payload: JobPayload): void {
  const entries = Object.entries(payload);
  assert(entries.length <= PAYLOAD_MAX, `a job carries at most ${PAYLOAD_MAX} values`);
  for (const [name, value] of entries) {
    const fits = typeof value === "number" ? Number.isSafeInteger(value) : WORD.test(value);
    assert(fits, `the value \`${name}\` of a job is an id, a code or a whole number`);
  }
}
