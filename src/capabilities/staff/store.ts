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

/**
 * Brings a colleague who was removed back under their id. False where the account is in use.
 */
export async function reviveAccount(
  tx: Tx,
  row: AccountRow & { readonly emailHash: Buffer },
): Promise<boolean> {
  const done = await sql`
    update staff_account
       set role = ${row.role}, name_sealed = ${row.nameSealed}, email_sealed = ${row.emailSealed},
           password = ${row.password}, state = 'active', since = ${row.since}
     where staff_id = ${row.staffId} and state = 'deactivated'`.execute(tx);
  return (done.numAffectedRows ?? 0n) === 1n;
}

export type LockedAccount = {
  readonly staffId: string;
  readonly role: Role;
  readonly state: AccountRow["state"];
};

/** These accounts and every owner's, locked in one order and as they are after the wait. */
export async function lockTeam(
  tx: Tx,
  staffIds: readonly string[],
): Promise<readonly LockedAccount[]> {
  const query = sql<LockedAccount>`
    select staff_id as "staffId", role, state from staff_account
     where staff_id = any(${[...staffIds]}::uuid[]) or (role = 'owner' and state = 'active')
     order by staff_id for update`;
  return (await query.execute(tx)).rows;
}

export async function lockAccount(tx: Tx, staffId: string): Promise<AccountRow | null> {
  const query = sql<AccountRow>`
    select ${ACCOUNT} from staff_account where staff_id = ${staffId} for update`;
  return (await query.execute(tx)).rows[0] ?? null;
}

export async function setRole(tx: Tx, staffId: string, role: Role): Promise<void> {
  await sql`update staff_account set role = ${role} where staff_id = ${staffId}`.execute(tx);
}

export async function deactivate(tx: Tx, staffId: string): Promise<void> {
  await sql`update staff_account set state = 'deactivated' where staff_id = ${staffId}`.execute(tx);
}

export async function setPassword(tx: Tx, staffId: string, password: string): Promise<void> {
  await sql`update staff_account set password = ${password} where staff_id = ${staffId}`.execute(
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

/** @param keep the session that stays; null ends all. @returns how many ended. */
export async function endSessionsOf(
  tx: Tx,
  staffId: string,
  now: Date,
  keep: Buffer | null,
): Promise<number> {
  const done = await sql`
    update staff_session set ended_at = ${now}
     where staff_id = ${staffId} and ended_at is null
       and (${keep}::bytea is null or token_hash <> ${keep}::bytea)`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

export type SessionRow = {
  readonly tokenHash: Buffer;
  readonly startedAt: Date;
  readonly seenAt: Date;
};

/** Sessions that live, the newest first. */
export async function sessionsOf(
  tx: Tx,
  staffId: string,
  startedAfter: Date,
  seenAfter: Date,
): Promise<readonly SessionRow[]> {
  const query = sql<SessionRow>`
    select token_hash as "tokenHash", started_at as "startedAt", seen_at as "seenAt"
      from staff_session
     where staff_id = ${staffId} and ended_at is null and started_at > ${startedAfter}
       and seen_at > ${seenAfter}
     order by started_at desc limit 100`;
  return (await query.execute(tx)).rows;
}

/** What is over serves nobody: old attempts, long sessions. */
export async function dropWhatIsOver(tx: Tx, before: Date): Promise<void> {
  await sql`delete from staff_attempt where at < ${before}`.execute(tx);
  await sql`delete from staff_session where started_at < ${before}`.execute(tx);
}
