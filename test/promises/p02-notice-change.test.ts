/** A change makes a new version, is told, and is asked about again at the next visit. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openBrowser, openPage } from "#test/support/browser";
import { type Console, joinAs, joinOwner, publishText } from "#test/support/console";
import {
  type Change,
  changedText,
  KEPT_LONGER,
  raised,
  reworded,
} from "#test/support/next-version";
import { type Post, postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { sendForm } from "#test/support/public-doors";

describe.skipIf(CHROMIUM === null)("a change of the notice", () => {
  const folder = newDataFolder();
  let product: Product;
  let browser: Browser;
  let post: Post;
  let owner: Console;
  let officer: Console;
  const visitors = new Map<"accepted" | "refused", Page>();

  beforeAll(async () => {
    product = await startProduct({ data: folder.path });
    post = postOf(folder.path);
    owner = await joinOwner(product.baseUrl, product.ownerLink as string);
    officer = await joinAs(product.baseUrl, owner, "officer", "Ophelia");
    browser = await openBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    folder.remove();
  }, 60_000);

  async function publish(version: number, ...changes: readonly Change[]): Promise<void> {
    const { source } = (await owner.get(`/notice/versions/${version - 1}/source`)).body;
    const number: Change = [/^version: \d+$/m, `version: ${version}`];
    const out = await publishText(owner, officer, changedText(source, number, ...changes));
    expect(out.body).toMatchObject({ state: "published", publishedVersion: version });
  }

  const question = (page: Page) => page.getByRole("button", { name: "Refuse all" });
  const asksAbout = async (page: Page) => {
    await page.goto(`${product.baseUrl}/`);
    await question(page).waitFor();
    return page.locator("fairnotice-banner .in").textContent();
  };
  /** The page settled, and nothing was asked. */
  const isNotAsked = async (page: Page) => {
    const banner = page.waitForResponse(/\/v1\/banner/);
    await page.goto(`${product.baseUrl}/`);
    await (await banner).finished();
    await page.waitForTimeout(500);
    expect(await question(page).count()).toBe(0);
  };

  test("two visitors choose under the first version, and are not asked again", async () => {
    for (const [how, button] of [
      ["accepted", "Accept all"],
      ["refused", "Refuse all"],
    ] as const) {
      const page = await openPage(browser, "en-GB");
      visitors.set(how, page);
      await page.goto(`${product.baseUrl}/`);
      await page.getByRole("button", { name: button }).click();
      await question(page).waitFor({ state: "detached" });
      await isNotAsked(page);
    }
  });

  test("a change of words asks nobody", async () => {
    await publish(2, reworded("as always"));
    for (const page of visitors.values()) await isNotAsked(page);
    const versions = (await owner.get("/notice/versions")).body.versions;
    expect(versions.map((each: { telling: string | null }) => each.telling)).toEqual([null, null]);
  });

  test("a material change asks again about exactly that purpose, those who refused as well", async () => {
    await sendForm(product.baseUrl, "ada.reader@reader.example");
    await publish(3, ...raised("analytics", false));
    const [accepted, refused] = [visitors.get("accepted"), visitors.get("refused")];
    if (accepted === undefined || refused === undefined) throw new Error("no visitors");
    for (const page of [accepted, refused]) {
      const said = await asksAbout(page);
      expect(said).toContain("This changed since you chose, or is new: Statistics");
      expect(said).not.toContain("Advertising");
    }
    // A yes of before lets nothing run of what changed; the others go on.
    const asked = await accepted.context().cookies();
    expect(asked.find(({ name }) => name === "fn_choice")?.value).toMatch(/^v1\.1\./);
    await accepted.getByRole("button", { name: "Accept all" }).click();
    await question(accepted).waitFor({ state: "detached" });
    await isNotAsked(accepted);
    await refused.getByRole("button", { name: "Refuse all" }).click();
    await question(refused).waitFor({ state: "detached" });
    await isNotAsked(refused);
    const cookie = (await refused.context().cookies()).find(({ name }) => name === "fn_choice");
    expect(cookie?.value.split(".").slice(0, 3)).toEqual(["v1", "3", ""]);
  });

  test("the difference is shown clause by clause, and old versions at their own address", async () => {
    const diff = await owner.get("/notice/diff?from=version:2&to=version:3&language=en");
    expect(diff.body).toMatchObject({ class: "material", askAgain: ["analytics"] });
    expect(diff.body.sentences[0].sentence).toContain("We ask for your consent again.");
    expect(diff.body.sentences[0].clauses.length).toBeGreaterThan(0);
    for (const version of [1, 2, 3]) {
      const page = await fetch(`${product.baseUrl}/privacy/versions/${version}?lang=en`);
      expect(page.status).toBe(200);
    }
    expect((await fetch(`${product.baseUrl}/privacy/versions/4`)).status).toBe(404);
  });

  test("a change for those who subscribed is told to them by mail, once", async () => {
    await publish(4, KEPT_LONGER);
    const letter = await post.letter("ada.reader@reader.example", /privacy notice changes/);
    expect(letter.text.replace(/\s+/g, " ")).toContain("Purpose “Keeping your subscription”");
    expect(letter.text).toContain(`${product.baseUrl}/privacy/versions/4?lang=en`);
    const telling = await owner.get("/notice/versions/4/telling");
    expect(telling.body).toMatchObject({ affected: 1, unreached: 0 });
    expect(await post.to("ada.reader@reader.example")).toHaveLength(2);
  });

  test("a republish without a change, a jump and a way back are refused, and nothing is lost", async () => {
    const { source } = (await owner.get("/notice/versions/4/source")).body;
    for (const [text, code] of [
      [source, "notice.no_change"],
      [changedText(source, [/^version: 4$/m, "version: 6"]), "notice.wrong_version"],
      [
        changedText(source, [/^version: 4$/m, "version: 5"], [/^date: .*$/m, "date: 2019-01-01"]),
        "notice.goes_back",
      ],
    ]) {
      const made = (await owner.send("POST", "/notice/drafts", { source: text })).body;
      const check = await owner.send("POST", "/notice/check", { source: text });
      expect(check.body.refusal?.code).toBe(code);
      const { sha256, id } = made;
      const submitted = await owner.send("POST", `/notice/drafts/${id}/submit`, { sha256 });
      expect([submitted.status, submitted.code]).toEqual([409, code]);
      expect((await owner.get(`/notice/drafts/${id}`)).body.source).toBe(text);
    }
  });
});
