import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const SEED_BYTES = 32;

/**
 * The seed of the log's Ed25519 key (RFC 8032): read from a file, made with mode 0600 where there
 * is none.
 */
export function loadSigningSeed(path: string): Uint8Array {
  try {
    return seedOf(readFileSync(path, "utf8"), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = `${randomBytes(SEED_BYTES).toString("base64")}\n`;
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return seedOf(text, path);
}

function seedOf(text: string, path: string): Uint8Array {
  const seed = Buffer.from(text.trim(), "base64");
  if (seed.length !== SEED_BYTES) throw new Error(`${path} does not hold 32 bytes in base64`);
  return new Uint8Array(seed);
}
