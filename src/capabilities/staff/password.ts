import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { refuse } from "./errors.ts";

/**
 * scrypt (RFC 7914) with 2^15 rounds of blocks of 8 (32 MiB a try). The parameters stand in the
 * hash, so they can grow.
 */
const COST = 2 ** 15;
const BLOCK = 8;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MEMORY_MAX = 128 * COST * BLOCK * 2;

export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 256;

/** What heads every list of stolen passwords, and what a tired person would type here. */
const COMMON = new RegExp(
  [
    ...["password", "passwort", "motdepasse", "fairnotice", "letmein", "welcome", "willkommen"],
    ...["administrator", "admin", "iloveyou", "monkey", "dragon", "sunshine", "princess", "secret"],
    ...["qwertyuiop", "qwerty", "qwertz", "azerty", "asdfghjkl", "asdf", "zxcvbnm", "yxcvbnm"],
    ...["spring", "summer", "autumn", "winter", "sommer", "herbst", "bonjour", "football", "login"],
    ...["abcdefghijkl", "abcdef", "abc", "\\d+"],
  ].join("|"),
  "g",
);
/** So many letters beside common words make none of them one's own. */
const OWN_MIN = 3;
/** One to four characters over and over. */
const REPEATED = /^(.{1,4})\1+$/su;
/** How people write letters as figures. */
const FIGURES: { readonly [figure: string]: string } = { "@": "a", "0": "o", "3": "e", $: "s" };

/** Long, and not a common one with other capitals, marks or figures (NIST SP 800-63B, 3.1.1.2). */
export function isGoodPassword(password: string): boolean {
  const plain = password.normalize("NFKC");
  if (plain.length < PASSWORD_CHARS_MIN || plain.length > PASSWORD_CHARS_MAX) return false;
  const bare = plain.toLowerCase().replace(/[!?.*#_-]/g, "");
  const spelled = bare.replace(/[@03$]/g, (figure) => FIGURES[figure] ?? figure);
  return ![plain, bare].some((each) => REPEATED.test(each)) && ![bare, spelled].some(isCommon);
}

function isCommon(text: string): boolean {
  return text.replace(COMMON, "").length < OWN_MIN;
}

/**
 * @param guessable what is tried first: the colleague's own address, name and last password.
 * @throws Refusal `staff.weak_password`.
 */
export function checkedPassword(password: string, guessable: readonly string[]): string {
  const normal = password.normalize("NFKC");
  const same = (text: string) => text.normalize("NFKC").toLowerCase() === normal.toLowerCase();
  if (!isGoodPassword(password) || guessable.some(same)) refuse("staff.weak_password");
  return password;
}

/** `scrypt$cost$block$salt$key`, base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, BLOCK);
  return ["scrypt", COST, BLOCK, salt.toString("base64"), key.toString("base64")].join("$");
}

/** Compares in constant time. A hash of another form never matches. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [kind, cost, block, salt, key] = hash.split("$");
  if (kind !== "scrypt" || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, "base64");
  const given = await derive(password, Buffer.from(salt, "base64"), Number(cost), Number(block));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function derive(password: string, salt: Buffer, cost: number, block: number): Promise<Buffer> {
  const settings = { N: cost, r: block, p: 1, maxmem: MEMORY_MAX };
  return new Promise((done, fail) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, settings, (error, key) => {
      if (error === null) done(key);
      else fail(error);
    });
  });
}
