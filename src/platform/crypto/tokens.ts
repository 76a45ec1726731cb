import { createHmac, timingSafeEqual } from "node:crypto";
import { fromBase32, toBase32 } from "./base32.ts";
import { deriveKey, SealBroken, seal, unseal } from "./seal.ts";

/**
 * What a token may be good for. One that was made for one use is nothing to another: each has its
 * own key.
 */
export type TokenUse =
  | "confirm-address"
  | "unsubscribe"
  | "preferences"
  | "rights-proof"
  | "rights-request"
  | "asset"
  | "device"
  | "session"
  | "receipt";

/**
 * Tokens in the local part of an address, which holds 64 octets (RFC 5321, 4.5.3.1.1) and may lose
 * its capitals on the way.
 */
export type AddressTokenUse = "unsubscribe-mail" | "return-path";

export type Tokens = {
  /** @param seconds how long it is good for. @returns letters that are safe in an address. */
  issue(use: TokenUse, content: { readonly [name: string]: string }, seconds: number): string;
  /** Null for a token that is altered, made for another use, or too old. */
  read(use: TokenUse, token: string): { readonly [name: string]: string } | null;
  /**
   * Names a UUID, which is not hidden: 48 letters and digits in lower case. @param days how long it
   * is good for.
   */
  issueForAddress(use: AddressTokenUse, uuid: string, days: number): string;
  /** The UUID; null for a token that is altered, made for another use, or too old. */
  readFromAddress(use: AddressTokenUse, token: string): string | null;
};

/** UUID, day of expiry, and the first bytes of an HMAC-SHA-256. */
const UUID_BYTES = 16;
const DAY_BYTES = 2;
const MAC_BYTES = 12;
const DAY_MS = 24 * 3600 * 1000;

const TOKEN_CHARS_MAX = 1_024;

/** Sealed tokens: opaque, bound to one use, expiring. The seal's own check is in constant time. */
export function openTokens(key: Uint8Array, clock: () => number): Tokens {
  const keys = new Map<string, Buffer>();
  const keyFor = (use: TokenUse | AddressTokenUse) => {
    const known = keys.get(use) ?? deriveKey(key, `token/${use}`);
    keys.set(use, known);
    return known;
  };
  return {
    issue(use, content, seconds) {
      const expires = Math.floor(clock() / 1000) + seconds;
      const plain = Buffer.from(JSON.stringify([expires, content]), "utf8");
      return seal(keyFor(use), `token/${use}`, plain).toString("base64url");
    },
    read(use, token) {
      if (token.length > TOKEN_CHARS_MAX || !/^[A-Za-z0-9_-]+$/.test(token)) return null;
      let plain: Buffer;
      try {
        plain = unseal(keyFor(use), `token/${use}`, Buffer.from(token, "base64url"));
      } catch (error) {
        if (error instanceof SealBroken) return null;
        throw error;
      }
      const [expires, content] = JSON.parse(plain.toString("utf8"));
      return expires * 1000 > clock() ? content : null;
    },
    issueForAddress(use, uuid, days) {
      const named = Buffer.alloc(UUID_BYTES + DAY_BYTES);
      named.write(uuid.replaceAll("-", ""), "hex");
      named.writeUInt16BE(Math.floor(clock() / DAY_MS) + days, UUID_BYTES);
      return toBase32(Buffer.concat([named, macOf(keyFor(use), named)]));
    },
    readFromAddress(use, token) {
      const bytes = fromBase32(token);
      if (bytes?.length !== UUID_BYTES + DAY_BYTES + MAC_BYTES) return null;
      const named = bytes.subarray(0, UUID_BYTES + DAY_BYTES);
      const mac = bytes.subarray(UUID_BYTES + DAY_BYTES);
      if (!timingSafeEqual(mac, macOf(keyFor(use), named))) return null;
      if (named.readUInt16BE(UUID_BYTES) * DAY_MS < clock()) return null;
      const hex = named.toString("hex", 0, UUID_BYTES);
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    },
  };
}

function macOf(key: Buffer, named: Buffer): Buffer {
  return createHmac("sha256", key).update(named).digest().subarray(0, MAC_BYTES);
}
