/** A draft shows whom it affects before it is published; who may do what with it. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Console, joinAs, joinOwner } from "#test/support/console";
import { changedText, KEPT_LONGER, raised } from "#test/support/next-version";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { bannerOf, choose, sendForm } from "#test/support/public-doors";

const folder = newDataFolder();
let product: Product;
let owner: Console;
let officer: Console;
let marketer: Console;
let source: string;

beforeAll(async () => {
  product = await startProduct({ data: folder.path });
  owner = await joinOwner(product.baseUrl, product.ownerLink as string);
  officer = await joinAs(product.baseUrl, owner, "officer", "Ophelia");
  marketer = await joinAs(product.baseUrl, owner, "marketer", "Mark");
  source = (await owner.get("/notice/versions/1/source")).body.source;
  await sendForm(product.baseUrl, "ada@reader.example");
  const banner = await bannerOf(product.baseUrl);
  for (const act of ["grant", "grant", "refusal"] as const) {
    await choose(product.baseUrl, banner, act);
  }
}, 90_000);
afterAll(async () => {
  await product.stop();
  folder.remove();
}, 60_000);

test("the figures of a draft: what stops, who is asked again, who is told", async () => {
  const text = changedText(
    source,
    [/^version: 1$/m, "version: 2"],
    ...raised("analytics", false),
    KEPT_LONGER,
  );
  const { id } = (await owner.send("POST", "/notice/drafts", { source: text })).body;
  expect((await owner.get(`/notice/drafts/${id}/impact`)).status).toBe(404);
  const begun = await owner.send("POST", `/notice/drafts/${id}/impact`);
  expect(begun.status).toBe(202);
  expect(begun.body).toMatchObject({ state: "running", considered: 0, total: 4 });
  let { body } = begun;
  for (let look = 0; body.state === "running" && look < 100; look += 1) {
    await sleep(100);
    body = (await owner.get(`/notice/drafts/${id}/impact`)).body;
  }
  expect(body).toMatchObject({
    ...{ state: "done", current: true, stale: false, considered: 4 },
    askAgain: { people: 0, devices: 2 },
    tell: { people: 1, byEmail: 1, unreached: 0, devices: 3 },
  });
  const statistics = body.purposes.find((each: { id: string }) => each.id === "analytics");
  expect(statistics).toMatchObject({
    ...{ people: 3, askAgain: 2 },
    stops: [{ channel: "device", rule: 7, code: "consent-outdated", people: 2 }],
  });
  expect(statistics.stops[0].sentence).toMatch(/\S/);
  // New people make the figures old, and the page says so.
  await sendForm(product.baseUrl, "bob@reader.example");
  expect((await owner.get(`/notice/drafts/${id}/impact`)).body.stale).toBe(true);
});

test("who may write, review and publish; nobody else, and never without a session", async () => {
  const text = changedText(source, [/^version: 1$/m, "version: 2"]);
  const refused = await marketer.send("POST", "/notice/drafts", { source: text });
  expect([refused.status, refused.code]).toEqual([403, "staff.not_allowed"]);
  const made = (await owner.send("POST", "/notice/drafts", { source: `${text}# mine\n` })).body;
  expect((await marketer.get(`/notice/drafts/${made.id}`)).body.may).toMatchObject({
    ...{ edit: false, submit: false, review: false, publish: false },
  });
  const anybody = await fetch(`${product.baseUrl}/console/api/notice/drafts`);
  expect(anybody.status).toBe(401);
  const elsewhere = await fetch(`${product.baseUrl}/console/api/notice/drafts`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: owner.cookie,
      origin: "https://evil.example",
    },
    body: JSON.stringify({ source: text }),
  });
  expect(elsewhere.status).toBe(403);
  const { id, sha256 } = made;
  const early = await officer.send("POST", `/notice/drafts/${id}/schedule`, { sha256, at: null });
  expect([early.status, early.code]).toEqual([409, "notice.not_approved"]);
});

test("two who edit at once: 409 with who and when, and both texts are kept", async () => {
  const text = changedText(source, [/^version: 1$/m, "version: 2"]);
  const { id } = (await owner.send("POST", "/notice/drafts", { source: text })).body;
  const [one, two] = await Promise.all([
    owner.send("PUT", `/notice/drafts/${id}`, { edit: 1, source: `${text}# one\n` }),
    officer.send("PUT", `/notice/drafts/${id}`, { edit: 1, source: `${text}# two\n` }),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  const late = one.status === 409 ? one : two;
  expect(late.code).toBe("notice.edited_meanwhile");
  expect(late.body).toMatchObject({ edit: 2, given: 1, editedBy: expect.any(String) });
  expect(Date.parse(late.body.at)).toBeGreaterThan(0);
});

test("a text is checked while it is written: place, law and preview, and nothing is stored", async () => {
  const before = (await owner.get("/notice/drafts")).body.drafts.length;
  const wrong = changedText(source, [/^regimes:/m, "regimez:"]);
  const found = await owner.send("POST", "/notice/check", { source: wrong });
  const place = { line: expect.any(Number), column: 1, suggestion: "regimes" };
  expect(found.body.findings).toContainEqual(expect.objectContaining(place));
  expect(found.body).toMatchObject({ notice: null, preview: null, law: [] });
  const good = await owner.send("POST", "/notice/check", { source, language: "fr" });
  expect(good.body).toMatchObject({ findings: [], notice: { version: 1 } });
  expect(good.body.preview.language).toBe("fr");
  expect(good.body.preview.html).toContain("<");
  const large = await owner.send("POST", "/notice/check", { source: "x".repeat(2_000_000) });
  expect([large.status, large.code]).toEqual([422, "http.invalid"]);
  // Of ten megabytes the server reads no more than its bound, and may be gone before they are sent.
  const cut = owner.send("POST", "/notice/drafts", { source: "x".repeat(10_000_000) });
  expect([413, "cut"]).toContain(await cut.then(({ status }) => status).catch(() => "cut"));
  expect((await owner.get("/notice/drafts")).body.drafts).toHaveLength(before);
});
