import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { decide } from "./decide.ts";
import { format } from "./format.ts";
import { render } from "./render.ts";
import { runCommand } from "./run-command.ts";

const EXAMPLES = resolve(import.meta.dirname, "../../../notices/examples");
/** The day whose law counts here: the examples are written for it. */
const DAY = "2026-11-25";
const AT = `${DAY}T12:00:00Z`;

type Example = {
  readonly path: string;
  readonly languages: readonly string[];
  readonly regimes: readonly string[];
};

const CHARITY: Example = {
  path: resolve(EXAMPLES, "charity.yaml"),
  languages: ["en"],
  regimes: ["uk", "uk-sct"],
};
const HOSPITAL: Example = {
  path: resolve(EXAMPLES, "hospital"),
  languages: ["en", "ar"],
  regimes: ["eu"],
};
const SHOP: Example = {
  path: resolve(EXAMPLES, "shop"),
  languages: ["de", "fr", "en"],
  regimes: ["eu", "ch"],
};
const ALL = [CHARITY, HOSPITAL, SHOP];

describe.each(ALL)("$path", ({ path, languages, regimes }) => {
  test("has neither an error nor a warning under its laws", async () => {
    const { status, out, err } = await runCommand(check, [path, "--on", DAY, "--format", "json"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const report = JSON.parse(out);
    expect(report.regimes).toEqual(regimes);
    const grave = report.findings.filter(({ level }: { level: string }) => level !== "note");
    expect(grave).toEqual([]);
  });

  test("is canonical", async () => {
    const { status, out, err } = await runCommand(format, [path, "--check"]);
    expect({ status, out, err }).toEqual({ status: 0, out: "", err: "" });
  });

  test("is rendered in each language and form, and leaves no placeholder", async () => {
    const { title } = JSON.parse((await runCommand(render, [path, "--format", "json"])).out);
    for (const language of languages) {
      const right = language === "ar" || language === "he";
      const html = await runCommand(render, [path, "--lang", language]);
      expect(html).toMatchObject({ status: 0, err: "" });
      expect(html.out).toMatch(
        new RegExp(`<html lang="${language}"${right ? ' dir="rtl"' : ""}`, "u"),
      );
      const md = await runCommand(render, [path, "--lang", language, "--format", "md"]);
      expect(md).toMatchObject({ status: 0, err: "" });
      expect(md.out.split("\n")[0]).toBe(`# ${title[language] ?? title}`);
      for (const { out } of [html, md]) expect(out).not.toMatch(/\{\{|undefined|\[object/);
    }
    const linked = await runCommand(render, [path, "--format", "jsonld"]);
    expect(JSON.stringify(JSON.parse(linked.out))).toContain("dpv:PrivacyNotice");
  });
});

type Answer = {
  readonly allowed: boolean;
  readonly sentence: string;
  readonly basis?: { readonly kind: string };
  readonly relied?: readonly { readonly regime: string }[];
  readonly reasons?: readonly { readonly code: string }[];
};

/** A person of whom it is known that nothing stands against any use. */
const PERSON = {
  ids: [{ id: "s1", linkedAt: 0 }],
  kind: "person",
  subscriber: "individual",
  ageBand: { from: 40, below: null },
  relationships: [{ kind: "customer", family: null }],
  ...{ choices: [], objections: [], restrictions: [], limits: [], signals: [], erased: null },
};

/** Values of these categories, collected this month from this source for this purpose. */
function held(categories: readonly string[], source: string, purpose: string, events: object = {}) {
  const rest = { source, collectedAt: "2026-11-18T10:00:00Z", events, shown: { [purpose]: [1] } };
  return categories.map((category) => ({ ...rest, id: category, category }));
}

/** What the person said of the first revision of a purpose, a few days ago. */
const choice = (purpose: string, act: "grant" | "refusal") => ({
  ...{ purpose, act, position: 5, at: "2026-11-20T10:00:00Z", revision: 1 },
  ...{ noticeVersion: 1, manner: "explicit" },
});

async function ask({ path }: Example, subject: object, use: object): Promise<Answer> {
  const question = JSON.stringify({ subject: { ...PERSON, ...subject }, use, at: AT });
  const { status, out, err } = await runCommand(decide, [path], question);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return JSON.parse(out);
}

const codes = ({ reasons = [] }: Answer) => reasons.map(({ code }) => code);

describe("the charity", () => {
  const residence = { declared: "GB-SCT" };
  const address = {
    ...{ id: "mail", channels: ["email"], verified: true, suppressed: null },
    ...{ context: { kind: "other", family: null }, refusalOffered: true },
  };
  const used = ["name", "email"];
  const given = { "last-gift": "2026-11-18T10:00:00Z" };
  const donor = {
    ...{ residence, addresses: [address] },
    values: held(used, "donation-form", "supporter-news", given),
  };
  const news = {
    ...{ kind: "contact", purpose: "supporter-news", categories: used, topic: "appeals" },
    ...{ channel: "email", address: "mail", messageClass: "marketing", partClasses: ["marketing"] },
  };

  test("may mail a donor who could refuse and did not", async () => {
    const answer = await ask(CHARITY, donor, news);
    expect(answer.sentence).toMatch(/^Yes: /);
    expect(JSON.stringify(answer)).toContain("soft-opt-in");
  });

  test("may not mail one who refused, objected, or could not refuse", async () => {
    const at = "2026-11-20T10:00:00Z";
    const refused = choice("supporter-news", "refusal");
    const objection = { to: "direct-marketing", position: 5, at };
    const unasked = { ...address, refusalOffered: false };
    expect((await ask(CHARITY, { ...donor, choices: [refused] }, news)).allowed).toBe(false);
    const objected = await ask(CHARITY, { ...donor, objections: [objection] }, news);
    expect(codes(objected).join()).toMatch(/objected/);
    expect((await ask(CHARITY, { ...donor, addresses: [unasked] }, news)).allowed).toBe(false);
  });

  test("notes health only with explicit consent, and protects without one", async () => {
    const needs = ["needs"];
    const ended = { "end-of-visits": AT };
    const visited = {
      residence,
      values: held(needs, "person-visited", "health-notes", ended),
    };
    const use = { kind: "process", purpose: "health-notes", categories: needs };
    expect(codes(await ask(CHARITY, visited, use))).toEqual(["consent-missing"]);
    const consented = { ...visited, choices: [choice("health-notes", "grant")] };
    expect((await ask(CHARITY, consented, use)).sentence).toMatch(/^Yes: /);
    const danger = { residence, values: held(needs, "person-visited", "safeguarding") };
    const protect = await ask(CHARITY, danger, { ...use, purpose: "safeguarding" });
    expect(protect.sentence).toMatch(/^Yes: /);
  });
});

describe("the hospital", () => {
  const residence = { declared: "IE" };
  const address = { id: "mail", channels: ["email"], verified: true, suppressed: null };
  const used = ["name", "email"];
  const visit = { "appointment-over": AT };
  const patient = {
    ...{ residence, addresses: [{ ...address, context: null, refusalOffered: true }] },
    values: held([...used, "health"], "appointment-form", "appointments", visit),
  };
  const mail = { kind: "contact", categories: used, channel: "email", address: "mail" };
  const service = { messageClass: "service", partClasses: ["service"] };
  const promotion = { messageClass: "marketing", partClasses: ["marketing"] };

  test("may remind a patient, and read of their health for the appointment", async () => {
    const reminder = { ...mail, ...service, purpose: "appointments" };
    expect((await ask(HOSPITAL, patient, reminder)).sentence).toMatch(/^Yes: /);
    const read = { kind: "process", purpose: "appointments", categories: ["health"] };
    expect((await ask(HOSPITAL, patient, read)).sentence).toMatch(/^Yes: /);
  });

  test("may not market to a patient, by the newsletter or under an appointment", async () => {
    const letter = await ask(HOSPITAL, patient, { ...mail, ...promotion, purpose: "newsletter" });
    expect(letter.allowed).toBe(false);
    expect(codes(letter)).toContain("consent-missing");
    const hidden = await ask(HOSPITAL, patient, { ...mail, ...promotion, purpose: "appointments" });
    expect(hidden.allowed).toBe(false);
    const health = { kind: "process", purpose: "newsletter", categories: ["health"] };
    expect((await ask(HOSPITAL, patient, health)).allowed).toBe(false);
  });

  test("sends the newsletter to whoever subscribed", async () => {
    const reader = {
      ...{ residence, addresses: patient.addresses, choices: [choice("newsletter", "grant")] },
      values: held(used, "newsletter-form", "newsletter", { "last-issue": AT }),
    };
    const answer = await ask(HOSPITAL, reader, { ...mail, ...promotion, purpose: "newsletter" });
    expect(answer.sentence).toMatch(/^Yes: /);
  });
});

describe.each(["DE", "FR", "CH"])("the shop, asked about somebody in %s", (declared) => {
  const address = {
    ...{ id: "mail", channels: ["email"], verified: true, suppressed: null },
    ...{ context: { kind: "sale", family: "felt" }, refusalOffered: true },
  };
  const used = ["name", "email"];
  const delivered = { delivered: "2026-11-20T10:00:00Z" };
  const customer = {
    residence: { declared },
    relationships: [{ kind: "customer", family: "felt" }],
    addresses: [address],
    values: held(used, "checkout", "similar-goods", delivered),
  };
  const similar = {
    ...{ kind: "contact", purpose: "similar-goods", categories: used, family: "felt" },
    ...{ channel: "email", address: "mail", messageClass: "marketing" },
    partClasses: ["marketing"],
  };

  test("a customer gets mail about similar goods who could refuse, and nobody else does", async () => {
    const answer = await ask(SHOP, customer, similar);
    expect(answer.sentence).toMatch(/^(Ja|Yes): /);
    expect(JSON.stringify(answer)).toContain("soft-opt-in");
    const unasked = { ...customer, addresses: [{ ...address, refusalOffered: false }] };
    expect((await ask(SHOP, unasked, similar)).allowed).toBe(false);
    const stranger = { ...customer, relationships: [{ kind: "visitor", family: null }] };
    expect((await ask(SHOP, stranger, similar)).allowed).toBe(false);
    const said = { ...customer, choices: [choice("similar-goods", "refusal")] };
    expect((await ask(SHOP, said, similar)).allowed).toBe(false);
  });

  test("the newsletter waits for a yes, also to customers", async () => {
    const { family: _ofPurchase, ...plain } = similar;
    const letter = { ...plain, purpose: "newsletter" };
    const values = held(used, "newsletter-form", "newsletter", { "last-contact": AT });
    const answer = await ask(SHOP, { ...customer, values }, letter);
    expect(codes(answer)).toContain("consent-missing");
    const yes = { ...customer, values, choices: [choice("newsletter", "grant")] };
    expect((await ask(SHOP, yes, letter)).sentence).toMatch(/^(Ja|Yes): /);
  });

  test("an order is processed, and no address is used to advertise elsewhere", async () => {
    const values = held(used, "checkout", "orders", delivered);
    const order = { kind: "process", purpose: "orders", categories: used };
    expect((await ask(SHOP, { ...customer, values }, order)).allowed).toBe(true);
    const advertise = { ...order, purpose: "advertising" };
    expect((await ask(SHOP, { ...customer, values }, advertise)).allowed).toBe(false);
  });
});
