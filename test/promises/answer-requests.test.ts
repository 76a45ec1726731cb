/** What people write in a request is kept and seen, and officers answer it, by letter. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestRecord, RequestRow } from "#edges/http/console/request-schemas";
import { asPerson, personAt, press, signUp } from "#test/support/person";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const folder = newDataFolder();
let product: Product;
let post: Post;
let cookie = "";

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  post = postOf(product.data);
  cookie = await signUp(product.baseUrl, product.ownerLink);
}, 90_000);

afterAll(async () => {
  await product?.stop();
  folder.remove();
}, 60_000);

const person = (email: string) => personAt(product.baseUrl, post, email);
const read = async (url: string) => (await fetch(url, { headers: asPerson })).text();

async function api(method: string, path: string, body?: object, as = cookie) {
  const answer = await fetch(`${product.baseUrl}/console/api${path}`, {
    method,
    headers: { cookie: as, origin: product.baseUrl, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === "" ? null : JSON.parse(text) };
}

async function newest(kind: string): Promise<RequestRow> {
  const { json } = await api("GET", "/requests");
  const found = (json.requests as RequestRow[]).filter((row) => row.kind === kind);
  return found.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))[0] as RequestRow;
}

const record = async ({ subjectId, id }: RequestRow) =>
  (await api("GET", `/requests/${subjectId}/${id}`)).json as RequestRecord;
const act = ({ subjectId, id }: RequestRow, body: object, as?: string) =>
  api("POST", `/requests/${subjectId}/${id}`, body, as);

test("a complaint's words are kept, seen by the officer, in the copy, and erased with the person", async () => {
  const ann = person("ann@reader.example");
  const page = await ann.asks("complaint", "Your mails arrive at four in the morning.");
  const row = await newest("complaint");
  const seen = await record(row);
  expect(seen.steps[0]).toMatchObject({
    step: "received",
    words: "Your mails arrive at four in the morning.",
  });
  expect(seen.can).toEqual(expect.arrayContaining(["answer", "refuse", "clarify"]));

  const answered = await act(row, {
    act: "answer",
    words: "You are right.\n\nWe moved it to nine.",
  });
  expect(answered.status).toBe(200);
  const letter = await post.letter("ann@reader.example", /^Your request is answered$/);
  expect(letter.text).toContain("We moved it to nine.");
  const shown = await read(page);
  expect(shown).toContain("We moved it to nine.");
  expect(shown).toContain("four in the morning");
  expect((await record(row)).steps.at(-1)).toMatchObject({ step: "answered", by: "Olga" });

  const copy = await read(`${await ann.asks("access")}/package.json`);
  expect(copy).toContain("four in the morning");
  expect(copy).toContain("We moved it to nine.");
  const erasure = await ann.asks("erasure");
  expect((await press(`${erasure}/erase`)).status).toBe(200);
  await expect
    .poll(async () => (await record(row)).steps.map(({ words }) => words), { timeout: 15_000 })
    .toEqual(seen.steps.map(() => null).concat([null]));
});

test("a correction puts the right value in place, keeps the old one, and tells the person", async () => {
  const bea = person("bea@reader.example");
  await bea.sends("/contact", { name: "Bea Raeder", message: "Hello.", company: "Acorn" });
  await press(await bea.link("/confirm/"));
  const page = await bea.asks("correction", "My name is spelt Reader.");
  const row = await newest("correction");
  const before = await record(row);
  const name = before.values.find(({ text }) => text === "Bea Raeder");
  expect(name).toBeDefined();
  const email = { valueId: before.request.id, text: "x" };
  const words = "We wrote it right.";
  expect((await act(row, { act: "correct", words, values: [email] })).status).toBe(422);
  const values = [{ valueId: name?.id, text: "Bea Reader" }];
  const done = await act(row, { act: "correct", words, values });
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  await post.letter("bea@reader.example", /^Your data is corrected$/);
  expect(await read(page)).toContain("Corrected");
  const copy = JSON.parse(await read(`${await bea.asks("access")}/package.json`));
  const names = copy.values.filter(({ category }: { category: string }) => category === "name");
  expect(
    names.map(({ value, superseded }: { value: string; superseded: boolean }) => [
      value,
      superseded,
    ]),
  ).toEqual([
    ["Bea Raeder", true],
    ["Bea Reader", false],
  ]);
  // A second time it is closed.
  expect((await act(row, { act: "correct", words, values })).status).toBe(409);
});

test("asking back, the person's answer, an extension, and a refusal with its ways out", async () => {
  const cleo = person("cleo@reader.example");
  const page = await cleo.asks("correction", "Something is wrong.");
  const row = await newest("correction");
  const due = (await record(row)).request.due;
  expect((await act(row, { act: "clarify", words: "Which part of it?" })).status).toBe(200);
  await post.letter("cleo@reader.example", /^A question about your request$/);
  expect(await read(page)).toContain("Our question to you");
  expect((await act(row, { act: "clarify", words: "Again?" })).status).toBe(409);
  const told = await press(`${page}/clarify`, { text: "The street." });
  expect(told.status).toBe(303);
  expect((await press(`${page}/clarify`, { text: "Twice." })).status).toBe(410);
  expect((await record(row)).steps.at(-1)).toMatchObject({
    step: "clarified",
    words: "The street.",
  });

  const extended = await act(row, { act: "extend", words: "Many papers.", ground: "complex" });
  expect(extended.status, JSON.stringify(extended.json)).toBe(200);
  expect((await record(row)).request.due > due).toBe(true);
  const letter = await post.letter("cleo@reader.example", /^Your request takes longer$/);
  expect(letter.text).toMatch(/complex[\s\S]*by \w+ \d+, 20\d\d/);
  expect((await act(row, { act: "extend", words: "More.", ground: "many" })).status).toBe(409);

  const wrong = await act(row, { act: "refuse", words: "No.", ground: "legal-claims" });
  expect(wrong.status).toBe(422);
  const refused = await act(row, {
    act: "refuse",
    words: "We looked at it twice.",
    ground: "accurate",
  });
  expect(refused.status).toBe(200);
  const why = await post.letter("cleo@reader.example", /^About your request$/);
  expect(why.text).toContain("GDPR 16");
  expect(why.text).toContain("We looked at it twice.");
  expect(why.text).toMatch(/complain to the authority/);
  expect(await read(page)).toContain("refused");
  expect((await act(row, { act: "answer", words: "Late." })).status).toBe(409);
});

test("who may not answer cannot; who proved no address is answered nothing", async () => {
  const dora = person("dora@reader.example");
  await dora.begins("complaint", "Unproven words.");
  const row = await newest("complaint");
  expect((await act(row, { act: "answer", words: "x" })).status).toBe(409);
  expect((await act(row, { act: "answer", words: "x" }, "")).status).toBe(401);
  expect((await act(row, { act: "answer", words: "" })).status).toBe(422);
  expect((await act(row, { act: "vanish", words: "x" })).status).toBe(422);
  const invited = await api("POST", "/staff/invitations", {
    ...{ email: "ada@northlight.example", role: "auditor" },
  });
  const auditor = await signUp(product.baseUrl, invited.json.link);
  expect((await act(row, { act: "answer", words: "x" }, auditor)).status).toBe(403);
  const seen = await api("GET", `/requests/${row.subjectId}/${row.id}`, undefined, auditor);
  expect(JSON.stringify(seen.json)).not.toContain("Unproven words");
});

test("a bad address loses nothing that was written, and is said beside the field", async () => {
  const key = crypto.randomUUID();
  for (const email of ["", "no-at", "a b@reader.example"]) {
    const fields = { kind: "complaint", email, message: "Two long pages of it.", key };
    const answer = await press(`${product.baseUrl}/rights`, fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(">Two long pages of it.</textarea>");
    expect(page).toMatch(/value="complaint" required checked/);
    expect(page).toMatch(/id="email-error">[^<]+</);
    expect(page).toMatch(/aria-describedby="email-error" autofocus/);
    expect(page).toContain(`value="${email}"`);
  }
  const long = { kind: "access", email: "eve@reader.example", message: "x".repeat(4_001), key };
  expect((await press(`${product.baseUrl}/rights`, long)).status).toBe(422);
  expect(await post.to("eve@reader.example")).toEqual([]);
});
