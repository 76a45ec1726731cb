/**
 * Facts with their effect in one transaction, and the public log over them. Rank 1; see README.md.
 */
import { commitmentOf, leafOf, openingOf } from "#core/ledger/commitment";
import { assertFactInput, type Fact, type FactInput, NONCE_BYTES } from "#core/ledger/fact";
import { leafHash } from "#core/ledger/merkle-hash";
import { signPromise } from "#core/ledger/promise";
import { type Receipt, receiptOf } from "#core/ledger/receipt";
import { formatVerifierKey, type NoteSigner } from "#core/ledger/signed-note";
import { parseTilePath } from "#core/ledger/tile-path";
import { bundleOf } from "#core/ledger/tiles";
import { inclusionProof } from "#core/ledger/tree";
import { atMs, subjectId as brandSubject, factPosition } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { readerOf, readTile, sequence } from "./sequence.ts";
import {
  countUnsequenced,
  drawPositions,
  type FactRow,
  factAt,
  factsOf,
  factsPerDay,
  insertFacts,
  leavesFrom,
  logSize,
  newestCheckpoint,
} from "./store.ts";

export type { FactRow } from "./store.ts";

/** Longest time until an entry is in a checkpoint; the promise of a receipt names it. */
const MERGE_DELAY_MS_MAX = 60_000;
const TILE_WIDTH = 256;

export type Projector = (tx: Tx, facts: readonly Fact[]) => Promise<void>;

export type LedgerDeps = {
  readonly signer: NoteSigner;
  /** Salts of people's commitments; made at first need, and dead with the person. */
  readonly saltsOf: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Null where the salt died with its person. */
  readonly knownSalt: (tx: Tx, id: string) => Promise<Uint8Array | null>;
  readonly projectors: readonly Projector[];
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type Ledger = {
  readonly origin: string;
  readonly verifierKey: string;
  /**
   * Appends facts in the caller's transaction, under the lock of each person, and projects them.
   */
  append(tx: Tx, facts: readonly FactInput[]): Promise<readonly Fact[]>;
  sequence(tx: Tx): Promise<number>;
  checkpoint(tx: Tx): Promise<{ readonly size: number; readonly note: string } | null>;
  /** A tile or entry bundle by its C2SP path; null where there is none. */
  tile(tx: Tx, path: string): Promise<Uint8Array | null>;
  /** Null: no such fact, or its person is erased and nobody can open it any more. */
  receipt(tx: Tx, subjectId: string, position: number): Promise<Receipt | null>;
  factsOf(tx: Tx, subjectIds: readonly string[], sizeMax: number): Promise<readonly FactRow[]>;
  waiting(tx: Tx): Promise<number>;
  entries: typeof leavesFrom;
  size: typeof logSize;
  perDay: typeof factsPerDay;
};

export function openLedger(deps: LedgerDeps): Ledger {
  return {
    origin: deps.signer.name,
    verifierKey: formatVerifierKey(deps.signer),
    append: (tx, facts) => append(deps, tx, facts),
    sequence: (tx) => sequence(tx, deps.signer, new Date(deps.clock())),
    checkpoint: newestCheckpoint,
    tile: readAddress,
    receipt: (tx, id, position) => receipt(deps, tx, id, position),
    factsOf,
    waiting: countUnsequenced,
    entries: leavesFrom,
    size: logSize,
    perDay: factsPerDay,
  };
}

async function append(
  deps: LedgerDeps,
  tx: Tx,
  inputs: readonly FactInput[],
): Promise<readonly Fact[]> {
  if (inputs.length === 0) return [];
  for (const input of inputs) assertFactInput(input);
  const ids = [...new Set(inputs.map((input) => input.subjectId))];
  const salts = await deps.saltsOf(tx, ids);
  const positions = await drawPositions(tx, inputs.length);
  const at = atMs(deps.clock());
  const facts = inputs.map((input, index): Fact => {
    const position = factPosition(positions[index] as number);
    const nonce = deps.randomBytes(NONCE_BYTES);
    const opening = openingOf(salts.get(input.subjectId) as Uint8Array, nonce);
    return {
      ...input,
      position,
      at,
      nonce,
      commitment: commitmentOf(opening, { ...input, position }),
    } as Fact;
  });
  await insertFacts(tx, facts, facts.map(leafOf));
  for (const project of deps.projectors) await project(tx, facts);
  return facts;
}

async function readAddress(tx: Tx, path: string): Promise<Uint8Array | null> {
  const address = parseTilePath(path);
  if (address === null) return null;
  if (address.kind === "tile") {
    const bytes = await readTile(tx, address);
    return bytes.length === address.width * 32 ? bytes : null;
  }
  const leaves = await leavesFrom(tx, address.index * TILE_WIDTH, address.width);
  return leaves.length === address.width ? bundleOf(leaves.map(({ leaf }) => leaf)) : null;
}

async function receipt(
  deps: LedgerDeps,
  tx: Tx,
  subjectId: string,
  position: number,
): Promise<Receipt | null> {
  const row = await factAt(tx, subjectId, position);
  if (row === null) return null;
  const fact = factFrom(row);
  const salt = await deps.knownSalt(tx, subjectId);
  if (salt === null) return null;
  const opening = openingOf(salt, fact.nonce);
  // A person who came back after an erasure has a new salt: it opens nothing of what was committed
  // before.
  if (!Buffer.from(commitmentOf(opening, fact)).equals(row.commitment)) return null;
  const log = deps.signer.name;
  const key = formatVerifierKey(deps.signer);
  const checkpoint = await newestCheckpoint(tx);
  if (row.leafIndex === null || checkpoint === null || row.leafIndex >= checkpoint.size) {
    const includedBy = fact.at + MERGE_DELAY_MS_MAX;
    const promised = { origin: log, leafHash: leafHash(leafOf(fact)), includedBy };
    return receiptOf(fact, { log, key, opening, promise: signPromise(promised, [deps.signer]) });
  }
  const { size, note } = checkpoint;
  const hashes = await inclusionProof(readerOf(tx, size), row.leafIndex, size);
  return receiptOf(fact, {
    key,
    log,
    opening,
    inclusion: { index: row.leafIndex, hashes, checkpoint: note },
  });
}

function factFrom(row: FactRow): Fact {
  return {
    subjectId: brandSubject(row.subjectId),
    position: factPosition(row.position),
    kind: row.kind,
    at: atMs(row.at.getTime()),
    noticeVersion: row.noticeVersion,
    body: row.body,
    nonce: row.nonce,
    commitment: row.commitment,
  } as Fact;
}
