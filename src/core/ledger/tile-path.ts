/** Addresses of C2SP tlog-tiles: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`. */
import { assert } from "#kit/assert";

/** 256 hashes a tile, eight levels of the tree. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** Levels that a tree below 2^53 leaves can have. The format knows 0 to 63. */
export const TILE_LEVEL_MAX = 6;

/** `width` is 256 for a full tile, 1 to 255 for the partial one at the right edge. */
export type TileId = { readonly level: number; readonly index: number; readonly width: number };
export type BundleId = { readonly index: number; readonly width: number };

export type TileAddress =
  | ({ readonly kind: "tile" } & TileId)
  | ({ readonly kind: "entries" } & BundleId);

export function tilePath(tile: TileId): string {
  assert(
    Number.isInteger(tile.level) && tile.level >= 0 && tile.level <= 63,
    "a tile level is 0 to 63",
  );
  return `tile/${tile.level}/${numberPath(tile)}`;
}

export function bundlePath(bundle: BundleId): string {
  return `tile/entries/${numberPath(bundle)}`;
}

/** `x001/x234/067` for 1234067, then `.p/<width>` where the tile is partial. */
function numberPath({ index, width }: BundleId): string {
  assert(Number.isSafeInteger(index) && index >= 0, "a tile index is a whole number");
  assert(Number.isInteger(width) && width >= 1 && width <= TILE_WIDTH, "a tile width is 1 to 256");
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  const last = groups.pop();
  const path = [...groups.map((group) => `x${group}`), last].join("/");
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads the address of a tile or entry bundle; null for any but its one right spelling. */
export function parseTilePath(path: string): TileAddress | null {
  const match = path.length <= 64 ? PATH.exec(path) : null;
  if (match === null) return null;
  const index = Number(match[2]!.replaceAll(/[x/]/g, ""));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  if (!Number.isSafeInteger(index) || (match[3] !== undefined && width >= TILE_WIDTH)) return null;
  const address: TileAddress =
    match[1] === "entries"
      ? { kind: "entries", index, width }
      : { kind: "tile", level: Number(match[1]), index, width };
  if (address.kind === "tile" && address.level > 63) return null;
  // A needless leading `x000` would make a second address of the same tile.
  const spelled = address.kind === "tile" ? tilePath(address) : bundlePath(address);
  return spelled === path ? address : null;
}
