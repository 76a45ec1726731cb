/**
 * Proofs of the Merkle tree (RFC 9162, section 2.1), built from whatever can read hashes of its
 * nodes: tiles, a table, memory. Sizes go to 2^53 - 1, so arithmetic here is on numbers and never
 * on 32-bit integers.
 */
import { assert } from "#kit/assert";
import { EMPTY_ROOT, nodeHash } from "./merkle-hash.ts";

/**
 * The perfect subtree over leaves `index * 2^level` up to `(index + 1) * 2^level`. Leaves are level
 * 0.
 */
export type NodeId = { readonly level: number; readonly index: number };

/**
 * Gives the hashes of perfect subtrees, in the order asked; all are asked at once so that a reader
 * can fetch them together.
 */
export type HashReader = (nodes: readonly NodeId[]) => Promise<readonly Uint8Array[]>;

/** Leaves from (inclusive) to (exclusive), as RFC 9162 writes D[from:to]. */
type Range = readonly [from: number, to: number];

/** Root of the first `size` leaves. */
export async function rootAt(read: HashReader, size: number): Promise<Uint8Array> {
  assertSize(size);
  if (size === 0) return EMPTY_ROOT;
  const [root] = await hashRanges(read, [[0, size]]);
  return root!;
}

/** Hashes from the leaf's sibling up to the child of the root (RFC 9162, 2.1.3.1). */
export async function inclusionProof(
  read: HashReader,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  assertSize(size);
  assert(Number.isSafeInteger(index) && index >= 0 && index < size, "the leaf is in the tree");
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  return hashRanges(read, ranges.reverse());
}

/**
 * Proves that the tree of `earlier` leaves is the beginning of the tree of `later` leaves (RFC
 * 9162, 2.1.4.1).
 */
export async function consistencyProof(
  read: HashReader,
  earlier: number,
  later: number,
): Promise<readonly Uint8Array[]> {
  assertSize(later);
  assert(Number.isSafeInteger(earlier) && earlier >= 0, "a size is a whole number");
  assert(earlier <= later, "the earlier tree is not larger than the later");
  if (earlier === 0) return [];
  const ranges: Range[] = [];
  let from = 0;
  let to = later;
  while (to !== earlier) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  // A whole left edge is the earlier tree itself: who checks the proof has its root.
  if (from > 0) ranges.push([from, to]);
  return hashRanges(read, ranges.reverse());
}

/** The perfect subtrees that make up the first `size` leaves, largest first. */
export function perfectNodes(size: number): readonly NodeId[] {
  return nodesOf([0, size]);
}

/** Joins the roots of perfect subtrees, largest first, into the root over all of them. */
export function foldRoots(roots: readonly Uint8Array[]): Uint8Array {
  return (
    roots.reduceRight<Uint8Array | null>(
      (right, left) => (right === null ? left : nodeHash(left, right)),
      null,
    ) ?? EMPTY_ROOT
  );
}

async function hashRanges(
  read: HashReader,
  ranges: readonly Range[],
): Promise<readonly Uint8Array[]> {
  const nodes = ranges.map(nodesOf);
  const hashes = await read(nodes.flat());
  let next = 0;
  return nodes.map((each) => {
    const roots = hashes.slice(next, next + each.length);
    assert(roots.length === each.length, "the reader gives a hash for every node");
    next += each.length;
    return foldRoots(roots);
  });
}

function nodesOf([from, to]: Range): readonly NodeId[] {
  const nodes: NodeId[] = [];
  let start = from;
  while (start < to) {
    const level = levelWithin(to - start);
    // Ranges come from halving at powers of two, so each starts on a multiple of what it holds.
    assert(start % 2 ** level === 0, "a range starts where a perfect subtree starts");
    nodes.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** The largest power of two below `size` (RFC 9162: "k"). */
function splitOf(size: number): number {
  const power = 2 ** levelWithin(size);
  return power === size ? power / 2 : power;
}

/** The largest level of which a perfect subtree has at most `size` leaves. */
function levelWithin(size: number): number {
  const high = Math.floor(size / 2 ** 32);
  return high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(size);
}

function assertSize(size: number): void {
  assert(Number.isSafeInteger(size) && size >= 0, "a size is a whole number");
}
