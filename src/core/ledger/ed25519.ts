import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { assert } from "#kit/assert";
import { concatBytes, fromHex } from "#kit/bytes";

/**
 * Ed25519 (RFC 8032) on raw keys of 32 bytes. Node wants them in DER, whose fixed beginnings stand
 * here (RFC 8410).
 */
const PRIVATE_PREFIX = fromHex("302e020100300506032b657004220420")!;
const PUBLIC_PREFIX = fromHex("302a300506032b6570032100")!;

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** Signs bytes; the same key and bytes give the same signature. */
export type Sign = (bytes: Uint8Array) => Uint8Array;

/** @param seed the 32 bytes of the private key. */
export function signerOf(seed: Uint8Array): {
  readonly sign: Sign;
  readonly publicKey: Uint8Array;
} {
  assert(seed.length === KEY_BYTES, `an Ed25519 seed has ${KEY_BYTES} bytes`);
  const der = Buffer.from(concatBytes(PRIVATE_PREFIX, seed));
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    sign: (bytes) => sign(null, bytes, key),
    publicKey: new Uint8Array(spki.subarray(PUBLIC_PREFIX.length)),
  };
}

/** False for a wrong signature and for a key that is no point of the curve. */
export function verifiesEd25519(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const key = publicKeyObject(publicKey);
  return verify(null, bytes, key, signature);
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const der = Buffer.from(concatBytes(PUBLIC_PREFIX, publicKey));
  return createPublicKey({ key: der, format: "der", type: "spki" });
}
