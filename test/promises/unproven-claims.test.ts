/**
 * What was sent under an address that nobody proved: it is in the copy of whoever proves the
 * address, and goes with them (GDPR 15, 17; decision 004).
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ORGANISATION } from "#kit/brands";
import { findPlace } from "#platform/database/place";
import { asPerson, personAt, press } from "#test/support/person";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

type Package = {
  readonly values: readonly { readonly value: string }[];
  readonly claims: readonly {
    readonly values: readonly { readonly name: string; readonly value: string | null }[];
  }[];
};

const folder = newDataFolder();
let product: Product;
let post: Post;
let database: pg.Pool;

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  post = postOf(product.data);
  const host = findPlace(folder.path).socket;
  database = new pg.Pool({ host, user: "fairnotice", database: "fairnotice", max: 2 });
}, 90_000);

afterAll(async () => {
  await database?.end();
  await product?.stop();
  folder.remove();
}, 60_000);

const person = (email: string) => personAt(product.baseUrl, post, email);
const statusOf = async (url: string) => (await fetch(url, { headers: asPerson })).status;

async function packageAt(page: string): Promise<Package> {
  return (await (await fetch(`${page}/package.json`)).json()) as Package;
}

async function rowsOf(table: string): Promise<number> {
  // The organisation itself has a key, for its own entries of the log.
  const { rows } = await database.query(
    `select count(*)::int as found from ${table} where subject_id <> $1`,
    [ORGANISATION],
  );
  return rows[0].found;
}

const MESSAGE = "Please ring before noon, says the heron.";

test("who proves the address gets what was sent under it before, and it is erased with them", async () => {
  const carol = person("carol@client.example");
  const sent = await carol.sends("/contact", {
    name: "Carol Client",
    country: "FR",
    message: MESSAGE,
  });
  expect(sent.status).toBe(303);
  const library = await carol.sends("/library", { name: "Carol Client" });
  expect(library.status).toBe(303);
  const confirm = await carol.link("/confirm/");
  const read = await carol.link("/library/read/");
  const otherProof = await carol.begins("restriction");
  expect(await statusOf(confirm)).toBe(200);

  const copy = await packageAt(await carol.asks("access"));
  const claimed = copy.claims.flatMap(({ values }) => values.map(({ value }) => value));
  expect(claimed).toEqual(expect.arrayContaining([MESSAGE, "Carol Client", "FR"]));
  // Nothing became theirs by it: it stands apart.
  expect(copy.values.map(({ value }) => value)).toEqual(["carol@client.example"]);

  const request = await carol.asks("erasure");
  expect((await press(`${request}/erase`)).status).toBe(200);
  for (const link of [confirm, read, otherProof]) {
    expect(await statusOf(link), link).toBe(410);
    expect((await press(link)).status, link).toBe(410);
  }
  await expect.poll(() => rowsOf("vault_value"), { timeout: 15_000 }).toBe(0);
  for (const table of [
    "vault_key",
    "vault_lookup",
    "form_submission",
    "message",
    "subject_value",
  ]) {
    expect(await rowsOf(table), table).toBe(0);
  }
  for (const link of [confirm, read, otherProof]) expect(await statusOf(link), link).toBe(410);
  // Dead links wake nobody: no key was made for who is gone.
  expect(await rowsOf("vault_key")).toBe(0);

  // Whoever comes back is a new person, and proves anew.
  await carol.sends("/contact", { name: "Carol Client", message: "Back again." });
  const again = await carol.link("/confirm/");
  expect(again).not.toBe(confirm);
  expect((await press(again)).status).toBe(200);
  const { rows } = await database.query(
    "select count(*)::int as living from subject_state where kind = 'person' and erased_at is null",
  );
  expect(rows[0].living).toBe(1);
}, 60_000);

test("what a stranger wrote under a proven address names them to nobody", async () => {
  const dora = person("dora@client.example");
  await dora.sends("/contact", { name: "Dora Client", message: "A first word." });
  expect((await press(await dora.link("/confirm/"))).status).toBe(200);
  await dora.sends("/contact", {
    ...{ name: "Dave Stranger", phone: "+44 20 7946 0555", message: "I am Dave, of 3 Mill Lane." },
  });
  const copy = await packageAt(await dora.asks("access"));
  expect(copy.values.map(({ value }) => value)).toContain("A first word.");
  expect(copy.claims).toHaveLength(1);
  expect(JSON.stringify(copy)).not.toMatch(/Dave|79460555|Mill Lane/);
  expect(copy.claims[0]?.values.some(({ value }) => value === null)).toBe(true);
});
