import { equalBytes, fromUtf8 } from "#kit/bytes";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { fetchBundle, fetchTile, type LogFetcher, type LogFinding, type Run } from "./log-fetch.ts";
import { leafHash, perfectRoot } from "./merkle-hash.ts";
import type { NoteVerifier } from "./signed-note.ts";
import { bundlePath, TILE_WIDTH, type TileId, tilePath } from "./tile-path.ts";
import { entriesOf, hashesOf, readerOfTiles, tileLevels, tilesOfLevel } from "./tiles.ts";
import { type HashReader, rootAt } from "./tree.ts";

export type LogVerdict = {
  readonly ok: boolean;
  /** What the log signed, where that could be read. */
  readonly checkpoint: Checkpoint | null;
  /** Entries whose bytes were hashed and found in the tree. */
  readonly entries: number;
  readonly findings: readonly LogFinding[];
};

export type LogCheck = {
  readonly fetch: LogFetcher;
  readonly log: NoteVerifier;
  /** Checkpoint that the log signed before: it must be of the same history. */
  readonly earlier?: string;
  /** Called with the number of entries checked so far. */
  readonly progress?: (entries: number) => void;
};

/** After so many findings the log is wrong enough; the check stops. */
const FINDINGS_MAX = 100;
/** Tiles fetched at once. */
const FETCH_MAX = 16;

/**
 * Checks a whole log with nothing but its verifier key: the checkpoint is signed, every entry
 * hashes to its place in its tile, every tile to its place in the tile above, and the right edge to
 * the signed root.
 */
export async function verifyLog({ fetch, log, earlier, progress }: LogCheck): Promise<LogVerdict> {
  const findings: LogFinding[] = [];
  const checkpoint = await openFetched(fetch, log, findings);
  if (checkpoint === null) return { ok: false, checkpoint, entries: 0, findings };
  const run: Run = { fetch, size: checkpoint.size, findings, edge: new Map(), entries: 0 };
  let below: readonly (Uint8Array | null)[] = [];
  for (let level = 0; level < tileLevels(run.size) && !isOver(run); level += 1) {
    below = await checkLevel(run, level, below, progress);
  }
  if (!isOver(run)) await checkRoot(run, checkpoint);
  if (earlier !== undefined && !isOver(run)) await checkPast(run, log, checkpoint, earlier);
  return { ok: findings.length === 0, checkpoint, entries: run.entries, findings };
}

async function openFetched(fetch: LogFetcher, log: NoteVerifier, findings: LogFinding[]) {
  const refuse = (code: "log.missing" | "log.checkpoint", message: string) => {
    findings.push({ code, path: "checkpoint", entry: null, message });
    return null;
  };
  const bytes = await fetch("checkpoint");
  if (bytes === null) return refuse("log.missing", "there is no checkpoint");
  const note = fromUtf8(bytes);
  if (note === null) return refuse("log.checkpoint", "the checkpoint is not UTF-8");
  const opened = openCheckpoint(note, [log]);
  if (!opened.ok) return refuse("log.checkpoint", opened.problem);
  if (opened.checkpoint.origin !== log.name) {
    return refuse("log.checkpoint", `the checkpoint is of the log \`${opened.checkpoint.origin}\``);
  }
  return opened.checkpoint;
}

/**
 * Checks all tiles of a level; gives the root of each full one, null where the tile could not be
 * read.
 */
async function checkLevel(
  run: Run,
  level: number,
  below: readonly (Uint8Array | null)[],
  progress: LogCheck["progress"],
): Promise<readonly (Uint8Array | null)[]> {
  const roots: (Uint8Array | null)[] = [];
  for (const tiles of inGroups(tilesOfLevel(run.size, level), FETCH_MAX)) {
    const fetched = await Promise.all(
      tiles.map(async (tile) => ({
        tile,
        bytes: await fetchTile(run, tile),
        bundle: level === 0 ? await fetchBundle(run, tile) : null,
      })),
    );
    for (const { tile, bytes, bundle } of fetched) {
      const hashes = bytes === null ? null : hashesOf(bytes);
      if (hashes !== null) {
        if (level === 0) checkEntries(run, tile, hashes, bundle);
        else checkAgainstBelow(run, tile, hashes, below);
      }
      if (tile.width === TILE_WIDTH) roots.push(hashes === null ? null : perfectRoot(hashes));
      else if (bytes !== null) run.edge.set(level, bytes);
    }
    if (level === 0) progress?.(run.entries);
    if (isOver(run)) break;
  }
  return roots;
}

function checkEntries(
  run: Run,
  tile: TileId,
  hashes: readonly Uint8Array[],
  bundle: Uint8Array | null,
): void {
  if (bundle === null) return;
  const path = bundlePath(tile);
  const entries = entriesOf(bundle) ?? [];
  // In place of a partial bundle the log may have given the full one.
  if (entries.length !== tile.width && entries.length !== TILE_WIDTH) {
    const message = `the bundle does not hold ${tile.width} entries`;
    return void run.findings.push({ code: "log.entry", path, entry: null, message });
  }
  entries.slice(0, tile.width).forEach((entry, offset) => {
    if (equalBytes(leafHash(entry), hashes[offset]!)) run.entries += 1;
    else {
      const index = tile.index * TILE_WIDTH + offset;
      const message = `entry ${index} does not hash to its place in ${tilePath(tile)}`;
      run.findings.push({ code: "log.entry", path, entry: index, message });
    }
  });
}

function checkAgainstBelow(
  run: Run,
  tile: TileId,
  hashes: readonly Uint8Array[],
  below: readonly (Uint8Array | null)[],
): void {
  hashes.forEach((hash, offset) => {
    const index = tile.index * TILE_WIDTH + offset;
    const root = below[index];
    if (root === null || root === undefined || equalBytes(root, hash)) return;
    const lower = tilePath({ level: tile.level - 1, index, width: TILE_WIDTH });
    const message = `${lower} does not hash to its place in ${tilePath(tile)}`;
    run.findings.push({ code: "log.tile", path: lower, entry: null, message });
  });
}

async function checkRoot(run: Run, { size, root }: Checkpoint): Promise<void> {
  const computed = await rootFrom(run, size, edgeReader(run));
  if (computed === null || equalBytes(computed, root)) return;
  const message = "the tiles do not lead to the signed root";
  run.findings.push({ code: "log.root", path: "checkpoint", entry: null, message });
}

async function checkPast(run: Run, log: NoteVerifier, now: Checkpoint, note: string) {
  const refuse = (message: string) =>
    void run.findings.push({ code: "log.past", path: "checkpoint", entry: null, message });
  const opened = openCheckpoint(note, [log]);
  if (!opened.ok) return refuse(`the earlier checkpoint: ${opened.problem}`);
  const { origin, size, root } = opened.checkpoint;
  if (origin !== now.origin) return refuse("the earlier checkpoint is of another log");
  if (size > now.size) return refuse(`the log had ${size} entries and has ${now.size} now`);
  const computed = await rootFrom(run, size, fetchedReader(run));
  if (computed !== null && !equalBytes(computed, root)) {
    refuse(`the first ${size} entries are not those that the log signed before`);
  }
}

/** Null where a tile it needs could not be read, which was reported where it was fetched. */
async function rootFrom(run: Run, size: number, read: HashReader): Promise<Uint8Array | null> {
  try {
    return await rootAt(read, size);
  } catch (error) {
    if (error instanceof TileUnread && run.findings.length > 0) return null;
    throw error;
  }
}

class TileUnread extends Error {}

/** The root of the whole tree needs the partial tiles of the right edge only. */
function edgeReader(run: Run): HashReader {
  return readerOfTiles(run.size, async ({ level }) => {
    const tile = run.edge.get(level);
    if (tile === undefined) throw new TileUnread();
    return tile;
  });
}

function fetchedReader(run: Run): HashReader {
  return readerOfTiles(run.size, async (tile) => {
    const bytes = await fetchTile(run, tile);
    if (bytes === null) throw new TileUnread();
    return bytes;
  });
}

function isOver(run: Run): boolean {
  return run.findings.length >= FINDINGS_MAX;
}

function* inGroups<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
