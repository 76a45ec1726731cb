import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadMasterKey } from "./master-key.ts";
import { SealBroken, seal, unseal } from "./seal.ts";
import { openTokens } from "./tokens.ts";
import { uuidV7 } from "./uuid.ts";

const key = randomBytes(32);

test("sealed bytes open with their key at their place only, and any flipped byte breaks them", () => {
  const sealed = seal(key, "a", Buffer.from("Ann"));
  expect(unseal(key, "a", sealed).toString()).toBe("Ann");
  expect(() => unseal(key, "b", sealed)).toThrow(SealBroken);
  expect(() => unseal(randomBytes(32), "a", sealed)).toThrow(SealBroken);
  for (let index = 0; index < sealed.length; index += 1) {
    const flipped = Buffer.from(sealed);
    flipped[index] = (flipped[index] ?? 0) ^ 1;
    expect(() => unseal(key, "a", flipped)).toThrow(SealBroken);
  }
  expect(() => unseal(key, "a", sealed.subarray(0, 10))).toThrow(SealBroken);
});

test("a token is good for its use, for its time, and unaltered", () => {
  let now = 1_000_000_000_000;
  const tokens = openTokens(key, () => now);
  const token = tokens.issue("unsubscribe", { subject: "s" }, 60);
  expect(tokens.read("unsubscribe", token)).toEqual({ subject: "s" });
  expect(tokens.read("confirm-address", token)).toBeNull();
  expect(tokens.read("unsubscribe", `${token.slice(0, -2)}AA`)).toBeNull();
  expect(tokens.read("unsubscribe", "x".repeat(5_000))).toBeNull();
  expect(tokens.read("unsubscribe", "")).toBeNull();
  now += 61_000;
  expect(tokens.read("unsubscribe", token)).toBeNull();
});

test("a token for an address fits its local part, survives capitals, and is good for its use and time", () => {
  let now = 1_700_000_000_000;
  const tokens = openTokens(key, () => now);
  const uuid = randomUUID();
  const token = tokens.issueForAddress("return-path", uuid, 30);
  expect(token).toMatch(/^[a-z2-7]{48}$/);
  expect(tokens.readFromAddress("return-path", token)).toBe(uuid);
  expect(tokens.readFromAddress("return-path", token.toUpperCase())).toBe(uuid);
  expect(tokens.readFromAddress("unsubscribe-mail", token)).toBeNull();
  for (let index = 0; index < token.length; index += 1) {
    const other = token[index] === "a" ? "b" : "a";
    const altered = token.slice(0, index) + other + token.slice(index + 1);
    expect(tokens.readFromAddress("return-path", altered)).toBeNull();
  }
  for (const nonsense of ["", "a", "1".repeat(48), "a".repeat(48), "a".repeat(5_000)]) {
    expect(tokens.readFromAddress("return-path", nonsense)).toBeNull();
  }
  now += 32 * 24 * 3600 * 1000;
  expect(tokens.readFromAddress("return-path", token)).toBeNull();
});

test("the master key is made once, readable by its owner alone, and never beside sealed data", () => {
  const path = join(mkdtempSync(join(tmpdir(), "fairnotice-key-")), "master.key");
  expect(() => loadMasterKey({ from: "file", path }, false)).toThrow(/bring it back/);
  const made = loadMasterKey({ from: "file", path }, true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(loadMasterKey({ from: "file", path }, true).id).toBe(made.id);
  expect(() => loadMasterKey({ from: "text", text: "short" }, false)).toThrow(/32 bytes/);
});

test("ids of version 7 sort by the time they were made", () => {
  const [early, late] = [uuidV7(1_700_000_000_000), uuidV7(1_700_000_000_001)];
  expect(early).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
});
