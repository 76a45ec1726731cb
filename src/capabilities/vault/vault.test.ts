import { afterAll, beforeAll, expect, test } from "vitest";
import { openPermitOffice, type Permit } from "#core/gate/permit";
import type { Use } from "#core/gate/use";
import { loadMasterKey } from "#platform/crypto/master-key";
import { contact } from "#test/support/contact";
import { freshHouse } from "#test/support/house";
import { openVault } from "./vault.ts";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
beforeAll(async () => {
  opened = await freshHouse();
});
afterAll(() => opened.close());

const READ: Use = { kind: "process", purpose: "enquiries", categories: ["name"] };

async function permitFor(id: string, use = READ): Promise<Permit> {
  const { inTransaction, gate } = opened.house;
  const { permit, decision } = await inTransaction((tx) => gate.ask(tx, id, use));
  if (permit === null) throw new Error(JSON.stringify(decision));
  return permit;
}

function openWith(permit: Permit, reader?: { readonly staffId: string }) {
  return opened.house.inTransaction((tx) => opened.house.vault.open(tx, permit, reader));
}

test("a permit opens the categories it names, and no others", async () => {
  const ann = await contact(opened.house, "ann@reader.example");
  const found = await openWith(await permitFor(ann.id));
  expect([...found.values()]).toEqual(["Ann Reader"]);
});

test("nothing that only looks like a permit opens anything", async () => {
  const ann = await contact(opened.house, "ann2@reader.example");
  const permit = await permitFor(ann.id);
  const other = openPermitOffice().mint({
    epochs: new Map([[ann.id, 0]]),
    use: READ,
    ...{ noticeVersion: 1, values: new Map(), mintedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER },
  });
  const fakes = [{}, { ...permit }, Object.create(permit), new Proxy(permit, {}), other];
  for (const fake of fakes)
    await expect(openWith(fake as Permit)).rejects.toMatchObject({ code: "vault.unknown_permit" });
});

test("a permit is void once anything was stated about the person", async () => {
  const ann = await contact(opened.house, "ann3@reader.example");
  const permit = await permitFor(ann.id);
  await opened.house.inTransaction((tx) => opened.house.choices.restrict(tx, ann.id));
  await expect(openWith(permit)).rejects.toMatchObject({ code: "vault.permit_void" });
});

test("a permit to read does not store", async () => {
  const ann = await contact(opened.house, "ann4@reader.example");
  const permit = await permitFor(ann.id);
  const values = [{ subjectId: ann.id, valueId: ann.addressId, category: "name", text: "x" }];
  const { inTransaction, vault } = opened.house;
  await expect(inTransaction((tx) => vault.store(tx, permit, values))).rejects.toMatchObject({
    code: "vault.not_permitted",
  });
});

test("a colleague's look is recorded: who, when, why and what", async () => {
  const ann = await contact(opened.house, "ann5@reader.example");
  const staffId = opened.house.newId();
  await openWith(await permitFor(ann.id), { staffId });
  const { inTransaction, vault } = opened.house;
  const looks = await inTransaction((tx) => vault.accessesOf(tx, [ann.id]));
  expect(looks).toMatchObject([{ staffId, purpose: "enquiries", categories: ["name"] }]);
});

test("a sealed value that was put in another's place does not open there", async () => {
  const { database } = opened;
  const ann = await contact(opened.house, "ann6@reader.example", "Ann");
  const bob = await contact(opened.house, "bob6@reader.example", "Bob");
  await database.owner.query(
    `update vault_value v set sealed = o.sealed from vault_value o
      where v.subject_id = $1 and o.subject_id = $2 and v.category = 'name' and o.category = 'name'`,
    [ann.id, bob.id],
  );
  await expect(openWith(await permitFor(ann.id))).rejects.toThrow();
  expect([...(await openWith(await permitFor(bob.id))).values()]).toEqual(["Bob"]);
});

test("another master key is told so, and nothing is written", async () => {
  const { inTransaction, clock, newId } = opened.house;
  const text = Buffer.alloc(32, 5).toString("base64");
  const stranger = openVault({
    master: loadMasterKey({ from: "text", text }, true),
    inspect: () => null,
    epochsOf: async () => new Map(),
    versionInForce: async () => 1,
    ...{ newId, clock },
  });
  await expect(inTransaction((tx) => stranger.assertMaster(tx))).rejects.toThrow(/master key/);
  const { rows } = await opened.database.owner.query("select key_id from vault_master");
  expect(rows).toHaveLength(1);
});
