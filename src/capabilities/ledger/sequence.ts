import { signCheckpoint } from "#core/ledger/checkpoint";
import { frontierOf, grow, rootOf } from "#core/ledger/frontier";
import { leafHash } from "#core/ledger/merkle-hash";
import type { NoteSigner } from "#core/ledger/signed-note";
import { TILE_HEIGHT, type TileId } from "#core/ledger/tile-path";
import { readerOfTiles } from "#core/ledger/tiles";
import type { HashReader } from "#core/ledger/tree";
import { concatBytes } from "#kit/bytes";
import type { Tx } from "#platform/database/database";
import {
  insertCheckpoint,
  insertLeaves,
  insertNodes,
  logSize,
  newestCheckpoint,
  nodesFrom,
  tryLockSequencer,
  unsequenced,
} from "./store.ts";

const BATCH_MAX = 4_096;

/**
 * Gives committed facts their places in the log and signs the new checkpoint. Run by one worker at
 * a time; whoever finds the lock taken goes away.
 * @returns how many facts were placed.
 */
export async function sequence(tx: Tx, signer: NoteSigner, now: Date): Promise<number> {
  if (!(await tryLockSequencer(tx))) return 0;
  const waiting = await unsequenced(tx, BATCH_MAX);
  const size = await logSize(tx);
  if (waiting.length === 0) {
    // The first checkpoint is of the empty log, so that its address answers from the start.
    if ((await newestCheckpoint(tx)) === null)
      await sign(tx, signer, size, rootOf({ size: 0, roots: [] }), now);
    return 0;
  }
  const hashes = waiting.map(({ leaf }) => leafHash(leaf));
  const before = await frontierOf(readerOf(tx, size), size);
  const { frontier, completed } = grow(before, hashes);
  await insertLeaves(
    tx,
    waiting.map(({ position, leaf }, offset) => ({
      index: size + offset,
      position,
      leaf,
      hash: Buffer.from(hashes[offset] as Uint8Array),
    })),
  );
  await insertNodes(
    tx,
    completed.filter(({ level }) => level % TILE_HEIGHT === 0),
  );
  await sign(tx, signer, frontier.size, rootOf(frontier), now);
  return waiting.length;
}

async function sign(tx: Tx, signer: NoteSigner, size: number, root: Uint8Array, now: Date) {
  const note = signCheckpoint({ origin: signer.name, size, root }, [signer]);
  await insertCheckpoint(tx, size, note, now);
}

/** Reads a tile out of the table of hashes; a partial tile is as wide as asked. */
export async function readTile(tx: Tx, { level, index, width }: TileId): Promise<Uint8Array> {
  const hashes = await nodesFrom(tx, level * TILE_HEIGHT, index * 2 ** TILE_HEIGHT, width);
  return concatBytes(...hashes);
}

export function readerOf(tx: Tx, size: number): HashReader {
  return readerOfTiles(size, (tile) => readTile(tx, tile));
}
