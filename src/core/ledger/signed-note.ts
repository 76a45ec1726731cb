/** Signed notes (C2SP signed-note): a text and the signatures of one or more named Ed25519 keys. */
import { createHash } from "node:crypto";
import { assert } from "#kit/assert";
import { concatBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "#kit/bytes";
import { KEY_BYTES, type Sign, signerOf, verifiesEd25519 } from "./ed25519.ts";

/** A key that is trusted to sign notes. */
export type NoteVerifier = {
  readonly name: string;
  /** Four bytes, hexadecimal: tells keys of one name apart. It proves nothing by itself. */
  readonly id: string;
  readonly publicKey: Uint8Array;
};

export type NoteSigner = NoteVerifier & { readonly sign: Sign };

export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly NoteVerifier[] }
  | { readonly ok: false; readonly problem: string };

const ED25519 = Uint8Array.of(1);
const NOTE_CHARS_MAX = 1_000_000;
/** The specification asks for at least 16. */
const SIGNATURES_MAX = 64;
const NAME = /^[^\s+\u0085]{1,255}$/u;

/** First four bytes of SHA-256 of name, newline, signature type and public key. */
export function noteKeyId(name: string, publicKey: Uint8Array): string {
  const bytes = concatBytes(utf8(`${name}\n`), ED25519, publicKey);
  return toHex(createHash("sha256").update(bytes).digest().subarray(0, 4));
}

export function noteVerifier(name: string, publicKey: Uint8Array): NoteVerifier {
  assert(NAME.test(name), "a note key's name has no blank and no plus");
  assert(publicKey.length === KEY_BYTES, `an Ed25519 key has ${KEY_BYTES} bytes`);
  return { name, id: noteKeyId(name, publicKey), publicKey };
}

/** @param seed the 32 bytes of the private key. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const { sign, publicKey } = signerOf(seed);
  return { ...noteVerifier(name, publicKey), sign };
}

/**
 * `name+id+base64(type, key)`: the one line that a stranger needs to check everything the log
 * signed.
 */
export function formatVerifierKey({ name, id, publicKey }: NoteVerifier): string {
  return `${name}+${id}+${toBase64(concatBytes(ED25519, publicKey))}`;
}

/** Null for a malformed key, one whose id is not its own, or one of another signature type. */
export function parseVerifierKey(text: string): NoteVerifier | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,128})$/.exec(text);
  if (match === null || !NAME.test(match[1]!)) return null;
  const bytes = fromBase64(match[3]!);
  if (bytes === null || bytes.length !== 1 + KEY_BYTES || bytes[0] !== ED25519[0]) return null;
  const verifier = noteVerifier(match[1]!, bytes.subarray(1));
  return verifier.id === match[2] ? verifier : null;
}

/** @param text ends with a newline and has no other control characters. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  assert(isNoteText(text), "a note's text ends with a newline and has no control characters");
  assert(signers.length > 0, "a note has a signature");
  const bytes = utf8(text);
  const lines = signers.map(({ name, id, sign }) => {
    const signature = concatBytes(fromHex(id)!, sign(bytes));
    return `— ${name} ${toBase64(signature)}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/**
 * Gives the text of a note that a trusted key signed. Signatures of unknown keys are ignored; a
 * wrong one of a known key spoils the note, whatever others say.
 */
export function openNote(note: string, trusted: readonly NoteVerifier[]): OpenedNote {
  if (note.length > NOTE_CHARS_MAX) return refused("the note is too long");
  // The text keeps its last newline; the blank line after it belongs to nothing.
  const end = note.lastIndexOf("\n\n") + 1;
  const text = note.slice(0, end);
  if (end === 0 || !note.endsWith("\n")) return refused("the note has no signatures");
  if (!isNoteText(text)) return refused("the note's text has characters that a note may not have");
  const lines = note.slice(end + 1, -1).split("\n");
  if (lines.length > SIGNATURES_MAX)
    return refused(`the note has over ${SIGNATURES_MAX} signatures`);
  const signedBy: NoteVerifier[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return refused("a signature line is malformed");
    const key = trusted.find(({ name, id }) => name === signature.name && id === signature.id);
    if (key === undefined || signedBy.includes(key)) continue;
    if (!verifiesEd25519(key.publicKey, utf8(text), signature.bytes)) {
      return refused(`the signature of \`${key.name}\` is wrong`);
    }
    signedBy.push(key);
  }
  if (signedBy.length === 0) return refused("no trusted key signed the note");
  return { ok: true, text, signedBy };
}

function parseSignature(line: string) {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  const bytes = match === null ? null : fromBase64(match[2]!);
  if (match === null || bytes === null || bytes.length < 5 || !NAME.test(match[1]!)) return null;
  return { name: match[1]!, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that a note may not have.
  return text.endsWith("\n") && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function refused(problem: string): OpenedNote {
  return { ok: false, problem };
}
