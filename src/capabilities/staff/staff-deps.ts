import { createHash, createHmac, randomBytes } from "node:crypto";
import type { FactInput } from "#core/ledger/fact";
import type { FactBody } from "#core/ledger/fact-catalogue";
import { ORGANISATION } from "#kit/brands";
import { seal, unseal } from "#platform/crypto/seal";
import type { Tx } from "#platform/database/database";

export type StaffDeps = {
  /** Seals names and addresses, and keys the hashes that find them. */
  readonly key: Uint8Array;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly newId: () => string;
  readonly clock: () => number;
};

const TOKEN_BYTES = 32;

/** @param place what the text belongs to: sealed for one, it is nothing to another. */
export function sealed({ key }: StaffDeps, text: string, place: string): Buffer {
  return seal(key, `staff ${place}`, Buffer.from(text, "utf8"));
}

export function opened({ key }: StaffDeps, bytes: Buffer | null, place: string): string | null {
  return bytes === null ? null : unseal(key, `staff ${place}`, bytes).toString("utf8");
}

export function emailHash(deps: StaffDeps, email: string): Buffer {
  return keyed(deps, `email ${email.trim().toLowerCase()}`);
}

export function keyed({ key }: StaffDeps, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** 256 bits that nobody guesses; they are shown once and kept as a hash. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/**
 * Tokens are random and long, so a plain hash cannot be searched; and as rows are found by the
 * hash, the time that a look-up takes tells nothing of the token.
 */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

type StaffFact =
  | "staff.invited"
  | "staff.invitation-revoked"
  | "staff.joined"
  | "staff.role-changed"
  | "staff.removed"
  | "staff.sessions-ended"
  | "staff.password-link-made"
  | "staff.password-changed";

/** One fact on the organisation's ledger, in the transaction of what it tells. */
export async function state<K extends StaffFact>(
  { append }: StaffDeps,
  tx: Tx,
  kind: K,
  body: FactBody<K>,
): Promise<void> {
  const fact = { subjectId: ORGANISATION, noticeVersion: null, kind, body };
  await append(tx, [fact as FactInput]);
}
