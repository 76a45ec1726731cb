import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex, toHex } from "#kit/bytes";
import { EMPTY_FRONTIER, frontierOf, grow, rootOf } from "./frontier.ts";
import { EMPTY_ROOT, leafHash, nodeHash, perfectRoot } from "./merkle-hash.ts";
import { isConsistent, rootFromInclusion } from "./proof-check.ts";
import { consistencyProof, type HashReader, inclusionProof, rootAt } from "./tree.ts";

/** The leaves and roots that implementations of RFC 6962 have shared since the first. */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((each) => fromHex(each)!);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test.each(ROOTS.map((root, size) => [size, root] as const))(
  "root of %i leaves",
  async (size, root) => {
    const read = readerOf(LEAVES.map(leafHash));
    expect(toHex(await rootAt(read, size))).toBe(root);
    expect(toHex(rootOf(grow(EMPTY_FRONTIER, LEAVES.slice(0, size).map(leafHash)).frontier))).toBe(
      root,
    );
  },
);

test("proofs of the shared vectors", async () => {
  const read = readerOf(LEAVES.map(leafHash));
  const first = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  ];
  expect((await inclusionProof(read, 0, 8)).map(toHex)).toEqual(first);
  expect((await consistencyProof(read, 1, 8)).map(toHex)).toEqual(first);
  expect((await inclusionProof(read, 5, 8)).map(toHex)).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect((await consistencyProof(read, 6, 8)).map(toHex)).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

const place = fc
  .integer({ min: 1, max: 600 })
  .chain((size) =>
    fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }),
  );

test("the root by definition, by reader and by growing is the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 600 }), fc.nat({ max: 600 }), async (size, cut) => {
      const hashes = leavesOf(size);
      const root = toHex(rootByDefinition(hashes));
      expect(toHex(await rootAt(readerOf(hashes), size))).toBe(root);
      const begun = grow(EMPTY_FRONTIER, hashes.slice(0, cut)).frontier;
      expect(toHex(rootOf(grow(begun, hashes.slice(cut)).frontier))).toBe(root);
      expect(await frontierOf(readerOf(hashes), size)).toEqual(
        grow(EMPTY_FRONTIER, hashes).frontier,
      );
    }),
    { numRuns: 60 },
  );
});

test("growing gives exactly the perfect subtrees, each with its hash", () => {
  const hashes = leavesOf(37);
  const { completed } = grow(EMPTY_FRONTIER, hashes);
  expect(completed).toHaveLength(18 + 9 + 4 + 2 + 1);
  for (const { level, index, hash } of completed) {
    const below = hashes.slice(index * 2 ** level, (index + 1) * 2 ** level);
    expect(toHex(hash)).toBe(toHex(rootByDefinition(below)));
  }
});

test("every inclusion proof leads to the root, and with any byte changed it does not", async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, which, mask) => {
      const { size, index } = at;
      const hashes = leavesOf(size);
      const root = toHex(rootByDefinition(hashes));
      const proof = await inclusionProof(readerOf(hashes), index, size);
      expect(toHex(rootFromInclusion(index, size, hashes[index]!, proof)!)).toBe(root);
      const [leaf, ...rest] = flip([hashes[index]!, ...proof], which, mask);
      expect(hex(rootFromInclusion(index, size, leaf!, rest))).not.toBe(root);
      expect(hex(rootFromInclusion(index, size, hashes[index]!, [...proof, leaf!]))).not.toBe(root);
      expect(hex(rootFromInclusion(index, size, hashes[index]!, proof.slice(1)))).not.toBe(
        proof.length === 0 ? "" : root,
      );
    }),
    { numRuns: 150 },
  );
});

test("a proof is of its own place and size only", async () => {
  await fc.assert(
    fc.asyncProperty(place, place, async (one, other) => {
      const hashes = leavesOf(one.size);
      const proof = await inclusionProof(readerOf(hashes), one.index, one.size);
      fc.pre(one.index !== other.index && other.index < one.size);
      const root = rootFromInclusion(other.index, one.size, hashes[one.index]!, proof);
      expect(hex(root)).not.toBe(toHex(rootByDefinition(hashes)));
    }),
    { numRuns: 60 },
  );
});

test("any two sizes are consistent, and with any byte changed they are not", async () => {
  const sizes = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }));
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (two, which, mask) => {
        const [small, large] = two.sort((a, b) => a - b) as [number, number];
        const hashes = leavesOf(large);
        const earlier = { size: small, root: rootByDefinition(hashes.slice(0, small)) };
        const later = { size: large, root: rootByDefinition(hashes) };
        const proof = await consistencyProof(readerOf(hashes), small, large);
        expect(isConsistent(earlier, later, proof)).toBe(true);
        expect(isConsistent(earlier, later, [...proof, later.root])).toBe(false);
        // An empty tree has no root that anything could contradict.
        if (small === 0 && large > 0) return;
        const [first, second, ...rest] = flip([earlier.root, later.root, ...proof], which, mask);
        const changed = isConsistent(
          { size: small, root: first! },
          { size: large, root: second! },
          rest,
        );
        expect(changed).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test("nonsense is no proof", () => {
  const [leaf] = leavesOf(1);
  expect(rootFromInclusion(-1, 1, leaf!, [])).toBeNull();
  expect(rootFromInclusion(1, 1, leaf!, [])).toBeNull();
  expect(rootFromInclusion(0, 1, leaf!.subarray(1), [])).toBeNull();
  expect(rootFromInclusion(0, 2 ** 53, leaf!, [])).toBeNull();
  expect(isConsistent({ size: 2, root: leaf! }, { size: 1, root: leaf! }, [])).toBe(false);
});

test("trees beyond 2^32 leaves are counted right", async () => {
  // Every node hashes to a stand-in, so that only the shape of the proof is looked at.
  const asked: string[] = [];
  const read: HashReader = async (nodes) =>
    nodes.map(({ level, index }) => {
      asked.push(`${level}/${index}`);
      return leafHash(new Uint8Array());
    });
  await inclusionProof(read, 2 ** 40, 2 ** 40 + 2);
  expect(asked).toEqual([`0/${2 ** 40 + 1}`, "40/0"]);
});

function leavesOf(size: number): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
}

/** RFC 6962, section 2.1, word for word. */
function rootByDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

function readerOf(hashes: readonly Uint8Array[]): HashReader {
  return async (nodes) =>
    nodes.map(({ level, index }) => {
      const below = hashes.slice(index * 2 ** level, (index + 1) * 2 ** level);
      expect(below).toHaveLength(2 ** level);
      return perfectRoot(below);
    });
}

function flip(hashes: readonly Uint8Array[], which: number, mask: number): readonly Uint8Array[] {
  const copies = hashes.map((each) => Uint8Array.from(each));
  const at = which % (copies.length * 32);
  copies[Math.floor(at / 32)]![at % 32]! ^= mask;
  return copies;
}

function hex(hash: Uint8Array | null): string | null {
  return hash === null ? null : toHex(hash);
}
