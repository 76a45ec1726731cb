import { openBrowser } from "/tmp/w/fix-staff/test/support/browser.ts";
import { newDataFolder, startProduct } from "/tmp/w/fix-staff/test/support/product.ts";
import { sendForm } from "/tmp/w/fix-staff/test/support/public-doors.ts";

const out = "/tmp/w/fs-shots/";
const folder = newDataFolder();
const product = await startProduct({ data: folder.path, demoPeople: 25 });
await product.says("everybody is in");
const browser = await openBrowser();
const b = product.baseUrl;
await sendForm(
  b,
  "a-very-long-address-that-nobody-would-ever-type-but-somebody-did-anyway-0123456789".slice(
    0,
    60,
  ) +
    "@" +
    "long-domain-name-part.".repeat(6) +
    "example",
);
const sets = [
  ["360-light", 360, "light"],
  ["1280-dark", 1280, "dark"],
] as const;
const which = process.argv[2] ?? "all";
for (const [name, width, scheme] of sets) {
  const ctx = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    locale: "en-GB",
    javaScriptEnabled: true,
  });
  const page = await ctx.newPage();
  if (which !== "console")
    for (const [n, path] of [
      ["home", "/"],
      ["contact", "/contact"],
      ["library", "/library"],
      ["mailbox", "/mailbox"],
      ["cookies", "/cookies"],
      ["none", "/nothing?lang=fr"],
    ]) {
      await page.goto(b + path);
      await page.waitForTimeout(300);
      const refuse = page.getByRole("button", { name: "Refuse all" });
      if (n === "home" && (await refuse.count())) {
        await refuse.first().click();
        await page.waitForTimeout(500);
        await page.goto(b + path);
      }
      await page.screenshot({ path: `${out}${n}-${name}.png`, fullPage: true });
      console.log(
        n,
        name,
        await page.evaluate(
          "document.documentElement.scrollHeight + ' sideways ' + (document.documentElement.scrollWidth - innerWidth)",
        ),
        await page.evaluate(
          "(document.querySelector('main form button')?.getBoundingClientRect().bottom ?? 0) + scrollY",
        ),
      );
    }
  await ctx.close();
}
const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
const page = await ctx.newPage();
await page.goto(product.ownerLink!);
await page.getByLabel("Your name").fill("Olga Owner");
await page.getByLabel("E-mail address").fill("olga@northlight.example");
await page.getByLabel("Password").first().fill("correct horse battery staple");
await page.getByRole("button", { name: "Make the account" }).click();
await page.getByRole("navigation").waitFor();
if (which !== "public") {
  const people = (
    await (
      await page.request.post(b + "/console/api/people/find", {
        data: { email: null, cursor: null },
        headers: { "sec-fetch-site": "same-origin" },
      })
    ).json()
  ).people;
  const camps = (await (await page.request.get(b + "/console/api/campaigns")).json()).campaigns;
  for (const [name, width, scheme] of sets) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const [n, path] of [
      ["first", "/"],
      ["people", "/people"],
      ["person", "/people/" + people[0].id],
      ["campaigns", "/campaigns"],
      ["campaign", "/campaigns/" + camps[0]?.id],
      ["new", "/campaigns/new"],
      ["requests", "/requests"],
      ["notice", "/notice"],
      ["log", "/log"],
      ["team", "/team"],
      ["account", "/account"],
      ["nowhere", "/xyz"],
    ]) {
      await page.goto(b + "/console" + path);
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${out}c-${n}-${name}.png`, fullPage: n !== "log" });
      console.log(
        n,
        name,
        await page.evaluate(
          "document.documentElement.scrollHeight + ' sideways ' + (document.documentElement.scrollWidth - innerWidth)",
        ),
      );
    }
    for (const tab of ["May we?", "Timeline", "Messages", "Who looked"]) {
      await page.goto(b + "/console/people/" + people[0].id);
      await page.getByRole("tab", { name: tab }).click();
      await page.waitForTimeout(300);
      await page.screenshot({
        path: `${out}c-person-${tab.slice(0, 3)}-${name}.png`,
        fullPage: true,
      });
    }
  }
}
await browser.close();
await product.stop();
folder.remove();
