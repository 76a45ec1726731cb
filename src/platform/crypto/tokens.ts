import { deriveKey, SealBroken, seal, unseal } from "./seal.ts";

/** What a token may be good for. One that was made for one use is nothing to another: each has its own key. */
export type TokenUse =
  | "confirm-address"
  | "unsubscribe"
  | "preferences"
  | "rights-proof"
  | "rights-request"
  | "asset"
  | "device"
  | "session"
  | "return-path"
  | "receipt";

export type Tokens = {
  /** @param seconds how long it is good for. @returns letters that are safe in an address. */
  issue(use: TokenUse, content: { readonly [name: string]: string }, seconds: number): string;
  /** Null for a token that is altered, made for another use, or too old. */
  read(use: TokenUse, token: string): { readonly [name: string]: string } | null;
};

const TOKEN_CHARS_MAX = 1_024;

/** Sealed tokens: opaque, bound to one use, expiring. The seal's own check is in constant time. */
export function openTokens(key: Uint8Array, clock: () => number): Tokens {
  const keys = new Map<TokenUse, Buffer>();
  const keyFor = (use: TokenUse) => {
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
  };
}
