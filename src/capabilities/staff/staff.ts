/** Colleagues: accounts by invitation, roles, sessions. Rank 2; see README.md. */
import type { Tx } from "#platform/database/database";
import { dropOldNetworks } from "./attempt-store.ts";
import {
  changeOwnPassword,
  lookAtPasswordLink,
  makePasswordLink,
  newPasswordLink,
  usePasswordLink,
} from "./change-password.ts";
import { type Colleague, colleagueOf, requireAction, type StaffLine } from "./colleague.ts";
import {
  type Acceptance,
  acceptInvitation,
  firstOwnerLink,
  invite,
  lookAtInvitation,
  newOwnerLink,
  renewInvitation,
  revokeInvitation,
} from "./invitations.ts";
import { dropOldLinks, waitingInvitations } from "./link-store.ts";
import { actionsOf, type Role } from "./roles.ts";
import { type Run, type SignInPorts, signIn } from "./sign-in.ts";
import { emailHash, hashOf, keyed, newToken, opened, type StaffDeps, state } from "./staff-deps.ts";
import {
  accountById,
  accounts,
  countActive,
  dropWhatIsOver,
  endSession,
  endSessionsOf,
  insertSession,
  sessionsOf,
  touchSession,
} from "./store.ts";
import { changeRole, endTheirSessions, remove } from "./team.ts";

export type { Colleague, StaffLine } from "./colleague.ts";
export { refuse as refuseStaff } from "./errors.ts";
export { type Action, actionsOf, type Role } from "./roles.ts";
export type { StaffDeps } from "./staff-deps.ts";

const HOUR_MS = 3_600_000;
const SESSION_MS_MAX = 12 * HOUR_MS;
const IDLE_MS_MAX = 2 * HOUR_MS;
/** A network that was not used for so long is a stranger again. */
const NETWORK_MS_MAX = 90 * 24 * HOUR_MS;
/** How long a link that was used or lapsed is still kept, so that the team sees what lapsed. */
const LAPSED_MS_MAX = 30 * 24 * HOUR_MS;

export type Staff = ReturnType<typeof openStaff>;

export function openStaff(deps: StaffDeps) {
  const now = () => new Date(deps.clock());
  const living = () =>
    [new Date(deps.clock() - SESSION_MS_MAX), new Date(deps.clock() - IDLE_MS_MAX)] as const;
  return {
    ...teamOf(deps),
    ...passwordsOf(deps),
    async sweep(tx: Tx): Promise<void> {
      await dropWhatIsOver(tx, new Date(deps.clock() - SESSION_MS_MAX));
      await dropOldNetworks(tx, new Date(deps.clock() - NETWORK_MS_MAX));
      await dropOldLinks(tx, new Date(deps.clock() - LAPSED_MS_MAX));
    },
    /**
     * Runs transactions of its own, so that none waits while a password is judged.
     * @param network the caller's address; only its keyed hash is kept. @returns the session's
     * token.
     */
    signIn: (run: Run, email: string, password: string, network: string) =>
      signIn(signInPorts(deps), run, { email, password, network }),
    async session(tx: Tx, token: string): Promise<Colleague | null> {
      const staffId = await touchSession(tx, hashOf(token), now(), ...living());
      const account = staffId === null ? null : await accountById(tx, staffId);
      return account === null || account.state !== "active" ? null : colleagueOf(deps, account);
    },
    signOut: (tx: Tx, token: string) => endSession(tx, hashOf(token), now()),
    /** One's own sessions, the newest first. @param token of the session that asks. */
    async sessions(tx: Tx, by: Colleague, token: string): Promise<readonly SessionLine[]> {
      const rows = await sessionsOf(tx, by.id, ...living());
      return rows.map(({ tokenHash, startedAt, seenAt }) => ({
        ...{ startedAt, seenAt },
        current: tokenHash.equals(hashOf(token)),
      }));
    },
    /** Ends one's own sessions but the one that asks. @returns how many. */
    async endOtherSessions(tx: Tx, by: Colleague, token: string): Promise<number> {
      const ended = await endSessionsOf(tx, by.id, now(), hashOf(token));
      if (ended > 0) await state(deps, tx, "staff.sessions-ended", { staffId: by.id, by: by.id });
      return ended;
    },
    countActive,
    require: requireAction,
    actionsOf,
  };
}

export type SessionLine = {
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly current: boolean;
};

/** Who is on the team, and how it changes. Each change asks again whether `by` may. */
function teamOf(deps: StaffDeps) {
  return {
    ownerLink: (tx: Tx) => firstOwnerLink(deps, tx),
    newOwnerLink: (tx: Tx) => newOwnerLink(deps, tx),
    invite: (tx: Tx, by: Colleague, given: { readonly email: string; readonly role: Role }) =>
      invite(deps, tx, by, given),
    renewInvitation: (tx: Tx, by: Colleague, id: string) => renewInvitation(deps, tx, by, id),
    revokeInvitation: (tx: Tx, by: Colleague, id: string) => revokeInvitation(deps, tx, by, id),
    look: (tx: Tx, token: string) => lookAtInvitation(deps, tx, token),
    /** @returns the token of the new colleague's session. */
    accept: async (tx: Tx, given: Acceptance) =>
      newSession(deps, tx, await acceptInvitation(deps, tx, given)),
    changeRole: (tx: Tx, by: Colleague, id: string, role: Role) =>
      changeRole(deps, tx, by, id, role),
    remove: (tx: Tx, by: Colleague, id: string) => remove(deps, tx, by, id),
    endSessions: (tx: Tx, by: Colleague, id: string) => endTheirSessions(deps, tx, by, id),
    /** Colleagues, those who left, and whose invitation waits or lapsed. */
    async list(tx: Tx): Promise<readonly StaffLine[]> {
      const joined = (await accounts(tx)).map((row): StaffLine => {
        return { ...colleagueOf(deps, row), state: row.state, since: row.since, until: null };
      });
      const waiting = (await waitingInvitations(tx)).map(
        (row): StaffLine => ({
          id: row.staffId ?? "",
          name: null,
          email: opened(deps, row.emailSealed, "invitation") ?? "",
          role: row.role,
          state: "invited",
          since: row.createdAt,
          until: row.expiresAt,
        }),
      );
      return [...joined, ...waiting];
    },
  };
}

function passwordsOf(deps: StaffDeps) {
  return {
    changePassword: (
      tx: Tx,
      by: Colleague,
      given: { readonly present: string; readonly wanted: string; readonly session: string },
    ) => changeOwnPassword(deps, tx, by, given),
    makePasswordLink: (tx: Tx, by: Colleague, id: string) => makePasswordLink(deps, tx, by, id),
    /** For whoever has the keys and the database: no colleague made it. */
    ownerPasswordLink: (tx: Tx, id: string) => newPasswordLink(deps, tx, id, null),
    lookAtPasswordLink: (tx: Tx, token: string) => lookAtPasswordLink(deps, tx, token),
    /** @returns the token of a new session, the only one that the colleague has. */
    usePasswordLink: async (tx: Tx, token: string, wanted: string) =>
      newSession(deps, tx, await usePasswordLink(deps, tx, token, wanted)),
  };
}

function signInPorts(deps: StaffDeps): SignInPorts {
  return {
    keyed: (text) => keyed(deps, text),
    emailHash: (email) => emailHash(deps, email),
    newSession: (tx, staffId) => newSession(deps, tx, staffId),
    clock: deps.clock,
  };
}

async function newSession(deps: StaffDeps, tx: Tx, staffId: string): Promise<string> {
  const token = newToken();
  await insertSession(tx, hashOf(token), staffId, new Date(deps.clock()));
  return token;
}
