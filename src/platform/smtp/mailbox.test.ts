import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compose, type Mail, sign } from "./compose.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { openOutgoing } from "./outgoing.ts";
import { outgoingTo } from "./outgoing-settings.ts";

const folder = join(mkdtempSync(join(tmpdir(), "fairnotice-mailbox-")), "mailbox");
const unsubscribe = `<https://shop.example/u/${"t".repeat(300)}>, <mailto:u+token@shop.example?subject=unsubscribe>`;
const mail: Mail = {
  from: { name: "Shop «Ä»", address: "news@shop.example" },
  to: "ann@reader.example",
  subject: "Grüße & more\r\nBcc: eve@evil.example",
  text: "Read https://shop.example/a?b=1&c=2 now.\n",
  html: '<p><a href="https://shop.example/a?b=1&amp;c=2">Read</a> <b>ü</b></p>',
  messageId: "0190@shop.example",
  date: new Date("2026-11-24T10:00:00Z"),
  language: "de",
  headers: [
    ["List-Unsubscribe", unsubscribe],
    ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
  ],
};

let mailbox: Mailbox;
let now = 1_800_000_000_000;
let made = 0;
beforeEach(async () => {
  mailbox = await openMailbox({
    folder,
    port: 0,
    lettersMax: 5,
    clock: () => now++,
    newSuffix: () => (made++).toString(16).padStart(12, "0"),
    onError: (error) => {
      throw error;
    },
  });
});
afterEach(() => mailbox.close());

async function send(raw: Buffer): Promise<void> {
  const outgoing = openOutgoing(outgoingTo("127.0.0.1", mailbox.port, "shop.example"));
  const line = await outgoing.line();
  const envelope = { from: "b+token@shop.example", to: mail.to };
  const delivery = await line.send(envelope, raw, { mayBegin: () => true, msMax: 3_000 });
  line.release();
  await outgoing.close();
  expect(delivery.outcome).toBe("accepted");
}

test("a letter goes through real SMTP and is read with its texts, links and headers", async () => {
  const raw = await compose(mail);
  await send(raw);
  const [letter] = await mailbox.listLetters();
  expect(letter).toMatchObject({
    to: "ann@reader.example",
    text: mail.text,
    links: ["https://shop.example/a?b=1&c=2"],
  });
  expect(letter?.from).toContain("news@shop.example");
  expect(letter?.html).toContain("<b>ü</b>");
  expect(letter?.headers).toContainEqual(["list-unsubscribe", unsubscribe]);
  expect(letter?.headers).toContainEqual(["message-id", "<0190@shop.example>"]);
  // A line end in the subject is not a header: nobody else gets the mail.
  expect(letter?.subject).toContain("Grüße & more");
  expect(letter?.headers.map(([name]) => name)).not.toContain("bcc");
  expect(await mailbox.readLetter(letter?.id ?? "")).toEqual(letter);
});

test("the unsubscribe header is one line on the wire, however long", async () => {
  const raw = (await compose(mail)).toString();
  expect(raw.split("\r\n")).toContain(`List-Unsubscribe: ${unsubscribe}`);
  for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  await expect(
    (async () => compose({ ...mail, headers: [["List-Id", "a\r\nBcc: eve@evil.example"]] }))(),
  ).rejects.toThrow(/one line/);
});

test("a signature covers both unsubscribe headers", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const key = { domain: "shop.example", selector: "s1", privateKey: pem };
  const raw = await sign(await compose(mail), key);
  const signature = /^DKIM-Signature:(.*?)\r\n(?=\S)/ms.exec(raw.toString())?.[1] ?? "";
  const covered = /;h=([^;]*);/.exec(signature.replace(/\s/g, ""))?.[1]?.toLowerCase().split(":");
  expect(covered).toEqual(expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post"]));
});

test("letters are readable by their owner alone, go when they are told to, and ids lead nowhere else", async () => {
  await send(await compose(mail));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const before = await mailbox.count();
  const id = (await mailbox.listLetters(1))[0]?.id ?? "";
  expect(await mailbox.deleteLetter(id)).toBe(true);
  expect(await mailbox.count()).toBe(before - 1);
  expect(await mailbox.readLetter(id)).toBeNull();
  expect(await mailbox.readLetter("../../etc/passwd")).toBeNull();
  expect(await mailbox.deleteLetter("../mailbox")).toBe(false);
});

test("letters of a message go together, those from before a restart too; others stay", async () => {
  for (const letter of await mailbox.listLetters()) await mailbox.deleteLetter(letter.id);
  const of = async (id: string) =>
    send(await compose({ ...mail, messageId: `${id}@shop.example` }));
  await of("0191");
  await of("0192");
  // What was there before is found when it is first looked for, what comes later at once.
  await mailbox.deleteMessages(["0193"]);
  await of("0191");
  await mailbox.deleteMessages(["0191", "no-such", "../0192"]);
  const left = (await mailbox.listLetters()).flatMap(({ headers }) =>
    headers.filter(([name]) => name === "message-id").map(([, value]) => value),
  );
  expect(left).toEqual(["<0192@shop.example>"]);
});

test("only so many letters are kept, the newest", async () => {
  const raw = await compose(mail);
  for (let count = 0; count < 8; count += 1) await send(raw);
  expect(await mailbox.count()).toBeLessThanOrEqual(5);
  const newest = (await mailbox.listLetters())[0]?.receivedAt ?? 0;
  expect(newest).toBe(now - 1);
});
