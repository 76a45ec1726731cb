import { afterAll, beforeAll, expect, test } from "vitest";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());

const inTransaction: Opened["house"]["inTransaction"] = (work) => opened.house.inTransaction(work);

async function textsOf(id: string): Promise<readonly (string | null)[]> {
  const record = await inTransaction((tx) => opened.house.people.record(tx, id, "rights"));
  return record.values.map(({ text }) => text).toSorted();
}

test("a value comes with its source and the version of the notice, and is sealed", async () => {
  const ann = await contact(opened.house, "ann@reader.example");
  const record = await inTransaction((tx) => opened.house.people.record(tx, ann.id, "rights"));
  expect(record.shown).toBe(true);
  for (const value of record.values)
    expect([value.source, value.noticeVersion]).toEqual(["website", 1]);
  expect(await textsOf(ann.id)).toEqual(["Ann Reader", "ann@reader.example"]);
  const { rows } = await opened.database.owner.query(
    "select count(*)::int as found from vault_value where position('reader'::bytea in sealed) > 0",
  );
  expect(rows[0].found).toBe(0);
});

test("a stranger who knows an address gets nothing of whoever proved it; who proves it is merged", async () => {
  const { people } = opened.house;
  const owner = await contact(opened.house, "bea@reader.example", "Bea");
  expect(await inTransaction((tx) => people.proveAddress(tx, owner.id, owner.addressId))).toBe(
    true,
  );
  const stranger = await contact(opened.house, "bea@reader.example", "Not Bea");
  expect(await textsOf(owner.id)).not.toContain("Not Bea");
  expect(await textsOf(stranger.id)).not.toContain("Bea");
  const again = await contact(opened.house, "bea@reader.example", "Bea B.");
  await inTransaction((tx) => people.proveAddress(tx, again.id, again.addressId));
  expect(await textsOf(owner.id)).toEqual(await textsOf(again.id));
  expect(await textsOf(owner.id)).toContain("Bea B.");
  expect(await textsOf(owner.id)).not.toContain("Not Bea");
  await inTransaction((tx) => people.unlink(tx, owner.id, again.id));
  expect(await textsOf(owner.id)).not.toContain("Bea B.");
});

test("what no declared purpose takes is refused, and nothing of the request is kept", async () => {
  const before = await rowsOf("vault_value");
  const answer = await inTransaction((tx) =>
    opened.house.people.collect(tx, {
      subjectId: null,
      source: "website",
      form: "contact",
      noticeVersion: 1,
      purposes: ["mind-reading"],
      values: [{ category: "email", text: "eve@reader.example", address: "email" }],
      residence: { declared: null, predicted: null },
      language: "en",
      relationship: null,
      interest: null,
      demo: false,
    }),
  );
  expect(answer.collected).toBe(false);
  expect(await rowsOf("vault_value")).toBe(before);
});

test("erased: every use is denied, all is gone, a return begins anew", async () => {
  const { people, gate, vault, ledger } = opened.house;
  const cleo = await contact(opened.house, "cleo@reader.example", "Cleo");
  await inTransaction((tx) => people.proveAddress(tx, cleo.id, cleo.addressId));
  const facts = await inTransaction((tx) => ledger.factsOf(tx, [cleo.id], 100));
  const collected = facts.find(({ kind }) => kind === "value.collected");
  const receipt = (position: number) =>
    inTransaction((tx) => ledger.receipt(tx, cleo.id, position));
  expect(await receipt(collected?.position ?? 0)).not.toBeNull();
  const ids = await inTransaction((tx) => people.markErased(tx, cleo.id));
  const use = { kind: "process", purpose: "enquiries", categories: ["name"] } as const;
  const denied = await inTransaction((tx) => gate.ask(tx, cleo.id, use));
  expect(denied.decision.allowed).toBe(false);
  await inTransaction((tx) => people.destroy(tx, ids));
  for (const table of [
    "vault_value",
    "vault_key",
    "vault_lookup",
    "subject_value",
    "subject_address",
  ])
    expect(await rowsOf(table, cleo.id), table).toBe(0);
  // Nobody can open what the log committed to, and asking does not make a dead person a new key.
  expect(await receipt(collected?.position ?? 0)).toBeNull();
  expect(await rowsOf("vault_key", cleo.id)).toBe(0);
  const holders = await inTransaction((tx) =>
    vault.find(tx, vault.hashOf("email", "cleo@reader.example")),
  );
  expect(holders).toEqual([]);
  const back = await contact(opened.house, "cleo@reader.example", "Cleo again");
  const subject = (await inTransaction((tx) => gate.subjects(tx, [back.id]))).get(back.id);
  expect(subject?.addresses?.map(({ suppressed }) => suppressed)).toEqual(["marketing"]);
});

test("a corrected value serves what the old one served; the old one serves the person alone", async () => {
  const { people, gate } = opened.house;
  const ella = await contact(opened.house, "ella@reader.example", "Ela");
  const held = await inTransaction((tx) => people.record(tx, ella.id, "rights"));
  const wrong = held.values.find(({ text }) => text === "Ela");
  const about = { id: ella.id, replaces: wrong?.valueId ?? "" };
  const before = (await inTransaction((tx) => gate.subjects(tx, [ella.id]))).get(ella.id);
  const done = await inTransaction((tx) => people.correct(tx, { ...about, text: "Ella" }));
  expect(done?.collected).toBe(true);
  expect(await textsOf(ella.id)).toEqual(["Ela", "Ella", "ella@reader.example"]);
  const enquiry = await inTransaction((tx) => people.record(tx, ella.id, "enquiries"));
  expect(enquiry.values.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["Ella", "ella@reader.example", null]),
  );
  expect(enquiry.values.find(({ replaced }) => replaced)?.text).toBeNull();
  const after = (await inTransaction((tx) => gate.subjects(tx, [ella.id]))).get(ella.id);
  const old = before?.values?.find(({ id }) => id === wrong?.valueId);
  const now = after?.values?.find(({ replaced, category }) => !replaced && category === "name");
  // No period began anew, and nobody was shown anything.
  expect([now?.collectedAt, now?.shown]).toEqual([old?.collectedAt, old?.shown]);
  // Not twice, not a stranger's, not an e-mail address.
  const email = held.values.find(({ category }) => category === "email")?.valueId ?? "";
  for (const replaces of [about.replaces, email, ella.id]) {
    const again = { id: ella.id, replaces, text: "x@reader.example" };
    expect(await inTransaction((tx) => people.correct(tx, again))).toBeNull();
  }
});

test("what was written once cannot be rewritten by the product's own role", async () => {
  await contact(opened.house, "dan@reader.example");
  for (const statement of [
    "update fact set kind = 'x'",
    "delete from fact",
    "update notice_version set source = 'x'",
    "delete from log_leaf",
    "update form_submission set form = 'x'",
    "update message_attempt set outcome = 'x'",
    "delete from staff_access",
  ]) {
    await expect(opened.database.pool.query(statement), statement).rejects.toThrow(
      /permission denied/,
    );
  }
});

async function rowsOf(table: string, subjectId?: string): Promise<number> {
  const where = subjectId === undefined ? "" : " where subject_id = $1";
  const values = subjectId === undefined ? [] : [subjectId];
  const text = `select count(*)::int as found from ${table}${where}`;
  return (await opened.database.owner.query(text, values)).rows[0].found;
}
