import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { deriveKey, KEY_BYTES } from "./seal.ts";

export type MasterKey = {
  /** Names the key without telling it: first bytes of a hash of a key derived from it. */
  readonly id: string;
  /** Wraps the keys of people. */
  readonly wrapping: Buffer;
  /** Keys the look-up of addresses. */
  readonly lookUp: Buffer;
  /** For one other use, by name. */
  derive(use: string): Buffer;
};

export type MasterKeySource =
  | { readonly from: "file"; readonly path: string }
  | { readonly from: "text"; readonly text: string };

/**
 * Where the key is: `FAIRNOTICE_MASTER_KEY` (base64 of 32 bytes), `FAIRNOTICE_MASTER_KEY_FILE`,
 * else a file in the data folder.
 */
export function masterKeySource(environment: NodeJS.ProcessEnv, file: string): MasterKeySource {
  const text = environment.FAIRNOTICE_MASTER_KEY;
  if (text !== undefined && text !== "") return { from: "text", text };
  return { from: "file", path: environment.FAIRNOTICE_MASTER_KEY_FILE || file };
}

/**
 * Reads the master key. A file that is missing is made, but only when `mayMake` says that nothing
 * was sealed yet: a new key beside old data would open nothing.
 * @throws Error saying what to do. The key itself is never in a message.
 */
export function loadMasterKey(source: MasterKeySource, mayMake: boolean): MasterKey {
  if (source.from === "text") return keyOf(source.text, "FAIRNOTICE_MASTER_KEY");
  try {
    return keyOf(readFileSync(source.path, "utf8"), source.path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (!mayMake) {
    throw new Error(
      `the master key ${source.path} is missing, and data was sealed with it; bring it back from your copy`,
    );
  }
  return keyOf(makeFile(source.path), source.path);
}

function makeFile(path: string): string {
  const text = `${randomBytes(KEY_BYTES).toString("base64")}\n`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    // Data is sealed with it from the first minute: it must not be lost with the page cache.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return text;
}

function keyOf(text: string, where: string): MasterKey {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${where} does not hold 32 bytes in base64`);
  const id = createHash("sha256").update(deriveKey(key, "key-id")).digest("hex").slice(0, 16);
  return {
    id,
    wrapping: deriveKey(key, "wrapping"),
    lookUp: deriveKey(key, "look-up"),
    derive: (use) => deriveKey(key, use),
  };
}
