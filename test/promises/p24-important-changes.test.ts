import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse } from "#main/open-house";
import { loadConfig } from "#platform/config/config";
import { openDatabase } from "#platform/database/database";
import { type Embedded, startEmbedded } from "#platform/database/embedded";
import { openLog } from "#platform/log/log";
import { joinAs, joinOwner, publishText } from "#test/support/console";
import { contact } from "#test/support/contact";
import {
  type FakeMailServer,
  type Handed,
  startFakeMailServer,
} from "#test/support/fake-mail-server";
import { type Change, changedText, raised } from "#test/support/next-version";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { subscriber } from "#test/support/subscriber";

/**
 * Those who agreed to surveys are told of a change for them; who only wrote to us, or gets a
 * newsletter, is not. The product is killed three times while it writes, and so is PostgreSQL,
 * which therefore keeps what it acknowledged, as it does for everybody but other tests.
 */
const AFFECTED = 1_500;
const OTHERS = 100;
const AT_ONCE = 8;

const folder = newDataFolder();
const databaseFolder = newDataFolder();
let postgres: Embedded;
let mail: FakeMailServer;
let product: Product;
let database: pg.Pool;
let port = 0;

function url(): string {
  const { host = "", user = "", database: name = "" } = postgres.connection;
  return `postgresql:///${name}?host=${encodeURIComponent(host)}&user=${user}`;
}

async function start(): Promise<void> {
  product = await startProduct({
    data: folder.path,
    database: url(),
    port,
    environment: { FAIRNOTICE_SMTP: `smtp://127.0.0.1:${mail.port}?tls=optional` },
  });
  port = Number(new URL(product.baseUrl).port);
}

function openPool(): void {
  database = new pg.Pool({ ...postgres.connection, max: 2 });
  // PostgreSQL is killed under it.
  database.on("error", () => undefined);
}

beforeAll(async () => {
  mail = await startFakeMailServer();
  postgres = await startEmbedded(databaseFolder.path);
  openPool();
  await start();
  await people();
}, 180_000);

afterAll(async () => {
  if (!database.ended) await database.end();
  await product.stop();
  await postgres.stop();
  await mail.close();
  folder.remove();
  databaseFolder.remove();
}, 60_000);

/** They come in through the people's own door, with the product's own keys. */
async function people(): Promise<void> {
  const own = openDatabase(postgres.connection);
  const config = loadConfig(process.cwd(), {}, { demo: true, data: folder.path });
  const opened = await openHouse(config, own, openLog("silent"));
  const all = [
    ...Array.from(
      { length: AFFECTED },
      (_, index) => () =>
        subscriber(opened.house, `affected-${index}@reader.example`, {
          ...{ purpose: "research", topic: null },
        }),
    ),
    ...Array.from(
      { length: OTHERS },
      (_, index) => () =>
        index % 2 === 0
          ? contact(opened.house, `other-${index}@reader.example`)
          : subscriber(opened.house, `other-${index}@reader.example`),
    ),
  ];
  const next = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const make of next) await make();
    }),
  );
  await opened.close();
  await own.close();
}

async function letters(): Promise<{ readonly [state: string]: number }> {
  const { rows } = await database.query(
    "select state, count(*)::int as found from message where template = 'notice-changed' group by 1",
  );
  return Object.fromEntries(rows.map(({ state, found }) => [state, found]));
}

const changeLetters = () => mail.handed.filter(({ raw }) => raw.includes("privacy notice changes"));

async function until(holds: () => boolean | Promise<boolean>, msMax: number): Promise<void> {
  const end = Date.now() + msMax;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it never came: ${JSON.stringify(await letters())}`);
    await sleep(25);
  }
}

test("killed three times, and PostgreSQL once: everybody concerned is told, nobody else", async () => {
  const owner = await joinOwner(product.baseUrl, product.ownerLink as string);
  const officer = await joinAs(product.baseUrl, owner, "officer", "Ophelia");
  const { source } = (await owner.get("/notice/versions/1/source")).body;
  const text = changedText(source, ...SURVEYS);
  mail.delay(() => 3);
  const out = await publishText(owner, officer, text);
  expect(out.body).toMatchObject({ state: "published", publishedVersion: 2 });

  // The first: while people are still selected.
  await until(async () => ((await letters()).queued ?? 0) > 0, 20_000);
  await product.kill();
  await start();
  // The second and the third: in the middle of the mailing.
  await until(() => changeLetters().length > AFFECTED / 6, 120_000);
  await product.kill();
  await start();
  await until(() => changeLetters().length > AFFECTED / 3, 120_000);
  await product.kill();
  await start();
  // PostgreSQL dies under the running product, and comes back.
  await until(() => changeLetters().length > AFFECTED / 2, 120_000);
  await killPostgres();
  await until(async () => {
    const { queued = 0, claimed = 0, begun = 0, sent = 0 } = await letters();
    return queued + claimed + begun === 0 && sent >= AFFECTED;
  }, 240_000);

  const byReader = Map.groupBy(changeLetters(), ({ to }) => to);
  const missed = Array.from({ length: AFFECTED }, (_, index) => `affected-${index}@reader.example`);
  expect(missed.filter((email) => !byReader.has(email))).toEqual([]);
  expect([...byReader.keys()].filter((email) => email.startsWith("other-"))).toEqual([]);
  for (const copies of byReader.values()) assertCopies(copies);
  const { rows } = await database.query(
    `select count(*)::int as told from subject_value where category = 'email'
       and notified -> 'research' @> '2'`,
  );
  expect(rows[0].told).toBe(AFFECTED);
}, 600_000);

/** Surveys get a processor, which is compatible with what they were; people must be told. */
const SURVEYS: readonly Change[] = [
  [/^version: 1$/m, "version: 2"],
  ...raised("research", true),
  {
    under: "recipients",
    add: {
      surveyor: {
        name: { en: "Surveyor Ltd", fr: "Surveyor Ltd", de: "Surveyor Ltd" },
        role: "processor",
        countries: ["GB"],
        discloses: [{ purpose: "research", categories: ["email"] }],
      },
    },
  },
];

/**
 * A second copy is the same letter and says so, and so does one whose first try ended with the
 * process before the mail server had it: after the kill nobody can tell the two apart.
 */
function assertCopies(copies: readonly Handed[]): void {
  const ids = new Set(copies.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]));
  expect(ids.size).toBe(1);
  const unmarked = copies.filter(({ raw }) => !/^X-Fairnotice-Repeat: \d/im.test(raw));
  expect(unmarked.length).toBeLessThanOrEqual(1);
}

async function killPostgres(): Promise<void> {
  const { rows } = await database.query("select pg_read_file('postmaster.pid') as file");
  const pid = Number(String(rows[0].file).split("\n")[0]);
  await database.end();
  process.kill(pid, "SIGKILL");
  await postgres.lost;
  await sleep(500);
  postgres = await startEmbedded(databaseFolder.path);
  openPool();
}
