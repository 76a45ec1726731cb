/**
 * The log's signed promise to include an entry by a stated time. A person gets it at once with the
 * answer to their choice, and the proof of inclusion takes its place later. An entry that is
 * missing after its time convicts the log.
 */
import { assert } from "#kit/assert";
import { fromBase64, toBase64 } from "#kit/bytes";
import { HASH_BYTES } from "./merkle-hash.ts";
import { type NoteSigner, type NoteVerifier, openNote, signNote } from "./signed-note.ts";

export type InclusionPromise = {
  readonly origin: string;
  readonly leafHash: Uint8Array;
  /** Epoch milliseconds. */
  readonly includedBy: number;
};

export type OpenedPromise =
  | { readonly ok: true; readonly promise: InclusionPromise }
  | { readonly ok: false; readonly problem: string };

/**
 * First line of the note. The same key signs checkpoints, whose second line is a number and whose
 * first is the log's origin, so neither text can be taken for the other.
 */
const HEADER = "fairnotice/promise/v1";

export function signPromise(promise: InclusionPromise, signers: readonly NoteSigner[]): string {
  assert(promise.leafHash.length === HASH_BYTES, `a leaf hash has ${HASH_BYTES} bytes`);
  const includedBy = new Date(promise.includedBy).toISOString();
  const lines = [HEADER, promise.origin, toBase64(promise.leafHash), includedBy];
  return signNote(`${lines.join("\n")}\n`, signers);
}

export function openPromise(note: string, trusted: readonly NoteVerifier[]): OpenedPromise {
  const opened = openNote(note, trusted);
  if (!opened.ok) return opened;
  const promise = parsePromise(opened.text);
  return promise === null
    ? { ok: false, problem: "the note is no promise of inclusion" }
    : { ok: true, promise };
}

function parsePromise(text: string): InclusionPromise | null {
  const [header, origin, encoded, instant, rest, ...more] = text.split("\n");
  if (header !== HEADER || rest !== "" || more.length > 0) return null;
  const leafHash = fromBase64(encoded ?? "");
  const includedBy = parseInstant(instant ?? "");
  if (leafHash?.length !== HASH_BYTES || includedBy === null || !origin) return null;
  return { origin, leafHash, includedBy };
}

/** Epoch milliseconds of `2026-03-03T09:30:00.000Z`; null for any other spelling. */
export function parseInstant(text: string): number | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString() !== text ? null : at;
}
