import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toHex } from "#kit/bytes";
import { openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { openPromise, signPromise } from "./promise.ts";
import {
  formatVerifierKey,
  noteSigner,
  noteVerifier,
  openNote,
  parseVerifierKey,
  signNote,
} from "./signed-note.ts";
import { formatTlogProof, parseTlogProof } from "./tlog-proof.ts";

/** The example of golang.org/x/mod/sumdb/note, whose keys and signatures are public. */
const TEXT =
  "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n";
const PETER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PETER_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const PETER =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const ENOCH =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

const peter = parseVerifierKey(PETER_KEY)!;
const enoch = parseVerifierKey(ENOCH_KEY)!;
const own = noteSigner("example.com/log", new Uint8Array(32).fill(7));

test("the public example is signed and opened as Go does", () => {
  const signer = noteSigner("PeterNeumann", fromBase64(PETER_SEED)!.subarray(1));
  expect(formatVerifierKey(signer)).toBe(PETER_KEY);
  expect(signNote(TEXT, [signer])).toBe(`${TEXT}\n${PETER}`);
  expect(openNote(`${TEXT}\n${PETER}`, [peter])).toEqual({
    ok: true,
    text: TEXT,
    signedBy: [peter],
  });
  const both = openNote(`${TEXT}\n${PETER}${ENOCH}`, [enoch, peter]);
  expect(both).toEqual({ ok: true, text: TEXT, signedBy: [peter, enoch] });
});

test("signatures of unknown keys are ignored, alone they do not suffice", () => {
  const note = `${TEXT}\n${PETER}${ENOCH}`;
  expect(openNote(note, [enoch])).toMatchObject({ ok: true, signedBy: [enoch] });
  expect(openNote(note, [own]).ok).toBe(false);
  expect(openNote(`${TEXT}\n${PETER}`, []).ok).toBe(false);
});

test("a wrong signature of a known key spoils the note", () => {
  const wrong = PETER.replace("x08go/ZJ", "x08go/ZK");
  expect(openNote(`${TEXT}\n${wrong}${ENOCH}`, [peter, enoch])).toMatchObject({ ok: false });
  // To who does not know Peter, his line means nothing.
  expect(openNote(`${TEXT}\n${wrong}${ENOCH}`, [enoch])).toMatchObject({ ok: true });
});

test("no byte of a text may change", () => {
  const note = signNote(TEXT, [own]);
  fc.assert(
    fc.property(fc.nat({ max: TEXT.length - 1 }), fc.constantFrom("x", "\n", " "), (at, char) => {
      fc.pre(note[at] !== char);
      expect(openNote(note.slice(0, at) + char + note.slice(at + 1), [own]).ok).toBe(false);
    }),
  );
});

test("malformed notes are refused", () => {
  const malformed = [
    "",
    TEXT,
    `${TEXT}\n`,
    `${TEXT}${PETER}`,
    `${TEXT}\n${PETER.trimEnd()}`,
    `${TEXT}\n${PETER.replace("—", "-")}`,
    `${TEXT}\n${PETER}\n`,
    `a\tb\n\n${PETER}`,
    `${TEXT}\n${ENOCH.repeat(65)}`,
    "x".repeat(1_000_001),
  ];
  for (const note of malformed) expect(openNote(note, [peter, enoch]).ok).toBe(false);
  expect(() => signNote("no newline", [own])).toThrow();
  expect(() => signNote("a\u0000\n", [own])).toThrow();
});

test("a text may hold blank lines and what looks like signatures", () => {
  const text = `one\n\n${PETER}\ntwo\n`;
  expect(openNote(signNote(text, [own]), [own])).toMatchObject({ ok: true, text });
});

test("verifier keys are read strictly", () => {
  expect(parseVerifierKey(formatVerifierKey(own))).toEqual(noteVerifier(own.name, own.publicKey));
  const malformed = [
    "",
    PETER_KEY.replace("c74f20a3", "c74f20a4"),
    PETER_KEY.replace("PeterNeumann", "Peter Neumann"),
    PETER_KEY.replace("+ARpc", "+Arpc"),
    PETER_KEY.slice(0, -4),
    `${PETER_KEY}\n`,
  ];
  for (const key of malformed) expect(parseVerifierKey(key)).toBeNull();
  expect(() => noteSigner("a b", new Uint8Array(32))).toThrow();
});

test("a checkpoint comes back as it was signed", () => {
  const root = new Uint8Array(32).fill(9);
  const note = signCheckpoint({ origin: own.name, size: 70_000, root }, [own]);
  expect(note.startsWith(`example.com/log\n70000\nCQkJCQkJ`)).toBe(true);
  const opened = openCheckpoint(note, [own]);
  expect(opened).toMatchObject({ ok: true, checkpoint: { origin: own.name, size: 70_000 } });
  expect(opened.ok && toHex(opened.checkpoint.root)).toBe(toHex(root));
});

test("the checkpoint that the specification prints is read; malformed ones are not", () => {
  const root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  expect(parseCheckpoint(`example.com/behind-the-sofa\n20852163\n${root}\n`)?.size).toBe(
    20_852_163,
  );
  expect(parseCheckpoint(`a\n0\n${root}\nextension\n`)?.size).toBe(0);
  const malformed = [
    `a\n1\n${root}`,
    `a\n01\n${root}\n`,
    `a\n-1\n${root}\n`,
    `a\n9007199254740992\n${root}\n`,
    `\n1\n${root}\n`,
    `a\n1\n${root.slice(4)}\n`,
    `a\n1\n${root}\n\n`,
    "a\n1\n",
  ];
  for (const text of malformed) expect(parseCheckpoint(text)).toBeNull();
});

test("a promise and a checkpoint are never taken for each other", () => {
  const leafHash = new Uint8Array(32).fill(3);
  const promise = { origin: own.name, leafHash, includedBy: Date.UTC(2026, 2, 3, 9, 30) };
  const note = signPromise(promise, [own]);
  expect(note).toContain("\n2026-03-03T09:30:00.000Z\n");
  const opened = openPromise(note, [own]);
  expect(opened).toMatchObject({ ok: true, promise: { includedBy: promise.includedBy } });
  expect(openCheckpoint(note, [own]).ok).toBe(false);
  const checkpoint = signCheckpoint({ origin: own.name, size: 1, root: leafHash }, [own]);
  expect(openPromise(checkpoint, [own]).ok).toBe(false);
});

test("a proof is written and read in the format of tlog-proof", () => {
  const hash = new Uint8Array(32).fill(1);
  const proof = { index: 73_894, hashes: [hash, hash], checkpoint: `a\n1\n\n${PETER}` };
  const text = formatTlogProof(proof);
  expect(text.startsWith("c2sp.org/tlog-proof@v1\nindex 73894\nAQEBAQ")).toBe(true);
  expect(parseTlogProof(text)).toEqual(proof);
  expect(parseTlogProof(text.replace("\nindex", "\nextra YWdl\nindex"))?.index).toBe(73_894);
  for (const bad of ["", text.replace("v1", "v2"), text.replace("index 7", "index 07")]) {
    expect(parseTlogProof(bad)).toBeNull();
  }
  expect(parseTlogProof(text.replace("AQEB", "AQE"))).toBeNull();
});
