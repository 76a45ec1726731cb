import { HASH_BYTES } from "./merkle-hash.ts";
import { bundlePath, TILE_WIDTH, type TileId, tilePath } from "./tile-path.ts";

/**
 * Gives the bytes at an address of the log (`checkpoint`, `tile/...`), or null where there are
 * none.
 */
export type LogFetcher = (path: string) => Promise<Uint8Array | null>;

export type LogFinding = {
  readonly code:
    | "log.checkpoint"
    | "log.missing"
    | "log.tile"
    | "log.entry"
    | "log.root"
    | "log.past";
  /** Address of what is wrong. */
  readonly path: string;
  /** Index of the wrong entry, where it is one entry. */
  readonly entry: number | null;
  readonly message: string;
};

/** One check of a log, under way. */
export type Run = {
  readonly fetch: LogFetcher;
  readonly size: number;
  readonly findings: LogFinding[];
  /** The partial tiles of the right edge, by level. */
  readonly edge: Map<number, Uint8Array>;
  entries: number;
};

/**
 * The hashes of a tile, of just its width; null where it is missing or malformed, which is
 * reported.
 */
export async function fetchTile(run: Run, tile: TileId): Promise<Uint8Array | null> {
  const path = tilePath(tile);
  const bytes = await fetchOrFull(run, path, tilePath({ ...tile, width: TILE_WIDTH }));
  const wanted = tile.width * HASH_BYTES;
  if (bytes === null || bytes.length === wanted) return bytes;
  if (bytes.length === TILE_WIDTH * HASH_BYTES) return bytes.subarray(0, wanted);
  const message = `the tile has ${bytes.length} bytes instead of ${wanted}`;
  run.findings.push({ code: "log.tile", path, entry: null, message });
  return null;
}

/** The entries below a tile of level 0; null where they are missing, which is reported. */
export async function fetchBundle(run: Run, tile: TileId): Promise<Uint8Array | null> {
  return fetchOrFull(run, bundlePath(tile), bundlePath({ ...tile, width: TILE_WIDTH }));
}

/** A log may drop a partial tile once the full one exists. */
async function fetchOrFull(run: Run, path: string, full: string): Promise<Uint8Array | null> {
  const bytes = (await run.fetch(path)) ?? (path === full ? null : await run.fetch(full));
  if (bytes === null) {
    run.findings.push({ code: "log.missing", path, entry: null, message: "there is nothing here" });
  }
  return bytes;
}
