/** Nobody can fill a stranger's mailbox through the public doors, nor hide a person behind junk. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { sendForm } from "#test/support/public-doors";
import { countRows, lookInto } from "#test/support/rows";

const data = newDataFolder();
let product: Product;
beforeAll(async () => {
  product = await startProduct({ data: data.path });
}, 90_000);
afterAll(async () => {
  await product?.stop();
  data.remove();
}, 60_000);

function ask(path: string, fields: { readonly [name: string]: string }) {
  const headers = { origin: product.baseUrl };
  const body = new URLSearchParams(fields);
  return fetch(product.baseUrl + path, { method: "POST", headers, body });
}

/** Waits until the queue has nothing left to send, and counts. */
async function lettersTo(email: string): Promise<number> {
  const waiting = "select 1 from message where state in ('queued', 'claimed', 'begun')";
  await expect.poll(async () => (await lookInto(data.path, waiting)).length).toBe(0);
  return (await postOf(data.path).to(email)).length;
}

test("25 sign-ups send three mails, and each visitor is answered the same", async () => {
  const email = "bombed@home.example";
  const spelled = [email, "Bombed@Home.example", " BOMBED@home.example"];
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, at) => sendForm(product.baseUrl, spelled[at % 3] ?? email)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(await countRows(data.path, "message where template = 'confirm'")).toBe(3);
  await lettersTo(email);
  // Another person is not held up by it.
  expect((await sendForm(product.baseUrl, "calm@home.example")).status).toBe(201);
  expect(await lettersTo("calm@home.example")).toBe(1);
});

test("requests and links for an address are bounded too; a form sent twice is one request", async () => {
  const email = "asked@home.example";
  const fields = { kind: "access", email, message: "" };
  const key = crypto.randomUUID();
  const both = await Promise.all([1, 2, 3].map(() => ask("/rights", { ...fields, key })));
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await countRows(data.path, "rights_request")).toBe(1);
  for (let count = 0; count < 6; count += 1) {
    const answer = await ask("/rights", { ...fields, key: crypto.randomUUID() });
    expect(answer.status).toBe(200);
  }
  expect(await lettersTo(email)).toBe(3);
  const link = (await postOf(data.path).to(email))[0]?.links.find((each) =>
    each.includes("/rights/prove/"),
  );
  const headers = { origin: product.baseUrl };
  expect((await fetch(link ?? "", { method: "POST", headers })).status).toBe(200);
  for (let count = 0; count < 6; count += 1) await ask("/preferences", { email });
  await expect.poll(() => countRows(data.path, "message where template = 'preferences'")).toBe(3);
});

test("two hundred junk sign-ups do not hide the one who proved the address", async () => {
  const email = "hidden@home.example";
  await sendForm(product.baseUrl, email);
  const letter = await postOf(data.path).letter(email, /./);
  const link = letter.links.find((each) => each.includes("/confirm/")) ?? "";
  const headers = { origin: product.baseUrl };
  // Older ids, as of people who came before: they would be found first.
  await lookInto(
    data.path,
    `insert into vault_lookup (hash, subject_id, address_id, key_version)
     select l.hash, ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, gen_random_uuid(), 1
       from vault_lookup l, generate_series(1, 250) i
      where l.subject_id = (select subject_id from message order by created_at desc limit 1)`,
  );
  expect((await fetch(link, { method: "POST", headers })).status).toBe(200);
  // And newer ones, of people who came later.
  await lookInto(
    data.path,
    `insert into vault_lookup (hash, subject_id, address_id, key_version)
     select hash, ('ffffffff-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, gen_random_uuid(), 1
       from (select hash from vault_lookup group by hash having count(*) > 200) h, generate_series(1, 250) i`,
  );
  await ask("/preferences", { email });
  await expect.poll(async () => (await postOf(data.path).to(email)).length).toBe(2);
}, 30_000);
