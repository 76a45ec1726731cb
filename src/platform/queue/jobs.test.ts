import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#test/support/database";
import { JOB_DEFAULTS, type JobPayload, type Jobs, openJobs } from "./jobs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const errors: unknown[] = [];
const open: Jobs[] = [];
function jobs(): Jobs {
  const onError = (error: unknown) => errors.push(error);
  const made = openJobs({ ...JOB_DEFAULTS, database, lookSeconds: 0.5, onError });
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds() && performance.now() < end) await sleep(20);
  expect(holds()).toBe(true);
}

test("a job exists when its transaction commits, and never otherwise", async () => {
  const queue = jobs();
  const seen: JobPayload[] = [];
  queue.work("commit-test", async (payload) => {
    seen.push(payload);
  });
  await queue.start();
  const failed = database.inTransaction(async (tx) => {
    await queue.enqueue(tx, "commit-test", { subject: "rolled-back" });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  await database.inTransaction((tx) => queue.enqueue(tx, "commit-test", { subject: "kept" }));
  await until(() => seen.length > 0);
  await sleep(600);
  expect(seen).toEqual([{ subject: "kept" }]);
});

test("of waiting jobs with one key one runs; jobs without a key all run", async () => {
  const queue = jobs();
  const seen: (string | number | undefined)[] = [];
  queue.work("key-test", async ({ what }) => {
    seen.push(what);
  });
  await queue.start();
  await database.inTransaction(async (tx) => {
    await queue.enqueue(tx, "key-test", { what: "a" }, { key: "same" });
    await queue.enqueue(tx, "key-test", { what: "b" }, { key: "same" });
    await queue.enqueue(tx, "key-test", { what: "c" });
    await queue.enqueue(tx, "key-test", { what: "d" });
  });
  await until(() => seen.length === 3);
  expect(seen.sort()).toEqual(["a", "c", "d"]);
});

test("a job that fails is told and tried again", async () => {
  const queue = jobs();
  let runs = 0;
  queue.work("retry-test", async () => {
    runs += 1;
    throw new Error("not yet");
  });
  await queue.start();
  await database.inTransaction((tx) => queue.enqueue(tx, "retry-test", {}));
  await until(() => runs === 1);
  expect(String(errors.at(-1))).toContain("not yet");
  await sleep(300);
  const later = await database.owner.query("select state from jobs.job where name = 'retry-test'");
  expect(later.rows).toEqual([{ state: "retry" }]);
});

test("a payload takes ids and codes, not what people wrote", async () => {
  const queue = jobs();
  queue.work("payload-test", async () => undefined);
  const enqueue = (payload: JobPayload) =>
    database.inTransaction((tx) => queue.enqueue(tx, "payload-test", payload));
  await expect(enqueue({ name: "Ann Lee" })).rejects.toThrow(/id, a code/);
  await expect(enqueue({ email: "ann@reader.example" })).rejects.toThrow(/id, a code/);
  await expect(enqueue({ share: 0.5 })).rejects.toThrow(/whole number/);
  await expect(
    database.inTransaction((tx) => queue.enqueue(tx, "unknown-test", {})),
  ).rejects.toThrow(/nothing works/);
});

test("work at intervals goes on after a failure, and a stop waits for the run under way", async () => {
  const queue = jobs();
  let runs = 0;
  let ended = 0;
  queue.every("interval-test", { seconds: 0.05 }, async () => {
    runs += 1;
    if (runs === 1) throw new Error("first");
    await sleep(100);
    ended += 1;
  });
  await queue.start();
  await until(() => runs >= 3);
  await queue.stop();
  const after = runs;
  expect(ended).toBe(runs - 1);
  await sleep(200);
  expect(runs).toBe(after);
});

test("the queue lives on the rights of the application's role", async () => {
  const queue = jobs();
  queue.every("cron-test", { cron: "0 3 * * *", zone: "Europe/London" }, async () => undefined);
  await queue.start();
  const { rows } = await database.owner.query(
    "select nspowner::regrole::text as owner from pg_namespace where nspname = 'jobs'",
  );
  expect(rows).toEqual([{ owner: "fairnotice_app" }]);
  const schedule = await database.owner.query("select name, cron, timezone from jobs.schedule");
  expect(schedule.rows).toEqual([
    { name: "cron-test", cron: "0 3 * * *", timezone: "Europe/London" },
  ]);
  await expect(database.pool.query("create table public.mine (a int)")).rejects.toThrow(/denied/);
});
