import type { Tx } from "#platform/database/database";
import { type Colleague, checkedEmail, checkedName } from "./colleague.ts";
import { refuse } from "./errors.ts";
import {
  endInvitation,
  endOwnerLinks,
  insertInvitation,
  openInvitation,
  spendInvitation,
} from "./link-store.ts";
import { checkedPassword, hashPassword } from "./password.ts";
import type { Role } from "./roles.ts";
import {
  emailHash,
  hashOf,
  newToken,
  opened,
  type StaffDeps,
  sealed,
  state,
} from "./staff-deps.ts";
import {
  accountByEmail,
  countOwners,
  endSessionsOf,
  insertAccount,
  reviveAccount,
} from "./store.ts";
import { actingAs } from "./team.ts";

const HOUR_MS = 3_600_000;
const INVITATION_MS = 72 * HOUR_MS;

export type Acceptance = {
  readonly token: string;
  readonly name: string;
  /** Asked only where the link names none. */
  readonly email: string | null;
  readonly password: string;
};

/**
 * A link by which an address joins in a role. A colleague who was removed comes back under the id
 * they had, so that the records still name one person.
 * @throws Refusal `staff.not_allowed`, `staff.known_address`, `staff.bad_address`.
 */
export async function invite(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  given: { readonly email: string; readonly role: Role },
): Promise<string> {
  await actingAs(tx, by, "staff.manage", []);
  const email = checkedEmail(given.email);
  const known = await accountByEmail(tx, emailHash(deps, email));
  if (known?.state === "active") refuse("staff.known_address");
  const staffId = known?.staffId ?? deps.newId();
  await endInvitation(tx, staffId, new Date(deps.clock()));
  return newInvitation(deps, tx, { staffId, role: given.role, email, by: by.id });
}

/** The same invitation by a new link; the old one is worthless from now on. */
export async function renewInvitation(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
): Promise<string> {
  await actingAs(tx, by, "staff.manage", []);
  const ended = await endInvitation(tx, staffId, new Date(deps.clock()));
  const email = opened(deps, ended?.emailSealed ?? null, "invitation");
  if (ended === null || email === null) return refuse("staff.unknown_invitation");
  return newInvitation(deps, tx, { staffId, role: ended.role, email, by: by.id });
}

export async function revokeInvitation(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
): Promise<void> {
  await actingAs(tx, by, "staff.manage", []);
  const ended = await endInvitation(tx, staffId, new Date(deps.clock()));
  if (ended === null) refuse("staff.unknown_invitation");
  await state(deps, tx, "staff.invitation-revoked", { staffId, by: by.id });
}

/** The link of the first owner, or null when there is one. */
export async function firstOwnerLink(deps: StaffDeps, tx: Tx): Promise<string | null> {
  return (await countOwners(tx)) > 0 ? null : newOwnerLink(deps, tx);
}

/** A link to a new owner's account, for whoever has the keys and the database. */
export async function newOwnerLink(deps: StaffDeps, tx: Tx): Promise<string> {
  await endOwnerLinks(tx, new Date(deps.clock()));
  const staffId = deps.newId();
  return newInvitation(deps, tx, { staffId, role: "owner", email: null, by: null });
}

async function newInvitation(
  deps: StaffDeps,
  tx: Tx,
  given: {
    readonly staffId: string;
    readonly role: Role;
    readonly email: string | null;
    readonly by: string | null;
  },
): Promise<string> {
  const { staffId, role, email, by } = given;
  const token = newToken();
  await insertInvitation(tx, {
    tokenHash: hashOf(token),
    ...{ staffId, role },
    emailSealed: email === null ? null : sealed(deps, email, "invitation"),
    expiresAt: new Date(deps.clock() + INVITATION_MS),
    createdAt: new Date(deps.clock()),
  });
  await state(deps, tx, "staff.invited", { staffId, role, ...(by === null ? {} : { by }) });
  return token;
}

export async function lookAtInvitation(
  deps: StaffDeps,
  tx: Tx,
  token: string,
): Promise<{ readonly role: Role; readonly email: string | null }> {
  const now = new Date(deps.clock());
  const found = (await openInvitation(tx, hashOf(token), now)) ?? refuse("staff.link_over");
  return { role: found.role, email: opened(deps, found.emailSealed, "invitation") };
}

/**
 * Makes the account and spends the link. @returns whose account it is.
 * @throws Refusal `staff.link_over`, `staff.weak_password`, `staff.bad_address`,
 * `staff.known_address`, `staff.name_missing`.
 */
export async function acceptInvitation(
  deps: StaffDeps,
  tx: Tx,
  given: Acceptance,
): Promise<string> {
  const now = new Date(deps.clock());
  const found = (await openInvitation(tx, hashOf(given.token), now)) ?? refuse("staff.link_over");
  const name = checkedName(given.name);
  const told = opened(deps, found.emailSealed, "invitation") ?? given.email;
  const email = checkedEmail(told ?? "");
  const password = await hashPassword(checkedPassword(given.password, [email, name]));
  const known = await accountByEmail(tx, emailHash(deps, email));
  const staffId = known?.staffId ?? found.staffId ?? deps.newId();
  const account = {
    ...{ staffId, role: found.role, password, state: "active" as const, since: now },
    emailHash: emailHash(deps, email),
    emailSealed: sealed(deps, email, staffId),
    nameSealed: sealed(deps, name, staffId),
  };
  const made = known === null ? await insertAccount(tx, account) : await reviveAccount(tx, account);
  if (!made) refuse("staff.known_address");
  await endSessionsOf(tx, staffId, now, null);
  await spendInvitation(tx, hashOf(given.token), now);
  await state(deps, tx, "staff.joined", { staffId, role: found.role });
  return staffId;
}
