import { Compile } from "typebox/compile";
import { parseFactPosition, parseSubjectId } from "#kit/brands";
import { equalBytes, fromBase64, utf8 } from "#kit/bytes";
import { NotJson } from "#kit/canonical-json";
import { openCheckpoint } from "./checkpoint.ts";
import { commitmentOf, leafOf } from "./commitment.ts";
import { HASH_BYTES, leafHash } from "./merkle-hash.ts";
import { openPromise, parseInstant } from "./promise.ts";
import { rootFromInclusion } from "./proof-check.ts";
import { type Receipt, receiptSchema } from "./receipt.ts";
import { formatVerifierKey, type NoteVerifier } from "./signed-note.ts";
import { parseTlogProof } from "./tlog-proof.ts";

export type ReceiptProblem = {
  readonly code:
    | "receipt.malformed"
    | "receipt.statement"
    | "receipt.log"
    | "receipt.promise"
    | "receipt.inclusion"
    | "receipt.overdue";
  readonly message: string;
};

export type ReceiptVerdict = {
  readonly ok: boolean;
  /**
   * `included`: the log holds the entry. `promised`: it said it will, by `includedBy`. Null where
   * neither was shown.
   */
  readonly state: "included" | "promised" | null;
  /** Epoch milliseconds, where a promise verified. */
  readonly includedBy: number | null;
  /** Place in the log and size of the tree that proves it, where inclusion verified. */
  readonly included: { readonly index: number; readonly size: number } | null;
  readonly problems: readonly ReceiptProblem[];
};

type Found = {
  promisedBy: number | null;
  included: { readonly index: number; readonly size: number } | null;
  readonly problems: ReceiptProblem[];
};

let shape: ReturnType<typeof Compile<typeof receiptSchema>> | undefined;

/**
 * Checks a receipt with nothing but the log's verifier key: the statement gives the entry, and the
 * log signed that it has it or will have it. Every problem is reported, not only the first.
 * @param now epoch milliseconds; where given, a promise whose time has passed without inclusion is
 * a problem.
 */
export function verifyReceipt(
  receipt: unknown,
  log: NoteVerifier,
  now: number | null = null,
): ReceiptVerdict {
  shape ??= Compile(receiptSchema);
  const found: Found = { promisedBy: null, included: null, problems: [] };
  if (!shape.Check(receipt)) {
    const [first] = shape.Errors(receipt);
    const where = first === undefined ? "" : `: \`${first.instancePath}\` ${first.message}`;
    found.problems.push({ code: "receipt.malformed", message: `this is no receipt${where}` });
    return verdict(found, now);
  }
  checkStatement(receipt, found);
  if (receipt.proof.log !== log.name) {
    const message = `the receipt is of the log \`${receipt.proof.log}\`, the key of \`${log.name}\``;
    found.problems.push({ code: "receipt.log", message });
  }
  if (receipt.proof.key !== formatVerifierKey(log)) {
    const message = "the receipt names another key of the log than the one it is checked by";
    found.problems.push({ code: "receipt.log", message });
  }
  const hash = leafHash(utf8(receipt.proof.leaf));
  checkPromise(receipt, hash, log, found);
  checkInclusion(receipt, hash, log, found);
  return verdict(found, now);
}

/**
 * The entry must be the one that follows from the plain fields and the opening; else they say
 * something else than was logged.
 */
function checkStatement(receipt: Receipt, found: Found): void {
  const expected = leafOfStatement(receipt);
  if (expected !== null && equalBytes(expected, utf8(receipt.proof.leaf))) return;
  found.problems.push({
    code: "receipt.statement",
    message: "the statement is not the one that the log entry commits to",
  });
}

function leafOfStatement({ record_id, pii_principal_id, privacy_notice, event, proof }: Receipt) {
  const subjectId = parseSubjectId(pii_principal_id);
  const position = parseFactPosition(event.position);
  const at = parseInstant(event.event_time);
  const opening = fromBase64(proof.opening);
  if (subjectId === null || position === null || at === null) return null;
  if (opening?.length !== HASH_BYTES || record_id !== `${subjectId}:${position}`) return null;
  // One spelling of everything: an id in other letters is not what was logged.
  if (pii_principal_id !== subjectId) return null;
  const kind = event.event_type;
  try {
    const commitment = commitmentOf(opening, { subjectId, position, kind, body: event.statement });
    return leafOf({ kind, at, noticeVersion: privacy_notice, commitment });
  } catch (error) {
    // A stranger's statement may hold what canonical JSON cannot say; no entry of ours commits to
    // such.
    if (error instanceof NotJson) return null;
    throw error;
  }
}

function checkPromise(receipt: Receipt, hash: Uint8Array, log: NoteVerifier, found: Found): void {
  if (receipt.proof.promise === undefined) return;
  const opened = openPromise(receipt.proof.promise, [log]);
  const problem = !opened.ok
    ? opened.problem
    : opened.promise.origin !== log.name
      ? "the promise is of another log"
      : equalBytes(opened.promise.leafHash, hash)
        ? null
        : "the promise is about another entry";
  if (problem !== null) found.problems.push({ code: "receipt.promise", message: problem });
  else if (opened.ok) found.promisedBy = opened.promise.includedBy;
}

function checkInclusion(receipt: Receipt, hash: Uint8Array, log: NoteVerifier, found: Found): void {
  if (receipt.proof.inclusion === undefined) return;
  const refuse = (message: string) => found.problems.push({ code: "receipt.inclusion", message });
  const proof = parseTlogProof(receipt.proof.inclusion);
  if (proof === null) return void refuse("the proof of inclusion is malformed");
  const opened = openCheckpoint(proof.checkpoint, [log]);
  if (!opened.ok) return void refuse(opened.problem);
  const { origin, size, root } = opened.checkpoint;
  if (origin !== log.name) return void refuse("the checkpoint is of another log");
  const computed = rootFromInclusion(proof.index, size, hash, proof.hashes);
  if (computed === null || !equalBytes(computed, root)) {
    return void refuse("the proof does not lead from this entry to the signed root");
  }
  found.included = { index: proof.index, size };
}

function verdict({ promisedBy, included, problems }: Found, now: number | null): ReceiptVerdict {
  const isOverdue = included === null && promisedBy !== null && now !== null && now > promisedBy;
  const all = [...problems];
  if (isOverdue) {
    const message = `the log promised the entry by ${new Date(promisedBy).toISOString()}`;
    all.push({ code: "receipt.overdue", message });
  }
  const state = included !== null ? "included" : promisedBy !== null ? "promised" : null;
  if (state === null && all.length === 0) {
    all.push({ code: "receipt.malformed", message: "the receipt has neither promise nor proof" });
  }
  return { ok: all.length === 0, state, includedBy: promisedBy, included, problems: all };
}
