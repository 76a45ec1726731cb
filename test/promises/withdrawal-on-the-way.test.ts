/** A no holds from the click on, whatever the server and the visitor do next. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { lookInto } from "#test/support/rows";
import { openSlowDoor, type SlowDoor } from "#test/support/slow-door";

/** The browser piece sends again what got no answer in this time. */
const ANSWER_MS_MAX = 8_000;

describe.skipIf(CHROMIUM === null)("a choice whose answer is late", () => {
  const data = newDataFolder();
  let product: Product;
  let browser: Browser;
  let door: SlowDoor;
  let site: Server;
  let siteUrl = "";

  beforeAll(async () => {
    door = await openSlowDoor();
    const environment = { FAIRNOTICE_BASE_URL: door.url };
    const port = await freePort();
    product = await startProduct({ data: data.path, port, environment });
    door.to(`http://127.0.0.1:${port}`);
    site = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(sitePage(door.url));
    });
    await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
    siteUrl = `http://localhost:${(site.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  }, 90_000);
  beforeEach(() => door.hold(0));

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    site?.close();
    door?.close();
    data.remove();
  }, 60_000);

  async function newVisitor(): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: "en-GB" });
    context.setDefaultTimeout(10_000);
    return context;
  }

  async function visit(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(siteUrl);
    return page;
  }

  const answer = (page: Page, name: string) => page.getByRole("button", { name }).click();
  const state = (page: Page) => page.locator("#state").textContent();

  async function consenting(context: BrowserContext): Promise<Page> {
    const page = await visit(context);
    await answer(page, "Accept all");
    await expect.poll(() => state(page)).toBe("counting");
    return page;
  }

  async function cookieOf(context: BrowserContext): Promise<string> {
    const cookies = await context.cookies(siteUrl);
    return cookies.find(({ name }) => name === "fn_choice")?.value ?? "";
  }

  /** Acts about analytics that the server recorded for the newest device, oldest first. */
  async function acts(): Promise<readonly string[]> {
    const rows = await lookInto<{ act: string }>(
      data.path,
      `select body->>'act' as act from fact where kind = 'choice.made'
          and body->>'purpose' = 'analytics' order by position`,
    );
    return rows.map(({ act }) => act);
  }

  test("the visitor moves on at once: the next page runs nothing, the server learns of it", async () => {
    const context = await newVisitor();
    const page = await consenting(context);
    const before = (await acts()).length;
    door.hold(2_500);
    await answer(page, "Cookie choices");
    await answer(page, "Refuse all");
    // The click's own turn writes it; nothing is waited for.
    expect((await cookieOf(context)).split(".")[2]).toBe("");
    await page.goto(`${siteUrl}next`);
    await page.waitForTimeout(500);
    expect(await state(page)).toBe("waiting");
    expect(await page.getByRole("button", { name: "Accept all" }).count()).toBe(0);
    await expect
      .poll(async () => (await acts()).slice(before), { timeout: 8_000 })
      .toEqual(["withdrawal"]);
    await context.close();
  });

  test("the page itself stops what ran, though no answer came", async () => {
    const context = await newVisitor();
    const page = await consenting(context);
    door.hold(60_000);
    await answer(page, "Cookie choices");
    await answer(page, "Refuse all");
    await expect.poll(() => state(page), { timeout: 3_000 }).toBe("waiting");
    await context.close();
  });

  test("the server is away: a refusal holds, and is sent again until it is answered", async () => {
    const context = await newVisitor();
    const page = await visit(context);
    const before = (await acts()).length;
    door.hold(null);
    await answer(page, "Refuse all");
    await page.getByRole("button", { name: "Accept all" }).waitFor({ state: "detached" });
    await page.reload();
    await page.waitForTimeout(300);
    expect(await page.getByRole("button", { name: "Accept all" }).count()).toBe(0);
    door.hold(0);
    await expect
      .poll(async () => (await acts()).slice(before), { timeout: ANSWER_MS_MAX + 3_000 })
      .toEqual(["refusal"]);
    await expect.poll(async () => (await cookieOf(context)).split(".")[5]).toBeUndefined();
    await context.close();
  }, 30_000);

  test("a grant runs nothing before the server's answer, and nothing without one", async () => {
    const context = await newVisitor();
    const page = await visit(context);
    door.hold(1_500);
    await answer(page, "Accept all");
    await page.waitForTimeout(700);
    expect(await state(page)).toBe("waiting");
    expect(await cookieOf(context)).toBe("");
    await expect.poll(() => state(page)).toBe("counting");
    await context.close();

    door.hold(null);
    const other = await newVisitor();
    const lost = await visit(other);
    await answer(lost, "Accept all");
    await lost.getByRole("alert").waitFor();
    expect([await state(lost), await cookieOf(other)]).toEqual(["waiting", ""]);
    await other.close();
  });

  test("a late yes does not undo the no that followed it", async () => {
    const context = await newVisitor();
    const page = await visit(context);
    door.hold(1_500);
    await answer(page, "Accept all");
    door.hold(3_000);
    await answer(page, "Refuse all");
    await page.waitForTimeout(2_500);
    expect([await state(page), (await cookieOf(context)).split(".")[2]]).toEqual(["waiting", ""]);
    await context.close();
  });

  test("ten tabs: a no in one stops the others, is asked in none again, and sent once", async () => {
    const context = await newVisitor();
    const first = await consenting(context);
    const others = await Promise.all(Array.from({ length: 9 }, () => visit(context)));
    for (const each of others) await expect.poll(() => state(each)).toBe("counting");
    const before = (await acts()).length;
    door.hold(700);
    await answer(first, "Cookie choices");
    await answer(first, "Refuse all");
    for (const each of [first, ...others]) {
      await expect.poll(() => state(each), { timeout: 5_000 }).toBe("waiting");
    }
    await first.waitForTimeout(2_500);
    for (const each of others) {
      expect(await each.getByRole("button", { name: "Accept all" }).count()).toBe(0);
    }
    expect((await acts()).slice(before)).toEqual(["withdrawal"]);
    await context.close();
  }, 60_000);
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** A page of a declared site with one tag that waits for the statistics cookie. */
function sitePage(baseUrl: string): string {
  return `<!doctype html><html lang="en"><head><title>Site</title>
<script src="${baseUrl}/sdk.js" defer></script></head><body><main><h1>Site</h1><p id="state">waiting</p>
<script type="text/plain" data-fairnotice-item="ga">document.getElementById("state").textContent = "counting";</script>
</main><button data-fairnotice-open>Cookie choices</button></body></html>`;
}
