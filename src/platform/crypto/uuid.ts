import { createHash, randomFillSync } from "node:crypto";

const BYTES = 16;

/**
 * A UUID of version 7 (RFC 9562, 5.7): its order is that of the millisecond it was made in, so that
 * rows of one time lie together and a page of the newest needs no other column.
 * @param at epoch milliseconds.
 */
export function uuidV7(at: number): string {
  const bytes = randomFillSync(Buffer.alloc(BYTES));
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * The UUID (version 8, RFC 9562, 5.8) that a text always has: whatever is made twice for the same
 * reason has the same id, and is there once.
 */
export function derivedUuid(text: string): string {
  const hash = createHash("sha256").update(text, "utf8").digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
