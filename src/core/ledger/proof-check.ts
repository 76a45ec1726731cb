import { equalBytes } from "#kit/bytes";
import { HASH_BYTES, nodeHash } from "./merkle-hash.ts";

type Hash = Uint8Array;

/** No tree that a JavaScript number can count is higher. */
const PROOF_MAX = 53;

/**
 * Root that follows from a leaf hash and its inclusion proof (RFC 9162, 2.1.3.2); null where the
 * proof does not fit index and size. The caller compares it with a root that somebody signed.
 */
export function rootFromInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | null {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, ...proof])) return null;
  let first = index;
  let second = size - 1;
  let root = leaf;
  for (const sibling of proof) {
    if (second === 0) return null;
    if (isOdd(first) || first === second) {
      root = nodeHash(sibling, root);
      while (!isOdd(first) && first !== 0) {
        first = half(first);
        second = half(second);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    first = half(first);
    second = half(second);
  }
  return second === 0 ? root : null;
}

/**
 * Whether the proof shows that the earlier tree is the beginning of the later one (RFC 9162,
 * 2.1.4.2).
 */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Hash },
  later: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (!isSize(earlier.size) || !isSize(later.size) || earlier.size > later.size) return false;
  if (!areHashes([earlier.root, later.root, ...proof])) return false;
  if (earlier.size === later.size) {
    return proof.length === 0 && equalBytes(earlier.root, later.root);
  }
  // The empty tree is the beginning of every tree; there is nothing to prove.
  if (earlier.size === 0) return proof.length === 0;
  const roots = rootsFromConsistency(earlier, later.size, proof);
  return roots !== null && equalBytes(roots[0], earlier.root) && equalBytes(roots[1], later.root);
}

function rootsFromConsistency(
  earlier: { readonly size: number; readonly root: Hash },
  laterSize: number,
  proof: readonly Hash[],
): readonly [Hash, Hash] | null {
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  let first = earlier.size - 1;
  let second = laterSize - 1;
  while (isOdd(first)) {
    first = half(first);
    second = half(second);
  }
  const [start, ...rest] = path;
  if (start === undefined) return null;
  let firstRoot = start;
  let secondRoot = start;
  for (const hash of rest) {
    if (second === 0) return null;
    if (isOdd(first) || first === second) {
      firstRoot = nodeHash(hash, firstRoot);
      secondRoot = nodeHash(hash, secondRoot);
      while (!isOdd(first) && first !== 0) {
        first = half(first);
        second = half(second);
      }
    } else {
      secondRoot = nodeHash(secondRoot, hash);
    }
    first = half(first);
    second = half(second);
  }
  return second === 0 ? [firstRoot, secondRoot] : null;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Hash[]): boolean {
  return hashes.length <= PROOF_MAX + 2 && hashes.every((each) => each.length === HASH_BYTES);
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && rest % 2 === 0) rest /= 2;
  return rest === 1;
}
