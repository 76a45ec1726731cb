/** Colleagues: accounts by invitation, roles, sessions. Rank 2; see README.md. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { FactInput } from "#core/ledger/fact";
import { ORGANISATION } from "#kit/brands";
import { seal, unseal } from "#platform/crypto/seal";
import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import { hashPassword, isGoodPassword, passwordMatches } from "./password.ts";
import { type Action, actionsOf, may, type Role } from "./roles.ts";
import {
  type AccountRow,
  accountByEmail,
  accountById,
  accounts,
  countActive,
  countAttempts,
  countOwners,
  dropWhatIsOver,
  endOwnerLinks,
  endSession,
  insertAccount,
  insertAttempt,
  insertInvitation,
  insertSession,
  openInvitation,
  openInvitations,
  spendInvitation,
  touchSession,
} from "./store.ts";

export { refuse as refuseStaff } from "./errors.ts";
export { type Action, actionsOf, type Role } from "./roles.ts";

export type StaffDeps = {
  /** Seals names and addresses, and keys the hashes that find them. */
  readonly key: Uint8Array;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly newId: () => string;
  readonly clock: () => number;
};

export type Colleague = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export type StaffLine = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
  readonly role: Role;
  readonly state: "active" | "invited" | "deactivated";
  readonly since: Date;
};

const HOUR_MS = 3_600_000;
const SESSION_MS_MAX = 12 * HOUR_MS;
const IDLE_MS_MAX = 2 * HOUR_MS;
const INVITATION_MS = 72 * HOUR_MS;
const THROTTLE_MS = 15 * 60_000;
const ATTEMPTS_MAX = 10;
const TOKEN_BYTES = 32;

export type Staff = ReturnType<typeof openStaff>;

export function openStaff(deps: StaffDeps) {
  const now = () => new Date(deps.clock());
  return {
    /** The link of the first owner, or null when there is one. */
    async ownerLink(tx: Tx): Promise<string | null> {
      if ((await countOwners(tx)) > 0) return null;
      await endOwnerLinks(tx, now());
      return invitation(deps, tx, "owner", null);
    },
    async invite(tx: Tx, email: string, role: Role): Promise<string> {
      if (await accountByEmail(tx, emailHash(deps, email))) refuse("staff.known_address");
      return invitation(deps, tx, role, email);
    },
    async look(
      tx: Tx,
      token: string,
    ): Promise<{ readonly role: Role; readonly email: string | null }> {
      const found = (await openInvitation(tx, hashOf(token), now())) ?? refuse("staff.link_over");
      return { role: found.role, email: opened(deps, found.emailSealed, "invitation") };
    },
    sweep: (tx: Tx) => dropWhatIsOver(tx, new Date(deps.clock() - SESSION_MS_MAX)),
    accept: (tx: Tx, given: Acceptance) => accept(deps, tx, given),
    /**
     * @param network the caller's address; only its keyed hash is kept. @returns the session's
     * token.
     */
    signIn: (tx: Tx, email: string, password: string, network: string) =>
      signIn(deps, tx, email, password, network),
    async session(tx: Tx, token: string): Promise<Colleague | null> {
      const at = deps.clock();
      const limits = [new Date(at - SESSION_MS_MAX), new Date(at - IDLE_MS_MAX)] as const;
      const staffId = await touchSession(tx, hashOf(token), new Date(at), ...limits);
      const account = staffId === null ? null : await accountById(tx, staffId);
      return account === null || account.state !== "active" ? null : colleagueOf(deps, account);
    },
    signOut: (tx: Tx, token: string) => endSession(tx, hashOf(token), now()),
    /** @throws Refusal `staff.not_allowed`. */
    require(colleague: Colleague, action: Action): void {
      if (!may(colleague.role, action)) refuse("staff.not_allowed", { action });
    },
    async list(tx: Tx): Promise<readonly StaffLine[]> {
      const joined = (await accounts(tx)).map((row): StaffLine => {
        const { id, name, email, role } = colleagueOf(deps, row);
        return { id, name, email, role, state: row.state, since: row.since };
      });
      const waiting = (await openInvitations(tx, now())).map(
        (row, index): StaffLine => ({
          id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
          name: null,
          email: opened(deps, row.emailSealed, "invitation") ?? "",
          role: row.role,
          state: "invited",
          since: row.createdAt,
        }),
      );
      return [...joined, ...waiting];
    },
    countActive,
    actionsOf,
  };
}

type Acceptance = {
  readonly token: string;
  readonly name: string;
  readonly email: string | null;
  readonly password: string;
};

async function invitation(
  deps: StaffDeps,
  tx: Tx,
  role: Role,
  email: string | null,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const createdAt = new Date(deps.clock());
  await insertInvitation(tx, {
    tokenHash: hashOf(token),
    role,
    emailSealed: email === null ? null : sealed(deps, email, "invitation"),
    expiresAt: new Date(deps.clock() + INVITATION_MS),
    createdAt,
  });
  if (email !== null) await fact(deps, tx, "staff.invited", deps.newId(), role);
  return token;
}

async function accept(deps: StaffDeps, tx: Tx, given: Acceptance): Promise<string> {
  const now = new Date(deps.clock());
  const found = (await openInvitation(tx, hashOf(given.token), now)) ?? refuse("staff.link_over");
  if (!isGoodPassword(given.password)) refuse("staff.weak_password");
  const email = opened(deps, found.emailSealed, "invitation") ?? given.email;
  if (email === null || !email.includes("@")) return refuse("staff.address_missing");
  const staffId = deps.newId();
  const made = await insertAccount(tx, {
    staffId,
    role: found.role,
    emailHash: emailHash(deps, email),
    emailSealed: sealed(deps, email, staffId),
    nameSealed: sealed(deps, given.name, staffId),
    password: await hashPassword(given.password),
    state: "active",
    since: now,
  });
  if (!made) refuse("staff.known_address");
  await spendInvitation(tx, hashOf(given.token), now);
  await fact(deps, tx, "staff.joined", staffId, found.role);
  return newSession(deps, tx, staffId);
}

/** Of nobody: compared with when the address is unknown, so that both cases cost the same work. */
const NOBODY = hashPassword(randomBytes(TOKEN_BYTES).toString("base64"));

async function signIn(
  deps: StaffDeps,
  tx: Tx,
  email: string,
  password: string,
  network: string,
): Promise<{ readonly token: string } | { readonly refused: "credentials" | "throttled" }> {
  const at = deps.clock();
  const since = new Date(at - THROTTLE_MS);
  const keys = [keyed(deps, `account ${email.toLowerCase()}`), keyed(deps, `network ${network}`)];
  const [byAccount = 0, byNetwork = 0] = await Promise.all(
    keys.map((key) => countAttempts(tx, key, since)),
  );
  if (byAccount >= ATTEMPTS_MAX || byNetwork >= ATTEMPTS_MAX * 5) return { refused: "throttled" };
  const account = await accountByEmail(tx, emailHash(deps, email));
  const matches = await passwordMatches(password, account?.password ?? (await NOBODY));
  if (account === null || !matches || account.state !== "active") {
    for (const key of keys) await insertAttempt(tx, key, new Date(at));
    return { refused: "credentials" };
  }
  return { token: await newSession(deps, tx, account.staffId) };
}

async function newSession(deps: StaffDeps, tx: Tx, staffId: string): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await insertSession(tx, hashOf(token), staffId, new Date(deps.clock()));
  return token;
}

async function fact(
  { append }: StaffDeps,
  tx: Tx,
  kind: "staff.invited" | "staff.joined",
  staffId: string,
  role: Role,
): Promise<void> {
  await append(tx, [
    { subjectId: ORGANISATION, noticeVersion: null, kind, body: { staffId, role } },
  ]);
}

function colleagueOf(deps: StaffDeps, row: AccountRow): Colleague {
  return {
    id: row.staffId,
    name: opened(deps, row.nameSealed, row.staffId) ?? "",
    email: opened(deps, row.emailSealed, row.staffId) ?? "",
    role: row.role,
  };
}

function sealed({ key }: StaffDeps, text: string, place: string): Buffer {
  return seal(key, `staff ${place}`, Buffer.from(text, "utf8"));
}

function opened({ key }: StaffDeps, bytes: Buffer | null, place: string): string | null {
  return bytes === null ? null : unseal(key, `staff ${place}`, bytes).toString("utf8");
}

function emailHash(deps: StaffDeps, email: string): Buffer {
  return keyed(deps, `email ${email.trim().toLowerCase()}`);
}

function keyed({ key }: StaffDeps, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** Tokens are random and long: a plain hash cannot be searched. */
function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
