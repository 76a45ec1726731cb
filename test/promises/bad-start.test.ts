/** Bad input at start and under way: what must be refused, kept, or come back by itself. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "#platform/database/embedded";
import { findPlace } from "#platform/database/place";
import { newDataFolder, type Product, runProduct, startProduct } from "#test/support/product";
import { bannerOf, choose, sendForm } from "#test/support/public-doors";

const NOTICE = resolve(import.meta.dirname, "../../notices/demo");
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
}, 60_000);

function dataFolder(): string {
  const folder = newDataFolder();
  undo.push(() => folder.remove());
  return folder.path;
}

async function started(settings: Parameters<typeof startProduct>[0]): Promise<Product> {
  const product = await startProduct(settings);
  undo.push(() => product.kill());
  return product;
}

/** A copy of the demo notice that a test may spoil. */
function ownNotice(change: (facts: string) => string = (facts) => facts): string {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-notice-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(NOTICE, folder, { recursive: true });
  changeNotice(folder, change);
  return folder;
}

function changeNotice(folder: string, change: (facts: string) => string): void {
  const file = join(folder, "00-facts.yaml");
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

async function count(database: pg.ClientConfig, table: string): Promise<number> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    return (await client.query(`select count(*)::int as rows from ${table}`)).rows[0].rows;
  } finally {
    await client.end();
  }
}

function databaseOf(data: string): pg.ClientConfig {
  return { host: findPlace(data).socket, user: "fairnotice", database: "fairnotice" };
}

describe("a start that cannot be", () => {
  test("the port is taken: one clear line, and nothing was made", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    undo.push(() => other.close());
    const data = dataFolder();
    const { port } = other.address() as { port: number };
    const { status, output } = await runProduct({ data, port });
    expect(status).toBe(1);
    expect(output).toContain("port is taken");
    expect(output).not.toContain("    at ");
    expect(existsSync(data)).toBe(false);
  });

  test("a database that is down is named, with what to do, and no password is shown", async () => {
    const database = "postgres://ann:geheim-1234@127.0.0.1:1/fairnotice";
    const { status, output } = await runProduct({ data: dataFolder(), database });
    expect(status).toBe(1);
    expect(output).toMatch(/database does not answer.*--database/);
    expect(output).not.toContain("geheim");
    expect(output).not.toContain("    at ");
  });

  test("a port that cannot be is told from one that is taken", async () => {
    const { status, output } = await runProduct({ data: dataFolder(), port: 99_999 });
    expect([status, output]).toEqual([2, expect.stringMatching(/"99999" is no port.*65535/)]);
  });

  test("the data folder is in use: the second is turned away, the first goes on", async () => {
    const data = dataFolder();
    const first = await started({ data });
    const { status, output } = await runProduct({ data });
    expect(status).toBe(1);
    expect(output).toContain(String(first.pid));
    const banner = await bannerOf(first.baseUrl);
    expect((await choose(first.baseUrl, banner, "refusal")).status).toBe(201);
    expect(await first.stop()).toBe(0);
  }, 60_000);

  test("the database is down at start: it says so and ends", async () => {
    const database = "postgresql://nobody@127.0.0.1:1/nothing";
    const { status, output } = await runProduct({ data: dataFolder(), database });
    expect(status).toBe(1);
    expect(output).toContain("ECONNREFUSED");
    expect(output).not.toContain("    at ");
  }, 60_000);

  test("a first manifest that is wrong: its place is named, and nothing comes into force", async () => {
    const notice = ownNotice((facts) => facts.replace("practice:", "practise:"));
    const { status, output } = await runProduct({ data: dataFolder(), args: ["--notice", notice] });
    expect(status).toBe(2);
    expect(output).toMatch(/00-facts\.yaml:\d+:\d+/);
    expect(output).toContain("`practice`");
  }, 60_000);

  test("another master key: refused, and what was sealed stays as it was", async () => {
    const data = dataFolder();
    const first = await startProduct({ data });
    await sendForm(first.baseUrl, "ann@reader.example");
    expect(await first.stop()).toBe(0);
    const environment = { FAIRNOTICE_MASTER_KEY: Buffer.alloc(32, 3).toString("base64") };
    const { status, output } = await runProduct({ data, environment });
    expect(status).toBe(1);
    expect(output).toMatch(/master key/);
    const again = await started({ data });
    expect((await sendForm(again.baseUrl, "bob@reader.example")).status).toBe(201);
  }, 60_000);
});

describe("a notice that is not in force", () => {
  test("an invalid manifest at the next start: the old one stays in force", async () => {
    const data = dataFolder();
    const notice = ownNotice();
    const first = await startProduct({ data, args: ["--notice", notice] });
    const before = await (await fetch(`${first.baseUrl}/privacy`)).text();
    expect(await first.stop()).toBe(0);
    changeNotice(notice, (facts) => facts.replace("controllers:", "controlers:"));
    const second = await started({ data, args: ["--notice", notice] });
    expect(second.output()).toMatch(/was not published; version 1 stays in force/);
    expect(second.output()).toMatch(/00-facts\.yaml:\d+:\d+.*controllers/s);
    const after = await fetch(`${second.baseUrl}/privacy`);
    expect(after.status).toBe(200);
    expect(titleOf(await after.text())).toBe(titleOf(before));
  }, 60_000);

  test("before the first notice is in force, no form and no choice is taken", async () => {
    const notice = ownNotice((facts) => facts.replace("date: 2026-06-19", "date: 2099-01-01"));
    const data = dataFolder();
    const product = await started({ data, args: ["--notice", notice] });
    const form = await sendForm(product.baseUrl, "ann@reader.example", {
      _version: "1",
      _extract: "0".repeat(64),
      _language: "en",
    });
    expect([form.status, form.code]).toEqual([503, "form.no_notice"]);
    const nothing = {
      noticeVersion: 1,
      language: "en",
      purposes: [{ id: "analytics", wording: "0".repeat(64) }],
    };
    const choice = await choose(product.baseUrl, nothing, "grant");
    expect(choice.status).toBeGreaterThanOrEqual(400);
    for (const table of ["vault_value", "form_submission", "subject_choice", "message"])
      expect(await count(databaseOf(data), table), table).toBe(0);
  }, 60_000);
});

describe("what nobody declared", () => {
  test("an unknown field or purpose is refused whole, and nothing of it is kept", async () => {
    const data = dataFolder();
    const product = await started({ data });
    const form = await sendForm(product.baseUrl, "ann@reader.example", { shoe_size: "44" });
    expect([form.status, form.code]).toEqual([422, "form.unknown_field"]);
    const hidden = await sendForm(product.baseUrl, "ann@reader.example", { ["__proto__"]: "x" });
    expect([hidden.status, hidden.code]).toEqual([422, "form.unknown_field"]);
    const banner = await bannerOf(product.baseUrl);
    const choice = await choose(product.baseUrl, banner, "grant", { purpose: "mind-reading" });
    expect([choice.status, choice.code]).toEqual([422, "choice.unknown_purpose"]);
    const shaped = await choose(product.baseUrl, banner, "grant", { extra: { who: "me" } });
    expect([shaped.status, shaped.code]).toEqual([422, "http.invalid"]);
    for (const table of ["vault_value", "form_submission", "subject_choice", "message"])
      expect(await count(databaseOf(data), table), table).toBe(0);
    expect(product.output()).not.toContain("ann@reader.example");
  }, 60_000);
});

describe("under way", () => {
  test("the database goes away: nothing is acknowledged; it comes back: all goes on", async () => {
    const folder = newDataFolder();
    undo.push(() => folder.remove());
    let server: Embedded = await startEmbedded(folder.path, "for-tests");
    undo.push(() => server.stop());
    const { host = "", user = "", database = "" } = server.connection;
    const url = `postgresql:///${database}?host=${encodeURIComponent(String(host))}&user=${user}`;
    const product = await started({ data: dataFolder(), database: url });
    const banner = await bannerOf(product.baseUrl);
    expect((await choose(product.baseUrl, banner, "refusal")).status).toBe(201);
    await server.stop();
    const away = await choose(product.baseUrl, banner, "grant");
    expect([away.status, away.code]).toEqual([503, "database.away"]);
    expect((await fetch(`${product.baseUrl}/readyz`)).status).toBe(503);
    expect((await fetch(`${product.baseUrl}/healthz`)).status).toBe(200);
    server = await startEmbedded(folder.path, "for-tests");
    await expect
      .poll(async () => (await choose(product.baseUrl, banner, "grant")).status, {
        timeout: 20_000,
      })
      .toBe(201);
    expect((await sendForm(product.baseUrl, "ann@reader.example")).status).toBe(201);
    expect(await product.stop()).toBe(0);
  }, 90_000);

  test("kill -9 at any time: it starts again by itself, with all that was acknowledged", async () => {
    const data = dataFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const product = await startProduct({ data });
      const banner = await bannerOf(product.baseUrl);
      let isOver = false;
      const visitors = Array.from({ length: 4 }, async (_, index) => {
        while (!isOver) {
          try {
            const act = index % 2 === 0 ? "grant" : "refusal";
            acknowledged.push(...(await choose(product.baseUrl, banner, act)).receipts);
          } catch (error) {
            // The killed server's connections break; what it had not answered was not acknowledged.
            if (!(error instanceof TypeError)) throw error;
            return;
          }
        }
      });
      await new Promise((later) => setTimeout(later, 300 + Math.random() * 700));
      // By turns the product alone, and PostgreSQL under it.
      if (round % 2 === 0) await product.kill();
      else process.kill(postmasterOf(data), "SIGKILL");
      isOver = true;
      await Promise.all(visitors);
      if (round % 2 === 1) {
        await product.says("Start again", 20_000);
        await product.kill();
      }
    }
    expect(acknowledged.length).toBeGreaterThan(50);
    const last = await started({ data });
    for (const receipt of sample(acknowledged, 200)) {
      const answer = await fetch(`${last.baseUrl}/v1/receipts/${receipt}`);
      expect(answer.status).toBe(200);
    }
    const held = await count(databaseOf(data), "subject_choice");
    expect(held).toBeGreaterThanOrEqual(acknowledged.length);
  }, 120_000);
});

function titleOf(page: string): string {
  return /<h1[^>]*>([^<]*)/.exec(page)?.[1] ?? page;
}

function postmasterOf(data: string): number {
  const [line = ""] = readFileSync(join(findPlace(data).data, "postmaster.pid"), "utf8").split(
    "\n",
  );
  return Number(line);
}

function sample<T>(all: readonly T[], size: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / size));
  return all.filter((_, index) => index % step === 0 || index >= all.length - 20);
}
