/** Signing in, and what slows down whoever guesses. */
import { randomBytes } from "node:crypto";
import type { Tx } from "#platform/database/database";
import {
  countAttempts,
  forgiveAttempts,
  holdKey,
  insertAttempts,
  isKnownNetwork,
  keepNetwork,
} from "./attempt-store.ts";
import { hashPassword, passwordMatches } from "./password.ts";
import { accountByEmail, lockAccount } from "./store.ts";

const WINDOW_MS = 15 * 60_000;
/** Failed attempts in the window: of one account from one network. */
const PAIR_MAX = 10;
/** Of one account from all networks together that it never signed in from. */
const ACCOUNT_MAX = 30;
/** Of one network, whatever the accounts. */
const NETWORK_MAX = 50;

export type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export type SignInPorts = {
  /** Keyed hash of a text. */
  readonly keyed: (text: string) => Buffer;
  readonly emailHash: (email: string) => Buffer;
  readonly newSession: (tx: Tx, staffId: string) => Promise<string>;
  readonly clock: () => number;
};

export type Credentials = {
  readonly email: string;
  readonly password: string;
  readonly network: string;
};

type Keys = { readonly pair: Buffer; readonly account: Buffer; readonly network: Buffer };

/** Of nobody: compared with when the address is unknown, so that both cases cost the same work. */
const NOBODY = hashPassword(randomBytes(32).toString("base64"));

/**
 * Each attempt is counted as failed before its password is judged, one after the other for an
 * account, and taken back when it was right: guesses sent at once are bounded like any others.
 *
 * CHOICE: a network from which the colleague signed in before has a count of its own, so that a
 * stranger cannot lock them out from elsewhere. A cookie that knows the browser would tell more
 * finely, and would be one more stored item to declare.
 */
export async function signIn(
  ports: SignInPorts,
  run: Run,
  given: Credentials,
): Promise<{ readonly token: string } | { readonly refused: "credentials" | "throttled" }> {
  const hash = ports.emailHash(given.email);
  const keys: Keys = {
    pair: ports.keyed(`pair ${hash.toString("hex")} ${given.network}`),
    account: ports.keyed(`account ${hash.toString("hex")}`),
    network: ports.keyed(`network ${given.network}`),
  };
  const at = new Date(ports.clock());
  const begun = await run((tx) => begin(tx, keys, at));
  if (begun === null) return { refused: "throttled" };
  const account = await run((tx) => accountByEmail(tx, hash));
  const matches = await passwordMatches(given.password, account?.password ?? (await NOBODY));
  if (account === null || !matches || account.state !== "active") return { refused: "credentials" };
  return run(async (tx) => {
    // While the password was judged it may have been changed, or the colleague removed: whoever
    // does that waits for this lock, or is seen here.
    const still = await lockAccount(tx, account.staffId);
    if (still?.state !== "active" || still.password !== account.password)
      return { refused: "credentials" as const };
    await forgiveAttempts(tx, keys.pair, begun, at);
    await keepNetwork(tx, keys.pair, at);
    return { token: await ports.newSession(tx, account.staffId) };
  });
}

/** Counts one more attempt. @returns the keys of its counts; null: it is one too many. */
async function begin(tx: Tx, keys: Keys, at: Date): Promise<readonly Buffer[] | null> {
  const since = new Date(at.getTime() - WINDOW_MS);
  // Always in this order, so that no two wait for each other.
  await holdKey(tx, keys.network);
  await holdKey(tx, keys.account);
  const isKnown = await isKnownNetwork(tx, keys.pair);
  const limits: (readonly [Buffer, number])[] = [[keys.pair, PAIR_MAX]];
  if (!isKnown) limits.push([keys.account, ACCOUNT_MAX]);
  limits.push([keys.network, NETWORK_MAX]);
  for (const [key, max] of limits) {
    if ((await countAttempts(tx, key, since)) >= max) return null;
  }
  const counted = limits.map(([key]) => key);
  await insertAttempts(tx, counted, at);
  return counted;
}
