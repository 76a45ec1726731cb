/** What pages of other sites can make a visitor send, and what must come of it: nothing. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser, openPage } from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { bannerOf } from "#test/support/public-doors";
import { countRows } from "#test/support/rows";

const FORM = "application/x-www-form-urlencoded";
const data = newDataFolder();
let product: Product;

beforeAll(async () => {
  product = await startProduct({ data: data.path });
}, 90_000);
afterAll(async () => {
  await product?.stop();
  data.remove();
}, 60_000);

/** All that a plain form needs is public: the wordings stand in the banner. */
async function forgedChoice(): Promise<URLSearchParams> {
  const { noticeVersion, language, purposes } = await bannerOf(product.baseUrl);
  const fields = new URLSearchParams({ notice_version: String(noticeVersion), language });
  for (const { id, wording } of purposes) fields.append("wording", `${id}:${wording}`);
  fields.set("all", "grant");
  return fields;
}

async function send(
  path: string,
  headers: { readonly [name: string]: string },
  body?: string | URLSearchParams,
) {
  const answer = await fetch(product.baseUrl + path, {
    ...{ method: "POST", headers, redirect: "manual" },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, cookie: answer.headers.get("set-cookie"), answer };
}

describe("a request that another site made", () => {
  test("grants nothing and signs nobody in, with or without a cookie", async () => {
    const before = await countRows(data.path, "fact");
    const body = await forgedChoice();
    const strangers = [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "https://blog.evil.example" },
      { origin: "https://evil.example" },
      { origin: "null" },
      // A form of a browser says where it stands; one that does not is refused.
      {},
    ];
    const doors = ["/v1/choices", "/v1/forms/newsletter", "/rights", "/preferences"];
    for (const headers of strangers) {
      for (const door of [...doors, "/console/api/session"]) {
        for (const more of [{}, { cookie: "fn_lang=en" }]) {
          const given = { "content-type": FORM, ...headers, ...more } as Record<string, string>;
          const { status, cookie } = await send(door, given, body);
          expect([status, cookie], `${door} ${JSON.stringify(given)}`).toEqual([403, null]);
        }
      }
    }
    expect(await countRows(data.path, "fact")).toBe(before);
  });

  test("the person sees a page that says so, a program a problem", async () => {
    const headers = { "content-type": FORM, "sec-fetch-site": "cross-site" };
    const page = await send("/rights", { ...headers, accept: "text/html" }, "kind=access");
    expect(page.answer.headers.get("content-type")).toContain("text/html");
    const problem = await send("/rights", headers, "kind=access");
    expect(await problem.answer.json()).toMatchObject({ code: "http.cross_site" });
  });

  test("the product's own page may, and a declared site by script; a mail program leaves", async () => {
    const { baseUrl } = product;
    const body = await forgedChoice();
    for (const headers of [{ origin: baseUrl }, { "sec-fetch-site": "same-origin" }]) {
      const { status } = await send("/v1/choices", { "content-type": FORM, ...headers }, body);
      expect(status, JSON.stringify(headers)).toBe(303);
    }
    const { noticeVersion, language } = await bannerOf(baseUrl);
    const json = JSON.stringify({ noticeVersion, language, acts: [], device: "", signal: true });
    const own = {
      ...{ origin: "https://www.northlight.example", "content-type": "application/json" },
      "sec-fetch-site": "cross-site",
    };
    expect((await send("/v1/choices", own, json)).status).toBe(201);
    // The declared site may ask for choices; the console and the rights pages are not for it.
    expect((await send("/console/api/session", own, json)).status).toBe(403);
    expect((await send("/rights", { ...own, "content-type": FORM }, "kind=access")).status).toBe(
      403,
    );
    const oneClick = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const left = await send(`/u/${"x".repeat(40)}`, { "content-type": FORM }, oneClick);
    expect(left.status).toBe(410);
  });
});

describe.skipIf(CHROMIUM === null)("a page of another site in a real browser", () => {
  let browser: Browser;
  let evil: Server;
  let html = "";

  beforeAll(async () => {
    browser = await openBrowser();
    evil = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(html);
    });
    await new Promise<void>((done) => evil.listen(0, "127.0.0.1", done));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    evil?.close();
  });

  /** A form that sends itself, as an advert or a shortened link would open it. */
  async function visited(action: string, fields: URLSearchParams) {
    const inputs = [...fields].map(([name, value]) => `<input name="${name}" value="${value}">`);
    html = `<!doctype html><form method="post" action="${product.baseUrl}${action}">${inputs.join("")}
</form><script>document.forms[0].submit()</script>`;
    const page = await openPage(browser, "en-GB");
    const answered = page.waitForResponse((each) => each.request().method() === "POST");
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    const status = (await answered).status();
    await page.waitForLoadState();
    const cookies = await page.context().cookies(product.baseUrl);
    await page.context().close();
    return { status, cookies: cookies.map(({ name }) => name) };
  }

  test("a form that sends itself leaves no consent, no session and no mail behind", async () => {
    const before = await countRows(data.path, "fact");
    const mails = await countRows(data.path, "message");
    const signIn = new URLSearchParams({ email: "m@evil.example", password: "a long password" });
    const rights = new URLSearchParams({ email: "victim@home.example", kind: "access" });
    expect(await visited("/v1/choices", await forgedChoice())).toEqual({
      status: 403,
      cookies: [],
    });
    expect(await visited("/console/api/session", signIn)).toEqual({ status: 403, cookies: [] });
    expect(await visited("/rights", rights)).toEqual({ status: 403, cookies: [] });
    expect(await countRows(data.path, "fact")).toBe(before);
    expect(await countRows(data.path, "message")).toBe(mails);
  });
});
