import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
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

let database: TestDatabase;
let server: FakeMailServer;
let house: MailHouse;
let readers = 0;
const PAUSE_MS = 100;
const masterKey = Buffer.alloc(32, 7).toString("base64");

beforeAll(async () => {
  database = await freshDatabase();
  await beginMailDatabase(database, masterKey);
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startFakeMailServer();
  house = openMailHouse({
    database,
    masterKey,
    smtpPort: server.port,
    limits: {
      pausesMs: [PAUSE_MS, PAUSE_MS],
      lineDownPauseMs: PAUSE_MS,
      beginLeaseMs: 1_200,
      leaseMarginMs: 200,
    },
  });
});
afterEach(async () => {
  await house.outgoing.close();
  await server.close();
  await database.owner.query("delete from message");
});

const reader = (language?: string): Promise<Reader> =>
  subscribedReader(house, `reader-${readers++}@reader.example`, language);

async function stateOf(messageId: string) {
  const { rows } = await database.owner.query(
    "select state, outcome, attempts, repeats from message where message_id = $1",
    [messageId],
  );
  return rows[0];
}

test("a newsletter reaches whoever agreed, once, in their language, with the ways out", async () => {
  const to = await reader();
  const id = await enqueueNews(house, to, "fr-CA");
  expect(await house.messages.drain(4)).toBe(1);
  expect(await house.messages.drain(4)).toBe(0);
  expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1 });
  expect(server.handed).toHaveLength(1);
  const [letter] = server.handed;
  expect(letter).toMatchObject({ from: `b+${id}@shop.example`, to: to.email });
  const lines = letter?.raw.split("\r\n") ?? [];
  expect(lines).toContain("Subject: News (fr)");
  expect(lines).toContain(`Message-ID: <${id}@shop.example>`);
  // One line each on the wire: RFC 8058 one-click breaks where these are folded or unsigned.
  expect(lines).toContain(
    `List-Unsubscribe: <https://shop.example/u/${id}>, <mailto:u+${id}@shop.example?subject=unsubscribe>`,
  );
  expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(lines).toContain("List-ID: <product-news.shop.example>");
  expect(lines.some((line) => line.startsWith("Auto-Submitted"))).toBe(false);
});

test("the queue holds no address and no text", async () => {
  const to = await reader();
  await enqueueNews(house, to);
  const { rows } = await database.owner.query("select message::text as row from message");
  expect(rows.some(({ row }) => row.includes("@"))).toBe(false);
});

test("whoever withdrew gets nothing, and the reason is kept", async () => {
  const to = await reader();
  const id = await enqueueNews(house, to);
  expect(await act(house, to.id, "withdrawal")).toBe(0);
  await house.messages.drain(4);
  expect(server.begun).toEqual([]);
  const { state, outcome } = await stateOf(id);
  expect(state).toBe("denied");
  expect(outcome).toContain("withdrawn");
});

test("a withdrawal between the decision and the begin stops the message", async () => {
  const to = await reader();
  const id = await enqueueNews(house, to);
  // The withdrawal commits while the worker, which has decided, waits for a connection.
  server.answer((command) => (command.startsWith("EHLO") ? "silence" : null));
  const draining = house.messages.drain(1);
  await until(async () => (await stateOf(id))?.state === "claimed");
  const before = performance.now();
  expect(await act(house, to.id, "withdrawal")).toBe(0);
  expect(performance.now() - before).toBeLessThan(500);
  server.answer(null);
  await server.close();
  await draining;
  server = await startFakeMailServer();
  await house.messages.drain(1);
  expect(server.begun).toEqual([]);
});

test("a withdrawal waits for a message that is being handed over", async () => {
  const to = await reader();
  const id = await enqueueNews(house, to);
  let answerData: (() => void) | null = null;
  server.answer((command) => {
    if (command !== ".") return null;
    answerData = () => undefined;
    return "silence";
  });
  const draining = house.messages.drain(1);
  await until(async () => answerData !== null);
  // Bounded: it says that one is in flight.
  expect(await act(house, to.id, "withdrawal", 200)).toBe(1);
  await draining;
  // Nobody knows whether it arrived, so it is marked, and never repeated.
  expect(await stateOf(id)).toMatchObject({ state: "ambiguous" });
  expect(await database.inTransaction((tx) => house.messages.inFlight(tx, [to.id]))).toBe(0);
});

test("a service message carries no marketing class, and a marketing template is no service", async () => {
  const to = await reader();
  const enqueue = (change: object) =>
    database.inTransaction((tx) =>
      house.messages.enqueue(tx, [
        {
          subjectId: to.id,
          messageId: house.newId(),
          class: "service",
          purpose: "enquiries",
          topic: null,
          family: null,
          campaignId: null,
          template: "answer",
          params: {},
          language: "en",
          addressId: to.addressId,
          marketing: false,
          ...change,
        },
      ]),
    );
  await expect(enqueue({ template: "news" })).rejects.toThrow(/message.wrong_class/);
  await expect(enqueue({ class: "marketing", marketing: true })).rejects.toThrow(/wrong_class/);
  await expect(enqueue({ class: "nonsense" })).rejects.toThrow(/message.unknown_class/);
  await expect(enqueue({ template: "nonsense" })).rejects.toThrow(/message.unknown_template/);
  await expect(enqueue({ template: "toString" })).rejects.toThrow(/message.unknown_template/);
  await expect(enqueue({ params: { name: "Ann Lee" } })).rejects.toThrow(/message.bad_parameter/);
  await expect(enqueue({ language: "en\r\nBcc: x" })).rejects.toThrow(/message.bad_parameter/);
  // A marketing purpose in service clothes gets past the queue, and not past the gate.
  await enqueue({ purpose: "marketing", topic: "product-news" });
  await house.messages.drain(1);
  expect(server.begun).toEqual([]);
});

test("a marketing letter without a way out is not sent", async () => {
  const to = await reader();
  const id = house.newId();
  await database.inTransaction((tx) =>
    house.messages.enqueue(tx, [
      {
        subjectId: to.id,
        messageId: id,
        class: "marketing",
        purpose: "marketing",
        topic: "product-news",
        family: null,
        campaignId: null,
        template: "bare",
        params: {},
        language: "en",
        addressId: to.addressId,
        marketing: true,
      },
    ]),
  );
  await house.messages.drain(1);
  expect(server.begun).toEqual([]);
  expect(await stateOf(id)).toMatchObject({ state: "failed", outcome: "obligation-way-out" });
});

test("a mailbox that does not exist gets no more marketing, until its reader proves it again", async () => {
  const to = await reader();
  server.answer((command) => (command.startsWith("RCPT") ? "550 5.1.1 nobody here" : null));
  const first = await enqueueNews(house, to);
  await house.messages.drain(1);
  expect(await stateOf(first)).toMatchObject({ state: "failed", outcome: "550 5.1.1" });
  server.answer(null);
  const second = await enqueueNews(house, to);
  await house.messages.drain(1);
  const { state, outcome } = await stateOf(second);
  expect([state, outcome.split(" ").includes("suppressed")]).toEqual(["denied", true]);
  await database.inTransaction((tx) => house.people.proveAddress(tx, to.id, to.addressId));
  const third = await enqueueNews(house, to);
  await house.messages.drain(1);
  expect(await stateOf(third)).toMatchObject({ state: "sent" });
});

test("a server that says not now is asked again, with the same Message-ID, and not for ever", async () => {
  const to = await reader();
  server.answer((command) => (command.startsWith("RCPT") ? "450 4.2.1 later" : null));
  const id = await enqueueNews(house, to);
  await house.messages.drain(1);
  expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 1, outcome: "450 4.2.1" });
  server.answer(null);
  expect(await house.messages.drain(1)).toBe(0);
  await sleep(PAUSE_MS);
  await house.messages.drain(1);
  expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2, repeats: 0 });
  server.answer((command) => (command.startsWith("RCPT") ? "450 4.2.1 later" : null));
  const other = await enqueueNews(house, to);
  for (let round = 0; round < 5; round += 1) {
    await house.messages.drain(1);
    await sleep(PAUSE_MS);
  }
  expect(await stateOf(other)).toMatchObject({ state: "failed", attempts: 3 });
  const { rows } = await database.owner.query(
    "select attempt, outcome from message_attempt where message_id = $1 order by attempt",
    [other],
  );
  expect(rows.map((row) => row.outcome)).toEqual(["450 4.2.1", "450 4.2.1", "450 4.2.1"]);
});

test("when nobody knows whether it arrived: marketing never again, legal again and marked", async () => {
  const to = await reader();
  server.answer((command) => (command === "." ? "drop" : null));
  const news = await enqueueNews(house, to);
  const answer = await enqueueAnswer(house, to);
  await house.messages.drain(1);
  expect(await stateOf(news)).toMatchObject({ state: "ambiguous" });
  expect(await stateOf(answer)).toMatchObject({ state: "queued", repeats: 1 });
  server.answer(null);
  await sleep(PAUSE_MS);
  await house.messages.drain(1);
  expect(await stateOf(news)).toMatchObject({ state: "ambiguous" });
  expect(await stateOf(answer)).toMatchObject({ state: "sent" });
  expect(server.handed).toHaveLength(1);
  expect(server.handed[0]?.raw).toContain(`Message-ID: <${answer}@shop.example>`);
  expect(server.handed[0]?.raw).toContain("X-Fairnotice-Repeat: 1");
  expect(server.handed[0]?.raw).toContain("Auto-Submitted: auto-generated");
  expect(server.handed[0]?.raw).toContain("Again.");
});

test("without a mail server nothing is lost and nothing counts as an attempt", async () => {
  const to = await reader();
  await server.close();
  const id = await enqueueNews(house, to);
  await house.messages.drain(1);
  expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 0 });
  expect(String(house.errors.at(-1))).toContain("LineDown");
  server = await startFakeMailServer();
});

test("a message is queued once under its id", async () => {
  const to = await reader();
  const id = await enqueueNews(house, to);
  const { rows } = await database.owner.query("select * from message where message_id = $1", [id]);
  const again = {
    subjectId: to.id,
    messageId: id,
    class: "marketing",
    purpose: "marketing",
    topic: "product-news",
    family: null,
    campaignId: null,
    template: "news",
    params: {},
    language: "de",
    addressId: to.addressId,
    marketing: true,
  };
  expect(await database.inTransaction((tx) => house.messages.enqueue(tx, [again, again]))).toBe(0);
  const { rows: after } = await database.owner.query(
    "select * from message where message_id = $1",
    [id],
  );
  expect(after).toEqual(rows);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error("it did not come about in five seconds");
    await sleep(10);
  }
}
