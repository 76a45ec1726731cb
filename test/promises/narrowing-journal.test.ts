/** What takes a permission away is in the journal before it is acknowledged (promise U11). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, personAt, press } from "#test/support/person";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const NINA = "nina.marker@reader.example";
const folder = newDataFolder();
let product: Product;
let post: Post;
let nina: Person;

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  post = postOf(product.data);
  nina = personAt(product.baseUrl, post, NINA);
}, 90_000);

afterAll(async () => {
  await product?.stop();
  folder.remove();
}, 60_000);

const text = () => readFileSync(join(product.data, "journal", "narrowing.jsonl"), "utf8");
const kinds = () =>
  text()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { kind: string }).kind);

test("an objection, a restriction and an erasure by way of one's rights are in the journal", async () => {
  await nina.sends("/contact", { name: "Nina Marker", message: "quincunx" });
  expect((await press(await nina.link("/confirm/"))).status).toBeLessThan(400);
  expect(kinds()).toEqual([]);
  await nina.asks("objection");
  expect(kinds()).toContain("objection.made");
  await nina.asks("restriction");
  expect(kinds()).toContain("restriction.began");
  const request = await nina.asks("erasure");
  expect((await press(`${request}/erase`)).status).toBe(200);
  // Not polled: the answer is the acknowledgement.
  expect(kinds()).toContain("subject.erased");
  // The letter that confirms it goes out first; then values and address are stated gone.
  await expect.poll(kinds, { timeout: 20_000 }).toContain("address.suppressed");
  await expect.poll(kinds, { timeout: 20_000 }).toContain("value.erased");
  for (const secret of [NINA, "Nina", "quincunx", "Marker"]) expect(text()).not.toContain(secret);
}, 60_000);
