import { createHash } from "node:crypto";

/**
 * Hashing of RFC 6962 and RFC 9162, section 2.1: leaves and nodes are prefixed, so that neither can
 * pass for the other.
 */
export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Uint8Array = createHash("sha256").digest();

export function leafHash(leaf: Uint8Array): Uint8Array {
  return createHash("sha256").update(LEAF).update(leaf).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** Root of a perfect tree over these hashes; their number is a power of two. */
export function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index + 1 < row.length; index += 2) {
      above.push(nodeHash(row[index]!, row[index + 1]!));
    }
    row = above;
  }
  return row[0] ?? EMPTY_ROOT;
}
