/** Accounts of colleagues by console and interface: joining, changing, leaving, coming back. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeFindings,
  CHROMIUM,
  openBrowser,
  openPage,
  sidewaysPixels,
} from "#test/support/browser";
import { newDataFolder, type Product, startProduct } from "#test/support/product";

const PASSWORD = "correct horse battery staple";
const OTHER = "another horse battery staple";
const OLGA = { name: "Olga Owner", email: "olga@northlight.example" };
const MAX = { name: "Max Marketer", email: "max@northlight.example" };

describe.skipIf(CHROMIUM === null)("the team", () => {
  const folder = newDataFolder();
  let product: Product;
  let browser: Browser;
  let owner: Page;
  let max: Page;

  beforeAll(async () => {
    product = await startProduct({ data: folder.path });
    browser = await openBrowser();
    owner = await openPage(browser, "en-GB");
    max = await openPage(browser, "en-GB");
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    folder.remove();
  }, 60_000);

  /** No violation, and nothing off the screen of a phone or a desk. */
  async function looksRight(page: Page, where: string) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFindings(page), `${where} at ${width}`).toEqual([]);
      expect(await sidewaysPixels(page), `${where} at ${width}`).toBeLessThanOrEqual(0);
    }
  }

  async function shownLink(page: Page): Promise<string> {
    return (await page.locator("pre").last().textContent()) ?? "";
  }

  async function joinBy(page: Page, link: string, name: string) {
    await page.goto(link);
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Password").first().fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByRole("navigation").waitFor();
  }

  async function toTeam() {
    await owner.goto(`${product.baseUrl}/console/team`);
    await owner.getByRole("heading", { name: "Colleagues", exact: true }).waitFor();
  }

  test("the rule of a password is said before one types, and a problem stands beside its field", async () => {
    await owner.goto(product.ownerLink ?? "");
    await owner.getByText(/At least 12 characters/).waitFor();
    await looksRight(owner, "the invitation");
    await owner.getByRole("button", { name: "Make the account" }).click();
    await owner.getByText("A name is needed.").waitFor();
    expect(await owner.locator("input:focus").getAttribute("autocomplete")).toBe("name");
    await owner.getByLabel("Your name").fill(OLGA.name);
    await owner.getByLabel("E-mail address").fill("olga");
    await owner.getByLabel("Password").first().fill(PASSWORD);
    await owner.getByRole("button", { name: "Make the account" }).click();
    await owner.getByText(/does not look like an e-mail address/).waitFor();
    await owner.getByLabel("E-mail address").fill(OLGA.email);
    await owner.getByLabel("Password").first().fill("short");
    await owner.getByRole("button", { name: "Make the account" }).click();
    await owner.getByText(/Choose a password of at least 12/).waitFor();
    await looksRight(owner, "the invitation with a problem");
    await owner.getByLabel("Password").first().fill(PASSWORD);
    await owner.getByRole("button", { name: "Make the account" }).click();
    await owner.getByRole("navigation").waitFor();
  });

  test("an invitation is renewed and revoked; the old links say what to do", async () => {
    await toTeam();
    await owner.getByText("You are alone here").waitFor();
    await looksRight(owner, "a team of one");
    await owner.getByLabel("E-mail address").fill(MAX.email);
    await owner.getByRole("button", { name: "Invite", exact: true }).click();
    await owner.locator("pre").waitFor();
    const first = await shownLink(owner);
    await toTeam();
    await owner.getByRole("button", { name: `Make a new link for ${MAX.email}` }).click();
    await owner.locator("pre").waitFor();
    await looksRight(owner, "a team with an invitation");
    const second = await shownLink(owner);
    expect(second).not.toBe(first);
    await max.goto(first);
    await max.getByText(/This link was used or has expired/).waitFor();
    await looksRight(max, "an invitation that is over");
    await owner.getByRole("button", { name: `Revoke the invitation of ${MAX.email}` }).click();
    await owner
      .getByRole("button", { name: `Revoke the invitation of ${MAX.email}` })
      .waitFor({ state: "detached" });
    await max.goto(second);
    await max.getByText(/This link was used or has expired/).waitFor();
    await owner.getByLabel("E-mail address").fill(MAX.email);
    await owner.getByRole("button", { name: "Invite", exact: true }).click();
    await owner.locator("pre").waitFor();
    await joinBy(max, await shownLink(owner), MAX.name);
  });

  test("a marketer lands on a page of theirs, and does not see the team", async () => {
    await max.waitForURL(/\/console\/campaigns$/);
    const places = await max.getByRole("navigation").getByRole("link").allTextContents();
    expect(places).toEqual(["Campaigns", "Notice", "My account"]);
    const answer = await max.request.get(`${product.baseUrl}/console/api/staff`);
    expect(answer.status()).toBe(403);
  });

  test("one changes one's own password with the present one", async () => {
    await max.getByRole("navigation").getByRole("link", { name: "My account" }).click();
    await max.getByRole("heading", { name: "Where I am signed in" }).waitFor();
    await looksRight(max, "my account");
    await max.getByLabel("Present password").fill("not this one at all");
    await max.getByLabel("New password").fill(OTHER);
    await max.getByRole("button", { name: "Change the password" }).click();
    await max.getByText("This is not your present password.").waitFor();
    await max.getByLabel("Present password").fill(PASSWORD);
    await max.getByRole("button", { name: "Change the password" }).click();
    await max.getByText("Your password is changed.").waitFor();
  });

  test("a new role holds at the next request", async () => {
    await toTeam();
    await owner.getByLabel(`Role of ${MAX.name}`, { exact: true }).selectOption("agent");
    await owner.getByRole("button", { name: `Change the role of ${MAX.name}` }).click();
    await owner.getByText("Agent since").waitFor();
    const answer = await max.request.get(`${product.baseUrl}/console/api/campaigns`);
    expect(answer.status()).toBe(403);
    await owner.getByLabel(`Role of ${OLGA.name}`, { exact: true }).selectOption("agent");
    await owner.getByRole("button", { name: `Change the role of ${OLGA.name}` }).click();
    await owner.getByText(/The last owner must stay/).waitFor();
  });

  test("who forgot the password gets a link from a colleague, once; other sessions end", async () => {
    await toTeam();
    await owner.getByRole("button", { name: `Link to a new password for ${MAX.name}` }).click();
    await owner.locator("pre").waitFor();
    await looksRight(owner, "a team of two");
    const link = await shownLink(owner);
    const other = await openPage(browser, "en-GB");
    await other.goto(link);
    await other.getByText(MAX.email).waitFor();
    await looksRight(other, "a new password");
    await other.getByLabel("New password").fill(PASSWORD);
    await other.getByRole("button", { name: "Set the password and sign in" }).click();
    await other.getByRole("navigation").waitFor();
    await other.goto(link);
    await other.getByText(/This link was used or has expired/).waitFor();
    // The session of before is over: the page that asks next asks to sign in.
    await max.getByRole("navigation").getByRole("link", { name: "Notice" }).click();
    await max.getByRole("heading", { name: "Sign in to the console" }).waitFor();
    await looksRight(max, "signing in");
    await max.getByLabel("E-mail address").fill(MAX.email);
    await max.getByLabel("Password").first().fill(PASSWORD);
    await max.getByRole("button", { name: "Sign in" }).click();
    await max.getByRole("navigation").waitFor();
    await other.context().close();
  });

  test("who is removed is out at the next request, by page and by interface, and may come back", async () => {
    await toTeam();
    await owner.getByRole("button", { name: `Remove ${MAX.name}` }).click();
    await owner.getByRole("dialog").waitFor();
    // It fades in; contrast is judged where it has come to rest.
    await owner.waitForTimeout(400);
    await looksRight(owner, "the question before a removal");
    await owner.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await owner.getByRole("heading", { name: "No longer on the team" }).waitFor();
    await looksRight(owner, "a team that somebody left");
    const answer = await max.request.get(`${product.baseUrl}/console/api/notice`);
    expect(answer.status()).toBe(401);
    await max.reload();
    await max.getByRole("heading", { name: "Sign in to the console" }).waitFor();
    await owner.getByLabel("E-mail address").fill(MAX.email);
    await owner.getByRole("button", { name: "Invite", exact: true }).click();
    await owner.locator("pre").waitFor();
    await joinBy(max, await shownLink(owner), MAX.name);
  });

  test("each step is a fact in the log", async () => {
    const kinds = async () => {
      const answer = await owner.request.get(`${product.baseUrl}/console/api/log`);
      const { entries } = (await answer.json()) as { entries: { kind: string }[] };
      return [...new Set(entries.map(({ kind }) => kind))]
        .filter((kind) => /^staff/.test(kind))
        .sort();
    };
    await expect
      .poll(kinds)
      .toEqual([
        "staff.invitation-revoked",
        "staff.invited",
        "staff.joined",
        "staff.password-changed",
        "staff.password-link-made",
        "staff.removed",
        "staff.role-changed",
      ]);
  });

  function ownerLink(...args: readonly string[]) {
    const main = join(import.meta.dirname, "../../src/main/main.ts");
    const given = [main, "owner-link", "--data", folder.path, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8" });
    return { status, link: stdout.trim(), told: stderr };
  }

  test("an owner who is locked out gets in again from the server, running or not", async () => {
    const made = ownerLink();
    expect(made.told).toContain(OLGA.email);
    expect(made.status).toBe(0);
    const at = (link: string) => product.baseUrl + link.slice(link.indexOf("/console"));
    await owner.goto(at(made.link));
    await owner.getByLabel("New password").fill(OTHER);
    await owner.getByRole("button", { name: "Set the password and sign in" }).click();
    await owner.getByRole("navigation").waitFor();
    expect(ownerLink("--email", "nobody@northlight.example")).toMatchObject({
      status: 1,
      link: "",
    });
    expect(ownerLink("--email", OLGA.email, "--new").status).toBe(2);
    await product.stop();
    const another = ownerLink("--new");
    expect(another.status, another.told).toBe(0);
    product = await startProduct({ data: folder.path });
    const second = await openPage(browser, "en-GB");
    await second.goto(at(another.link));
    await second.getByLabel("E-mail address").fill("second@northlight.example");
    await second.getByLabel("Your name").fill("Second Owner");
    await second.getByLabel("Password").first().fill(PASSWORD);
    await second.getByRole("button", { name: "Make the account" }).click();
    await second.getByRole("navigation").waitFor();
    const several = ownerLink();
    expect(several).toMatchObject({ status: 1, link: "" });
    expect(several.told).toContain("--email second@northlight.example");
    await second.context().close();
  }, 90_000);
});
