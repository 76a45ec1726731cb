/**
 * Contents of C2SP tlog-tiles: which tiles a tree has, hashes read from them, and bundles of
 * entries.
 */
import { assert } from "#kit/assert";
import { concatBytes, uint16BigEndian } from "#kit/bytes";
import { HASH_BYTES, perfectRoot } from "./merkle-hash.ts";
import { TILE_HEIGHT, TILE_LEVEL_MAX, TILE_WIDTH, type TileId } from "./tile-path.ts";
import type { HashReader, NodeId } from "./tree.ts";

/** Gives the hashes of a tile one after the other: `width * 32` bytes. */
export type TileReader = (tile: TileId) => Promise<Uint8Array>;

/** An entry's length is written in two bytes. */
export const ENTRY_BYTES_MAX = 0xffff;

/**
 * How many hashes the tile has in a tree of `size` leaves: 0 where it does not exist, 256 where it
 * is full.
 */
export function tileWidth(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Every tile of one level of a tree, left to right. */
export function* tilesOfLevel(size: number, level: number): Generator<TileId> {
  for (let index = 0; ; index += 1) {
    const width = tileWidth(size, level, index);
    if (width === 0) return;
    yield { level, index, width };
  }
}

/** How many levels of tiles a tree has. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (levels <= TILE_LEVEL_MAX && tileWidth(size, levels, 0) > 0) levels += 1;
  return levels;
}

/** Reads hashes of a tree of `size` leaves from its tiles, each tile once a call. */
export function readerOfTiles(size: number, readTile: TileReader): HashReader {
  return async (nodes) => {
    const places = nodes.map((node) => placeOf(size, node));
    const tiles = new Map<string, Promise<Uint8Array>>();
    for (const { tile } of places) {
      const key = `${tile.level}/${tile.index}`;
      if (!tiles.has(key)) tiles.set(key, readTile(tile));
    }
    const read = new Map<string, readonly Uint8Array[]>();
    for (const [key, bytes] of tiles) read.set(key, hashesOf(await bytes));
    return places.map(({ tile, first, count }) => {
      const hashes = read.get(`${tile.level}/${tile.index}`) ?? [];
      assert(hashes.length >= first + count, "a tile holds what its width says");
      return perfectRoot(hashes.slice(first, first + count));
    });
  };
}

/** The tile that holds what is below a node, at most eight levels down, and where in it. */
function placeOf(size: number, { level, index }: NodeId) {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  const start = index * count;
  const tileIndex = Math.floor(start / TILE_WIDTH);
  const first = start % TILE_WIDTH;
  const width = tileWidth(size, tileLevel, tileIndex);
  assert(first + count <= width, "the node is in the tree");
  return { tile: { level: tileLevel, index: tileIndex, width }, first, count };
}

/**
 * The hashes of a tile. Bytes beyond the last whole hash are a defect; a stranger's tile is
 * measured before.
 */
export function hashesOf(tile: Uint8Array): readonly Uint8Array[] {
  assert(tile.length % HASH_BYTES === 0, "a tile is a sequence of whole hashes");
  const hashes: Uint8Array[] = [];
  for (let start = 0; start < tile.length; start += HASH_BYTES) {
    hashes.push(tile.subarray(start, start + HASH_BYTES));
  }
  return hashes;
}

/** Entries one after the other, each behind its length in two bytes, big-endian. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...entries.flatMap((entry) => [uint16BigEndian(entry.length), entry]));
}

/** The entries of a bundle; null where the lengths do not add up. */
export function entriesOf(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let start = 0;
  while (start < bundle.length) {
    if (start + 2 > bundle.length) return null;
    const end = start + 2 + bundle[start]! * 256 + bundle[start + 1]!;
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(start + 2, end));
    start = end;
  }
  return entries;
}
