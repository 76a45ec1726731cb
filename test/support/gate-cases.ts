import type { Registers } from "#core/gate/registers";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import { WORLD } from "#regimes/world";
import {
  address,
  agreed,
  analytics,
  answer,
  at,
  cookie,
  DAY_MS,
  disclose,
  EMPTY,
  form,
  grant,
  news,
  somebody,
  subscriber,
  THEN,
  TODAY,
  value,
  visitor,
} from "./gate-facts.ts";

/** A decision that was thought through by hand: facts, use, day and what must come of it. */
export type WorkedCase = {
  readonly id: string;
  readonly notice: "demo" | "2017";
  /** The facts and the use in a few words, for the table. */
  readonly facts: string;
  readonly subject: Subject;
  readonly use: Use;
  readonly registers?: Registers;
  readonly on: string;
  /** Null: allowed. Else the rule that must be among those that deny, with its code. */
  readonly denies: { readonly rule: number; readonly code: string } | null;
};

const no = (rule: number, code: string) => ({ rule, code });
const yes = null;
const demo = { notice: "demo", on: TODAY } as const;
const old = { notice: "2017", on: THEN } as const;
const on2017 = { collectedAt: at(THEN) - 30 * DAY_MS };

/** A customer of 2017, as the notice of then knows them. */
const customer2017 = (more: Partial<Subject> = {}) =>
  somebody({
    relationships: [{ kind: "customer", family: "products" }],
    addresses: [address({ context: { kind: "sale", family: "products" }, refusalOffered: true })],
    values: [value("a1", "email", on2017), value("v2", "name", on2017)],
    ...more,
  });
const cookie2017 = cookie({ purpose: "improve", lifetimeSeconds: 730 * 86_400 });
const implied2017 = analytics({
  ...{ purpose: "improve", manner: "implied" },
  at: at(THEN) - DAY_MS,
});

export const WORKED_CASES: readonly WorkedCase[] = [
  // Rule 1: declared.
  {
    ...demo,
    id: "1a",
    facts: "an answer to an enquiry, by what the form collected",
    subject: somebody(),
    use: answer(),
    denies: yes,
  },
  {
    ...demo,
    id: "1b",
    facts: "a purpose that the notice does not declare",
    subject: somebody(),
    use: answer({ purpose: "resale" }),
    denies: no(1, "purpose-undeclared"),
  },
  {
    ...demo,
    id: "1c",
    facts: "a category that the purpose does not declare",
    subject: somebody({ values: [value("v9", "orders")] }),
    use: answer({ categories: ["orders"] }),
    denies: no(1, "category-undeclared"),
  },
  {
    ...demo,
    id: "1d",
    facts: "collected from a source that nobody declared",
    subject: somebody(),
    use: form({ source: "scraper" }),
    denies: no(1, "source-undeclared"),
  },
  {
    ...demo,
    id: "1e",
    facts: "a category that the source does not give",
    subject: somebody(),
    use: form({ purpose: "contract", categories: ["orders"] }),
    denies: no(1, "category-undeclared"),
  },
  {
    ...demo,
    id: "1f",
    facts: "a cookie that is not on the list",
    subject: visitor({ choices: [analytics()] }),
    use: cookie({ storedItem: "_fbp" }),
    denies: no(1, "item-undeclared"),
  },
  {
    ...demo,
    id: "1g",
    facts: "news on a topic that does not exist",
    subject: subscriber(),
    use: news({ topic: "casino" }),
    denies: no(1, "topic-undeclared"),
  },
  {
    ...demo,
    id: "1h",
    facts: "news by a channel that is not declared",
    subject: subscriber(),
    use: news({ channel: "sms" }),
    denies: no(1, "channel-undeclared"),
  },
  {
    ...demo,
    id: "1i",
    facts: "to a recipient that is not declared",
    subject: somebody(),
    use: disclose({ recipient: "broker" }),
    registers: agreed,
    denies: no(1, "recipient-undeclared"),
  },
  {
    ...demo,
    id: "1j",
    facts: "a message of a class that is not declared",
    subject: subscriber(),
    use: news({ messageClass: "teaser" }),
    denies: no(1, "class-undeclared"),
  },
  // Rule 2: in force, and shown.
  {
    ...demo,
    id: "2a",
    facts: "a form under the version in force",
    subject: somebody(),
    use: form(),
    denies: yes,
  },
  {
    ...demo,
    id: "2b",
    facts: "a form under a version of yesterday",
    subject: somebody(),
    use: form({ versionShown: 0 }),
    denies: no(2, "version-not-shown"),
  },
  {
    ...demo,
    id: "2c",
    facts: "the day before the notice came into force",
    subject: somebody(),
    use: answer(),
    on: "2026-06-18",
    denies: no(2, "not-in-force"),
  },
  {
    ...demo,
    id: "2d",
    facts: "nothing of the category is held",
    subject: somebody({ values: [] }),
    use: answer(),
    denies: no(2, "nothing-held"),
  },
  {
    ...demo,
    id: "2e",
    facts: "the purpose was not shown when the value was collected",
    subject: somebody({ values: [value("v2", "name", { shown: {} })] }),
    use: answer(),
    denies: no(2, "revision-not-shown"),
  },
  {
    ...demo,
    id: "2f",
    facts: "not shown then; told since, but the notice declares no compatible change",
    subject: somebody({
      values: [value("v2", "name", { shown: {}, notified: { enquiries: [1] } })],
    }),
    use: answer(),
    denies: no(2, "revision-not-shown"),
  },
  // Rule 3: gone.
  {
    ...demo,
    id: "3a",
    facts: "erased",
    subject: somebody({ erased: { position: 9, at: at(TODAY) - DAY_MS } }),
    use: answer(),
    denies: no(3, "erased"),
  },
  {
    ...demo,
    id: "3b",
    facts: "the address is suppressed for marketing",
    subject: subscriber({ addresses: [address({ suppressed: "marketing", suppressedAt: 9 })] }),
    use: news(),
    denies: no(3, "suppressed"),
  },
  {
    ...demo,
    id: "3c",
    facts: "suppressed, but proven again later",
    subject: subscriber({
      addresses: [address({ suppressed: "marketing", suppressedAt: 3, confirmedAt: 9 })],
      choices: [grant({ position: 10 })],
    }),
    use: news(),
    denies: yes,
  },
  {
    ...demo,
    id: "3d",
    facts: "the address is suppressed for everything",
    subject: subscriber({ addresses: [address({ suppressed: "all", suppressedAt: 9 })] }),
    use: news(),
    denies: no(3, "suppressed-all"),
  },
  {
    ...demo,
    id: "3e",
    facts: "the address was never proven",
    subject: subscriber({ addresses: [address({ verified: false, confirmedAt: null })] }),
    use: news(),
    denies: no(3, "address-unproven"),
  },
  // Rule 4: restricted and limited.
  {
    ...demo,
    id: "4a",
    facts: "restricted",
    subject: somebody({
      restrictions: [{ on: "s1", position: 7, at: at(TODAY) - DAY_MS, endedAt: null }],
    }),
    use: answer(),
    denies: no(4, "restricted"),
  },
  {
    ...demo,
    id: "4b",
    facts: "a restriction that ended",
    subject: somebody({
      restrictions: [
        { on: "s1", position: 7, at: at(TODAY) - 9 * DAY_MS, endedAt: at(TODAY) - DAY_MS },
      ],
    }),
    use: answer(),
    denies: yes,
  },
  {
    ...demo,
    id: "4c",
    facts: "“use no more than”: a limit that names the purpose",
    subject: somebody({
      limits: [
        {
          on: "s1",
          position: 7,
          at: at(TODAY) - DAY_MS,
          liftedAt: null,
          purposes: ["enquiries"],
          categories: null,
          recipients: null,
        },
      ],
    }),
    use: answer(),
    denies: no(4, "limited"),
  },
  {
    ...demo,
    id: "4d",
    facts: "a limit that names another purpose",
    subject: somebody({
      limits: [
        {
          on: "s1",
          position: 7,
          at: at(TODAY) - DAY_MS,
          liftedAt: null,
          purposes: ["library"],
          categories: null,
          recipients: null,
        },
      ],
    }),
    use: answer(),
    denies: yes,
  },
  // Rule 5: objected.
  {
    ...demo,
    id: "5a",
    facts: "objected to direct marketing after subscribing",
    subject: subscriber({
      objections: [{ on: "s1", to: "direct-marketing", position: 8, at: at(TODAY) - DAY_MS }],
    }),
    use: news(),
    denies: no(5, "objected-marketing"),
  },
  {
    ...demo,
    id: "5b",
    facts: "subscribed again after objecting",
    subject: subscriber({
      objections: [{ on: "s1", to: "direct-marketing", position: 2, at: at(TODAY) - 40 * DAY_MS }],
    }),
    use: news(),
    denies: yes,
  },
  {
    ...demo,
    id: "5c",
    facts: "objected to marketing; an answer is not marketing",
    subject: somebody({
      objections: [{ on: "s1", to: "direct-marketing", position: 8, at: at(TODAY) - DAY_MS }],
    }),
    use: answer(),
    denies: yes,
  },
  {
    ...demo,
    id: "5d",
    facts: "objected to a purpose that rests on legitimate interests",
    subject: somebody({
      objections: [{ on: "s1", to: { purpose: "library" }, position: 8, at: at(TODAY) - DAY_MS }],
    }),
    use: answer({ purpose: "library" }),
    denies: no(6, "objected-purpose"),
  },
  // Rule 6: basis.
  {
    ...demo,
    id: "6a",
    facts: "a subscriber in London",
    subject: subscriber(),
    use: news(),
    denies: yes,
  },
  {
    ...demo,
    id: "6b",
    facts: "a subscriber in Lyon",
    subject: subscriber({ residence: { declared: "FR" } }),
    use: news(),
    denies: yes,
  },
  {
    ...demo,
    id: "6c",
    facts: "a prospect who was never asked",
    subject: somebody(),
    use: news(),
    denies: no(6, "consent-missing"),
  },
  {
    ...demo,
    id: "6d",
    facts: "withdrew",
    subject: subscriber({
      choices: [grant(), grant({ act: "withdrawal", position: 7, at: at(TODAY) - DAY_MS })],
    }),
    use: news(),
    denies: no(6, "withdrawn"),
  },
  {
    ...demo,
    id: "6e",
    facts: "refused one topic, later granted the whole purpose without naming it",
    subject: subscriber({
      choices: [
        grant({ act: "refusal", position: 4, at: at(TODAY) - 30 * DAY_MS }),
        analytics({ purpose: "marketing" }),
      ],
    }),
    use: news(),
    denies: no(6, "refused"),
  },
  {
    ...demo,
    id: "6n",
    facts: "refused the whole purpose, later granted one topic",
    subject: subscriber({
      choices: [
        analytics({
          ...{ purpose: "marketing", act: "refusal", position: 4 },
          at: at(TODAY) - 30 * DAY_MS,
        }),
        grant(),
      ],
    }),
    use: news(),
    denies: yes,
  },
  {
    ...demo,
    id: "6f",
    facts: "a grant for another topic",
    subject: somebody({ choices: [grant({ topic: "webinars" })] }),
    use: news(),
    denies: no(6, "consent-missing"),
  },
  {
    ...demo,
    id: "6g",
    facts: "a grant older than the term of 24 months",
    subject: somebody({ choices: [grant({ at: at("2024-11-01") })] }),
    use: news(),
    denies: no(6, "consent-expired"),
  },
  {
    ...demo,
    id: "6h",
    facts: "agreement that came bundled with the terms",
    subject: somebody({ choices: [grant({ manner: "bundled" })] }),
    use: news(),
    denies: no(6, "consent-manner"),
  },
  {
    ...demo,
    id: "6i",
    facts: "a grant under an older revision of the purpose",
    subject: somebody({ choices: [grant({ revision: 0 })] }),
    use: news(),
    denies: no(6, "consent-outdated"),
  },
  {
    ...demo,
    id: "6j",
    facts: "a choice that is dated tomorrow",
    subject: somebody({ choices: [grant({ at: at(TODAY) + DAY_MS })] }),
    use: news(),
    denies: no(6, "consent-missing"),
  },
  {
    ...demo,
    id: "6k",
    facts: "a customer who was offered a refusal at the sale, news of the same family",
    subject: somebody({
      relationships: [{ kind: "customer", family: "campaigns" }],
      addresses: [
        address({ context: { kind: "sale", family: "campaigns" }, refusalOffered: true }),
      ],
    }),
    use: news({ family: "campaigns" }),
    denies: yes,
  },
  {
    ...demo,
    id: "6l",
    facts: "the same customer, never offered a refusal",
    subject: somebody({
      relationships: [{ kind: "customer", family: "campaigns" }],
      addresses: [
        address({ context: { kind: "sale", family: "campaigns" }, refusalOffered: false }),
      ],
    }),
    use: news({ family: "campaigns" }),
    denies: no(6, "consent-missing"),
  },
  {
    ...demo,
    id: "6m",
    facts: "of unknown place: every declared law must allow",
    subject: subscriber({ residence: {} }),
    use: news(),
    denies: yes,
  },
  // Rule 7: device.
  {
    ...demo,
    id: "7a",
    facts: "a statistics cookie that the visitor granted",
    subject: visitor({ choices: [analytics()] }),
    use: cookie(),
    denies: yes,
  },
  {
    ...demo,
    id: "7b",
    facts: "a statistics cookie, nothing chosen yet",
    subject: visitor({ residence: { declared: "FR" } }),
    use: cookie(),
    denies: no(7, "device-choice"),
  },
  {
    ...demo,
    id: "7c",
    facts: "a session cookie that is strictly necessary",
    subject: visitor(),
    use: cookie({ purpose: "website", categories: ["device"], storedItem: "session" }),
    denies: yes,
  },
  {
    ...demo,
    id: "7d",
    facts: "set for longer than declared",
    subject: visitor({ choices: [analytics()] }),
    use: cookie({ lifetimeSeconds: 3 * 365 * 86_400 }),
    denies: no(7, "lifetime"),
  },
  {
    ...demo,
    id: "7e",
    facts: "advertising under Global Privacy Control, granted without naming it",
    subject: visitor({
      choices: [analytics({ purpose: "advertising" })],
      signals: [{ on: "s1", kind: "gpc", position: 2, at: at(TODAY) - 30 * DAY_MS }],
    }),
    use: cookie({ purpose: "advertising", storedItem: "adroll" }),
    denies: no(7, "signal"),
  },
  {
    ...demo,
    id: "7f",
    facts: "the same, by a wording that named the signal",
    subject: visitor({
      choices: [analytics({ purpose: "advertising", namedSignal: true })],
      signals: [{ on: "s1", kind: "gpc", position: 2, at: at(TODAY) - 30 * DAY_MS }],
    }),
    use: cookie({ purpose: "advertising", storedItem: "adroll" }),
    denies: yes,
  },
  // Rule 8: recipient.
  {
    ...demo,
    id: "8a",
    facts: "to the host, under an agreement in force",
    subject: somebody(),
    use: disclose(),
    registers: agreed,
    denies: yes,
  },
  {
    ...demo,
    id: "8b",
    facts: "to the host, without one",
    subject: somebody(),
    use: disclose(),
    registers: EMPTY,
    denies: no(8, "agreement-missing"),
  },
  {
    ...demo,
    id: "8c",
    facts: "to the host, suspended",
    subject: somebody(),
    use: disclose(),
    registers: {
      ...agreed,
      suspensions: [{ recipient: "hosting", from: at("2026-10-01"), until: null }],
    },
    denies: no(8, "suspended"),
  },
  {
    ...demo,
    id: "8d",
    facts: "nobody knows which agreements there are",
    subject: somebody(),
    use: disclose(),
    registers: WORLD,
    denies: no(8, "fact-missing"),
  },
  // Rule 9: transfer.
  {
    ...demo,
    id: "9a",
    facts: "to the host in Ireland",
    subject: somebody(),
    use: disclose({ country: "IE" }),
    registers: agreed,
    denies: yes,
  },
  {
    ...demo,
    id: "9b",
    facts: "to the host, from a country that is not declared",
    subject: somebody(),
    use: disclose({ country: "BR" }),
    registers: agreed,
    denies: no(9, "country-undeclared"),
  },
  // Rule 10: retention.
  {
    ...demo,
    id: "10a",
    facts: "three years after the last contact",
    subject: somebody({
      values: [
        value("v2", "name", {
          collectedAt: at("2022-01-01"),
          events: { "last-contact": at("2023-01-01") },
        }),
      ],
    }),
    use: answer(),
    denies: no(10, "retention-over"),
  },
  {
    ...demo,
    id: "10b",
    facts: "one year after it",
    subject: somebody({
      values: [
        value("v2", "name", {
          collectedAt: at("2022-01-01"),
          events: { "last-contact": at("2025-12-01") },
        }),
      ],
    }),
    use: answer(),
    denies: yes,
  },
  // Rule 11: message class.
  {
    ...demo,
    id: "11a",
    facts: "a service mail with a paragraph of marketing in it",
    subject: somebody(),
    use: news({
      purpose: "enquiries",
      topic: undefined as never,
      messageClass: "service",
      partClasses: ["service", "marketing"],
    }),
    denies: no(11, "other-class"),
  },
  // The notice of 2017, on its own day.
  {
    ...old,
    id: "17a",
    facts: "2017: research on what a customer wrote; the notice states no basis",
    subject: customer2017(),
    use: { kind: "process", purpose: "research", categories: ["name"] },
    denies: no(6, "no-basis"),
  },
  {
    ...old,
    id: "17b",
    facts: "the notice of 2017, used today",
    subject: somebody({ values: [value("v2", "name", { collectedAt: at("2026-01-01") })] }),
    use: { kind: "process", purpose: "research", categories: ["name"] },
    on: TODAY,
    denies: no(6, "no-basis"),
  },
  {
    ...old,
    id: "17c",
    facts: "2017: a statistics cookie, agreed to by going on (PECR of then)",
    subject: visitor({ choices: [implied2017] }),
    use: cookie2017,
    denies: yes,
  },
  {
    ...old,
    id: "17d",
    facts: "the same cookie and the same silence, after the law that ended it",
    subject: visitor({ choices: [implied2017] }),
    use: cookie2017,
    on: TODAY,
    denies: no(7, "consent-manner"),
  },
  // Bad input: an answer with its reason, never a throw.
  {
    ...demo,
    id: "0a",
    facts: "nothing is known of the person",
    subject: {},
    use: news(),
    denies: no(3, "fact-missing"),
  },
  {
    ...demo,
    id: "0b",
    facts: "an address that is not theirs",
    subject: subscriber(),
    use: news({ address: "a9" }),
    denies: no(3, "fact-missing"),
  },
  {
    ...demo,
    id: "0c",
    facts: "a day before the calendar of the notice",
    subject: somebody(),
    use: answer(),
    on: "1970-01-01",
    denies: no(2, "not-in-force"),
  },
];
