import type { Tx } from "#platform/database/database";
import { type Colleague, requireAction } from "./colleague.ts";
import { refuse } from "./errors.ts";
import { endPasswordLinks } from "./link-store.ts";
import type { Action, Role } from "./roles.ts";
import { type StaffDeps, state } from "./staff-deps.ts";
import { deactivate, endSessionsOf, lockTeam, setRole } from "./store.ts";

/**
 * Locks the accounts that a change of the team touches, with every owner's, and looks again whether
 * whoever asks still may: of two owners who remove each other at once, the second is refused.
 * @throws Refusal `staff.not_signed_in` for one who was removed meanwhile; `staff.not_allowed`.
 */
export async function actingAs(
  tx: Tx,
  by: Colleague,
  action: Action,
  about: readonly string[],
): Promise<readonly { readonly staffId: string; readonly role: Role }[]> {
  const locked = await lockTeam(tx, [by.id, ...about]);
  const active = locked.filter(({ state: is }) => is === "active");
  const actor = active.find(({ staffId }) => staffId === by.id) ?? refuse("staff.not_signed_in");
  requireAction(actor, action);
  return active;
}

/** @throws Refusal `staff.unknown`, `staff.last_owner`, `staff.not_allowed`. */
export async function changeRole(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
  role: Role,
): Promise<void> {
  const active = await actingAs(tx, by, "staff.manage", [staffId]);
  const target = active.find((each) => each.staffId === staffId) ?? refuse("staff.unknown");
  if (target.role === role) return;
  if (isLastOwner(active, staffId)) refuse("staff.last_owner");
  await setRole(tx, staffId, role);
  await state(deps, tx, "staff.role-changed", { staffId, role, by: by.id });
}

/**
 * Takes a colleague off the team: their sessions and links end in the same transaction. Their name
 * stays with what they did, which people may ask to see.
 * @throws Refusal `staff.unknown`, `staff.last_owner`, `staff.not_allowed`.
 */
export async function remove(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
): Promise<void> {
  const active = await actingAs(tx, by, "staff.manage", [staffId]);
  if (!active.some((each) => each.staffId === staffId)) refuse("staff.unknown");
  if (isLastOwner(active, staffId)) refuse("staff.last_owner");
  const now = new Date(deps.clock());
  await deactivate(tx, staffId);
  await endSessionsOf(tx, staffId, now, null);
  await endPasswordLinks(tx, staffId, now);
  await state(deps, tx, "staff.removed", { staffId, by: by.id });
}

/** Signs a colleague out everywhere. @returns how many sessions ended. */
export async function endTheirSessions(
  deps: StaffDeps,
  tx: Tx,
  by: Colleague,
  staffId: string,
): Promise<number> {
  const active = await actingAs(tx, by, "staff.manage", [staffId]);
  if (!active.some((each) => each.staffId === staffId)) refuse("staff.unknown");
  const ended = await endSessionsOf(tx, staffId, new Date(deps.clock()), null);
  if (ended > 0) await state(deps, tx, "staff.sessions-ended", { staffId, by: by.id });
  return ended;
}

function isLastOwner(
  active: readonly { readonly staffId: string; readonly role: Role }[],
  staffId: string,
): boolean {
  const owners = active.filter(({ role }) => role === "owner");
  return owners.length === 1 && owners[0]?.staffId === staffId;
}
