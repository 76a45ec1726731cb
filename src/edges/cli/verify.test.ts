import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signCheckpoint } from "#core/ledger/checkpoint";
import { commitmentOf, leafOf, openingOf } from "#core/ledger/commitment";
import type { Fact } from "#core/ledger/fact";
import { leafHash, perfectRoot } from "#core/ledger/merkle-hash";
import { signPromise } from "#core/ledger/promise";
import { type Receipt, receiptOf } from "#core/ledger/receipt";
import {
  formatVerifierKey,
  type NoteSigner,
  noteSigner,
  parseVerifierKey,
} from "#core/ledger/signed-note";
import { foldRoots, perfectNodes } from "#core/ledger/tree";
import { verifyLog } from "#core/ledger/verify-log";
import { atMs, factPosition, subjectId } from "#kit/brands";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";
import { runCommand } from "./run-command.ts";
import { verify } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "fairnotice-verify-"));
const SIGNER = noteSigner("log.sample.example/log", seed(1));
/** Another key under the same name. */
const OTHER = noteSigner("log.sample.example/log", seed(2));
const KEY = formatVerifierKey(SIGNER);
const RECEIPTS = makeReceipts(SIGNER);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what the log of a house gives", () => {
  type Opened = Awaited<ReturnType<typeof freshHouse>>;
  let opened: Opened;
  let receipt: Receipt;
  let promised: Receipt;
  const copy = new Map<string, Uint8Array>();
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
  afterAll(() => opened.close());
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
});

describe("a receipt made without a house", () => {
  const { receipt: whole, promised } = RECEIPTS;

  async function verifiedText(text: string, ...args: string[]) {
    return runCommand(verify, ["-", ...args], text);
  }
  const check = (given: unknown, ...args: string[]) => verifiedText(JSON.stringify(given), ...args);

  test.each([
    ["proof", whole, "entry 137 of a log of 300"],
    ["promise", promised, "the log promised the entry by 2"],
  ])("verifies by its %s, with the key and with its own", async (_name, given, says) => {
    const known = await check(given, "--key", KEY);
    expect(known).toMatchObject({ status: 0, err: "" });
    expect(known.out).toContain(`this receipt verifies: ${says}`);
    expect(known.out).toContain(`log ${SIGNER.name}, key ${KEY}\n`);
    const own = await check(given);
    expect(own.status).toBe(0);
    expect(own.out).toContain("(not given by you: compare it with the one you know)");
  });

  test("JSON says what was shown, by which key, and whether that was given", async () => {
    const { out, status } = await check(whole, "--key", KEY, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ...{ what: "receipt", ok: true, log: SIGNER.name, key: KEY, keyGiven: true },
      says: "entry 137 of a log of 300",
      problems: [],
    });
    const other = JSON.parse((await check(spoilt(["event", "event_type"]), "--format=json")).out);
    expect(other).toMatchObject({ ok: false, keyGiven: false });
    expect(other.problems).toEqual([expect.stringMatching(/^receipt\.statement: /)]);
  });

  /** The receipt with another character in the middle of one field. */
  function spoilt(path: readonly string[]): unknown {
    const changed = structuredClone(whole) as never;
    change(changed, path);
    return changed;
  }

  test.each<readonly [readonly string[], string]>([
    [["schema_version"], "receipt.malformed"],
    [["record_id"], "receipt.statement"],
    [["pii_principal_id"], "receipt.statement"],
    [["privacy_notice"], "receipt.statement"],
    [["event", "event_type"], "receipt.statement"],
    [["event", "event_time"], "receipt.statement"],
    [["event", "position"], "receipt.statement"],
    [["event", "statement", "purpose"], "receipt.statement"],
    [["event", "statement", "position"], "receipt.statement"],
    [["proof", "log"], "receipt.log"],
    [["proof", "opening"], "receipt.statement"],
    [["proof", "leaf"], "receipt.inclusion"],
    [["proof", "inclusion"], "receipt.inclusion"],
  ])("%j changed is %s", async (path, code) => {
    const { status, out, err } = await check(spoilt(path), "--key", KEY);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toMatch(/^this receipt does not verify\n/);
    expect(out).toContain(`\n${code}: `);
  });

  test.each([
    ["proof", whole],
    ["promise", promised],
  ])("with one byte of the file changed it does not verify by its %s", async (_name, given) => {
    const bytes = Buffer.from(JSON.stringify(given));
    const passed: string[] = [];
    expect((await verifiedBytes(bytes)).status).toBe(0);
    // The case of letters in the person's id is the subject of a test of its own.
    const id = bytes.indexOf(`"pii_principal_id":"`) + 20;
    for (let at = 0; at < bytes.length; at += 1) {
      for (const flip of [0x01, 0x20]) {
        if (flip === 0x20 && at >= id && at < id + 36) continue;
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ flip;
        const { status } = await verifiedBytes(changed);
        if (status === 0) passed.push(`${at}: ${changed.subarray(at - 10, at + 10)}`);
      }
    }
    expect(passed).toEqual([]);
  });

  test("nor with a letter of the person's id in upper case", async () => {
    const upper = { ...whole, pii_principal_id: whole.pii_principal_id.toUpperCase() };
    expect((await check(upper)).status).toBe(1);
  });

  test("nor with a key in it that is not the one given", async () => {
    const proof = { ...whole.proof, key: formatVerifierKey(OTHER) };
    expect((await check({ ...whole, proof }, "--key", KEY)).status).toBe(1);
  });

  test("a field too much, a field too few, and neither promise nor proof", async () => {
    const { inclusion: _inclusion, ...bare } = whole.proof;
    const { record_id: _id, ...fewer } = whole;
    for (const given of [
      { ...whole, more: 1 },
      { ...whole, proof: { ...whole.proof, more: 1 } },
      fewer,
      { ...whole, proof: bare },
    ]) {
      const { status, out } = await check(given, "--key", KEY);
      expect(status).toBe(1);
      expect(out).toContain("receipt.malformed: ");
    }
  });

  test("the key of another log, and another key of that name", async () => {
    const elsewhere = formatVerifierKey(noteSigner("elsewhere.example/log", seed(1)));
    const named = await check(whole, "--key", elsewhere);
    expect(named.status).toBe(1);
    expect(named.out).toContain("receipt.log: ");
    const other = await check(whole, "--key", formatVerifierKey(OTHER));
    expect(other.status).toBe(1);
    expect(other.out).toContain("receipt.inclusion: no trusted key signed the note");
  });

  test("a receipt forged under a key of one's own is caught by the key one knows", async () => {
    const { receipt: forged } = makeReceipts(OTHER);
    const own = await check(forged);
    expect(own.status).toBe(0);
    expect(own.out).toContain("compare it with the one you know");
    expect((await check(forged, "--key", KEY)).status).toBe(1);
  });

  test("the promise of another entry, and one whose time has passed", async () => {
    const { promise } = makeReceipts(SIGNER, { position: 8 }).promised.proof;
    const proof = { ...promised.proof, promise: promise as string };
    const swapped = await check({ ...promised, proof }, "--key", KEY);
    expect(swapped).toMatchObject({
      status: 1,
      out: expect.stringContaining("receipt.promise: the promise is about another entry"),
    });
    const late = makeReceipts(SIGNER, { includedBy: Date.now() - 1_000 }).promised;
    expect(await check(late, "--key", KEY)).toMatchObject({
      status: 1,
      out: expect.stringContaining("receipt.overdue: "),
    });
  });

  test("the key comes from a file too; what is neither key nor file is refused", async () => {
    const path = join(folder, "log.key");
    write(path, `${KEY}\n`);
    expect((await check(whole, "--key", path)).status).toBe(0);
    write(path, "no key\n");
    const none = await check(whole, "--key", path);
    expect(none).toMatchObject({ status: 2, err: "there is no verifier key: give --key\n" });
    const nowhere = await check(whole, "--key", KEY.replace("+", "-"));
    expect(nowhere).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^there is nothing at/),
    });
  });

  test.each<readonly [string, string]>([
    ["nothing", ""],
    ["half a receipt", JSON.stringify(whole).slice(0, -1)],
    ["two receipts", JSON.stringify(whole).repeat(2)],
    ["a mark before it", `\ufeff${JSON.stringify(whole)}`],
    ["a text", "receipt"],
  ])("%s is not JSON", async (_name, text) => {
    const { status, out, err } = await verifiedText(text, "--key", KEY);
    expect({ status, out, err }).toEqual({ status: 2, out: "", err: "`-` is not JSON\n" });
  });

  test.each(["null", "[]", "1", '"receipt"', "{}"])("%s is no receipt", async (text) => {
    expect((await verifiedText(text)).status).toBe(2);
    const { status, out } = await verifiedText(text, "--key", KEY);
    expect(status).toBe(1);
    expect(out).toContain("receipt.malformed: this is no receipt");
  });

  test("over 32 MiB are not read, of a file or of standard input", async () => {
    const path = join(folder, "large.json");
    write(path, "");
    truncateSync(path, 32 * 1024 * 1024 + 1);
    expect(await runCommand(verify, [path])).toEqual({
      ...{ status: 2, out: "" },
      err: `\`${path}\` is too large\n`,
    });
    const stdin = await verifiedText(" ".repeat(32 * 1024 * 1024 + 1));
    expect(stdin).toEqual({ status: 2, out: "", err: "standard input is too large\n" });
    const small = `${JSON.stringify(whole)}${" ".repeat(1024 * 1024)}`;
    expect((await verifiedText(small)).status).toBe(0);
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ["no place", [], /^expected one file, folder or address/],
    ["two places", ["-", "-"], /^expected one file, folder or address/],
    ["an unknown format", ["-", "--format", "sarif"], /^unknown format `sarif`: text, json$/],
    ["an unknown option", ["-", "--kye", "x"], /^unknown option '--kye'/],
    ["a key without its value", ["-", "--key"], /^option '--key <value>' argument missing/],
    [
      "a file that is not there",
      ["/nowhere.json"],
      /^`\/nowhere\.json` cannot be read \(ENOENT\)$/,
    ],
  ])("%s cannot be used", async (_name, args, message) => {
    const { status, out, err } = await runCommand(verify, [...args], JSON.stringify(whole));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd()).toMatch(message);
  });
});

async function verifiedBytes(bytes: Uint8Array) {
  const path = join(folder, "changed.json");
  write(path, bytes);
  return runCommand(verify, [path]);
}

function write(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function seed(value: number): Uint8Array {
  return new Uint8Array(32).fill(value);
}

/** A fact as the ledger would log it, as entry 137 of 300, with promise and with proof. */
function makeReceipts(
  signer: NoteSigner,
  { position = 7, includedBy = Date.now() + 86_400_000 } = {},
): { readonly receipt: Receipt; readonly promised: Receipt } {
  const opening = openingOf(seed(3), new Uint8Array(16).fill(4));
  const committed = {
    subjectId: subjectId("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
    position: factPosition(position),
    kind: "choice.made",
    body: { purpose: "marketing", position: 12, channel: "email", granted: true },
  };
  const commitment = commitmentOf(opening, committed);
  const at = atMs(Date.UTC(2026, 10, 24, 12));
  const fact = { ...committed, at, noticeVersion: 3, nonce: seed(4), commitment } as never as Fact;
  const leaf = leafHash(leafOf(fact));
  const leaves = Array.from({ length: 300 }, (_, index) =>
    index === 137 ? leaf : leafHash(Uint8Array.of(index & 255, index >> 8)),
  );
  const rootFrom = (from: number, to: number) => foldRoots(rootsOf(leaves.slice(from, to)));
  const log = signer.name;
  const key = formatVerifierKey(signer);
  const promise = signPromise({ origin: log, leafHash: leaf, includedBy }, [signer]);
  const checkpoint = signCheckpoint({ origin: log, size: 300, root: rootFrom(0, 300) }, [signer]);
  // From the sibling up: halves of ever larger subtrees, and at last the 44 entries after 256.
  const hashes: Uint8Array[] = [];
  for (let size = 1; size < 256; size *= 2) {
    const sibling = (Math.floor(137 / size) ^ 1) * size;
    hashes.push(rootFrom(sibling, sibling + size));
  }
  hashes.push(rootFrom(256, 300));
  return {
    receipt: receiptOf(fact, { log, key, opening, inclusion: { index: 137, hashes, checkpoint } }),
    promised: receiptOf(fact, { log, key, opening, promise }),
  };
}

/** Roots of the perfect subtrees that the leaves make up, largest first. */
function rootsOf(leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  return perfectNodes(leaves.length).map(({ level, index }) =>
    perfectRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  );
}

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
