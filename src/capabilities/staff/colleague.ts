import { refuse } from "./errors.ts";
import { type Action, may, type Role } from "./roles.ts";
import { opened, type StaffDeps } from "./staff-deps.ts";
import type { AccountRow } from "./store.ts";

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
  /** When they joined or were invited. */
  readonly since: Date;
  /** Until when an invitation waits. */
  readonly until: Date | null;
};

export function colleagueOf(deps: StaffDeps, row: AccountRow): Colleague {
  return {
    id: row.staffId,
    name: opened(deps, row.nameSealed, row.staffId) ?? "",
    email: opened(deps, row.emailSealed, row.staffId) ?? "",
    role: row.role,
  };
}

/** @throws Refusal `staff.not_allowed`. */
export function requireAction({ role }: { readonly role: Role }, action: Action): void {
  if (!may(role, action)) refuse("staff.not_allowed", { action });
}

const NAME_CHARS_MAX = 100;
const EMAIL_CHARS_MAX = 254;
const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/;

/** @throws Refusal `staff.bad_address`. */
export function checkedEmail(email: string): string {
  const trimmed = email.trim();
  if (trimmed === "") refuse("staff.address_missing");
  if (trimmed.length > EMAIL_CHARS_MAX || !EMAIL.test(trimmed)) refuse("staff.bad_address");
  return trimmed;
}

/** @throws Refusal `staff.name_missing`. */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  return trimmed === "" ? refuse("staff.name_missing") : trimmed.slice(0, NAME_CHARS_MAX);
}
