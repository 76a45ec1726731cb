import { createHmac, hkdfSync } from "node:crypto";
import { assert } from "#kit/assert";
import type { FactPosition, SubjectId } from "#kit/brands";
import { concatBytes, equalBytes, fromUtf8, toBase64, utf8 } from "#kit/bytes";
import { canonicalJson } from "#kit/canonical-json";

/** What a commitment hides: everything of a fact that points at a person. */
export type Committed = {
  readonly subjectId: SubjectId;
  readonly position: FactPosition;
  readonly kind: string;
  readonly body: object;
};

/** What the public log shows of a fact. */
export type LeafContent = {
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly noticeVersion: number | null;
  readonly commitment: Uint8Array;
};

export const SALT_BYTES_MIN = 32;
const DIGEST_BYTES = 32;
const INFO = utf8("fairnotice/opening/v1");

/**
 * The key that opens one commitment: HKDF-SHA-256 of the person's salt and the fact's nonce. A
 * receipt discloses it for its own fact; nothing about any other opening follows from it. When the
 * salt is destroyed, no commitment of the person can be opened again.
 * @param salt at least 32 secret bytes that live and die with the person.
 */
export function openingOf(salt: Uint8Array, nonce: Uint8Array): Uint8Array {
  assert(salt.length >= SALT_BYTES_MIN, `a salt has at least ${SALT_BYTES_MIN} bytes`);
  const info = concatBytes(INFO, nonce);
  return new Uint8Array(hkdfSync("sha256", salt, new Uint8Array(0), info, DIGEST_BYTES));
}

/**
 * HMAC-SHA-256 keyed with the opening: hiding, because the opening is secret, and binding, because
 * a second content with the same code would be a collision of SHA-256.
 */
export function commitmentOf(opening: Uint8Array, committed: Committed): Uint8Array {
  assert(opening.length === DIGEST_BYTES, `an opening has ${DIGEST_BYTES} bytes`);
  const { subjectId, position, kind, body } = committed;
  const text = canonicalJson({ subjectId, position, kind, body });
  return createHmac("sha256", opening).update(text).digest();
}

export function opens(opening: Uint8Array, committed: Committed, commitment: Uint8Array): boolean {
  return equalBytes(commitmentOf(opening, committed), commitment);
}

/** Bytes of the log entry of a fact: canonical JSON `{at, commitment, kind, notice, v}`. */
export function leafOf(content: LeafContent): Uint8Array {
  return utf8(
    canonicalJson({
      v: 1,
      kind: content.kind,
      at: content.at,
      notice: content.noticeVersion,
      commitment: toBase64(content.commitment),
    }),
  );
}

/** Text of a leaf for people and documents; null for bytes that are no text. */
export function leafText(leaf: Uint8Array): string | null {
  return fromUtf8(leaf);
}
