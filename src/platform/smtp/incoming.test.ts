import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import {
  type ArrivedMail,
  INCOMING_LIMITS,
  type Incoming,
  type IncomingLimits,
  listenForMail,
  MailRefused,
} from "./incoming.ts";
import { openOutgoing } from "./outgoing.ts";
import { outgoingTo } from "./outgoing-settings.ts";
import { openRateLimit } from "./rate-limit.ts";

let incoming: Incoming;
const errors: Error[] = [];
afterEach(() => incoming.close());

async function listen(
  limits: Partial<IncomingLimits>,
  deliver: (mail: ArrivedMail) => Promise<void>,
): Promise<void> {
  incoming = await listenForMail({
    host: "127.0.0.1",
    port: 0,
    name: "shop.example",
    limits: { ...INCOMING_LIMITS, ...limits },
    accepts: (recipient) => recipient.endsWith("@shop.example"),
    deliver,
    onError: (error) => errors.push(error),
  });
}

async function send(to: string, raw: Buffer) {
  const outgoing = openOutgoing(outgoingTo("127.0.0.1", incoming.port, "reader.example"));
  const line = await outgoing.line();
  const handOver = { mayBegin: () => true, msMax: 3_000 };
  const delivery = await line.send({ from: "ann@reader.example", to }, raw, handOver);
  line.release();
  await outgoing.close();
  return delivery;
}

/** Says lines one after the other, each after the reply to the one before. */
function say(...lines: readonly string[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const waiting = [...lines];
  let heard = "";
  const socket = connect(incoming.port, "127.0.0.1");
  socket.on("data", (chunk) => {
    heard += chunk.toString();
    if (!/(^|\n)\d{3} [^\n]*\n$/.test(heard)) return;
    const next = waiting.shift();
    if (next === undefined) socket.end();
    else socket.write(`${next}\r\n`);
  });
  socket.on("close", () => resolve(heard));
  socket.on("error", () => resolve(heard));
  return promise;
}

const small = Buffer.from("Subject: hello\r\n\r\nHello.\r\n");

test("mail to us is taken when it is safe with us, and no sooner", async () => {
  const arrived: ArrivedMail[] = [];
  await listen({}, async (mail) => {
    arrived.push(mail);
  });
  expect(await send("help@shop.example", small)).toEqual({ outcome: "accepted" });
  expect(arrived).toEqual([
    { from: "ann@reader.example", to: ["help@shop.example"], raw: expect.any(Buffer) },
  ]);
  expect(arrived[0]?.raw.toString()).toContain("Hello.");
});

test("we are nobody's relay", async () => {
  await listen({}, async () => undefined);
  expect(await send("ann@elsewhere.example", small)).toMatchObject({ reply: 550, status: "5.1.1" });
});

test("what the house cannot keep now is asked for again later, and our reason stays ours", async () => {
  await listen({}, async () => {
    throw new Error("the disk of server 7 is full");
  });
  expect(await send("help@shop.example", small)).toMatchObject({ reply: 451, permanent: false });
  expect(errors.at(-1)?.message).toContain("disk");
  await incoming.close();
  await listen({}, async () => {
    throw new MailRefused(554, "5.6.0 not like this");
  });
  expect(await send("help@shop.example", small)).toMatchObject({ reply: 554, status: "5.6.0" });
});

test("a message that is too large is refused, announced or not", async () => {
  let taken = 0;
  await listen({ sizeMax: 5_000 }, async () => {
    taken += 1;
  });
  const large = Buffer.from(`Subject: x\r\n\r\n${"0123456789\r\n".repeat(1_000)}`);
  expect(await send("help@shop.example", large)).toMatchObject({ permanent: true });
  const heard = await say(
    "EHLO x",
    "MAIL FROM:<a@reader.example>",
    "RCPT TO:<help@shop.example>",
    "DATA",
    `${"0123456789\r\n".repeat(1_000)}.`,
  );
  expect(heard).toContain("552 ");
  expect(taken).toBe(0);
});

test("recipients, messages and connections are counted", async () => {
  await listen({ recipientsMax: 2, messagesMax: 1, connectionsPerMinuteMax: 2 }, async () => {});
  const rcpt = "RCPT TO:<help@shop.example>";
  const mail = "MAIL FROM:<a@reader.example>";
  const other = "RCPT TO:<ask@shop.example>";
  const third = "RCPT TO:<more@shop.example>";
  const heard = await say("EHLO x", mail, rcpt, other, third, "RSET", mail, "QUIT");
  expect(heard).toMatch(/452 4\.5\.3/);
  expect(heard).toMatch(/421 4\.7\.0/);
  expect(await say("EHLO x", "QUIT")).toContain("250");
  expect(await say("EHLO x", "QUIT")).toMatch(/^421 /);
});

test("a client that sends too slowly is let go", async () => {
  await listen({ dataMsMax: 200, idleMsMax: 2_000 }, async () => {});
  const mail = "MAIL FROM:<a@reader.example>";
  const heard = await say(
    "EHLO x",
    mail,
    "RCPT TO:<help@shop.example>",
    "DATA",
    "and then nothing",
  );
  expect(heard).toMatch(/421 4\.4\.2/);
});

test("the rate of one does not count for another, and a minute later all begin anew", () => {
  let now = 0;
  const limit = openRateLimit(2, () => now);
  expect([limit.take("192.0.2.1"), limit.take("192.0.2.1"), limit.take("192.0.2.1")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(limit.take("192.0.2.2")).toBe(true);
  // Addresses of one IPv6 network count together, however they are written.
  expect([
    limit.take("2001:db8::1"),
    limit.take("2001:db8::2"),
    limit.take("2001:db8:0:0:9::"),
  ]).toEqual([true, true, false]);
  now = 61_000;
  expect(limit.take("192.0.2.1")).toBe(true);
});
