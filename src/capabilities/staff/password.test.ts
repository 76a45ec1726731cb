import { expect, test } from "vitest";
import { isGoodPassword } from "./password.ts";

test("common words, repeated, in a row or with figures after them, are no passwords", () => {
  const bad = [
    ...["short", "passwordpassword", "Password1234!", "passwortpasswort1", "P@ssw0rdP@ssw0rd"],
    ...[
      "aaaaaaaaaaaaaa",
      "abababababab",
      "abcabcabcabc",
      "123456789012",
      "qwertyqwerty",
      "qwertyuiopas",
    ],
    ...["fairnotice2026", "motdepasse123", "letmeinletmein", "iloveyou1234567", "Sommer2026!!!!!"],
  ];
  for (const each of bad) expect(isGoodPassword(each), each).toBe(false);
});

test("a sentence, and what a password manager makes, are", () => {
  const good = [
    "correct horse staple",
    "Xq4-vb9.Lm2_rt",
    "der Hund bellt um vier",
    "password of the moon",
  ];
  for (const each of good) expect(isGoodPassword(each), each).toBe(true);
  expect(isGoodPassword("x y".repeat(100))).toBe(false);
});
