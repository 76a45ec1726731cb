import { assert } from "./assert.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Text of well-formed UTF-8, a leading byte order mark kept; null for other bytes. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return view(bytes).toString("base64");
}

/**
 * Bytes of standard base64 in its one canonical spelling; null otherwise. Node's own decoder skips
 * what it does not know and drops trailing bits, so two texts could mean the same bytes; where a
 * text is signed or hashed that must not be.
 */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : null;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return view(bytes).toString("hex");
}

/** Bytes of lower-case hexadecimal; null otherwise. */
export function fromHex(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "hex");
  return bytes.toString("hex") === text ? new Uint8Array(bytes) : null;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** For public bytes only: it stops at the first difference, so it must not compare secrets. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

export function uint16BigEndian(value: number): Uint8Array {
  assert(Number.isInteger(value) && value >= 0 && value <= 0xffff, "a uint16 is 0 to 65535");
  return Uint8Array.of(value >> 8, value & 0xff);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
