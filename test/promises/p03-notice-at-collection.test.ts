/** Promise P03: notice and terms in force at every point of collection; what was shown is kept. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { findPlace } from "#platform/database/place";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

const extractOn = (page: string) =>
  /<section class="notice-extract"[\s\S]*?<\/section>\n/.exec(page)?.[0] ?? "";

async function send(product: Product, form: string, fields: Record<string, string>) {
  return fetch(`${product.baseUrl}/v1/forms/${form}`, {
    method: "POST",
    headers: { accept: "application/json", origin: product.baseUrl },
    body: new URLSearchParams(fields),
  });
}

describe("P03: the notice at collection", () => {
  const data = newDataFolder();
  let product: Product;
  let database: pg.Pool;
  const get = async (path: string, language: string) =>
    (await fetch(product.baseUrl + path, { headers: { "accept-language": language } })).text();
  const ownFields = (page: string) =>
    Object.fromEntries(
      ["_version", "_extract", "_key", "_language"].map((name) => [name, hidden(page, name)]),
    );
  const counted = async () => {
    const { rows } = await database.query("select count(*)::int as count from form_submission");
    return rows[0].count as number;
  };

  beforeAll(async () => {
    product = await startProduct({ data: data.path });
    const { socket: host } = findPlace(data.path);
    database = new pg.Pool({ host, user: "fairnotice", database: "fairnotice", max: 2 });
  }, 90_000);
  afterAll(async () => {
    await database?.end();
    await product?.stop();
    data.remove();
  }, 60_000);

  const places = ["/", "/contact", "/library"];
  test.each(places)("the form on %s says beside its button what happens", async (path) => {
    for (const [language, words] of [
      ["en", ["is responsible", "What we take", "Legal basis", "Kept for", "terms of use"]],
      ["fr", ["est responsable", "Nous recueillons", "Base légale", "Conservation"]],
      ["de", ["Verantwortlich ist", "Wir nehmen auf", "Rechtsgrundlage", "Aufbewahrt"]],
    ] as const) {
      const page = await get(path, language);
      const extract = extractOn(page);
      for (const said of words) expect(extract, `${path} ${language}`).toContain(said);
      expect(extract).toMatch(/href="\/privacy\/versions\/1#[a-z.-]+"/);
      expect(extract).toContain('href="/privacy/versions/1"');
      // It stands between the last field and the button, so it is read before sending.
      const rest = page.slice(page.indexOf(extract) + extract.length);
      expect(rest.slice(0, 200)).toContain("<button>");
    }
  });

  test("version, words and language that a person saw are kept with the data, byte for byte", async () => {
    const page = await get("/contact", "fr");
    const fields = { name: "Ana", email: "ana@reader.example", message: "Bonjour" };
    const answer = await send(product, "contact", { ...ownFields(page), ...fields });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { rows } = await database.query(
      `select s.notice_version, s.language, encode(s.extract_sha256, 'hex') as hash, n.bytes
       from form_submission s join notice_shown n on n.sha256 = s.extract_sha256
       order by s.received_at desc limit 1`,
    );
    expect(rows[0]).toMatchObject({ notice_version: 1, language: "fr" });
    const kept = rows[0].bytes as Buffer;
    expect(page).toContain(kept.toString("utf8"));
    expect(createHash("sha256").update(kept).digest("hex")).toBe(rows[0].hash);
    expect(rows[0].hash).toBe(hidden(page, "_extract"));
  });

  test.each([
    ["another version", { _version: "2" }],
    ["no version", { _version: "" }],
    ["words that were never shown", { _extract: "0".repeat(64) }],
    ["no words", { _extract: "" }],
    ["what is no hash", { _extract: "'; drop table submission; --" }],
    ["words shown in another language", { _language: "de" }],
  ])("a submission that names %s is refused, and nothing is kept of it", async (_, wrong) => {
    const page = await get("/contact", "en");
    const before = await counted();
    const fields = { name: "Eve", email: "eve@reader.example", message: "Hello" };
    const answer = await send(product, "contact", { ...ownFields(page), ...fields, ...wrong });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await counted()).toBe(before);
  });

  test("words shown beside another form do not serve", async () => {
    const [own, other] = [await get("/contact", "en"), await get("/", "en")];
    const fields = { name: "Eve", email: "eve@reader.example", message: "Hello" };
    const mixed = { ...ownFields(own), ...fields, _extract: hidden(other, "_extract") };
    expect(hidden(other, "_extract")).not.toBe(hidden(own, "_extract"));
    expect((await send(product, "contact", mixed)).status).toBe(409);
  });
});

describe("P03: while no notice is in force", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-later-"));
  const data = newDataFolder();
  let product: Product;
  beforeAll(async () => {
    const manifest = join(folder, "notice.yaml");
    writeFileSync(manifest, SAMPLE_MANIFEST.replace("date: 2026-11-01", "date: 2099-01-01"));
    product = await startProduct({ data: data.path, demo: false, args: ["--notice", manifest] });
  }, 90_000);
  afterAll(async () => {
    await product?.stop();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("no form is shown, and what is sent is refused", async () => {
    expect((await fetch(`${product.baseUrl}/forms/contact`)).status).toBe(404);
    expect((await fetch(`${product.baseUrl}/privacy`)).status).toBe(404);
    const first = await (await fetch(product.baseUrl)).text();
    expect(first).toContain("Until then nothing is collected here.");
    const fields = { _version: "2", _extract: "0".repeat(64), _key: "k", _language: "en" };
    const answer = await send(product, "contact", { ...fields, email: "a@reader.example" });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("No notice is in force");
  });
});
