/**
 * What a page adds to its forms unseen is what we wrote there, or it is refused: it becomes part of
 * facts and of the proof of what was shown.
 */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPlace } from "#platform/database/place";
import { hiddenFields } from "#test/support/person";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

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

async function send(
  path: string,
  changed: { readonly [name: string]: string },
  headers: { readonly [name: string]: string } = {},
) {
  const { action, fields } = await hiddenFields(product.baseUrl + path);
  const answer = await fetch(product.baseUrl + action, {
    method: "POST",
    headers: { accept: "application/json", origin: product.baseUrl, ...headers },
    body: new URLSearchParams({ ...fields, email: "ann@reader.example", ...changed }),
  });
  const body = await answer.text();
  const code = answer.status >= 400 ? ((JSON.parse(body).code as string) ?? "") : "";
  return { status: answer.status, code, body };
}

async function submissions(): Promise<number> {
  const { rows } = await database.query("select count(*)::int as sent from form_submission");
  return rows[0].sent;
}

const ZEROS = "0".repeat(64);

test.each([
  ["a path for a language", "/", { _language: "../../etc" }, "form.unknown_language"],
  ["a language that is not declared", "/", { _language: "xx" }, "form.unknown_language"],
  ["a long language", "/", { _language: "e".repeat(5_000) }, "form.unknown_language"],
  ["no language", "/", { _language: "" }, "form.unknown_language"],
  ["an extract of zeros", "/", { _extract: ZEROS }, "form.unknown_extract"],
  ["no extract", "/", { _extract: "" }, "form.unknown_extract"],
  ["the extract of another language", "/", { _language: "fr" }, "form.unknown_extract"],
  ["a document that there is not", "/library", { _asset: "nope-nope" }, "asset.unknown"],
  ["a document of another form", "/", { _asset: "deliverability-guide" }, "asset.unknown"],
  ["a document of no form", "/", { _asset: "nope-nope" }, "asset.unknown"],
  ["another version", "/", { _version: "7" }, "form.notice_changed"],
  ["a version that is no number", "/", { _version: "one" }, "form.notice_changed"],
  ["an offer that there is not", "/", { _offer: "marketing:email:arms" }, "form.unknown_field"],
  ["an underscored field of nobody", "/", { _subject: "x" }, "form.unknown_field"],
  ["a prototype", "/", { __proto__x: "x" }, "form.unknown_field"],
] as const)("%s is refused, and nothing is kept", async (_case, path, changed, code) => {
  const before = await submissions();
  const answer = await send(path, changed);
  expect([answer.status >= 400 && answer.status < 500, answer.code]).toEqual([true, code]);
  expect(await submissions()).toBe(before);
  expect(await post.to("ann@reader.example")).toEqual([]);
});

test.each([
  ["a country with blanks around it", { country: " GB " }],
  ["an answer with blanks around it", { product: " campaigns " }],
  ["control characters beside a country", { country: "\u0000FR" }],
] as const)("%s becomes the code that was checked", async (_case, changed) => {
  const answer = await send("/contact", { name: "Ann", message: "Hello.", ...changed });
  expect(answer.status, answer.body).toBe(201);
  const { rows } = await database.query(
    "select distinct residence_declared as country from subject_state where residence_declared is not null",
  );
  for (const { country } of rows) expect(country).toMatch(/^[A-Z]{2}$/);
});

test.each([
  ["accept-language", "../../etc"],
  ["accept-language", "x".repeat(4_000)],
  ["sec-gpc", "../../etc"],
  ["origin", "null"],
  ["user-agent", "\u00e9".repeat(300)],
] as const)("a strange %s header makes no defect", async (name, value) => {
  const answer = await send("/contact", { name: "Ann", message: "Hi." }, { [name]: value });
  expect(answer.status).toBeLessThan(500);
});
