import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeFindings,
  CHROMIUM,
  openBrowser,
  openPage,
  sidewaysPixels,
} from "#test/support/browser";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

/** Several pages, each waited for, on a machine that has more to do. */
const STEP_MS_MAX = 60_000;
const PASSWORD = "correct horse battery staple";

/** The next version of the notice, from an empty draft to the letters, by two people. */
describe.skipIf(CHROMIUM === null)("the notice in the console", () => {
  const folder = newDataFolder();
  let product: Product;
  let browser: Browser;
  let post: Post;
  let writer: Page;
  let reviewer: Page;
  let draft = "";

  beforeAll(async () => {
    product = await startProduct({ data: folder.path, demoPeople: 12 });
    post = postOf(product.data);
    browser = await openBrowser();
    await product.says("everybody is in");
    writer = await joined(product.ownerLink ?? "", "Wanda Writer", "wanda@northlight.example");
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    folder.remove();
  }, 60_000);

  async function joined(link: string, name: string, email: string | null): Promise<Page> {
    const page = await openPage(browser, "en-GB");
    await page.goto(link);
    await page.getByLabel("Your name").fill(name);
    if (email !== null) await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").first().fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByRole("navigation").waitFor();
    return page;
  }

  async function open(page: Page, tab: string): Promise<void> {
    await page.goto(draft);
    await page.getByRole("tab", { name: tab }).click();
  }

  const isSound = async (page: Page, place: string) => {
    expect(await axeFindings(page), place).toEqual([]);
    expect(await sidewaysPixels(page), place).toBeLessThanOrEqual(0);
  };

  test(
    "a draft is begun, and what is wrong in it is marked at its line while it is written",
    async () => {
      await writer.goto(`${product.baseUrl}/console/notice`);
      await writer.getByRole("heading", { name: "No draft" }).waitFor();
      await isSound(writer, "the notice without drafts");
      await writer.getByRole("button", { name: "Begin a draft" }).click();
      const editor = writer.getByRole("textbox", { name: /^Manifest of the notice/ });
      await editor.waitFor();
      draft = writer.url();
      await writer.getByText("As people will read it").waitFor();
      await editor.click();
      await writer.keyboard.press("Control+Home");
      await writer.keyboard.type("nonsense: 1\n");
      await writer.getByText("unknown key `nonsense`").waitFor();
      await writer.getByRole("button", { name: "line 1" }).waitFor();
      await isSound(writer, "a draft with a fault");
      // A line, and the break after it: each is a step that is taken back.
      for (let step = 0; step < 3; step += 1) await writer.keyboard.press("Control+Z");
      await writer.getByText("unknown key `nonsense`").waitFor({ state: "detached" });
    },
    STEP_MS_MAX,
  );

  test(
    "it shows what changes, and whom that concerns, before anything is published",
    async () => {
      const id = draft.split("/").at(-1);
      const { source } = await api<{ source: string }>(writer, "GET", `/notice/drafts/${id}`);
      const next = source
        .replace(/^version: 1$/m, "version: 2")
        .replace(/^date: .*$/m, `date: ${today()}`)
        .replace("for: 24 months", "for: 36 months");
      await writer.getByRole("textbox", { name: /^Manifest of the notice/ }).click();
      await writer.keyboard.press("Control+A");
      await paste(writer, next);
      await writer.getByText("Not saved yet.").waitFor();
      await writer.getByRole("button", { name: "Save" }).click();
      await writer.getByText("Not saved yet.").waitFor({ state: "detached" });
      await open(writer, "What changes");
      await writer.getByText(/^Whoever is concerned by .* has to be told/).waitFor();
      await isSound(writer, "what changes");
      await open(writer, "Whom it concerns");
      await writer.getByRole("button", { name: "Count" }).click();
      const told = writer
        .getByRole("row", { name: /have to be told/ })
        .locator("td")
        .first();
      await expect.poll(() => told.textContent(), { timeout: 15_000 }).toMatch(/^[1-9]\d*$/);
      await isSound(writer, "whom it concerns");
      const { versions } = await api<{ versions: object[] }>(writer, "GET", "/notice/versions");
      expect(versions).toHaveLength(1);
    },
    STEP_MS_MAX,
  );

  test(
    "nobody reviews their own text while there is a colleague; a changed text is reviewed anew",
    async () => {
      const invited = await api<{ link: string }>(writer, "POST", "/staff/invitations", {
        role: "officer",
        email: "rita@northlight.example",
      });
      reviewer = await joined(invited.link, "Rita Reviewer", null);
      await open(writer, "Review and publish");
      await writer.getByRole("button", { name: "Submit for review" }).click();
      await writer.getByText("It waits for a colleague who did not write it.").waitFor();
      expect(await writer.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
      await open(reviewer, "Review and publish");
      await reviewer.getByRole("button", { name: "Approve" }).waitFor();
      await isSound(reviewer, "the review");
      await reviewer.getByRole("button", { name: "Approve" }).click();
      await reviewer.getByText("It is approved and can be published.").waitFor();
    },
    STEP_MS_MAX,
  );

  test(
    "published, it is in force at once, the people concerned are written to, and all of it can be seen",
    async () => {
      await reviewer.getByRole("button", { name: "Publish now" }).click();
      await expect
        .poll(async () => (await fetch(`${product.baseUrl}/privacy/versions/2`)).status, {
          timeout: 20_000,
        })
        .toBe(200);
      await reviewer.goto(`${product.baseUrl}/console/notice/versions/2`);
      await reviewer.getByText(/were concerned|Writing to/).waitFor({ timeout: 20_000 });
      const sent = reviewer.getByRole("row", { name: /^sent/ }).locator("td").first();
      await expect.poll(() => sent.textContent(), { timeout: 20_000 }).toMatch(/^[1-9]\d*$/);
      await isSound(reviewer, "the version");
      const letters = (await post.all()).filter(({ text }) => text.includes("/privacy/versions/2"));
      expect(letters.length).toBeGreaterThan(0);
    },
    STEP_MS_MAX,
  );
});

const today = () => new Date().toISOString().slice(0, 10);

/** The two classes of the browser that a paste is made of; the tests' own types know no browser. */
type Clipboard = {
  readonly DataTransfer: new () => { setData(type: string, text: string): void };
  readonly ClipboardEvent: new (name: string, settings: object) => Event;
};

/** What the system's own paste does, which a test's browser has no clipboard for. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Manifest of the notice/ }).evaluate((field, given) => {
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as Clipboard;
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    const settings = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", settings));
  }, text);
}

function api<Answer>(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return page.evaluate<Answer, readonly [string, string, object | undefined]>(
    async ([how, where, what]) => {
      const answer = await fetch(`/console/api${where}`, {
        method: how,
        headers: { "content-type": "application/json" },
        ...(what === undefined ? {} : { body: JSON.stringify(what) }),
      });
      if (!answer.ok) throw new Error(`${where} answered ${answer.status}: ${await answer.text()}`);
      return answer.json() as Promise<Answer>;
    },
    [method, path, body] as const,
  );
}
