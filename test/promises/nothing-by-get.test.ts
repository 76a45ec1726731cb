/**
 * GET and HEAD change nothing (RFC 9110, 9.2.1): programs that test links fetch every one of them,
 * and prove, agree, download or leave for nobody.
 */
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadMasterKey, masterKeySource } from "#platform/crypto/master-key";
import { openTokens } from "#platform/crypto/tokens";
import { findPlace } from "#platform/database/place";
import { asPerson, personAt, press, signUp } from "#test/support/person";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const folder = newDataFolder();
let product: Product;
let post: Post;
let database: pg.Pool;
let cookie = "";

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  post = postOf(product.data);
  const host = findPlace(folder.path).socket;
  database = new pg.Pool({ host, user: "fairnotice", database: "fairnotice", max: 2 });
  cookie = await signUp(product.baseUrl, product.ownerLink);
}, 90_000);

afterAll(async () => {
  await database?.end();
  await product?.stop();
  folder.remove();
}, 60_000);

/**
 * Written by a look, and meant to be: the look of a colleague at a person (P47), the bytes that
 * were shown (U13), that a session is in use. The log's own work goes on beside all requests.
 */
const BY_LOOKING =
  /^(staff_access|staff_session|notice_shown|log_|fact_unsequenced|message_attempt)/;

/** A digest of every row of every table of ours. */
async function stateOf(): Promise<{ readonly [table: string]: string }> {
  const { rows: tables } = await database.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const state: { [table: string]: string } = {};
  for (const { name } of tables) {
    if (BY_LOOKING.test(name)) continue;
    const { rows } = await database.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    state[name] = rows[0].digest;
  }
  return state;
}

async function quiet(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await database.query(
          "select count(*)::int as waiting from message where state in ('queued', 'claimed', 'begun')",
        );
        return rows[0].waiting;
      },
      { timeout: 15_000 },
    )
    .toBe(0);
}

test("no GET and no HEAD of any route changes a row, whatever token it carries", async () => {
  const ann = personAt(product.baseUrl, post, "ann@reader.example");
  await ann.sends("/library", { _offer: "marketing:email:deliverability" });
  const read = await ann.link("/library/read/");
  await ann.sends("/contact", { name: "Ann", message: "Hello.", country: "GB" });
  const confirm = await ann.link("/confirm/");
  const prove = await ann.begins("correction");
  const bea = personAt(product.baseUrl, post, "bea@reader.example");
  await bea.sends("/", { _offer: "marketing:email:product-news" });
  const confirmed = await (await press(await bea.link("/confirm/"))).text();
  const preferences = /\/preferences\/[A-Za-z0-9_-]+/.exec(confirmed)?.[0] ?? "";
  const copy = await bea.asks("access");
  const erasure = await bea.asks("erasure");
  await quiet();
  const ids = await database.query("select subject_id, request_id from rights_request limit 1");
  const { subject_id: subject, request_id: request } = ids.rows[0];
  const path = (url: string) => new URL(url, product.baseUrl).pathname;
  const filled: { readonly [route: string]: readonly string[] } = {
    "/confirm/{token}": [path(confirm)],
    "/library/read/{token}": [path(read)],
    "/preferences/{token}": [preferences],
    "/rights/prove/{token}": [path(prove)],
    "/rights/request/{token}": [path(copy), path(erasure)],
    "/rights/request/{token}/package.json": [`${path(copy)}/package.json`],
    "/rights/request/{token}/package": [`${path(copy)}/package`],
    "/u/{token}": [await wayOut()],
  };
  /** Any other route is looked at with what is there of its kind, or with what is not. */
  const named = (route: string) =>
    route
      .replace("/console/api/people/{id}", `/console/api/people/${subject}`)
      .replace("{subject}", subject)
      .replace("{version}", "1")
      .replace("{language}", "fr")
      .replace("{sha256}", "0".repeat(64))
      .replace(/\{\w+\}/g, request);
  const contract = (await (await fetch(`${product.baseUrl}/openapi.json`)).json()) as {
    readonly paths: { readonly [path: string]: { readonly get?: unknown } };
  };
  const routes = Object.keys(contract.paths).filter((each) => contract.paths[each]?.get);
  expect(routes.length).toBeGreaterThan(35);
  const before = await stateOf();
  for (const route of routes) {
    const urls = filled[route] ?? (route.includes("{token}") ? null : [named(route)]);
    expect(urls, `say with which address ${route} is to be looked at`).not.toBeNull();
    for (const url of urls ?? []) {
      for (const method of ["HEAD", "GET", "GET"]) {
        const answer = await fetch(product.baseUrl + url, {
          method,
          headers: { ...asPerson, cookie },
          redirect: "manual",
        });
        await answer.arrayBuffer();
        expect([200, 404, 303, 422], `${method} ${route}: ${answer.status}`).toContain(
          answer.status,
        );
        if (filled[route] !== undefined) expect(answer.status, `${method} ${route}`).toBe(200);
      }
    }
    expect(await stateOf(), route).toEqual(before);
  }
}, 60_000);

/** The way out that stands in the mails of a list; made here, for no campaign was sent. */
async function wayOut(): Promise<string> {
  const { rows } = await database.query(
    "select subject_id from subject_address where verified_position is not null limit 1",
  );
  expect(rows).toHaveLength(1);
  const file = join(product.data, "keys", "master.key");
  const master = await loadMasterKey(masterKeySource({}, file), false);
  const tokens = openTokens(master.derive("tokens"), () => Date.now());
  const content = { subject: rows[0].subject_id, purpose: "marketing", topic: "" };
  return `/u/${tokens.issue("unsubscribe", content, 600)}`;
}

test("the whitepaper is read by its link; the address and the consent wait for the button", async () => {
  const cleo = personAt(product.baseUrl, post, "cleo@reader.example");
  await cleo.sends("/library", { _offer: "marketing:email:deliverability" });
  const read = await cleo.link("/library/read/");
  const page = await (await fetch(read, { headers: asPerson })).text();
  expect(page).toContain("Is this your address?");
  expect(await proven()).toBe(false);
  const pressed = await press(read);
  expect(pressed.status).toBe(200);
  expect(await pressed.text()).toContain("Your address is confirmed");
  expect(await proven()).toBe(true);
  expect(await (await fetch(read, { headers: asPerson })).text()).not.toContain("Is this your");
});

/** Whether the newest form's address is proven. */
async function proven(): Promise<boolean> {
  const { rows } = await database.query(
    `select a.verified_position is not null as proven from subject_address a
       join form_submission f on f.subject_id = a.subject_id order by f.received_at desc limit 1`,
  );
  return rows[0].proven;
}
