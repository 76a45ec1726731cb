import fc from "fast-check";
import { expect, test } from "vitest";
import { concatBytes, toHex } from "#kit/bytes";
import { EMPTY_FRONTIER, grow, rootOf } from "./frontier.ts";
import { leafHash, perfectRoot } from "./merkle-hash.ts";
import { rootFromInclusion } from "./proof-check.ts";
import { bundlePath, parseTilePath, type TileId, tilePath } from "./tile-path.ts";
import {
  bundleOf,
  entriesOf,
  readerOfTiles,
  tileLevels,
  tilesOfLevel,
  tileWidth,
} from "./tiles.ts";
import { inclusionProof, rootAt } from "./tree.ts";

test("addresses are those of the specification", () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe("tile/2/000.p/1");
  expect(bundlePath({ index: 999, width: 255 })).toBe("tile/entries/999.p/255");
  expect(bundlePath({ index: 1000, width: 256 })).toBe("tile/entries/x001/000");
});

test("an address is read back, and each tile has one address only", () => {
  const tile = fc.record({
    level: fc.integer({ min: 0, max: 63 }),
    index: fc.maxSafeNat(),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, (each) => {
      expect(parseTilePath(tilePath(each))).toEqual({ kind: "tile", ...each });
    }),
  );
  const wrong = [
    "tile/0/x000/001",
    "tile/00/001",
    "tile/64/001",
    "tile/0/1",
    "tile/0/001.p/0",
    "tile/0/001.p/256",
    "tile/0/001.p/01",
    "tile/0/001/",
    "/tile/0/001",
    "tile/0/x001",
    "tile/entries/../000",
    "tile/data/000",
    `tile/0/${"x999/".repeat(5)}999`,
    "tile/0/001\n",
  ];
  for (const path of wrong) expect(parseTilePath(path)).toBeNull();
});

test("a tree of 70,000 has the tiles that the specification counts", () => {
  const widths = [0, 1, 2].map((level) =>
    [...tilesOfLevel(70_000, level)].map((tile) => tile.width),
  );
  expect(widths[0]?.filter((width) => width === 256)).toHaveLength(273);
  expect(widths[0]?.at(-1)).toBe(112);
  expect(widths[1]).toEqual([256, 17]);
  expect(widths[2]).toEqual([1]);
  expect(tileLevels(70_000)).toBe(3);
  expect(tileLevels(256)).toBe(2);
  expect(tileLevels(0)).toBe(0);
});

test("proofs from tiles lead to the root", async () => {
  const size = 70_000;
  const hashes = Array.from({ length: size }, (_, index) => leafHash(Buffer.from(String(index))));
  const root = toHex(rootOf(grow(EMPTY_FRONTIER, hashes).frontier));
  const levels = levelsOf(hashes);
  const read = readerOfTiles(size, async (tile) => tileOf(levels, tile));
  expect(toHex(await rootAt(read, size))).toBe(root);
  for (const index of [0, 1, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
    const proof = await inclusionProof(read, index, size);
    expect(toHex(rootFromInclusion(index, size, hashes[index]!, proof)!)).toBe(root);
  }
});

test("bundles hold any entries, and a cut bundle is refused", () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, fc.nat(), (given, cut) => {
      const bundle = bundleOf(given);
      expect(entriesOf(bundle)?.map(toHex)).toEqual(given.map(toHex));
      const shorter = bundle.subarray(0, cut % (bundle.length + 1));
      const read = entriesOf(shorter);
      if (read !== null) expect(bundleOf(read)).toEqual(shorter);
    }),
  );
  expect(() => bundleOf([new Uint8Array(65_536)])).toThrow();
});

function levelsOf(hashes: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const levels = [hashes];
  for (;;) {
    const below = levels.at(-1)!;
    const above = Array.from({ length: Math.floor(below.length / 256) }, (_, index) =>
      perfectRoot(below.slice(index * 256, index * 256 + 256)),
    );
    if (above.length === 0) return levels;
    levels.push(above);
  }
}

function tileOf(levels: readonly (readonly Uint8Array[])[], { level, index, width }: TileId) {
  expect(width).toBe(tileWidth(levels[0]!.length, level, index));
  return concatBytes(...levels[level]!.slice(index * 256, index * 256 + width));
}
