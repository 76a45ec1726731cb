/** Promise P04: links that leave the declared own sites are marked. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const PAGES = [
  ...["/", "/contact", "/library", "/privacy", "/privacy/fr", "/privacy/de", "/privacy/versions"],
  ...["/privacy/versions/1", "/cookies", "/preferences", "/rights", "/complaints", "/transparency"],
  "/complaints?country=ES",
];

type FoundLink = {
  readonly href: string;
  readonly rel: string;
  readonly marked: boolean;
  readonly sign: string;
  readonly name: string;
};

describe.skipIf(CHROMIUM === null)("P04: links that leave", () => {
  const data = newDataFolder();
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct({ data: data.path });
    browser = await openBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    data.remove();
  }, 60_000);

  test("every link to another site says so, to the eye and to the ear; no own one does", async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const left = new Set<string>();
    for (const path of PAGES) {
      await page.goto(product.baseUrl + path);
      const links = (await page.evaluate(`[...document.querySelectorAll("a[href]")].map((a) => ({
        href: a.href,
        rel: a.rel,
        marked: a.classList.contains("leaves"),
        sign: getComputedStyle(a, "::after").content,
        name: a.textContent,
      }))`)) as readonly FoundLink[];
      expect(links.length, path).toBeGreaterThan(5);
      for (const { href, rel, marked, sign, name } of links) {
        const { protocol, hostname } = new URL(href);
        const leaves =
          protocol.startsWith("http") &&
          !["localhost", "www.northlight.example"].includes(hostname);
        expect(marked, `${path}: ${href}`).toBe(leaves);
        expect(sign.includes("↗"), `${path}: ${href}`).toBe(leaves);
        if (!leaves) continue;
        left.add(hostname);
        expect(rel.split(" "), href).toContain("noopener");
        expect(name, href).toMatch(/leads to another site|mène à un autre site|andere Website/);
      }
    }
    expect([...left]).toEqual(expect.arrayContaining(["ico.org.uk", "www.aepd.es"]));
    await context.close();
  }, 60_000);

  test("the other site does not learn which page one came from", async () => {
    const answer = await fetch(`${product.baseUrl}/privacy`);
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  });
});
