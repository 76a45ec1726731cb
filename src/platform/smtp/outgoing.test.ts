import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeMailServer, startFakeMailServer } from "#test/support/fake-mail-server";
import { isDeadMailbox, LineDown, statusOf } from "./delivery.ts";
import { type Outgoing, openOutgoing } from "./outgoing.ts";
import { outgoingFrom, outgoingTo } from "./outgoing-settings.ts";

let server: FakeMailServer;
let outgoing: Outgoing;
const raw = Buffer.from("Subject: hello\r\n\r\n.dot at the start\r\n");
const envelope = { from: "b+token@shop.example", to: "ann@reader.example" };
const yes = { mayBegin: () => true, msMax: 2_000 };

beforeEach(async () => {
  server = await startFakeMailServer();
  outgoing = openOutgoing({ ...outgoingTo("127.0.0.1", server.port, "shop.example"), linesMax: 2 });
});

afterEach(async () => {
  await outgoing.close();
  await server.close();
});

async function send(handOver = yes) {
  const line = await outgoing.line();
  try {
    return await line.send(envelope, raw, handOver);
  } finally {
    line.release();
  }
}

test("a message arrives as it was, over one connection that is used again", async () => {
  expect(await send()).toEqual({ outcome: "accepted" });
  expect(await send()).toEqual({ outcome: "accepted" });
  expect(server.handed).toHaveLength(2);
  expect(server.handed[0]).toEqual({ ...envelope, raw: raw.toString() });
  expect(server.connections()).toBe(1);
});

test("who may not begin writes nothing of the message, not even the sender", async () => {
  expect(await send({ mayBegin: () => false, msMax: 2_000 })).toEqual({ outcome: "not-begun" });
  expect(await send()).toEqual({ outcome: "accepted" });
  expect(server.begun).toHaveLength(1);
});

test("a refusal is told with its code, and the connection serves the next message", async () => {
  server.answer((command) => (command.startsWith("RCPT") ? "550 5.1.1 nobody here" : null));
  const refused = { outcome: "refused", permanent: true, reply: 550, status: "5.1.1" };
  expect(await send()).toEqual(refused);
  server.answer((command) => (command === "." ? "451 4.7.1 later" : null));
  const later = { outcome: "refused", permanent: false, reply: 451, status: "4.7.1" };
  expect(await send()).toEqual(later);
  server.answer(null);
  expect(await send()).toEqual({ outcome: "accepted" });
  expect(server.connections()).toBe(1);
});

test.each(["MAIL", "RCPT", "DATA"])("broken at %s, the server cannot have it", async (verb) => {
  server.answer((command) => (command.startsWith(verb) ? "drop" : null));
  expect(await send()).toMatchObject({ outcome: "unreached" });
  expect(server.handed).toEqual([]);
});

test("broken after the message was written, nobody knows", async () => {
  server.answer((command) => (command === "." ? "drop" : null));
  expect(await send()).toMatchObject({ outcome: "unknown" });
});

test("a server that falls silent is cut off in time, and what is known is told", async () => {
  server.answer((command) => (command === "." ? "silence" : null));
  const before = performance.now();
  expect(await send({ mayBegin: () => true, msMax: 200 })).toEqual({
    outcome: "unknown",
    reason: "ETIMEDOUT",
  });
  server.answer((command) => (command.startsWith("MAIL") ? "silence" : null));
  expect(await send({ mayBegin: () => true, msMax: 200 })).toMatchObject({ outcome: "unreached" });
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("with pipelining the classes are the same", async () => {
  await server.close();
  server = await startFakeMailServer("250-fake\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES");
  outgoing = openOutgoing(outgoingTo("127.0.0.1", server.port, "shop.example"));
  expect(await send()).toEqual({ outcome: "accepted" });
  server.answer((command) =>
    command.startsWith("RCPT") ? "550 5.1.1 nobody" : command === "DATA" ? "503 5.5.1 no" : null,
  );
  expect(await send()).toMatchObject({ outcome: "refused", reply: 550, status: "5.1.1" });
  server.answer((command) => (command === "DATA" ? "drop" : null));
  expect(await send()).toMatchObject({ outcome: "unreached" });
});

test("an address that would break out of its command is refused for good, and never written", async () => {
  const line = await outgoing.line();
  const to = "ann@reader.example>\r\nRCPT TO:<eve@evil.example";
  const refused = await line.send({ ...envelope, to }, raw, yes);
  line.release();
  expect(refused).toMatchObject({ outcome: "refused", permanent: true });
  expect(server.begun).toEqual([]);
});

test("never more connections than allowed, and nobody is forgotten", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => send()));
  expect(all.every(({ outcome }) => outcome === "accepted")).toBe(true);
  expect(server.connections()).toBeLessThanOrEqual(2);
});

test("no server: the line is down, and the pool stays usable", async () => {
  await outgoing.probe();
  await server.close();
  for (let count = 0; count < 3; count += 1) await expect(send()).rejects.toThrow(LineDown);
  await expect(outgoing.probe()).rejects.toThrow(LineDown);
});

test("an idle connection that the server hung up on is replaced", async () => {
  await send();
  server.answer(() => "drop");
  const line = await outgoing.line();
  await line.send(envelope, raw, yes);
  line.release();
  server.answer(null);
  expect(await send()).toEqual({ outcome: "accepted" });
});

test("settings come from an address; mail leaves the machine encrypted unless said otherwise", () => {
  expect(outgoingFrom("smtp://mail.example", "x")).toMatchObject({ port: 587, requireTls: true });
  expect(outgoingFrom("smtps://u%40x:p%2F@mail.example", "x")).toMatchObject({
    port: 465,
    secure: true,
    login: { user: "u@x", pass: "p/" },
  });
  expect(outgoingFrom("smtp://127.0.0.1:1025", "x").requireTls).toBe(false);
  expect(outgoingFrom("smtp://[::1]:1025", "x")).toMatchObject({ host: "::1", requireTls: false });
  expect(outgoingFrom("smtp://relay:25?tls=optional", "x").requireTls).toBe(false);
  expect(() => outgoingFrom("http://mail.example", "x")).toThrow(/smtp/);
  expect(() => outgoingFrom("nonsense", "x")).toThrow(/smtp/);
});

test("only a mailbox that does not exist is dead", () => {
  expect(statusOf("550 5.1.1 nobody")).toBe("5.1.1");
  expect(statusOf("550-5.1.10 nobody")).toBe("5.1.10");
  expect(statusOf("550 nobody")).toBeNull();
  expect(["5.1.1", "5.1.10", "5.1.6"].every(isDeadMailbox)).toBe(true);
  expect(["5.1.7", "5.1.8", "5.7.1", "4.1.1", "5.2.2", null].some(isDeadMailbox)).toBe(false);
});
