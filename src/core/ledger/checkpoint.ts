/** Checkpoints (C2SP tlog-checkpoint): the signed size and root of the log. */
import { assert } from "#kit/assert";
import { fromBase64, toBase64 } from "#kit/bytes";
import { HASH_BYTES } from "./merkle-hash.ts";
import { type NoteSigner, type NoteVerifier, openNote, signNote } from "./signed-note.ts";

export type Checkpoint = {
  /** Names the log: an address without scheme, such as `example.com/log`. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Uint8Array;
};

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: string };

export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  assert(Number.isSafeInteger(checkpoint.size) && checkpoint.size >= 0, "a size is a whole number");
  assert(checkpoint.root.length === HASH_BYTES, `a root has ${HASH_BYTES} bytes`);
  const { origin, size, root } = checkpoint;
  return signNote(`${origin}\n${size}\n${toBase64(root)}\n`, signers);
}

/**
 * Reads the text of a checkpoint; null where it is none. Extension lines are allowed and mean
 * nothing.
 */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length < 3 || lines.includes("")) return null;
  const [origin, digits, encoded] = lines;
  const size = /^(0|[1-9]\d{0,15})$/.test(digits!) ? Number(digits) : Number.NaN;
  const root = fromBase64(encoded!);
  if (!Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return null;
  return { origin: origin!, size, root };
}

/**
 * The checkpoint of a note that one of the trusted keys signed. Whether its origin is the log
 * meant, the caller compares.
 */
export function openCheckpoint(note: string, trusted: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openNote(note, trusted);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  return checkpoint === null
    ? { ok: false, problem: "the note is no checkpoint" }
    : { ok: true, checkpoint };
}
