/** The newcomer's hour: from `init` to one's own notice, and the snippet on a site elsewhere. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "#edges/cli/check";
import { init } from "#edges/cli/init";
import { runCommand } from "#edges/cli/run-command";
import { axeFindings, CHROMIUM, openBrowser, openPage, watchHosts } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const SITE = "acorn.localhost";

describe.skipIf(CHROMIUM === null)("one's own notice on one's own site", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-own-"));
  const manifest = join(folder, "own.yaml");
  const data = newDataFolder();
  let product: Product;
  let browser: Browser;
  let site: Server;
  let siteUrl = "";

  beforeAll(async () => {
    const answers = {
      ...{ name: "Acorn Ltd", country: "GB", address: "1 Oak Lane, Leeds", site: SITE },
      ...{ email: "privacy@acorn.example", languages: "en,fr", regimes: "uk" },
      ...{ hosting: "Hostco; GB", newsletter: "yes", statistics: "_ga; Google Analytics; IE" },
    };
    const flags = Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);
    const made = await runCommand(init, ["--yes", "--out", manifest, ...flags]);
    expect(made.status, made.err).toBe(0);
    const checked = await runCommand(check, [manifest]);
    expect(checked.status, checked.out).toBe(0);
    product = await startProduct({ data: data.path, demo: false, args: ["--notice", manifest] });
    site = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(sitePage(product.baseUrl));
    });
    await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
    siteUrl = `http://${SITE}:${(site.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    site?.close();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("the first page is the organisation's, and nothing of the demo is left", async () => {
    const page = await openPage(browser, "en-GB");
    await page.goto(product.baseUrl);
    await page.getByRole("heading", { name: "Privacy at Acorn Ltd" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.content()).not.toMatch(/Northlight|invented/i);
    for (const name of ["Privacy notice", "Cookies", "Your rights", "Complaints"]) {
      await page.goto(product.baseUrl);
      await page.getByRole("main").getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await axeFindings(page), name).toEqual([]);
    }
    for (const path of ["/library", "/contact", "/forms/nothing"])
      expect((await fetch(product.baseUrl + path)).status, path).toBe(404);
    await page.context().close();
  });

  test("a declared form stands on a page of its own and works without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const page = await context.newPage();
    await page.goto(`${product.baseUrl}/forms/newsletter`);
    await page.getByRole("button").click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.locator(":focus").getAttribute("name")).toBe("email");
    expect(await page.getByRole("button").textContent()).toBe("S’abonner");
    await page.locator("input[type=email]").fill("anne@lecteur.example");
    await page.getByRole("button").click();
    await page.waitForURL(/\/thanks$/);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("a choice without JavaScript ends on a page that says what was chosen, and leads on", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${product.baseUrl}/cookies`);
    await page.getByRole("button", { name: "Refuse all" }).click();
    await page.getByRole("heading", { name: "Your choice is saved" }).waitFor();
    const said = (await page.getByRole("main").textContent()) ?? "";
    expect(said).toMatch(/You allowed\s*nothing/);
    expect(said).not.toMatch(/npm run|[{}]/);
    await page.getByRole("link", { name: "The receipt for it" }).click();
    await page.getByRole("heading", { name: "Receipt" }).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Change it" }).click();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Save my choice" }).click();
    await page.getByRole("heading", { name: "Your choice is saved" }).waitFor();
    expect(await page.getByRole("main").textContent()).toMatch(/You did not allow\s*nothing/);
    await context.close();
  });

  test("the snippet on the site asks, keeps a refusal, and lets the tag run once it is chosen", async () => {
    const page = await openPage(browser, "en-GB");
    const hosts = watchHosts(page.context());
    await page.goto(siteUrl);
    await page.getByRole("button", { name: "Refuse all" }).click();
    await page.getByRole("button", { name: "Refuse all" }).waitFor({ state: "detached" });
    await page.reload();
    await page.locator("#state").waitFor();
    expect(await page.locator("#state").textContent()).toBe("waiting");
    expect(await page.getByRole("button", { name: "Accept all" }).count()).toBe(0);
    await page.getByRole("button", { name: "Cookie choices" }).first().click();
    await page.getByRole("button", { name: "Accept all" }).click();
    await expect.poll(() => page.locator("#state").textContent()).toBe("counting");
    expect([...hosts].sort()).toEqual([SITE, "localhost"].sort());
    await page.context().close();
  });

  test("the first day knows where the snippet was seen: on the declared site, and no other", async () => {
    const { baseUrl, ownerLink } = product;
    const origin = "http://stranger.example";
    await fetch(`${baseUrl}/v1/banner`, { headers: { origin } });
    const [, token] = (ownerLink ?? "").split("#");
    const given = {
      token,
      name: "Olga",
      email: "o@acorn.example",
      password: "correct horse staple",
    };
    const joined = await fetch(`${baseUrl}/console/api/invitations/accept`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(given),
    });
    const cookie = /fn_staff=[^;]+/.exec(joined.headers.get("set-cookie") ?? "")?.[0] ?? "";
    const answer = await fetch(`${baseUrl}/console/api/first-day`, { headers: { cookie } });
    const { steps, sites } = (await answer.json()) as {
      steps: { id: string; done: boolean }[];
      sites: { site: string; lastSeen: string | null }[];
    };
    expect(steps.find(({ id }) => id === "snippet")?.done).toBe(true);
    expect(sites.filter(({ lastSeen }) => lastSeen !== null).map(({ site }) => site)).toEqual([
      SITE,
    ]);
  });

  test("a site that the notice does not declare gets no choice recorded", async () => {
    const origin = "http://stranger.example";
    const answer = await fetch(`${product.baseUrl}/v1/banner`, { headers: { origin } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const acts = [{ purpose: "statistics", act: "grant", wording: "0".repeat(64) }];
    const body = { noticeVersion: 1, language: "en", acts, device: "", signal: false };
    const choice = await fetch(`${product.baseUrl}/v1/choices`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(choice.ok).toBe(false);
    expect(choice.headers.get("access-control-allow-origin")).toBeNull();
  });
});

/** A page of the company's site with the three lines of the snippet. */
function sitePage(baseUrl: string): string {
  return `<!doctype html><html lang="en"><head><title>Acorn</title>
<script src="${baseUrl}/sdk.js" defer></script>
<script type="text/plain" data-fairnotice-item="statistics">document.getElementById("state").textContent = "counting";</script>
</head><body><main><h1>Acorn</h1><p id="state">waiting</p></main>
<button data-fairnotice-open>Cookie choices</button></body></html>`;
}
