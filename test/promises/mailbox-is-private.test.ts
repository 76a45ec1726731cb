/** The development mailbox holds other people's letters and the links in them. */
import { createServer } from "node:net";
import { resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { postOf } from "#test/support/post";
import { newDataFolder, type Product, startProduct } from "#test/support/product";
import { sendForm } from "#test/support/public-doors";

const NOTICE = resolve(import.meta.dirname, "../../notices/demo");
const JSON_TYPE = { "content-type": "application/json" };
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
}, 60_000);

async function started(settings: Omit<Parameters<typeof startProduct>[0], "data">) {
  const data = newDataFolder();
  undo.push(() => data.remove());
  const product = await startProduct({ ...settings, data: data.path });
  undo.push(() => product.stop());
  return product;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const given = { ...JSON_TYPE, ...headers };
  return fetch(url, { method: "POST", headers: given, body: JSON.stringify(body) });
}

async function join(at: string, link: string, email: string): Promise<string> {
  const token = link.split("#")[1] ?? "";
  const given = { token, name: "Olga", password: "correct horse staple", email };
  const answer = await post(`${at}/console/api/invitations/accept`, given);
  expect(answer.status, await answer.text()).toBe(204);
  return /fn_staff=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

test("outside the demo it is read by owner and officer alone, and the start says where mail goes", async () => {
  const baseUrl = "https://privacy.example";
  const port = await freePort();
  const environment = { FAIRNOTICE_BASE_URL: baseUrl };
  const args = ["--notice", NOTICE];
  const product = await started({ demo: false, args, port, environment });
  const at = `http://127.0.0.1:${port}`;
  expect(product.output()).toMatch(/no mail server is configured/i);

  const rights = new URLSearchParams({
    ...{ kind: "access", email: "victim@home.example", message: "" },
    key: crypto.randomUUID(),
  });
  const asked = await fetch(`${at}/rights`, {
    ...{ method: "POST", body: rights, headers: { origin: baseUrl } },
  });
  expect(asked.status).toBe(200);
  const letter = await postOf(product.data).letter("victim@home.example", /./);
  const id = letter.id.replace(/\.eml$/, "");
  const read = async (cookie: string) => {
    const headers = cookie === "" ? {} : { cookie };
    const paths = ["/mailbox", `/mailbox/${id}`];
    return Promise.all(paths.map(async (path) => (await fetch(at + path, { headers })).status));
  };
  expect(await read("")).toEqual([401, 401]);
  const page = await fetch(`${at}/mailbox`, { headers: { accept: "text/html" } });
  expect(await page.text()).not.toContain("victim");

  const owner = await join(at, product.ownerLink ?? "", "owner@house.example");
  expect(await read(owner)).toEqual([200, 200]);
  for (const [role, status] of [
    ["officer", 200],
    ["marketer", 403],
    ["auditor", 403],
  ] as const) {
    const url = `${at}/console/api/staff/invitations`;
    const email = `${role}@house.example`;
    const invited = await post(url, { email, role }, { cookie: owner, origin: baseUrl });
    const { link } = (await invited.json()) as { link: string };
    expect(await read(await join(at, link, email)), role).toEqual([status, status]);
  }
  // Whoever sends a form there is not sent to a page that is closed to them.
  const thanks = await fetch(`${at}/thanks`, { headers: { accept: "text/html" } });
  expect(await thanks.text()).not.toContain("/mailbox");
}, 120_000);

test("on one's own machine it is open, with the demo and without", async () => {
  const product: Product = await started({ demo: false, args: ["--notice", NOTICE] });
  expect((await fetch(`${product.baseUrl}/mailbox`)).status).toBe(200);
}, 90_000);

test("letters of a person go when the person does; the one that confirms it stays", async () => {
  const product = await started({});
  const { baseUrl } = product;
  const mailbox = postOf(product.data);
  const email = "leaver@home.example";
  const headers = { origin: baseUrl };
  expect((await sendForm(baseUrl, email)).status).toBe(201);
  const confirm = await mailbox.letter(email, /./);
  const link = confirm.links.find((each) => each.includes("/confirm/")) ?? "";
  expect((await fetch(link, { method: "POST", headers })).status).toBe(200);
  const rights = new URLSearchParams({ kind: "erasure", email, message: "" });
  rights.set("key", crypto.randomUUID());
  await fetch(`${baseUrl}/rights`, { method: "POST", headers, body: rights });
  await expect.poll(async () => (await mailbox.to(email)).length, { timeout: 15_000 }).toBe(2);
  const [, proof] = await mailbox.to(email);
  const prove = proof?.links.find((each) => each.includes("/rights/prove/")) ?? "";
  const proven = await fetch(prove, { method: "POST", headers, redirect: "manual" });
  const request = proven.headers.get("location") ?? "";
  const erased = await fetch(new URL(`${request}/erase`, baseUrl), { method: "POST", headers });
  expect(erased.status).toBe(200);
  const last = await mailbox.letter(email, /erase|gone|deleted/i);
  const left = async () => (await mailbox.to(email)).map(({ id }) => id);
  await expect.poll(left, { timeout: 15_000 }).toEqual([last.id]);
}, 90_000);
