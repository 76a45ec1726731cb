import type { Tx } from "#platform/database/database";
import { type Colleague, colleagueOf } from "./colleague.ts";
import { refuse } from "./errors.ts";
import {
  endPasswordLinks,
  holderOfPasswordLink,
  insertPasswordLink,
  lockPasswordLink,
} from "./link-store.ts";
import { checkedPassword, hashPassword, passwordMatches } from "./password.ts";
import { mayHelpToNewPassword } from "./roles.ts";
import { hashOf, newToken, type StaffDeps, state } from "./staff-deps.ts";
import { endSessionsOf, lockAccount, setPassword } from "./store.ts";
import { actingAs } from "./team.ts";

const HOUR_MS = 3_600_000;
const PASSWORD_LINK_MS = 24 * HOUR_MS;

/**
 * Changes one's own password; the other sessions end, for one of them may be a thief's.
 * @param session the token of the session that stays.
 * @returns false where the present password is not this.
 * @throws Refusal `staff.weak_password`, `staff.not_signed_in`.
 */
export async function changeOwnPassword(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  given: { readonly present: string; readonly wanted: string; readonly session: string },
): Promise<boolean> {
  const account = (await lockAccount(tx, by.id)) ?? refuse("staff.not_signed_in");
  if (account.state !== "active") refuse("staff.not_signed_in");
  if (!(await passwordMatches(given.present, account.password))) return false;
  const wanted = checkedPassword(given.wanted, [by.email, by.name, given.present]);
  await replacePassword(deps, tx, by.id, wanted, hashOf(given.session));
  await state(deps, tx, "staff.password-changed", { staffId: by.id, means: "present-password" });
  return true;
}

/**
 * A link to a new password for a colleague who forgot theirs. It is shown once, to whoever makes
 * it, who hands it over by a way they trust.
 * @throws Refusal `staff.not_allowed`, `staff.own_link`, `staff.unknown`.
 */
export async function makePasswordLink(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
): Promise<string> {
  const active = await actingAs(tx, by, "staff.help", [staffId]);
  if (staffId === by.id) refuse("staff.own_link");
  const target = active.find((each) => each.staffId === staffId) ?? refuse("staff.unknown");
  const actor = active.find((each) => each.staffId === by.id);
  if (actor === undefined || !mayHelpToNewPassword(actor.role, target.role)) {
    refuse("staff.not_allowed", { action: "staff.help" });
  }
  return newPasswordLink(deps, tx, staffId, by.id);
}

/** The same for an owner who is locked out, by the command line: no colleague made it. */
export async function newPasswordLink(
  deps: StaffDeps,
  tx: Tx,
  staffId: string,
  by: string | null,
): Promise<string> {
  const now = new Date(deps.clock());
  await endPasswordLinks(tx, staffId, now);
  const token = newToken();
  await insertPasswordLink(tx, {
    ...{ tokenHash: hashOf(token), staffId, createdAt: now },
    expiresAt: new Date(deps.clock() + PASSWORD_LINK_MS),
  });
  const who = by === null ? {} : { by };
  await state(deps, tx, "staff.password-link-made", { staffId, ...who });
  return token;
}

export async function lookAtPasswordLink(
  deps: StaffDeps,
  tx: Tx,
  token: string,
): Promise<{ readonly email: string; readonly name: string }> {
  const { email, name } = await ownerOfLink(deps, tx, token);
  return { email, name };
}

/**
 * Sets the password, ends every session of the colleague and spends every link that they have.
 * @returns whose password it is.
 * @throws Refusal `staff.link_over`, `staff.weak_password`.
 */
export async function usePasswordLink(
  deps: StaffDeps,
  tx: Tx,
  token: string,
  wanted: string,
): Promise<string> {
  const { id: staffId, email, name } = await ownerOfLink(deps, tx, token);
  await replacePassword(deps, tx, staffId, checkedPassword(wanted, [email, name]), null);
  await state(deps, tx, "staff.password-changed", { staffId, means: "link" });
  return staffId;
}

async function ownerOfLink(deps: StaffDeps, tx: Tx, token: string): Promise<Colleague> {
  const [hash, now] = [hashOf(token), new Date(deps.clock())];
  const staffId = await holderOfPasswordLink(tx, hash, now);
  // The account is locked before the link, as in every change of the team: nobody waits in a ring.
  const account = staffId === null ? null : await lockAccount(tx, staffId);
  const isOpen = account !== null && (await lockPasswordLink(tx, hash, now));
  if (!isOpen || account.state !== "active") return refuse("staff.link_over");
  return colleagueOf(deps, account);
}

async function replacePassword(
  deps: StaffDeps,
  tx: Tx,
  staffId: string,
  wanted: string,
  keep: Buffer | null,
): Promise<void> {
  const now = new Date(deps.clock());
  await setPassword(tx, staffId, await hashPassword(wanted));
  await endSessionsOf(tx, staffId, now, keep);
  await endPasswordLinks(tx, staffId, now);
}
