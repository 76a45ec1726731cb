/**
 * Proofs of inclusion as text that other tools read (C2SP tlog-proof): index, hashes, and the
 * checkpoint they lead to.
 */
import { assert } from "#kit/assert";
import { fromBase64, toBase64 } from "#kit/bytes";
import { HASH_BYTES } from "./merkle-hash.ts";

export type TlogProof = {
  readonly index: number;
  /** From the leaf's sibling up to the child of the root. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
};

const HEADER = "c2sp.org/tlog-proof@v1";
const HASHES_MAX = 63;

export function formatTlogProof({ index, hashes, checkpoint }: TlogProof): string {
  assert(Number.isSafeInteger(index) && index >= 0, "an index is a whole number");
  assert(hashes.length <= HASHES_MAX, `a proof has at most ${HASHES_MAX} hashes`);
  return [HEADER, `index ${index}`, ...hashes.map(toBase64), "", checkpoint].join("\n");
}

/**
 * Null for anything that is not exactly of the format. Extra data, which nobody authenticates, is
 * skipped.
 */
export function parseTlogProof(text: string): TlogProof | null {
  const end = text.indexOf("\n\n");
  if (end === -1) return null;
  const [header, ...lines] = text.slice(0, end).split("\n");
  if (header !== HEADER) return null;
  if (/^extra \S*$/.test(lines[0] ?? "")) lines.shift();
  const match = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? "");
  const index = Number(match?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(index) || lines.length > HASHES_MAX) return null;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) return null;
    hashes.push(hash);
  }
  return { index, hashes, checkpoint: text.slice(end + 2) };
}
