/** What was shown is kept as bytes, and shown again beside the choice that was made under it. */
import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPlace } from "#platform/database/place";
import { type Console, joinAs, joinOwner, publishText } from "#test/support/console";
import { changedText, KEPT_LONGER } from "#test/support/next-version";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { bannerOf, choose, sendForm } from "#test/support/public-doors";

const folder = newDataFolder();
let product: Product;
let owner: Console;
let officer: Console;
let database: pg.Pool;

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  owner = await joinOwner(product.baseUrl, product.ownerLink as string);
  officer = await joinAs(product.baseUrl, owner, "officer", "Ophelia");
  const place = { host: findPlace(folder.path).socket, user: "fairnotice", database: "fairnotice" };
  database = new pg.Pool({ ...place, max: 1 });
}, 90_000);
afterAll(async () => {
  await database.end();
  await product.stop();
  folder.remove();
}, 60_000);

type Shown = { readonly kind: string; readonly language: string; readonly sha256: string };

async function shownOf(version: number): Promise<readonly Shown[]> {
  const { rows } = await database.query(
    `select kind, language, part, encode(sha256, 'hex') as sha256 from notice_shown_as
      where version = $1 order by kind, language, part, sha256`,
    [version],
  );
  return rows;
}

/** @returns the bytes' own hash, as they come over HTTP. */
async function hashAt(sha256: string): Promise<string> {
  const answer = await fetch(`${product.baseUrl}/console/api/shown/${sha256}`, {
    headers: { cookie: owner.cookie },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toMatch(/sandbox/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  return createHash("sha256")
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest("hex");
}

const pageOf = async (version: number, language: string) => {
  const answer = await fetch(`${product.baseUrl}/privacy/versions/${version}?lang=${language}`);
  return answer.text();
};

test("every page and extract of a version, in each language, is kept when it is published", async () => {
  const kept = await shownOf(1);
  const languages = new Set(
    kept.filter(({ kind }) => kind === "notice").map((each) => each.language),
  );
  expect([...languages].sort()).toEqual(["de", "en", "fr"]);
  for (const { sha256 } of kept) expect(await hashAt(sha256)).toBe(sha256);
});

test("the same bytes after a later version, and after the renderer learned something new", async () => {
  await sendForm(product.baseUrl, "ada@reader.example");
  const kept = await shownOf(1);
  const { source } = (await owner.get("/notice/versions/1/source")).body;
  const text = changedText(source, [/^version: 1$/m, "version: 2"], KEPT_LONGER);
  expect((await publishText(owner, officer, text)).body.state).toBe("published");
  for (const { sha256 } of kept) expect(await hashAt(sha256)).toBe(sha256);
  // As if an older renderer had written the French page, and been replaced since: stored bytes win.
  const old = Buffer.from("<article>Écrit par un ancien moteur.</article>", "utf8");
  const sha256 = createHash("sha256").update(old).digest();
  await database.query(
    `insert into notice_shown select $1, version, kind, language, part, $2, now() from notice_shown_as
      where version = 1 and kind = 'notice' and language = 'fr' limit 1`,
    [sha256, old],
  );
  await database.query(
    "insert into notice_shown_as values (1, 'notice', 'fr', '', $1, now() + interval '1 minute')",
    [sha256],
  );
  expect(await pageOf(1, "fr")).toContain(old.toString("utf8"));
  expect(await hashAt(sha256.toString("hex"))).toBe(sha256.toString("hex"));
  const letters = (await shownOf(2)).filter(({ kind }) => kind === "change");
  expect(letters.map(({ language }) => language)).toEqual(["de", "en", "fr"]);
  for (const letter of letters) expect(await hashAt(letter.sha256)).toBe(letter.sha256);
});

test("beside each choice and form of a person stand the words that they read", async () => {
  const { rows } = await database.query(
    "select subject_id from subject_state where kind = 'person' limit 1",
  );
  const of = await owner.get(`/people/${rows[0].subject_id}/shown`);
  expect(of.body.shown.length).toBeGreaterThan(0);
  for (const each of of.body.shown) {
    expect(each.noticeVersion).toBe(1);
    expect(each.href).toBe(`/console/api/shown/${each.sha256}`);
    expect(await hashAt(each.sha256)).toBe(each.sha256);
  }
  const banner = await bannerOf(product.baseUrl);
  await choose(product.baseUrl, banner, "grant");
  const [asked] = banner.purposes;
  expect(await hashAt(asked?.wording ?? "")).toBe(asked?.wording);
});

test("nobody without a session sees it; what was never shown is nowhere", async () => {
  const [first] = await shownOf(1);
  const anybody = await fetch(`${product.baseUrl}/console/api/shown/${first?.sha256}`);
  expect(anybody.status).toBe(401);
  expect((await owner.get(`/shown/${"0".repeat(64)}`)).status).toBe(404);
  expect((await owner.get("/shown/..%2f..%2fetc")).status).toBe(422);
});
