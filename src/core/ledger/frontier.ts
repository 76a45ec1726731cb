import { assert } from "#kit/assert";
import { nodeHash } from "./merkle-hash.ts";
import { foldRoots, type HashReader, type NodeId, perfectNodes } from "./tree.ts";

/**
 * The right edge of a tree: the roots of the perfect subtrees that make it up, largest first. It is
 * all that is needed to append and to know the root, at most 53 hashes whatever the size.
 */
export type Frontier = { readonly size: number; readonly roots: readonly Uint8Array[] };

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

export async function frontierOf(read: HashReader, size: number): Promise<Frontier> {
  return { size, roots: await read(perfectNodes(size)) };
}

export function rootOf(frontier: Frontier): Uint8Array {
  return foldRoots(frontier.roots);
}

/**
 * Appends leaf hashes. Gives the new edge, and every perfect subtree above the leaves that became
 * complete, level by level as it happened, so that storage can keep the levels it wants.
 */
export function grow(
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { readonly frontier: Frontier; readonly completed: readonly (NodeId & { hash: Uint8Array })[] } {
  assert(
    frontier.roots.length === ones(frontier.size),
    "a frontier has a root for each binary one",
  );
  const roots = [...frontier.roots];
  const completed: (NodeId & { hash: Uint8Array })[] = [];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    let hash = leaf;
    let level = 0;
    // The trailing ones of the size are the subtrees that the new leaf completes, as carries do in
    // addition.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(roots.pop()!, hash);
      level += 1;
      completed.push({ level, index: Math.floor(size / 2 ** level), hash });
    }
    roots.push(hash);
    size += 1;
  }
  assert(Number.isSafeInteger(size), "a log is smaller than 2^53");
  return { frontier: { size, roots }, completed };
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
