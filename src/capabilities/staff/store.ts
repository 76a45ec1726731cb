import { sql } from "kysely";
import type { Tx } from "#platform/database/database";
import type { Role } from "./roles.ts";

export type AccountRow = {
  readonly staffId: string;
  readonly role: Role;
  readonly emailSealed: Buffer;
  readonly nameSealed: Buffer;
  readonly password: string;
  readonly state: "active" | "deactivated";
  readonly since: Date;
};

const ACCOUNT = sql`staff_id as "staffId", role, email_sealed as "emailSealed", name_sealed as "nameSealed",
  password, state, since`;

export async function accountByEmail(tx: Tx, emailHash: Buffer): Promise<AccountRow | null> {
  const query = sql<AccountRow>`select ${ACCOUNT} from staff_account where email_hash = ${emailHash}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function accountById(tx: Tx, staffId: string): Promise<AccountRow | null> {
  const query = sql<AccountRow>`select ${ACCOUNT} from staff_account where staff_id = ${staffId}`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function accounts(tx: Tx): Promise<readonly AccountRow[]> {
  return (
    await sql<AccountRow>`select ${ACCOUNT} from staff_account order by since limit 1000`.execute(
      tx,
    )
  ).rows;
}

export async function countActive(tx: Tx): Promise<number> {
  const query = sql<{ active: number }>`
    select count(*)::integer as active from staff_account where state = 'active'`;
  return (await query.execute(tx)).rows[0]?.active ?? 0;
}

export async function countOwners(tx: Tx): Promise<number> {
  const query = sql<{ owners: number }>`
    select count(*)::integer as owners from staff_account where role = 'owner' and state = 'active'`;
  return (await query.execute(tx)).rows[0]?.owners ?? 0;
}

/** False when the address has an account already. */
export async function insertAccount(
  tx: Tx,
  row: AccountRow & { readonly emailHash: Buffer },
): Promise<boolean> {
  const done = await sql`
    insert into staff_account (staff_id, role, email_hash, email_sealed, name_sealed, password, state, since)
    values (${row.staffId}, ${row.role}, ${row.emailHash}, ${row.emailSealed}, ${row.nameSealed},
      ${row.password}, ${row.state}, ${row.since})
    on conflict (email_hash) do nothing`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

export type InvitationRow = {
  readonly role: Role;
  readonly emailSealed: Buffer | null;
  readonly createdAt: Date;
};

export async function insertInvitation(
  tx: Tx,
  row: InvitationRow & { readonly tokenHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await sql`
    insert into staff_invitation (token_hash, role, email_sealed, expires_at, created_at)
    values (${row.tokenHash}, ${row.role}, ${row.emailSealed}, ${row.expiresAt}, ${row.createdAt})`.execute(
    tx,
  );
}

const INVITATION = sql`role, email_sealed as "emailSealed", created_at as "createdAt"`;

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

/** Invitations that still wait; the printed link of the first owner is none of a colleague. */
export async function openInvitations(tx: Tx, now: Date): Promise<readonly InvitationRow[]> {
  const query = sql<InvitationRow>`
    select ${INVITATION} from staff_invitation
     where used_at is null and expires_at > ${now} and email_sealed is not null order by created_at`;
  return (await query.execute(tx)).rows;
}

/** A new owner link makes the earlier ones worthless. */
export async function endOwnerLinks(tx: Tx, now: Date): Promise<void> {
  await sql`
    update staff_invitation set used_at = ${now} where email_sealed is null and used_at is null`.execute(
    tx,
  );
}

export async function insertSession(
  tx: Tx,
  tokenHash: Buffer,
  staffId: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into staff_session (token_hash, staff_id, started_at, seen_at)
    values (${tokenHash}, ${staffId}, ${now}, ${now})`.execute(tx);
}

/** Whose session it is, if it lives; being seen prolongs it. */
export async function touchSession(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
  startedAfter: Date,
  seenAfter: Date,
): Promise<string | null> {
  const query = sql<{ staffId: string }>`
    update staff_session set seen_at = ${now}
     where token_hash = ${tokenHash} and ended_at is null and started_at > ${startedAfter}
       and seen_at > ${seenAfter}
    returning staff_id as "staffId"`;
  return (await query.execute(tx)).rows[0]?.staffId ?? null;
}

export async function endSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`update staff_session set ended_at = ${now} where token_hash = ${tokenHash}`.execute(tx);
}

export async function insertAttempt(tx: Tx, keyHash: Buffer, now: Date): Promise<void> {
  await sql`insert into staff_attempt (key_hash, at) values (${keyHash}, ${now})`.execute(tx);
}

export async function countAttempts(tx: Tx, keyHash: Buffer, since: Date): Promise<number> {
  const query = sql<{ attempts: number }>`
    select count(*)::integer as attempts from staff_attempt where key_hash = ${keyHash} and at > ${since}`;
  return (await query.execute(tx)).rows[0]?.attempts ?? 0;
}

/** What is over serves nobody: old attempts, long sessions, links used or lapsed. */
export async function dropWhatIsOver(tx: Tx, before: Date): Promise<void> {
  await sql`delete from staff_attempt where at < ${before}`.execute(tx);
  await sql`delete from staff_session where started_at < ${before}`.execute(tx);
  await sql`delete from staff_invitation where used_at < ${before} or expires_at < ${before}`.execute(
    tx,
  );
}
