/**
 * Base 32 (RFC 4648, 6) in lower case and without padding: survives whatever changes the case of
 * letters.
 */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** @param bytes a multiple of five, so that nothing has to be padded. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(held >>> bits) & 31];
    }
  }
  return text;
}

/** Null for what is no base 32 of whole bytes. */
export function fromBase32(text: string): Buffer | null {
  if (text.length > 1_024 || (text.length * 5) % 8 !== 0) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.toLowerCase()) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >>> bits) & 255);
    }
  }
  return Buffer.from(bytes);
}
