import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contact, contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());

const ROUNDS = Number(process.env.FAIRNOTICE_LONG === "1" ? 150 : 15);

type Row = {
  readonly id: string;
  readonly created: number;
  readonly erased: number | null;
  readonly verified: boolean;
};

/** With the positions of their first fact and of their erasure. */
async function everybody(ids: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await opened.database.owner.query(
    `select s.subject_id as id, s.erased_position as erased,
       (select min(position) from fact f where f.subject_id = s.subject_id) as created,
       exists (select 1 from subject_address a
         where a.subject_id = s.subject_id and a.verified_position is not null) as verified
       from subject_state s where s.subject_id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    created: Number(row.created),
    erased: row.erased === null ? null : Number(row.erased),
  }));
}

/** A pause of up to some milliseconds, so that each round meets in another order. */
const pause = () => new Promise((done) => setTimeout(done, Math.random() * 12));

test("erase, confirm and submit at once: each comes wholly before the erasure or wholly after", async () => {
  const { inTransaction, people } = opened.house;
  for (let round = 0; round < ROUNDS; round += 1) {
    const email = `race.${round}@reader.example`;
    const owner = await contact(opened.house, email, "Owner");
    await inTransaction((tx) => people.proveAddress(tx, owner.id, owner.addressId));
    const claims: Contact[] = [];
    for (let count = 0; count < 3; count += 1) claims.push(await contact(opened.house, email));
    const erase = async () => {
      await pause();
      return inTransaction((tx) => people.markErased(tx, owner.id));
    };
    const confirm = async ({ id, addressId }: Contact) => {
      await pause();
      return inTransaction((tx) => people.proveAddress(tx, id, addressId));
    };
    const submit = async () => {
      await pause();
      const sent = await contact(opened.house, email);
      return { sent, proven: await confirm(sent) };
    };
    const [gone, , ...sent] = await Promise.all([
      erase(),
      Promise.all(claims.map(confirm)),
      submit(),
      submit(),
      submit(),
    ]);
    const ids = [owner.id, ...claims.map(({ id }) => id), ...sent.map((each) => each.sent.id)];
    const rows = await everybody(ids);
    const last = Math.max(...rows.map((row) => row.erased ?? 0));
    for (const row of rows) {
      // Nobody who was there when the person went is left, proven in between or not.
      if (row.erased === null) expect(row.created, `${round}`).toBeGreaterThan(last);
    }
    for (const { id } of [owner, ...claims]) expect(gone, `${round}`).toContain(id);
    const erasedIds = new Set(rows.filter(({ erased }) => erased !== null).map(({ id }) => id));
    expect(new Set(gone)).toEqual(erasedIds);

    const destroyed = await inTransaction(async (tx) => {
      const all = await people.erasedWith(tx, owner.id);
      await people.destroy(tx, all);
      return all;
    });
    expect(new Set(destroyed)).toEqual(erasedIds);
    const { rows: held } = await opened.database.owner.query(
      "select count(*)::int as found from vault_key where subject_id = any($1::uuid[])",
      [destroyed],
    );
    expect(held[0].found).toBe(0);
    // Who came after is somebody new, and lives.
    for (const { sent: later, proven } of sent) {
      if (erasedIds.has(later.id)) continue;
      expect(proven).toBe(true);
      const record = await inTransaction((tx) => people.record(tx, later.id, "rights"));
      expect(record.shown).toBe(true);
    }
  }
}, 120_000);

test("an erasure takes the address out of another person's record, and leaves that person", async () => {
  const { inTransaction, people, vault } = opened.house;
  const owner = await contact(opened.house, "two.homes@reader.example", "Owner");
  await inTransaction((tx) => people.proveAddress(tx, owner.id, owner.addressId));
  const other = await contact(opened.house, "other@reader.example", "Other");
  await inTransaction((tx) => people.proveAddress(tx, other.id, other.addressId));
  const added = await inTransaction((tx) =>
    people.collect(tx, {
      ...{ subjectId: other.id, source: "website", form: "contact", noticeVersion: 1 },
      purposes: ["enquiries"],
      values: [{ category: "email", text: "two.homes@reader.example", address: "email" }],
      residence: { declared: null, predicted: null },
      ...{ language: "en", relationship: null, interest: null, demo: false },
    }),
  );
  expect(added.collected).toBe(true);
  const ids = await inTransaction((tx) => people.markErased(tx, owner.id));
  expect(ids).toEqual([owner.id]);
  const record = await inTransaction((tx) => people.record(tx, other.id, "rights"));
  expect(record.values.map(({ text }) => text).toSorted()).toEqual([
    "Other",
    "other@reader.example",
  ]);
  const hash = vault.hashOf("email", "two.homes@reader.example");
  const holders = await inTransaction((tx) => vault.find(tx, hash));
  expect(holders.map(({ subjectId }) => subjectId)).not.toContain(other.id);
});

test("a request that nobody proved silences nobody when it lapses", async () => {
  const { inTransaction, people, gate } = opened.house;
  const owner = await contact(opened.house, "quiet@reader.example", "Owner");
  await inTransaction((tx) => people.proveAddress(tx, owner.id, owner.addressId));
  const stranger = await contact(opened.house, "quiet@reader.example", "Stranger");
  await inTransaction((tx) => people.markErased(tx, stranger.id));
  const subject = (await inTransaction((tx) => gate.subjects(tx, [owner.id]))).get(owner.id);
  expect(subject?.erased).toBeNull();
  expect(subject?.addresses?.map(({ suppressed }) => suppressed)).toEqual([null]);
});
