import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#test/support/database";
import { type FakeMailServer, startFakeMailServer } from "#test/support/fake-mail-server";
import {
  act,
  beginMailDatabase,
  enqueueAnswer,
  enqueueNews,
  type MailHouse,
  openMailHouse,
  type Reader,
  subscribedReader,
} from "#test/support/mail-house";
import type { MailWorkerSettings } from "#test/support/mail-worker";

const masterKey = Buffer.alloc(32, 9).toString("base64");
const LIMITS = {
  ...{ beginLeaseMs: 1_500, leaseMarginMs: 500, claimLeaseMs: 2_000, lineDownPauseMs: 200 },
  // A worker that is frozen in the middle of a letter meets a closed line: it is tried again soon.
  pausesMs: Array.from({ length: 20 }, () => 300),
};
const WORKERS = 3;
/** A worker with a clock behind the house's would take what people chose for not yet chosen. */
const anchor = Date.now();

let database: TestDatabase;
let server: FakeMailServer;
let house: MailHouse;
const alive = new Set<ChildProcess>();

beforeAll(async () => {
  database = await freshDatabase(12);
  server = await startFakeMailServer();
  await beginMailDatabase(database, masterKey);
  house = openMailHouse({
    ...{ database, masterKey, anchor },
    smtpPort: server.port,
    limits: LIMITS,
  });
});
afterAll(async () => {
  for (const worker of alive) worker.kill("SIGKILL");
  await house.outgoing.close();
  await server.close();
  await database.close();
});

async function startWorker(lingerMs: readonly [number, number] = [0, 60]): Promise<ChildProcess> {
  const settings: MailWorkerSettings = {
    connection: database.connection,
    ...{ masterKey, anchor },
    smtpPort: server.port,
    limits: LIMITS,
    linesMax: 4,
    parallel: 4,
    lingerMs,
  };
  const script = resolve(import.meta.dirname, "../../../test/support/mail-worker.ts");
  const worker = fork(script, [JSON.stringify(settings)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  alive.add(worker);
  worker.once("exit", () => alive.delete(worker));
  await once(worker, "message");
  return worker;
}

async function readers(count: number, name: string): Promise<Reader[]> {
  const made: Reader[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await subscribedReader(house, `${name}-${index}@reader.example`));
  }
  return made;
}

async function states(): Promise<{ readonly [state: string]: number }> {
  const { rows } = await database.owner.query(
    "select state, count(*)::integer as messages from message group by state",
  );
  return Object.fromEntries(rows.map(({ state, messages }) => [state, messages]));
}

/** Waits until nothing waits or is under way any more. */
async function settled(msMax: number): Promise<void> {
  const end = performance.now() + msMax;
  for (;;) {
    const { queued = 0, claimed = 0, begun = 0 } = await states();
    if (queued + claimed + begun === 0) return;
    if (performance.now() > end) throw new Error(`not settled: ${JSON.stringify(await states())}`);
    await sleep(50);
  }
}

const messageOf = (line: string) => /<b\+([0-9a-f-]{36})@/.exec(line)?.[1] ?? "";

test("killed between its begin and the server's answer: marketing is not repeated, legal is", async () => {
  const [to] = await readers(1, "killed");
  if (to === undefined) throw new Error("no reader");
  const news = await enqueueNews(house, to);
  const answer = await enqueueAnswer(house, to);
  let heard = 0;
  server.answer((command) => {
    if (command !== ".") return null;
    heard += 1;
    return "silence";
  });
  const worker = await startWorker();
  while (heard < 2) await sleep(10);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  server.answer(null);
  const second = await startWorker();
  await settled(15_000);
  second.kill("SIGTERM");
  await once(second, "exit");
  const begun = server.begun.map(({ line }) => messageOf(line));
  expect(begun.filter((id) => id === news)).toHaveLength(1);
  expect(begun.filter((id) => id === answer)).toHaveLength(2);
  expect(await states()).toEqual({ ambiguous: 1, sent: 1 });
  const repeated = server.handed.find(({ raw }) => raw.includes(`<${answer}@shop.example>`));
  expect(repeated?.raw).toContain("X-Fairnotice-Repeat: 1");
  const { rows } = await database.owner.query(
    "select outcome from message_attempt where message_id = $1 order by attempt",
    [answer],
  );
  expect(rows.map((row) => row.outcome)).toEqual(["lost", "accepted"]);
}, 40_000);

test("a worker frozen between its begin and the write does not send when it wakes after its lease", async () => {
  await database.owner.query("delete from message");
  server.begun.length = 0;
  const [to] = await readers(1, "frozen");
  if (to === undefined) throw new Error("no reader");
  const worker = await startWorker([700, 700]);
  await enqueueNews(house, to);
  while ((await states()).begun !== 1) await sleep(10);
  worker.kill("SIGSTOP");
  // It waits for the lease of a message that it cannot know about, and acknowledges then.
  const before = performance.now();
  expect(await act(house, to.id, "withdrawal", 5_000)).toBe(0);
  expect(performance.now() - before).toBeGreaterThan(500);
  worker.kill("SIGCONT");
  await sleep(1_500);
  expect(server.begun).toEqual([]);
  await settled(10_000);
  expect(server.begun).toEqual([]);
  worker.kill("SIGTERM");
  await once(worker, "exit");
}, 30_000);

test("nothing begins after its withdrawal was acknowledged: many workers, killed and frozen at random", async () => {
  await database.owner.query("delete from message");
  server.begun.length = 0;
  server.handed.length = 0;
  server.delay(() => Math.random() * 15);
  const all = await readers(40, "racer");
  const ownerOf = new Map<string, string>();
  const legal = new Set<string>();
  const acknowledgedAt = new Map<string, number>();
  let inFlight = 0;
  const until = performance.now() + 6_000;

  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker()));
  const disturb = async () => {
    while (performance.now() < until) {
      await sleep(200 + Math.random() * 500);
      const index = Math.floor(Math.random() * workers.length);
      const worker = workers[index];
      if (worker === undefined) continue;
      if (Math.random() < 0.5) {
        worker.kill("SIGSTOP");
        // Sometimes longer than the lease.
        await sleep(Math.random() * 2_500);
        worker.kill("SIGCONT");
      } else {
        worker.kill("SIGKILL");
        await once(worker, "exit");
        workers[index] = await startWorker();
      }
    }
  };
  const write = async () => {
    while (performance.now() < until) {
      const to = all[Math.floor(Math.random() * all.length)];
      if (to === undefined) continue;
      ownerOf.set(await enqueueNews(house, to), to.id);
      if (Math.random() < 0.2) legal.add(await enqueueAnswer(house, to));
      await sleep(5);
    }
  };
  const withdraw = async () => {
    for (const { id } of all.slice(0, 30)) {
      await sleep(Math.random() * 300);
      const flying = await act(house, id, "withdrawal", 4_000);
      if (flying === 0) acknowledgedAt.set(id, Date.now());
      else inFlight += 1;
    }
  };
  await Promise.all([disturb(), write(), withdraw()]);
  await settled(30_000);

  const late = server.begun.filter(({ line, at }) => {
    const owner = ownerOf.get(messageOf(line));
    const acknowledged = owner === undefined ? undefined : acknowledgedAt.get(owner);
    return acknowledged !== undefined && at > acknowledged;
  });
  expect(late).toEqual([]);
  // It was a test of something: messages went out, and withdrawals were acknowledged.
  expect(acknowledgedAt.size).toBeGreaterThan(15);
  expect(acknowledgedAt.size + inFlight).toBe(30);
  expect(server.handed.length).toBeGreaterThan(50);

  const counts = new Map<string, number>();
  for (const { from } of server.handed) {
    const id = messageOf(`<${from}`);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const id of ownerOf.keys()) expect(counts.get(id) ?? 0).toBeLessThanOrEqual(1);
  for (const id of legal) expect(counts.get(id) ?? 0).toBeGreaterThanOrEqual(1);
  for (const worker of workers) worker.kill("SIGTERM");
}, 90_000);
