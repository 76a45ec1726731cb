/** Promise P01, the pages: contents, anchors, languages, print, machines; versions and changes. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_MANIFEST } from "#core/notice/sample-manifest";
import { axeFindings, CHROMIUM, openBrowser, sidewaysPixels } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const PHONE = { width: 360, height: 740 };

/** The sample in English and Arabic, with names that are written the other way. */
const FIRST = SAMPLE_MANIFEST.replaceAll(" fr:", " ar:")
  .replace("languages: [en, fr]", "languages: [en, ar]")
  .replace("ar: Avis de confidentialité", "ar: إشعار الخصوصية")
  .replace("ar: Qui nous sommes", "ar: من نحن")
  .replace("ar: Sample Limited décide.", "ar: القرار لشركة Sample Limited (رقم 12).")
  .replace("ar: Adresse e-mail", "ar: عنوان البريد الإلكتروني")
  .replace(
    / {6}ar: \|\n(?: {8}.*\n|\n)+/,
    "      ar: |\n        نحن **Sample Limited**.\n\n        {{contacts}}\n",
  );

const SECOND = FIRST.replace("version: 2\n", "version: 3\n")
  .replace("date: 2026-11-01", "date: 2026-11-02")
  .replace("for: 24 months", "for: 36 months")
  .replace("We are **Sample Limited**.", "We are **Sample Limited** of London.");

describe.skipIf(CHROMIUM === null)("P01: a notice that people can read", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-pages-"));
  const data = newDataFolder();
  const manifest = join(folder, "notice.yaml");
  let product: Product;
  let browser: Browser;
  const start = async (text: string) => {
    writeFileSync(manifest, text);
    product = await startProduct({ data: data.path, demo: false, args: ["--notice", manifest] });
  };
  const html = async (path: string, language = "en") =>
    (await fetch(product.baseUrl + path, { headers: { "accept-language": language } })).text();
  const onPage = async (
    path: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ) => {
    const context = await browser.newContext({ javaScriptEnabled: true, ...options });
    // The browser piece is tested elsewhere; these pages need no script.
    await context.route("**/sdk.js", (route) => route.abort());
    const page = await context.newPage();
    await page.goto(product.baseUrl + path);
    await use(page);
    await context.close();
  };
  const heightOf = async (page: Page, selector: string) =>
    (await page.locator(selector).boundingBox())?.height ?? 0;

  beforeAll(async () => {
    await start(FIRST);
    await product.stop();
    await start(SECOND);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("the head says version, date and what changed, with a way to each change", async () => {
    const page = await html("/privacy");
    expect(page).toContain("Version 3 of 2 November 2026");
    expect(page).toContain("Changed since version 2: Important: 1, Wording: 1.");
    expect(page).toContain('href="/privacy/versions/3/changes"');
  });

  test("the history tells each change; the page of changes shows the words", async () => {
    const history = await html("/privacy/versions");
    expect(history).toContain("Version 2 of 1 November 2026");
    expect(history).toMatch(/before “E-mail address and Name: 2 years after we got it”/);
    await onPage("/privacy/versions/3/changes", { locale: "en-GB" }, async (page) => {
      expect(await page.locator("del").first().textContent()).toBe("[removed: 2]");
      expect(await page.locator("ins").first().textContent()).toBe("[added: 3]");
      // Told apart by more than colour.
      const line = (selector: string) =>
        page.evaluate(`getComputedStyle(document.querySelector("${selector}")).textDecorationLine`);
      expect([await line("ins"), await line("del")]).toEqual(["underline", "line-through"]);
      expect(await axeFindings(page)).toEqual([]);
    });
    for (const path of ["/privacy/versions/2/changes", "/privacy/versions/9/changes"])
      expect((await fetch(product.baseUrl + path)).status, path).toBe(404);
  });

  test("an old version stays readable as it was, and says that it is old", async () => {
    const old = await html("/privacy/versions/2");
    expect(old).toContain("This is an earlier version.");
    expect(old).toContain("2 years after we got it");
    expect(old).not.toContain("3 years after we got it");
  });

  test("every anchor of the contents leads to its clause, and what is folded opens for it", async () => {
    await onPage("/privacy", { locale: "en-GB", javaScriptEnabled: true }, async (page) => {
      const anchors = (await page.evaluate(
        `[...document.querySelectorAll(".toc a, .glance dt a")].map((a) => a.getAttribute("href"))`,
      )) as string[];
      expect(anchors.length).toBeGreaterThan(8);
      for (const anchor of anchors) {
        const id = anchor.slice(1);
        expect(await page.locator(`[id="${id}"]`).count(), anchor).toBe(1);
      }
      const body = '[id="who"] > details > p';
      expect(await page.locator(body).first().isVisible()).toBe(false);
      await page.goto(`${product.baseUrl}/privacy#who`);
      await expect.poll(() => page.locator(body).first().isVisible()).toBe(true);
      await page.goto(`${product.baseUrl}/privacy#contact:officer`);
      await expect.poll(() => page.locator('[id="contact:officer"]').isVisible()).toBe(true);
    });
  });

  test("one box unfolds everything, without script", async () => {
    await onPage("/privacy", { locale: "en-GB", javaScriptEnabled: false }, async (page) => {
      const hidden = page.locator('[id="contact:officer"]');
      expect(await hidden.isVisible()).toBe(false);
      await page.getByLabel("Unfold everything").check();
      expect(await hidden.isVisible()).toBe(true);
      await page.getByLabel("Unfold everything").uncheck();
      expect(await hidden.isVisible()).toBe(false);
    });
  });

  test("paper shows all that is folded, where links lead, and nothing of the screen", async () => {
    await onPage("/privacy", { locale: "en-GB" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const selector of ['[id="contact:officer"]', '[id="purpose:marketing"]'])
        expect(await heightOf(page, selector), selector).toBeGreaterThan(10);
      for (const selector of [".toc", ".site-header", ".site-footer", ".unfold", ".authority"])
        expect(await page.locator(selector).isVisible(), selector).toBe(false);
      const after = await page.evaluate(
        `getComputedStyle(document.querySelector('a.leaves[href="https://ico.org.uk/"]'), "::after").content`,
      );
      expect(after).toContain("https://ico.org.uk/");
    });
  });

  test("on a phone each row is a card under the names of its columns, still a table to the ear", async () => {
    await onPage("/cookies", { locale: "en-GB", viewport: PHONE }, async (page) => {
      expect(
        await page.evaluate(
          `getComputedStyle(document.querySelector("td[data-column]"), "::before").content`,
        ),
      ).toBe('"What it does"');
      expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
      const table = page.getByRole("table");
      expect(await table.getByRole("columnheader").count()).toBeGreaterThan(4);
      expect(await table.getByRole("rowheader").count()).toBeGreaterThan(1);
      expect(await table.getByRole("cell").count()).toBeGreaterThan(8);
    });
  });

  test("Arabic is laid out from the right, and names in Latin letters stand apart", async () => {
    await onPage(
      "/privacy/ar",
      { locale: "ar", viewport: { width: 1280, height: 900 } },
      async (page) => {
        expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
        const [toc, body] = [
          await page.locator(".toc").boundingBox(),
          await page.locator(".notice-body").boundingBox(),
        ];
        expect(toc?.x ?? 0).toBeGreaterThan((body?.x ?? 0) + (body?.width ?? 0) - 1);
        const mail = page.locator('.glance a[href="mailto:privacy@sample.example"] bdi');
        expect(await mail.textContent()).toBe("privacy@sample.example");
        expect(await page.getByText("في لمحة").count()).toBeGreaterThan(0);
        expect(await axeFindings(page)).toEqual([]);
      },
    );
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing in any language, %s",
    async (colorScheme) => {
      const paths = [
        "/privacy",
        "/privacy/ar",
        "/privacy/versions",
        "/privacy/versions/2",
        "/cookies",
      ];
      for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
        for (const path of paths) {
          await onPage(path, { colorScheme, viewport, locale: "en-GB" }, async (page) => {
            const unfold = page.locator(".unfold-all");
            if ((await unfold.count()) > 0) await unfold.check();
            expect(await axeFindings(page), path).toEqual([]);
            expect(await sidewaysPixels(page), path).toBeLessThanOrEqual(0);
          });
        }
      }
    },
    90_000,
  );

  test("letters twice as large lose nothing", async () => {
    // 200 % on a screen of 1280 pixels is a screen of 640.
    await onPage(
      "/privacy",
      { locale: "en-GB", viewport: { width: 640, height: 450 } },
      async (page) => {
        expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
        expect(await page.getByRole("navigation", { name: "Contents" }).isVisible()).toBe(true);
      },
    );
  });

  test("nothing moves while the page comes", async () => {
    await onPage("/privacy", { locale: "en-GB", viewport: PHONE }, async (page) => {
      const moved = await page.evaluate(`new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
      })`);
      expect(moved).toBe(0);
    });
  });

  test("headings stand in order, tables have heads, and landmarks are named", async () => {
    await onPage("/privacy", { locale: "en-GB" }, async (page) => {
      const levels = (await page.evaluate(
        `[...document.querySelectorAll("h1,h2,h3,h4")].map((h) => Number(h.tagName[1]))`,
      )) as number[];
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), String(index)).toBeLessThanOrEqual(1);
    });
  });

  test("who has the page is not sent it again; a new version is", async () => {
    for (const path of ["/privacy", "/privacy/versions/2", "/.well-known/privacy-notice.json"]) {
      const first = await fetch(product.baseUrl + path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag, path).toMatch(/^"[\w-]+"$/);
      const again = await fetch(product.baseUrl + path, { headers: { "if-none-match": etag } });
      expect(again.status, path).toBe(304);
      expect(await again.text()).toBe("");
      const other = await fetch(product.baseUrl + path, { headers: { "if-none-match": '"x"' } });
      expect(other.status, path).toBe(200);
    }
    const tags = await Promise.all(
      ["/privacy", "/privacy/ar"].map(async (path) =>
        (await fetch(product.baseUrl + path)).headers.get("etag"),
      ),
    );
    expect(new Set(tags).size).toBe(2);
  });

  test("machines read it as JSON and as JSON-LD, from links in the page", async () => {
    const page = await html("/privacy");
    for (const [type, path] of [
      ["application/json", "/.well-known/privacy-notice.json"],
      ["application/ld+json", "/.well-known/privacy-notice.jsonld"],
    ] as const) {
      expect(page).toContain(`<link rel="alternate" type="${type}" href="${path}">`);
      const answer = await fetch(product.baseUrl + path);
      expect(answer.headers.get("content-type")).toContain(type);
      expect(JSON.stringify(await answer.json())).toContain("Sample Limited");
    }
  });

  test("under the strict policy: no script of its own, no style in the page", async () => {
    const answer = await fetch(`${product.baseUrl}/privacy`);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/<style|\sstyle=|<script(?! src="\/sdk\.js")/);
  });
});
