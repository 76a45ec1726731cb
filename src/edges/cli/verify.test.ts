import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Receipt } from "#core/ledger/receipt";
import { parseVerifierKey } from "#core/ledger/signed-note";
import { verifyLog } from "#core/ledger/verify-log";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";
import { runCommand } from "./run-command.ts";
import { verify } from "./verify.ts";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
let receipt: Receipt;
let promised: Receipt;
const copy = new Map<string, Uint8Array>();
const folder = mkdtempSync(join(tmpdir(), "fairnotice-verify-"));
const log = join(folder, "log");
const file = join(folder, "receipt.json");

beforeAll(async () => {
  opened = await freshHouse();
  const { inTransaction, ledger } = opened.house;
  for (let index = 0; index < 70; index += 1)
    await contact(opened.house, `r${index}@reader.example`);
  const ann = await contact(opened.house, "ann@reader.example");
  const receiptOfAnn = async () => {
    const facts = await inTransaction((tx) => ledger.factsOf(tx, [ann.id], 100));
    const { position } = facts.find(({ kind }) => kind === "value.collected") ?? { position: 0 };
    return (await inTransaction((tx) => ledger.receipt(tx, ann.id, position))) as Receipt;
  };
  promised = await receiptOfAnn();
  while ((await inTransaction((tx) => ledger.sequence(tx))) > 0);
  receipt = await receiptOfAnn();
  await copyLog();
}, 60_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(log, { recursive: true, force: true });
  for (const [path, bytes] of copy) write(join(log, path), bytes);
});

/** Every file that a checker of the log asks for. */
async function copyLog(): Promise<void> {
  const { inTransaction, ledger } = opened.house;
  const fetch = async (path: string) => {
    const note = await inTransaction((tx) => ledger.checkpoint(tx));
    const bytes =
      path === "checkpoint"
        ? Buffer.from(note?.note ?? "")
        : await inTransaction((tx) => ledger.tile(tx, path));
    if (bytes !== null) copy.set(path, bytes);
    return bytes;
  };
  const key = parseVerifierKey(ledger.verifierKey);
  if (key === null) throw new Error("no key");
  expect((await verifyLog({ fetch, log: key })).ok).toBe(true);
  copy.set("key", Buffer.from(ledger.verifierKey));
}

function write(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function verified(given: unknown, ...args: string[]) {
  write(file, typeof given === "string" ? given : JSON.stringify(given));
  return runCommand(verify, [file, ...args]);
}

test("a receipt verifies offline, by its promise at once and by its proof later", async () => {
  expect(promised.proof.inclusion).toBeUndefined();
  expect(await verified(promised)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/promised the entry by/),
  });
  expect(receipt.proof.inclusion).toBeDefined();
  const whole = await verified(receipt, "--key", opened.house.ledger.verifierKey);
  expect(whole).toMatchObject({ status: 0, err: "" });
  expect(whole.out).toContain("this receipt verifies: entry");
});

test("a receipt with one character changed anywhere does not verify", async () => {
  const places = leavesOf(receipt);
  expect(places.length).toBeGreaterThan(15);
  for (const path of places) {
    const changed = structuredClone(receipt) as never;
    change(changed, path);
    const { status } = await verified(changed);
    expect(status, path.join(".")).not.toBe(0);
  }
});

test("the key of another log, an erased part, and what is no receipt are told apart", async () => {
  const other = "other.example/log+d932f039+Aa+PnzBT8t5XM/HZc888QuHBz56kZLIWeLx+EeVCwvWY";
  expect((await verified(receipt, "--key", other)).status).not.toBe(0);
  expect((await verified({ ...receipt, proof: undefined })).status).toBe(2);
  expect(await verified("not json")).toMatchObject({
    status: 2,
    err: expect.stringMatching(/is not JSON/),
  });
  expect(await verified("")).toMatchObject({ status: 2 });
  expect((await verified("null")).status).toBe(2);
  const missing = await runCommand(verify, [join(folder, "nowhere.json")]);
  expect(missing).toMatchObject({ status: 2, err: expect.stringMatching(/cannot be read/) });
});

test("a copy of the log verifies, and with one byte changed in any file it does not", async () => {
  const whole = await runCommand(verify, [log]);
  expect(whole).toMatchObject({ status: 0, err: "" });
  expect(whole.out).toContain("this log verifies");
  const paths = [...copy.keys()].filter((path) => path !== "key");
  expect(paths.length).toBeGreaterThanOrEqual(4);
  for (const path of paths) {
    const bytes = Buffer.from(copy.get(path) as Uint8Array);
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] as number) ^ 1;
      write(join(log, path), flipped);
      const { status } = await runCommand(verify, [log]);
      expect(status, `${path} at ${at}`).not.toBe(0);
    }
    write(join(log, path), bytes);
  }
  expect((await runCommand(verify, [log])).status).toBe(0);
});

test("a log that was cut, or is of another history than the checkpoint one kept, is found", async () => {
  const kept = join(folder, "kept");
  write(kept, copy.get("checkpoint") as Uint8Array);
  expect((await runCommand(verify, [log, "--earlier", kept])).status).toBe(0);
  const [tile = ""] = [...copy.keys()].filter((path) => path.startsWith("tile/"));
  rmSync(join(log, tile));
  expect((await runCommand(verify, [log])).status).not.toBe(0);
  const forged = readFileSync(kept, "utf8").replace(/\n\d+\n/, "\n3\n");
  write(kept, forged);
  write(join(log, tile), copy.get(tile) as Uint8Array);
  expect((await runCommand(verify, [log, "--earlier", kept])).status).not.toBe(0);
});

/** Paths of every text and number in a receipt. */
function leavesOf(given: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (given === null) return [];
  if (typeof given !== "object") return [path];
  return Object.entries(given).flatMap(([name, each]) => leavesOf(each, [...path, name]));
}

function change(given: { [name: string]: never }, [name = "", ...rest]: readonly string[]): void {
  const value: unknown = given[name];
  if (rest.length > 0) change(value as never, rest);
  else if (typeof value === "string") {
    const middle = value.length >> 1;
    const other = value[middle] === "a" ? "b" : "a";
    given[name] = (value.slice(0, middle) + other + value.slice(middle + 1)) as never;
  } else given[name] = (Number(value) + 1) as never;
}
