import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Receipt } from "#core/ledger/receipt";
import { type Embedded, startEmbedded } from "#platform/database/embedded";
import { findPlace } from "#platform/database/place";
import {
  axeFindings,
  CHROMIUM,
  openBrowser,
  openPage,
  openProfile,
  sidewaysPixels,
  watchErrors,
  watchHosts,
} from "#test/support/browser";
import { headerOf, type Post, postOf, sendMail } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const TRACKERS = ["google-analytics", "doubleclick", "adroll", "googleads", "leadforensics"].map(
  (name) => `${name}.localhost`,
);
const PASSWORD = "correct horse battery staple";
const ANN = { name: "Ann Marker", email: "ann.marker@reader.example", phone: "+44 20 7946 0321" };
const LEO = "leo.marker@lecteur.example";
const EVA = "eva.marker@leser.example";
const PERSONAL_TABLES = [
  "vault_value",
  "vault_key",
  "vault_lookup",
  "message",
  "subject_address",
  "subject_value",
  "form_submission",
];

type Package = {
  readonly values: readonly { readonly value: string }[];
  readonly choices: readonly { readonly act: string }[];
  readonly messages: readonly unknown[];
  readonly recipients: readonly unknown[];
  readonly looks: readonly unknown[];
};

const MESSAGE = "A word that nobody else writes: quincunx.";

/**
 * The job that the product is there for, from the first visit to the erasure, on both kinds of
 * database.
 */
describe
  .skipIf(CHROMIUM === null)
  .each([{ on: "the embedded database" }, { on: "a server of one's own" }])(
  "the main job on $on",
  ({ on }) => {
    let product: Product;
    let browser: Browser;
    let post: Post;
    let database: pg.Pool;
    let own: Embedded | null = null;
    const folder = newDataFolder();
    const serverFolder = newDataFolder();
    let officer: Page;
    let marketer: Page;
    let visitorReceipt = "";

    beforeAll(async () => {
      if (on !== "the embedded database") own = await startEmbedded(serverFolder.path, "for-tests");
      const { host = "", user = "", database: name = "" } = own?.connection ?? {};
      const url = `postgresql:///${name}?host=${encodeURIComponent(host)}&user=${user}`;
      product = await startProduct({
        data: folder.path,
        demoPeople: 12,
        ...(own === null ? {} : { database: url }),
      });
      post = postOf(product.data);
      const embedded = {
        host: findPlace(folder.path).socket,
        user: "fairnotice",
        database: "fairnotice",
      };
      database = new pg.Pool({ ...(own?.connection ?? embedded), max: 2 });
      browser = await openBrowser();
      await product.says("everybody is in");
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      if (database?.ended === false) await database.end();
      await product?.stop();
      await own?.stop();
      folder.remove();
      serverFolder.remove();
    }, 60_000);

    test("a visitor meets the banner, refuses, and no third party hears of them", async () => {
      const page = await openPage(browser, "en-GB");
      const context = page.context();
      const hosts = watchHosts(context);
      const errors = watchErrors(page);
      await page.goto(`${product.baseUrl}/`);
      await page.getByRole("button", { name: "Refuse all" }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      await page.getByRole("button", { name: "Refuse all" }).click();
      await page.getByRole("button", { name: "Refuse all" }).waitFor({ state: "detached" });
      for (const path of [
        "/library",
        "/contact",
        "/privacy",
        "/cookies",
        "/preferences",
        "/rights",
      ]) {
        await page.goto(product.baseUrl + path);
        expect(await axeFindings(page), path).toEqual([]);
      }
      expect([...hosts]).toEqual(["localhost"]);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(["fn_choice"]);
      expect(errors).toEqual([]);
      await context.close();
    });

    test("another accepts: the declared cookies are set, and go when the choice is withdrawn", async () => {
      const context = await openProfile("de-DE");
      const hosts = watchHosts(context);
      const page = await context.newPage();
      await page.goto(`${product.baseUrl}/`);
      const answered = page.waitForResponse((response) => response.url().endsWith("/v1/choices"));
      await page.getByRole("button", { name: "Alle annehmen" }).click();
      const { receipts } = (await (await answered).json()) as { receipts: string[] };
      visitorReceipt = receipts[0] ?? "";
      await expect.poll(() => TRACKERS.filter((host) => !hosts.has(host))).toEqual([]);
      await expect
        .poll(async () => (await context.cookies()).map(({ name }) => name).sort())
        .toEqual(["AdRoll", "Conversion", "__ar_v4", "_ga", "fn_choice", "trackdiscovery.net"]);
      await page.locator("[data-fairnotice-open]").first().click();
      await page.getByRole("button", { name: "Alle ablehnen" }).click();
      await page.waitForEvent("load");
      const onSite = (await context.cookies(product.baseUrl)).map(({ name }) => name);
      expect(onSite).toEqual(["fn_choice"]);
      hosts.clear();
      await page.goto(`${product.baseUrl}/library`);
      await page.waitForLoadState("networkidle");
      expect([...hosts]).toEqual(["localhost"]);
      await context.close();
    });

    test("people send the forms and prove their addresses", async () => {
      await subscribe("en-GB", "/contact", ANN.email, async (page) => {
        await page.getByLabel("Your name").fill(ANN.name);
        await page.getByLabel("Telephone").fill(ANN.phone);
        await page.getByLabel("Your message").fill(MESSAGE);
      });
      await subscribe("fr-FR", "/", LEO);
      await subscribe("de-DE", "/", EVA);
    });

    async function subscribe(
      locale: string,
      path: string,
      email: string,
      fill: (page: Page) => Promise<void> = async () => undefined,
    ) {
      const page = await openPage(browser, locale);
      await page.goto(product.baseUrl + path);
      await fill(page);
      await page.locator("input[name=email]").fill(email);
      await page.locator('input[value="marketing:email:product-news"]').check();
      await page.locator('main form[method="post"] button').click();
      await page.waitForURL(/\/thanks$/);
      const letter = await post.letter(email, /./);
      const link = letter.links.find((each) => each.includes("/confirm/")) ?? "";
      // A scanner that follows every link proves nothing.
      expect((await fetch(link)).status).toBe(200);
      expect(await verifiedAddresses(email)).toBe(0);
      await page.goto(link);
      await page.locator('main form[method="post"] button').click();
      await page.locator("main a.button").waitFor();
      expect(await verifiedAddresses(email)).toBe(1);
      await page.context().close();
    }

    /** By way of what the mail queue sent, for addresses themselves are nowhere in the open. */
    async function verifiedAddresses(email: string): Promise<number> {
      const [letter] = await post.to(email);
      const messageId = /<([0-9a-f-]{36})@/.exec(headerOf(letter!, "message-id"))?.[1];
      const { rows } = await database.query(
        `select count(*)::int as count from subject_address a
         join message m on m.subject_id = a.subject_id and m.address_id = a.address_id
        where m.message_id = $1 and a.verified_position is not null`,
        [messageId],
      );
      return rows[0].count;
    }

    test("the first owner joins by the printed link, once, and invites a marketer", async () => {
      officer = await openPage(browser, "en-GB");
      await joinTeam(officer, product.ownerLink ?? "", "Olga Owner", "olga@northlight.example");
      expect(await axeFindings(officer)).toEqual([]);
      const again = await openPage(browser, "en-GB");
      await again.goto(product.ownerLink ?? "");
      await again.getByRole("alert").waitFor();
      await officer.getByRole("link", { name: "Team", exact: true }).click();
      await officer.getByLabel("E-mail address").fill("max@northlight.example");
      await officer.getByRole("button", { name: "Invite" }).click();
      const link = (await officer.locator("pre").textContent()) ?? "";
      marketer = await openPage(browser, "en-GB");
      await joinTeam(marketer, link, "Max Marketer", null);
      const places = await marketer.getByRole("navigation").getByRole("link").allTextContents();
      expect(places).not.toContain("Requests");
    });

    async function joinTeam(page: Page, link: string, name: string, email: string | null) {
      await page.goto(link);
      await page.getByLabel("Your name").fill(name);
      if (email !== null) await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").first().fill(PASSWORD);
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.getByRole("navigation").waitFor();
    }

    test("the contact is in the console, with source and notice version for each value", async () => {
      await officer.goto(`${product.baseUrl}/console/people`);
      // Nobody was looked for yet: everybody is listed.
      await officer.getByRole("table").getByRole("link", { name: ANN.name }).first().waitFor();
      await officer.getByLabel(/e-mail/i).fill(ANN.email);
      await officer.keyboard.press("Enter");
      await officer.getByRole("link", { name: ANN.name }).click();
      const table = officer.getByRole("table");
      for (const text of [ANN.name, ANN.email, MESSAGE]) {
        const row = table.getByRole("row").filter({ hasText: text });
        await row.getByRole("link", { name: "version 1" }).waitFor();
        expect(await row.textContent()).toContain("website");
      }
      expect(await axeFindings(officer)).toEqual([]);
    });

    test("a marketer's newsletter comes to each reader in their language, with a way out", async () => {
      await sendCampaign("Autumn", "Autumn news", "Des nouvelles", "Neues im Herbst");
      const english = await post.letter(ANN.email, /^Autumn news$/);
      await post.letter(LEO, /^Des nouvelles$/);
      await post.letter(EVA, /^Neues im Herbst$/);
      expect(headerOf(english, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      expect(english.text).toContain("Northlight Email Ltd, 12 Lantern Yard");
      const [local = ""] =
        /mailto:([^@]+)@/.exec(headerOf(english, "list-unsubscribe"))?.slice(1) ?? [];
      expect(local.length).toBeLessThanOrEqual(64);
    });

    async function sendCampaign(name: string, en: string, fr: string, de: string) {
      await marketer.goto(`${product.baseUrl}/console/campaigns/new`);
      await marketer.getByLabel("Name").fill(name);
      await marketer.getByLabel("Topic").selectOption("product-news");
      for (const [language, subject] of [
        ["English", en],
        ["French", fr],
        ["German", de],
      ] as const) {
        await marketer.getByLabel(`Subject line (${language})`).fill(subject);
        await marketer.getByLabel(`Text (${language})`).fill(`${subject}, in a few lines.`);
      }
      expect(await axeFindings(marketer)).toEqual([]);
      await marketer.getByRole("button", { name: "Save the draft" }).click();
      await marketer.getByRole("button", { name: "Send to readers" }).click();
      await marketer.getByText("sent", { exact: true }).first().waitFor();
    }

    test("readers leave by one click, by the list's address and by a plain answer; all at once", async () => {
      const english = await post.letter(ANN.email, /^Autumn news$/);
      const page = /<(https?:[^>]+)>/.exec(headerOf(english, "list-unsubscribe"))?.[1] ?? "";
      // A scanner opens the page; nothing happens.
      expect((await fetch(page)).status).toBe(200);
      const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
      expect((await fetch(page, { method: "POST", body })).status).toBe(200);

      const french = await post.letter(LEO, /^Des nouvelles$/);
      const address = /mailto:([^?>]+)/.exec(headerOf(french, "list-unsubscribe"))?.[1] ?? "";
      const leaving = { from: LEO, to: address, subject: "unsubscribe", text: "" };
      expect(await sendMail(product.smtpPort, leaving)).toMatch(/^250/);

      const plain = {
        from: EVA,
        to: "news@northlight.example",
        subject: "Re: Neues",
        text: "Bitte abmelden.",
      };
      expect(await sendMail(product.smtpPort, plain)).toMatch(/^250/);
      await post.letter(EVA, /./);
      await expect.poll(async () => (await post.to(EVA)).length).toBe(3);

      await sendCampaign("Winter", "Winter news", "Un hiver", "Neues im Winter");
      for (const reader of [ANN.email, LEO, EVA]) {
        const late = (await post.to(reader)).filter(({ subject }) => /inter|hiver/.test(subject));
        expect(late, reader).toEqual([]);
      }
      expect(await marketer.getByText("Left in peace, by reason").count()).toBe(1);
    });

    test("a person gets a copy of everything, at a proven address", async () => {
      const page = await request("access", ANN.email);
      await page.locator('a[href$="/package"]').waitFor();
      const href = await page.locator('a[href$="package.json"]').getAttribute("href");
      const made = (await (await fetch(product.baseUrl + href)).json()) as Package;
      const values = made.values.map(({ value }) => value);
      expect(values).toEqual(expect.arrayContaining([ANN.name, ANN.email, MESSAGE]));
      for (const value of made.values) {
        expect(value).toMatchObject({ source: expect.any(String), noticeVersion: 1 });
      }
      expect(made.choices.map(({ act }) => act)).toEqual(["grant", "withdrawal"]);
      expect(made.messages.length).toBeGreaterThanOrEqual(3);
      expect(made.recipients.length).toBeGreaterThan(0);
      // The officer looked at the person before; they see that.
      expect(made.looks.length).toBeGreaterThan(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    });

    async function request(kind: "access" | "erasure", email: string): Promise<Page> {
      const page = await openPage(browser, "en-GB");
      await page.goto(`${product.baseUrl}/rights`);
      await page.locator(`input[name=kind][value=${kind}]`).check();
      await page.locator("input[name=email]").fill(email);
      const before = (await post.to(email)).length;
      await page.locator('main form[method="post"] button').click();
      await page.locator("main h1").waitFor();
      await expect
        .poll(async () => (await post.to(email)).length, { timeout: 15_000 })
        .toBeGreaterThan(before);
      const letters = await post.to(email);
      const links = letters.flatMap((letter) =>
        letter.links.filter((each) => each.includes("/rights/prove/")),
      );
      await page.goto(links.at(-1) ?? "");
      await page.locator('main form[method="post"] button').click();
      await page.waitForURL(/\/rights\/request\//);
      return page;
    }

    test("then asks for erasure, and is gone from tables, look-ups, keys and the mail queue", async () => {
      const [letter] = await post.to(ANN.email);
      const messageId = /<([0-9a-f-]{36})@/.exec(headerOf(letter!, "message-id"))?.[1];
      const { rows } = await database.query(
        `select m.subject_id from subject_state s join subject_state m on m.cluster_id = s.cluster_id
        where s.subject_id = (select subject_id from message where message_id = $1)`,
        [messageId],
      );
      const ids = rows.map(({ subject_id: id }) => id);
      expect(ids.length).toBeGreaterThan(1);
      expect(await held(ids)).toEqual(PERSONAL_TABLES);
      const page = await request("erasure", ANN.email);
      await page.getByRole("button", { name: /erase/i }).click();
      await post.letter(ANN.email, /erase|gone|deleted/i);
      await expect.poll(() => held(ids), { timeout: 10_000 }).toEqual([]);
      await page.context().close();
    });

    /** Tables that still hold something of people under these ids, the log's commitments aside. */
    async function held(ids: readonly string[]): Promise<readonly string[]> {
      const tables = [];
      for (const table of PERSONAL_TABLES) {
        const { rows } = await database.query(
          `select count(*)::int as count from ${table} where subject_id = any($1::uuid[])`,
          [ids],
        );
        if (rows[0].count > 0) tables.push(table);
      }
      return tables;
    }

    test("the officer sees each step of both requests", async () => {
      await officer.goto(`${product.baseUrl}/console/requests`);
      const erasures = officer.getByRole("row").filter({ hasText: "erasure" });
      await erasures.first().getByRole("link").click();
      for (const step of ["received", "proven", "erasure-confirmed", "erased"]) {
        await officer.getByText(step, { exact: true }).waitFor();
      }
      expect(await axeFindings(officer)).toEqual([]);
      for (const place of ["", "people", "campaigns", "requests", "notice", "log", "team"]) {
        await officer.goto(`${product.baseUrl}/console/${place}`);
        await officer.locator("main h1").waitFor();
        expect(await axeFindings(officer), `${place} while it loads`).toEqual([]);
        await officer.getByRole("status", { name: "Loading" }).waitFor({ state: "detached" });
        expect(await axeFindings(officer), place).toEqual([]);
      }
    });

    test("on a phone, in the dark, no page scrolls sideways and axe finds nothing", async () => {
      const storageState = await officer.context().storageState();
      const viewport = { width: 390, height: 844 };
      const context = await browser.newContext({ storageState, viewport, colorScheme: "dark" });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const inside = [
        "",
        "people",
        "campaigns",
        "campaigns/new",
        "requests",
        "notice",
        "log",
        "team",
      ];
      const outside = ["", "library", "contact", "privacy", "cookies", "preferences", "rights"];
      const paths = [
        ...inside.map((place) => `/console/${place}`),
        ...[...outside, "complaints", "transparency", "mailbox"].map((place) => `/${place}`),
      ];
      for (const path of paths) {
        await page.goto(product.baseUrl + path);
        await page.locator("main h1").waitFor();
        await page.getByRole("status", { name: "Loading" }).waitFor({ state: "detached" });
        expect(await axeFindings(page), path).toEqual([]);
        expect(await sidewaysPixels(page), path).toBeLessThanOrEqual(0);
      }
      await context.close();
    }, 60_000);

    test("a receipt verifies offline, and not with a flipped word; so does the whole log", async () => {
      const scratch = mkdtempSync(join(tmpdir(), "fairnotice-receipt-"));
      const key = (await (await fetch(`${product.baseUrl}/log/key`)).text()).trim();
      const file = join(scratch, "receipt.json");
      const fetched = async () =>
        (await (await fetch(`${product.baseUrl}/v1/receipts/${visitorReceipt}`)).json()) as Receipt;
      await expect.poll(async () => (await fetched()).proof.inclusion).toBeTypeOf("string");
      const receipt = await fetched();
      writeFileSync(file, JSON.stringify(receipt));
      expect(fairnotice("verify", file, "--key", key)).toMatchObject({ status: 0 });
      receipt.event.statement.act = "refusal";
      writeFileSync(file, JSON.stringify(receipt));
      expect(fairnotice("verify", file, "--key", key)).toMatchObject({ status: 1 });
      // The command that the console shows works as it is copied.
      await officer.goto(`${product.baseUrl}/console/log`);
      const shown = await officer.getByText(/^npm run -s fairnotice -- verify/).textContent();
      const [, url = "", shownKey = ""] = /verify (\S+) --key "([^"]+)"/.exec(shown ?? "") ?? [];
      expect(fairnotice("verify", url, "--key", shownKey)).toMatchObject({ status: 0 });
      const log = fairnotice("verify", `${product.baseUrl}/log`, "--key", key);
      expect(log).toMatchObject({ status: 0 });
      rmSync(scratch, { recursive: true });
    });

    function fairnotice(...args: readonly string[]) {
      const main = join(import.meta.dirname, "../../src/main/main.ts");
      const { status, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
      return { status, stdout };
    }

    test("nothing that people wrote stands open in the database, in the log or in what it printed", async () => {
      const marks = [ANN.name, ANN.email, LEO, EVA, "quincunx", ANN.phone.replaceAll(" ", "")];
      const { rows: tables } = await database.query(
        `select table_schema, table_name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      );
      expect(tables.length).toBeGreaterThan(20);
      for (const { table_schema: schema, table_name: name } of tables) {
        for (const mark of marks) {
          const { rows } = await database.query(
            `select count(*)::int as count from "${schema}"."${name}" t where strpos(t::text, $1) > 0`,
            [mark],
          );
          expect(rows[0].count, `${schema}.${name} holds ${mark}`).toBe(0);
        }
      }
      for (const mark of marks) expect(product.output()).not.toContain(mark);
    });

    test("it stops by Ctrl-C, and starts again where it was", async () => {
      await database.end();
      expect(await product.stop()).toBe(0);
      await sleep(50);
      product = await startProduct({
        data: folder.path,
        ...(own === null
          ? {}
          : {
              database: `postgresql:///${own.connection.database}?host=${encodeURIComponent(String(own.connection.host))}&user=${own.connection.user}`,
            }),
      });
      expect(product.ownerLink).toBeNull();
      const answer = await fetch(`${product.baseUrl}/v1/receipts/${visitorReceipt}`);
      expect(answer.status).toBe(200);
    });
  },
);
