/** Links that work once: invitations, and links to a new password. */
import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { Role } from "./roles.ts";

export type InvitationRow = {
  /** The id that the account will have; invitations of before it was kept have none. */
  readonly staffId: string | null;
  readonly role: Role;
  readonly emailSealed: Buffer | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertInvitation(
  tx: Tx,
  row: InvitationRow & { readonly tokenHash: Buffer },
): Promise<void> {
  await sql`
    insert into staff_invitation (token_hash, staff_id, role, email_sealed, expires_at, created_at)
    values (${row.tokenHash}, ${row.staffId}, ${row.role}, ${row.emailSealed}, ${row.expiresAt},
      ${row.createdAt})`.execute(tx);
}

const INVITATION = sql`staff_id as "staffId", role, email_sealed as "emailSealed",
  created_at as "createdAt", expires_at as "expiresAt"`;

/** Locks it: of two who follow one link at once, the second finds it used. */
export async function openInvitation(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | null> {
  const query = sql<InvitationRow>`
    select ${INVITATION} from staff_invitation
     where token_hash = ${tokenHash} and used_at is null and expires_at > ${now} for update`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function spendInvitation(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`update staff_invitation set used_at = ${now} where token_hash = ${tokenHash}`.execute(
    tx,
  );
}

/** Invitations that wait or lapsed of late; the printed link of an owner is none of a colleague. */
export async function waitingInvitations(tx: Tx): Promise<readonly InvitationRow[]> {
  const query = sql<InvitationRow>`
    select ${INVITATION} from staff_invitation
     where used_at is null and email_sealed is not null and staff_id is not null
     order by created_at limit 1000`;
  return (await query.execute(tx)).rows;
}

/** Ends the invitation of this id, lapsed or not. @returns it, or null where none waits. */
export async function endInvitation(
  tx: Tx,
  staffId: string,
  now: Date,
): Promise<InvitationRow | null> {
  const query = sql<InvitationRow>`
    update staff_invitation set used_at = ${now}
     where staff_id = ${staffId} and used_at is null and email_sealed is not null
    returning ${INVITATION}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

/** A new owner link makes the earlier ones worthless. */
export async function endOwnerLinks(tx: Tx, now: Date): Promise<void> {
  await sql`
    update staff_invitation set used_at = ${now} where email_sealed is null and used_at is null`.execute(
    tx,
  );
}

export async function insertPasswordLink(
  tx: Tx,
  row: {
    readonly tokenHash: Buffer;
    readonly staffId: string;
    readonly expiresAt: Date;
    readonly createdAt: Date;
  },
): Promise<void> {
  await sql`
    insert into staff_password_link (token_hash, staff_id, expires_at, created_at)
    values (${row.tokenHash}, ${row.staffId}, ${row.expiresAt}, ${row.createdAt})`.execute(tx);
}

/** Whose password an open link sets. */
export async function holderOfPasswordLink(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<string | null> {
  const query = sql<{ staffId: string }>`
    select staff_id as "staffId" from staff_password_link
     where token_hash = ${tokenHash} and used_at is null and expires_at > ${now}`;
  return (await query.execute(tx)).rows[0]?.staffId ?? null;
}

/** False where another used it while we waited. */
export async function lockPasswordLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const query = sql`
    select 1 from staff_password_link
     where token_hash = ${tokenHash} and used_at is null and expires_at > ${now} for update`;
  return (await query.execute(tx)).rows.length === 1;
}

/** All that wait for this colleague: one that was used, or outrun, must not open a second time. */
export async function endPasswordLinks(tx: Tx, staffId: string, now: Date): Promise<void> {
  await sql`
    update staff_password_link set used_at = ${now}
     where staff_id = ${staffId} and used_at is null`.execute(tx);
}

export async function dropOldLinks(tx: Tx, before: Date): Promise<void> {
  await sql`delete from staff_invitation where used_at < ${before} or expires_at < ${before}`.execute(
    tx,
  );
  await sql`delete from staff_password_link where used_at < ${before} or expires_at < ${before}`.execute(
    tx,
  );
}
