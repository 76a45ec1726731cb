import { afterAll, beforeAll, expect, test } from "vitest";
import { REGIMES } from "#regimes/all";
import { freshHouse } from "#test/support/house";
import { answerChoices } from "./answer-choices.ts";
import type { Banner, ChoicesBody } from "./routes/choice-routes.ts";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
let opened: Opened;
let port: ReturnType<typeof answerChoices>;
let banner: Banner;
beforeAll(async () => {
  opened = await freshHouse();
  port = answerChoices(opened.house, REGIMES);
  banner = (await port.banner("en", "GB")) as Banner;
});
afterAll(() => opened.close());

function body(act: "grant" | "refusal", more: Partial<ChoicesBody> = {}): ChoicesBody {
  const acts = banner.purposes.map(({ id, wording }) => ({ purpose: id, act, wording }));
  return { noticeVersion: 1, language: "en", acts, device: "", signal: false, ...more };
}

/** What is known of a device, by its cookie. */
async function mine(device: string) {
  return (await port.mine(device)) as {
    readonly choices: readonly { readonly act: string }[];
    readonly signals: readonly unknown[];
  };
}

async function count(query: string): Promise<number> {
  return (await opened.database.owner.query(`select count(*)::int as found from ${query}`)).rows[0]
    .found;
}

test("answers that arrive together are each recorded; a bad one among them fails alone", async () => {
  const before = await count("subject_state where kind = 'device'");
  const strange = [{ purpose: "mind-reading", act: "grant" as const, wording: "0".repeat(64) }];
  const wrongWording = [{ ...body("grant").acts[0]!, wording: "0".repeat(64) }];
  const given = [
    ...Array.from({ length: 30 }, (_, index) => body(index % 2 === 0 ? "grant" : "refusal")),
    ...[body("grant", { acts: strange }), body("grant", { acts: wrongWording })],
    body("grant", { noticeVersion: 7 }),
  ];
  const answers = await Promise.allSettled(given.map((each) => port.record(each, "GB")));
  const codes = answers.map((each) =>
    each.status === "fulfilled" ? each.value.receipts.length : each.reason.code,
  );
  const all = banner.purposes.length;
  expect(codes).toEqual([
    ...Array.from({ length: 30 }, () => all),
    ...["choice.unknown_purpose", "choice.unknown_wording", "choice.notice_changed"],
  ]);
  expect(await count("subject_state where kind = 'device'")).toBe(before + 30);
  const cookies = answers.flatMap((each) =>
    each.status === "fulfilled" ? [each.value.cookie] : [],
  );
  expect(new Set(cookies).size).toBe(30);
});

test("one browser twice at once is one device, in order; its signal is one fact", async () => {
  const first = await port.record(body("grant"), null);
  const device = first.cookie;
  const [, last] = await Promise.all([
    port.record(body("grant", { device, signal: true }), null),
    port.record(body("refusal", { device, signal: true }), null),
  ]);
  expect((await mine(device)).signals).toHaveLength(1);
  const granted = last.cookie.split(".")[2];
  expect(granted).toBe("");
  expect(await count("notice_shown where kind = 'wording'")).toBe(banner.purposes.length);
});

test("an altered device cookie is a new device, not somebody else's", async () => {
  const { cookie } = await port.record(body("grant"), null);
  const forged = `${cookie.slice(0, -4)}AAAA`;
  const answer = await port.record(body("refusal", { device: forged }), null);
  expect(answer.cookie.split(".")[4]).not.toBe(cookie.split(".")[4]);
  expect((await mine(cookie)).choices.every(({ act }) => act === "grant")).toBe(true);
});
