import { createHmac } from "node:crypto";
import { parsePhoneNumberFromString } from "libphonenumber-js";

export type AddressKind = "email" | "phone" | "post";

/**
 * The form under which two spellings of one address are the same: e-mail without blanks and in
 * lower case (mail systems ignore the case of the local part, whatever RFC 5321 allows), telephone
 * in E.164, post in lower case without marks.
 */
export function normalAddress(kind: AddressKind, text: string): string {
  const plain = text.normalize("NFC").trim();
  if (kind === "email") return plain.toLowerCase();
  if (kind === "phone")
    return parsePhoneNumberFromString(plain)?.number ?? plain.replace(/[^\d+]/g, "");
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** HMAC-SHA-256 of the normal form; without the key nobody can try addresses against it. */
export function addressHash(key: Uint8Array, kind: AddressKind, text: string): Buffer {
  return createHmac("sha256", key)
    .update(`${kind}:${normalAddress(kind, text)}`)
    .digest();
}
