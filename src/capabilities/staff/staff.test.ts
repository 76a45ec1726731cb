import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { uuidV7 } from "#platform/crypto/uuid";
import type { Tx } from "#platform/database/database";
import { freshDatabase, type TestDatabase } from "#test/support/database";
import { type Colleague, openStaff, type Role, type Staff } from "./staff.ts";

const PASSWORD = "correct horse battery staple";
const OTHER = "another horse battery staple";
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let staff: Staff;
let at = Date.parse("2026-06-01T09:00:00Z");
let facts: { kind: string; body: object }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  staff = openStaff({
    key: randomBytes(32),
    append: async (_tx, appended) => void facts.push(...appended),
    newId: () => uuidV7(at),
    clock: () => at,
  });
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.owner.query(
    "truncate staff_password_link, staff_session, staff_invitation, staff_attempt, staff_account",
  );
  facts = [];
});

const within = <T>(work: (tx: Tx) => Promise<T>) => database.inTransaction(work);
const refused = (code: string) => expect.objectContaining({ code });

async function newOwner(email = "olga@house.example"): Promise<Signed> {
  const token = await within((tx) => staff.newOwnerLink(tx));
  return join(token, email);
}

type Signed = { readonly me: Colleague; readonly session: string };

async function join(token: string, email: string | null = null): Promise<Signed> {
  const given = { token, name: "Somebody", email, password: PASSWORD };
  const session = await within((tx) => staff.accept(tx, given));
  return { me: (await sessionOf(session))!, session };
}

function sessionOf(token: string): Promise<Colleague | null> {
  return within((tx) => staff.session(tx, token));
}

async function newColleague(by: Signed, role: Role, email = `${role}@house.example`) {
  return join(await within((tx) => staff.invite(tx, by.me, { email, role })));
}

async function signIn(email: string, password: string): Promise<string | null> {
  const outcome = await staff.signIn(within, email, password, "192.0.2.1");
  return "token" in outcome ? outcome.token : null;
}

test("a role that is changed holds at the next request of every session", async () => {
  const owner = await newOwner();
  const max = await newColleague(owner, "marketer");
  await within((tx) => staff.changeRole(tx, owner.me, max.me.id, "agent"));
  expect((await sessionOf(max.session))?.role).toBe("agent");
  expect(facts.at(-1)).toMatchObject({
    kind: "staff.role-changed",
    body: { staffId: max.me.id, role: "agent", by: owner.me.id },
  });
});

test("a colleague who is removed is out at once, cannot sign in, and their links are dead", async () => {
  const owner = await newOwner();
  const max = await newColleague(owner, "marketer");
  const link = await within((tx) => staff.makePasswordLink(tx, owner.me, max.me.id));
  await within((tx) => staff.remove(tx, owner.me, max.me.id));
  expect(await sessionOf(max.session)).toBeNull();
  expect(await signIn(max.me.email, PASSWORD)).toBeNull();
  await expect(within((tx) => staff.usePasswordLink(tx, link, OTHER))).rejects.toEqual(
    refused("staff.link_over"),
  );
  expect(facts.at(-1)).toMatchObject({ kind: "staff.removed", body: { by: owner.me.id } });
});

test("one who was removed comes back under the id that the records name, without old sessions", async () => {
  const owner = await newOwner();
  const max = await newColleague(owner, "marketer");
  await within((tx) => staff.remove(tx, owner.me, max.me.id));
  const back = await newColleague(owner, "agent", max.me.email);
  expect(back.me).toMatchObject({ id: max.me.id, role: "agent", email: max.me.email });
  expect(await sessionOf(max.session)).toBeNull();
});

test("the invitation and the account have one id", async () => {
  const owner = await newOwner();
  await newColleague(owner, "auditor");
  const [invited, joined] = facts.slice(-2);
  expect(invited).toMatchObject({ kind: "staff.invited" });
  expect(joined).toMatchObject({ kind: "staff.joined" });
  const [one, other] = [invited, joined].map((fact) => (fact!.body as { staffId: string }).staffId);
  expect(one).toBe(other);
});

test("the last owner stays: neither removed nor made anything less", async () => {
  const owner = await newOwner();
  await newColleague(owner, "officer");
  const { id } = owner.me;
  await expect(within((tx) => staff.remove(tx, owner.me, id))).rejects.toEqual(
    refused("staff.last_owner"),
  );
  await expect(within((tx) => staff.changeRole(tx, owner.me, id, "officer"))).rejects.toEqual(
    refused("staff.last_owner"),
  );
  expect(await sessionOf(owner.session)).not.toBeNull();
});

test.each(["remove", "demote"] as const)(
  "two owners who %s each other at once: one stays an owner, every time",
  async (how) => {
    for (let round = 0; round < 5; round += 1) {
      await database.owner.query(
        "truncate staff_password_link, staff_session, staff_invitation, staff_account",
      );
      const one = await newOwner("one@house.example");
      const two = await newColleague(one, "owner", "two@house.example");
      const against = (by: Signed, target: Signed) =>
        within((tx) =>
          how === "remove"
            ? staff.remove(tx, by.me, target.me.id)
            : staff.changeRole(tx, by.me, target.me.id, "agent"),
        );
      const outcomes = await Promise.allSettled([against(one, two), against(two, one)]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const left = (await within((tx) => staff.list(tx))).filter(
        ({ role, state }) => role === "owner" && state === "active",
      );
      expect(left).toHaveLength(1);
    }
  },
);

test.each(["officer", "marketer", "agent", "auditor"] as const)(
  "the team is no business of the role %s",
  async (role) => {
    const owner = await newOwner();
    const { me } = await newColleague(owner, role);
    const target = (await newColleague(owner, "agent", "target@house.example")).me.id;
    const attempts = [
      () => within((tx) => staff.invite(tx, me, { email: "new@house.example", role: "owner" })),
      () => within((tx) => staff.changeRole(tx, me, me.id, "owner")),
      () => within((tx) => staff.remove(tx, me, target)),
      () => within((tx) => staff.endSessions(tx, me, target)),
      () => within((tx) => staff.renewInvitation(tx, me, target)),
      () => within((tx) => staff.revokeInvitation(tx, me, target)),
      () => within((tx) => staff.makePasswordLink(tx, me, owner.me.id)),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toEqual(refused("staff.not_allowed"));
    }
  },
);

test("an invitation that is revoked or renewed opens nothing by its old link", async () => {
  const owner = await newOwner();
  const invite = () =>
    within((tx) => staff.invite(tx, owner.me, { email: "a@house.example", role: "agent" }));
  const first = await invite();
  const [line] = (await within((tx) => staff.list(tx))).filter(({ state }) => state === "invited");
  const second = await within((tx) => staff.renewInvitation(tx, owner.me, line!.id));
  await expect(join(first)).rejects.toEqual(refused("staff.link_over"));
  await within((tx) => staff.revokeInvitation(tx, owner.me, line!.id));
  await expect(join(second)).rejects.toEqual(refused("staff.link_over"));
  await expect(within((tx) => staff.revokeInvitation(tx, owner.me, line!.id))).rejects.toEqual(
    refused("staff.unknown_invitation"),
  );
  expect(facts.at(-1)?.kind).toBe("staff.invitation-revoked");
});

test("an invitation that lapsed is shown, and can be renewed", async () => {
  const owner = await newOwner();
  const given = { email: "late@house.example", role: "agent" as const };
  const lapsed = await within((tx) => staff.invite(tx, owner.me, given));
  at += 73 * HOUR_MS;
  await expect(join(lapsed)).rejects.toEqual(refused("staff.link_over"));
  const line = (await within((tx) => staff.list(tx))).find(({ state }) => state === "invited");
  expect(line?.until?.getTime()).toBeLessThan(at);
  const renewed = await within((tx) => staff.renewInvitation(tx, owner.me, line!.id));
  expect((await join(renewed)).me.email).toBe("late@house.example");
});

test("a link is followed once, though two follow it at once", async () => {
  const owner = await newOwner();
  const given = { email: "a@house.example", role: "agent" as const };
  const link = await within((tx) => staff.invite(tx, owner.me, given));
  const joined = await Promise.allSettled([join(link), join(link)]);
  expect(joined.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { me } = await newColleague(owner, "marketer");
  const reset = await within((tx) => staff.makePasswordLink(tx, owner.me, me.id));
  const use = (password: string) => within((tx) => staff.usePasswordLink(tx, reset, password));
  const used = await Promise.allSettled([use(OTHER), use("a third horse battery")]);
  expect(used.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a password is changed with the present one, and the other sessions end", async () => {
  const owner = await newOwner();
  const elsewhere = (await signIn(owner.me.email, PASSWORD))!;
  const change = (present: string, wanted: string) =>
    within((tx) => staff.changePassword(tx, owner.me, { present, wanted, session: owner.session }));
  expect(await change("not the present one", OTHER)).toBe(false);
  expect(await sessionOf(elsewhere)).not.toBeNull();
  for (const weak of ["short", "passwordpassword".slice(0, 11), PASSWORD, owner.me.email]) {
    await expect(change(PASSWORD, weak), weak).rejects.toEqual(refused("staff.weak_password"));
  }
  expect(await change(PASSWORD, OTHER)).toBe(true);
  expect(await sessionOf(owner.session)).not.toBeNull();
  expect(await sessionOf(elsewhere)).toBeNull();
  expect(await signIn(owner.me.email, PASSWORD)).toBeNull();
  expect(await signIn(owner.me.email, OTHER)).not.toBeNull();
});

test("a link to a new password works once, for a day, and ends every session", async () => {
  const owner = await newOwner();
  const max = await newColleague(owner, "marketer");
  const make = () => within((tx) => staff.makePasswordLink(tx, owner.me, max.me.id));
  const use = (token: string) => within((tx) => staff.usePasswordLink(tx, token, OTHER));
  const outrun = await make();
  const link = await make();
  await expect(use(outrun)).rejects.toEqual(refused("staff.link_over"));
  expect(await within((tx) => staff.lookAtPasswordLink(tx, link))).toMatchObject({
    email: max.me.email,
  });
  await expect(within((tx) => staff.usePasswordLink(tx, link, "short"))).rejects.toEqual(
    refused("staff.weak_password"),
  );
  const session = await use(link);
  expect((await sessionOf(session))?.id).toBe(max.me.id);
  expect(await sessionOf(max.session)).toBeNull();
  await expect(use(link)).rejects.toEqual(refused("staff.link_over"));
  const late = await make();
  at += 25 * HOUR_MS;
  await expect(use(late)).rejects.toEqual(refused("staff.link_over"));
});

test("a link of one kind opens nothing of the other", async () => {
  const owner = await newOwner();
  const max = await newColleague(owner, "marketer");
  const reset = await within((tx) => staff.makePasswordLink(tx, owner.me, max.me.id));
  const given = { email: "a@house.example", role: "agent" as const };
  const invitation = await within((tx) => staff.invite(tx, owner.me, given));
  await expect(join(reset)).rejects.toEqual(refused("staff.link_over"));
  await expect(within((tx) => staff.usePasswordLink(tx, invitation, OTHER))).rejects.toEqual(
    refused("staff.link_over"),
  );
  expect(await sessionOf(reset)).toBeNull();
});

test("an officer helps those whose role is less, and nobody makes a link for themselves", async () => {
  const owner = await newOwner();
  const officer = await newColleague(owner, "officer");
  const equal = await newColleague(owner, "officer", "second@house.example");
  const agent = await newColleague(owner, "agent");
  const make = (by: Signed, { me }: Signed) =>
    within((tx) => staff.makePasswordLink(tx, by.me, me.id));
  expect(await make(officer, agent)).toMatch(/^[\w-]{43}$/);
  for (const target of [owner, equal]) {
    await expect(make(officer, target)).rejects.toEqual(refused("staff.not_allowed"));
  }
  await expect(make(owner, owner)).rejects.toEqual(refused("staff.own_link"));
});

test("one ends one's other sessions, and an owner those of a colleague", async () => {
  const owner = await newOwner();
  await signIn(owner.me.email, PASSWORD);
  const lines = await within((tx) => staff.sessions(tx, owner.me, owner.session));
  expect(lines.map(({ current }) => current).sort()).toEqual([false, true]);
  expect(await within((tx) => staff.endOtherSessions(tx, owner.me, owner.session))).toBe(1);
  expect(await sessionOf(owner.session)).not.toBeNull();
  const max = await newColleague(owner, "marketer");
  expect(await within((tx) => staff.endSessions(tx, owner.me, max.me.id))).toBe(1);
  expect(await sessionOf(max.session)).toBeNull();
  expect(facts.at(-1)?.kind).toBe("staff.sessions-ended");
});

test("addresses and names that are none are refused before anything is kept", async () => {
  const owner = await newOwner();
  const before = facts.length;
  for (const email of ["nobody", "a@b@c", "a b@house.example", "<a@house.example>", "@", "x@"]) {
    const given = { email, role: "agent" as const };
    await expect(
      within((tx) => staff.invite(tx, owner.me, given)),
      email,
    ).rejects.toEqual(refused("staff.bad_address"));
  }
  const known = { email: ` ${owner.me.email.toUpperCase()} `, role: "agent" as const };
  await expect(within((tx) => staff.invite(tx, owner.me, known))).rejects.toEqual(
    refused("staff.known_address"),
  );
  expect(facts).toHaveLength(before);
});

test.each(["a new password", "a removal"] as const)(
  "a sign-in that was being judged while %s came gets no session",
  async (what) => {
    const owner = await newOwner();
    const max = await newColleague(owner, "marketer");
    const reset = await within((tx) => staff.makePasswordLink(tx, owner.me, max.me.id));
    let runs = 0;
    // The second transaction of a sign-in reads the account; what comes right after it must count.
    const interrupted = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      const done = await within(work);
      runs += 1;
      if (runs === 2 && what === "a removal")
        await within((tx) => staff.remove(tx, owner.me, max.me.id));
      if (runs === 2 && what === "a new password")
        await within((tx) => staff.usePasswordLink(tx, reset, OTHER));
      return done;
    };
    const outcome = await staff.signIn(interrupted, max.me.email, PASSWORD, "192.0.2.7");
    expect(runs).toBeGreaterThan(2);
    expect(outcome).toEqual({ refused: "credentials" });
  },
);
