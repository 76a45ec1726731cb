/** Promise P42: contact by e-mail and page, and the authority of the person’s country. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, CHROMIUM, openBrowser, sidewaysPixels } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const PLACES = ["/privacy", "/rights", "/complaints"];

describe.skipIf(CHROMIUM === null)("P42: contact, complaints, authority", () => {
  const data = newDataFolder();
  let product: Product;
  let browser: Browser;
  const html = async (path: string, headers: Record<string, string> = {}) =>
    (
      await fetch(product.baseUrl + path, { headers: { "accept-language": "en", ...headers } })
    ).text();
  beforeAll(async () => {
    const environment = { FAIRNOTICE_TRUSTED_PROXIES: "127.0.0.1,::1" };
    product = await startProduct({ data: data.path, environment });
    browser = await openBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    data.remove();
  }, 60_000);

  test.each(PLACES)("%s names an address to write to and the way to an authority", async (path) => {
    const page = await html(path);
    expect(page).toContain("mailto:privacy@northlight.example");
    expect(page).toContain("mailto:dpo@northlight.example");
    // Nobody knows the country of a loopback connection: all are named, none is guessed.
    for (const host of ["ico.org.uk", "www.cnil.fr", "www.bfdi.bund.de", "www.edoeb.admin.ch"])
      expect(page, host).toContain(host);
    expect(page).toContain("We do not know in which country you are.");
  });

  test("the country of the connection names its authority", async () => {
    const authority = async (address: string) => {
      const page = await html("/complaints", { "x-forwarded-for": address });
      return page.slice(page.indexOf('id="authority"'), page.indexOf('class="picker"'));
    };
    // Addresses of a German and a British university.
    expect(await authority("141.20.1.1")).toMatch(/For Germany:[\s\S]*bfdi/);
    expect(await authority("129.67.1.1")).toMatch(/For United Kingdom:[\s\S]*ico\.org\.uk/);
    expect(await authority("129.67.1.1")).not.toContain("cnil");
  });

  test("without script a person picks another country; nothing is kept on the device", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const page = await context.newPage();
    for (const path of PLACES) {
      await page.goto(product.baseUrl + path);
      await page.locator("#authority-country").selectOption("ES");
      await page.locator(".picker button").click();
      const authority = page.locator("#authority");
      await authority.getByText("Agencia Española de Protección de Datos").waitFor();
      expect(await authority.getByText("Espagne", { exact: false }).count()).toBeGreaterThan(0);
      expect(await page.locator('#authority bdi[lang="es"]').count()).toBe(1);
      expect(new URL(page.url()).searchParams.get("country"), path).toBe("ES");
    }
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("a country without a known authority, and what is no country, are answered plainly", async () => {
    expect(await html("/complaints?country=BR")).toContain("We can name no authority for Brazil.");
    for (const wrong of ["xx1", "%22%3E%3Cscript%3E", "", "GBR"]) {
      const answer = await fetch(`${product.baseUrl}/complaints?country=${wrong}`);
      expect(answer.status, wrong).toBe(200);
      expect(await answer.text(), wrong).not.toMatch(/"><script/);
    }
    expect((await fetch(`${product.baseUrl}/privacy?country=ES&country=FR`)).status).toBe(200);
  });

  test("the page of complaints tells the steps and the law of the country, and takes a complaint", async () => {
    const british = await html("/complaints?country=GB");
    expect(british).toContain("confirm receipt within 30 days");
    expect(british).not.toContain("GDPR 77");
    expect(await html("/complaints?country=FR")).toContain("GDPR 77");
    for (const step of ["The steps", "independent dispute body", "binding arbitration"])
      expect(british).toContain(step);
    const key = /name="key" value="([^"]+)"/.exec(british)?.[1] ?? "";
    const fields = { kind: "complaint", email: "kim@reader.example", message: "too many", key };
    const answer = await fetch(`${product.baseUrl}/rights`, {
      method: "POST",
      headers: { origin: product.baseUrl },
      body: new URLSearchParams(fields),
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<h1>");
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing, on a phone, %s",
    async (colorScheme) => {
      const viewport = { width: 360, height: 740 };
      for (const locale of ["en-GB", "fr-FR", "de-DE"]) {
        const context = await browser.newContext({ colorScheme, viewport, locale });
        const page = await context.newPage();
        for (const path of ["/complaints", "/rights", "/complaints?country=SE"]) {
          await page.goto(product.baseUrl + path);
          expect(await axeFindings(page), `${locale} ${path}`).toEqual([]);
          expect(await sidewaysPixels(page), `${locale} ${path}`).toBeLessThanOrEqual(0);
        }
        await context.close();
      }
    },
    60_000,
  );
});
