import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadNotice } from "#edges/notice-files/load-notice";
import { LINT_WORLD } from "#regimes/notice/world";
import type { Notice } from "../notice.ts";
import { lintNotice } from "./lint-notice.ts";

const FOLDER = resolve(import.meta.dirname, "../../../../notices/smartfocus-2017");
const THEN = "2017-09-13";
const TODAY = "2026-11-25";
let notice: Notice;

beforeAll(async () => {
  const loaded = await loadNotice(FOLDER);
  if (loaded.notice === null) throw new Error("the notice of 2017 does not compile");
  notice = loaded.notice;
});

/** Paths and the clauses that say them. */
type Places = { readonly [path: string]: string };

const PURPOSES: Places = {
  provide: "use.provide",
  interactive: "use.interactive",
  "customer-service": "use.service",
  personalise: "use.personalise",
  marketing: "use.marketing",
  improve: "use.improve",
  retargeting: "use.improve",
  conversions: "use.improve",
  "visitor-identification": "use.improve",
  changes: "use.changes",
  requests: "use.requests",
  research: "use.research",
  policies: "use.policies",
  operations: "use.operations",
  recruitment: "use.recruitment",
  legal: "use.legal",
};
const KINDS_OF_RECIPIENTS: Places = {
  group: "share.group",
  partners: "share.partners",
  suppliers: "share.partners",
  "staff-abroad": "transfer.abroad",
  successors: "share.successor",
};
const NO_COUNTRY: Places = {
  ...KINDS_OF_RECIPIENTS,
  google: "cookies.list",
  adroll: "cookies.list",
  "lead-forensics": "cookies.list",
};
const PERSISTENT = ["ar-v4", "ga", "adroll", "country", "adwords", "language", "trackdiscovery"];
const OF_OTHERS = ["ar-v4", "ga", "adroll", "adwords", "trackdiscovery"];

const each = (places: Places, prefix: string, suffix = ""): Places =>
  Object.fromEntries(
    Object.entries(places).map(([id, clause]) => [`${prefix}.${id}${suffix}`, clause]),
  );
const items = (ids: readonly string[], suffix = ""): Places =>
  Object.fromEntries(ids.map((id) => [`storedItems.${id}${suffix}`, "cookies.list"]));

/** `level id provision` and where: what must be found, and nothing else. */
type Expected = readonly (readonly [finding: string, places: Places])[];

const SHIELD = { "recipients.smartfocus-us.transfers": "transfer.us" };
const STAFF = { "recipients.staff-abroad.transfers": "transfer.abroad" };
const CHOICE = { "practice.cookieChoice": "cookies.agreement" };
const CUSTOMERS = {
  "purposes.marketing": "marketing.customers",
  "purposes.research": "marketing.customers",
};
const CALLS = { "purposes.marketing": "use.marketing", "purposes.research": "use.research" };
const BOUGHT = { "sources.partners": "collect.partners" };
const FROM_OTHERS = { ...BOUGHT, "sources.public-profiles": "collect.public-profiles" };
const GIVEN_AWAY = { "recipients.partners.discloses": "share.partners" };
const RETARGETING = { "purposes.retargeting": "use.improve" };
const RIGHTS = { "rights.offered": "rights.access" };
const ADDRESS: Places = { "controllers.smartfocus-uk.address": "head.controller" };
const HEAD = { "controllers.smartfocus-uk": "head.controller" };
const VAGUE: Places = {
  "purposes.improve.about": "use.improve",
  "purposes.policies.about": "use.policies",
  "purposes.operations.about": "use.operations",
  "purposes.legal.about": "use.legal",
};

/** What is found under every law that asks for it, whatever the day. */
const common = (provisions: { readonly vague: string; readonly advertising: string }): Expected => [
  [`warning purpose.vague ${provisions.vague}`, VAGUE],
  [`warning purpose.advertising-hidden ${provisions.advertising}`, RETARGETING],
];

const inEurope = (law: {
  readonly transfer: string;
  readonly name: string;
  readonly mail: string;
  readonly bought: string;
  readonly security: string;
}): Expected => [
  [`error transfer.mechanism-lapsed ${law.transfer}`, SHIELD],
  [`warning transfer.mechanism-missing ${law.transfer}`, STAFF],
  [`note cookies.not-a-name ${law.name}`, items(["adwords"], ".item")],
  [`note security.disclaimed ${law.security}`, { "clauses[6].clauses[0]": "security.measures" }],
  [`error marketing.assumed-agreement ${law.mail}`, CUSTOMERS],
  [`warning marketing.third-party-list ${law.bought}`, BOUGHT],
  [`warning marketing.partner-sharing ${law.bought}`, GIVEN_AWAY],
];

const ALL_NO_COUNTRY = { ...NO_COUNTRY, authorities: "share.authorities" };

const THEN_UK: Expected = [
  ...common({
    vague: "DPA 1998 Sch 1, principle 2",
    advertising: "DPA 1998 Sch 1 Pt II para 2(3)",
  }),
  ...inEurope({
    transfer: "Directive 95/46 art. 25-26; DPA 1998 principle 8",
    name: "PECR reg. 6(2)(a)",
    mail: "PECR reg. 22(3)(c)",
    bought: "PECR reg. 22(2)",
    security: "DPA 1998 Sch 1, principle 7",
  }),
  [
    "note recipient.country-missing DPA 1998 Sch 1, principle 8",
    each(ALL_NO_COUNTRY, "recipients"),
  ],
  ["warning cookies.no-refusal PECR reg. 6(2)", CHOICE],
  ["note marketing.screening-unsaid PECR reg. 21, 26", CALLS],
];

const THEN_EU: Expected = [
  ...common({
    vague: "Directive 95/46 art. 6(1)(b)",
    advertising: "Directive 95/46 art. 10(b), 6(1)(a)",
  }),
  ...inEurope({
    transfer: "Directive 95/46 art. 25-26",
    name: "Directive 2002/58 art. 5(3)",
    mail: "Directive 2002/58 art. 13(2)",
    bought: "Directive 2002/58 art. 13(1)",
    security: "Directive 95/46 art. 17(1)",
  }),
  ["note recipient.country-missing Directive 95/46 art. 10(c)", each(ALL_NO_COUNTRY, "recipients")],
  ["warning cookies.no-refusal Directive 2002/58 art. 5(3)", CHOICE],
];

type Cookies = {
  readonly information: string;
  readonly mail: string;
  readonly bought: string;
  readonly refusal: string;
  readonly implied: string;
  readonly planet49: string;
};

/** The regulation of 2016 under its name in a place, with the rules on cookies and mail there. */
const underGdpr = (gdpr: string, cookies: Cookies): Expected => [
  ...common({ vague: `${gdpr} 5(1)(b), 13(1)(c)`, advertising: `${gdpr} 5(1)(a), 13(1)(c)` }),
  ...inEurope({
    transfer: `${gdpr} 44-46`,
    name: cookies.information,
    mail: cookies.mail,
    bought: cookies.bought,
    security: `${gdpr} 5(1)(f), 32`,
  }),
  [`warning controller.address-missing ${gdpr} 13(1)(a)`, ADDRESS],
  [`warning complaints.ladder-lapsed ${gdpr} 5(1)(a)`, { complaints: "complaints.us" }],
  [`error recipient.country-missing ${gdpr} 13(1)(f)`, each(NO_COUNTRY, "recipients")],
  [
    `note recipient.country-missing ${gdpr} 13(1)(f)`,
    { "recipients.authorities": "share.authorities" },
  ],
  [`warning recipient.unnamed ${gdpr} 13(1)(e)`, each(KINDS_OF_RECIPIENTS, "recipients")],
  [`error cookies.no-refusal ${cookies.refusal}`, CHOICE],
  [`error cookies.implied-consent ${cookies.implied}`, CHOICE],
  [`error cookies.advertising-no-choice ${cookies.refusal}`, CHOICE],
  [`error cookies.lifetime-missing ${cookies.planet49}`, items(PERSISTENT, ".lifetime")],
  [`error cookies.recipient-missing ${cookies.planet49}`, items(OF_OTHERS)],
  [
    `error purpose.retention-missing ${gdpr} 5(1)(e), 13(2)(a)`,
    each(PURPOSES, "purposes", ".retention"),
  ],
  [`error purpose.basis-missing ${gdpr} 6(1), 13(1)(c)`, each(PURPOSES, "purposes", ".bases")],
  [`warning collect.told-missing ${gdpr} 14(1)-(3)`, FROM_OTHERS],
  [`warning collect.needed-missing ${gdpr} 13(2)(e)`, { sources: "collect.contact" }],
  [`error consent.bundled ${gdpr} 7(2), 7(4)`, { "practice.acceptance": "head.terms" }],
  ...["17", "18", "20", "21"].map(
    (article) => [`error rights.missing ${gdpr} ${article}, 13(2)(b)`, RIGHTS] as const,
  ),
  [`error rights.fee ${gdpr} 12(5)`, { "rights.fee": "rights.identity-and-fee" }],
];

const TODAY_UK: Expected = [
  ...underGdpr("UK GDPR", {
    information: "PECR reg. 6(2)(a)",
    mail: "PECR reg. 22(3)(c)",
    bought: "PECR reg. 22(2)",
    refusal: "PECR reg. 6 and Sch A1",
    implied: "UK GDPR 4(11), 7; PECR reg. 6(2)(b)",
    planet49: "CJEU C-673/17; PECR reg. 6(2)",
  }),
  ["note marketing.screening-unsaid PECR reg. 21, 26", CALLS],
];

const TODAY_EU: Expected = [
  ...underGdpr("GDPR", {
    information: "Directive 2002/58 art. 5(3)",
    mail: "Directive 2002/58 art. 13(2)",
    bought: "Directive 2002/58 art. 13(1)",
    refusal: "Directive 2002/58 art. 5(3)",
    implied: "GDPR 4(11), 7; Directive 2002/58 art. 5(3)",
    planet49: "CJEU C-673/17; Directive 2002/58 art. 5(3)",
  }),
  ["error controller.representative-missing GDPR 27, 13(1)(a)", HEAD],
  ["error authority.missing GDPR 13(2)(d)", { authorities: "contact.ico" }],
];

const TODAY_CH: Expected = [
  ...common({ vague: "FADP 6(3), 19(2)(b)", advertising: "FADP 6(2), 19(2)(b)" }),
  ...inEurope({
    transfer: "FADP 16, 19(4)",
    name: "TCA 45c(b)",
    mail: "UCA 3(1)(o)",
    bought: "UCA 3(1)(o)",
    security: "FADP 8",
  }),
  ["warning controller.address-missing FADP 19(2)(a)", ADDRESS],
  ["note controller.representative-missing FADP 14", HEAD],
  ["warning complaints.ladder-lapsed FADP 6(2)", { complaints: "complaints.us" }],
  ["error recipient.country-missing FADP 19(4)", each(NO_COUNTRY, "recipients")],
  ["note recipient.country-missing FADP 19(4)", { "recipients.authorities": "share.authorities" }],
  ["warning collect.told-missing FADP 19(3), (5)", FROM_OTHERS],
  ["warning recipient.unnamed FADP 19(2)(c)", each(KINDS_OF_RECIPIENTS, "recipients")],
  ["error cookies.no-refusal TCA 45c(b)", CHOICE],
  ["note cookies.lifetime-missing TCA 45c(b); FADP 6(4)", items(PERSISTENT, ".lifetime")],
  ["warning cookies.recipient-missing TCA 45c(b); FADP 19(2)(c)", items(OF_OTHERS)],
  ["note purpose.retention-missing FADP 6(4)", each(PURPOSES, "purposes", ".retention")],
  ["warning consent.bundled FADP 6(6)", { "practice.acceptance": "head.terms" }],
  ["note marketing.screening-unsaid UCA 3(1)(u)", CALLS],
  ["note rights.missing FADP 32(2)(c)", RIGHTS],
  ["note rights.missing FADP 28", RIGHTS],
  ["note rights.missing FADP 30(2)(b)", RIGHTS],
  ["warning rights.fee FADP 25(6); DPO 19", { "rights.fee": "rights.identity-and-fee" }],
  ["note authority.missing FADP 49", { authorities: "contact.ico" }],
];

const TODAY_CALIFORNIA: Expected = [
  ...common({
    vague: "CCPA 1798.100(a)(1), (c); 11 CCR 7002",
    advertising: "CCPA 1798.100(a)(1)",
  }),
  ["warning controller.address-missing CCPA 1798.130(a)(1)", ADDRESS],
  [
    "warning complaints.ladder-lapsed CCPA 1798.100(c); 11 CCR 7003",
    { complaints: "complaints.us" },
  ],
  ["warning recipient.unnamed CCPA 1798.110(c)(4)", each(KINDS_OF_RECIPIENTS, "recipients")],
  ["error cookies.no-opt-out CCPA 1798.120", CHOICE],
  ["error purpose.retention-missing CCPA 1798.100(a)(3)", each(PURPOSES, "purposes", ".retention")],
  [
    "error marketing.sender-missing 15 USC 7704(a)(5)(A)(iii)",
    { "messageClasses.marketing": "use.marketing" },
  ],
  ["error rights.missing CCPA 1798.105", RIGHTS],
  ["error rights.missing CCPA 1798.120", RIGHTS],
  ["error rights.fee CCPA 1798.130(a)(2)", { "rights.fee": "rights.identity-and-fee" }],
  ["error opt-out.sale-unsaid CCPA 1798.100(a)(1), 1798.130(a)(5)(C)", RETARGETING],
  ["error opt-out.link-missing CCPA 1798.135(a)(1)", RETARGETING],
  ["error opt-out.signal-unsaid 11 CCR 7025(c)(6), 7011(e)(3)(F)", RETARGETING],
  ["error rights.methods-missing CCPA 1798.130(a)(1)", { "rights.methods": "rights.access" }],
  ["error rights.agent-missing 11 CCR 7011(e)(3)", { rights: "rights.access" }],
  [
    "error rights.retaliation-missing CCPA 1798.125; 11 CCR 7011(e)(2)",
    { rights: "rights.access" },
  ],
  ["error notice.outdated CCPA 1798.130(a)(5)", { date: "changes.updates" }],
];

describe.each([
  ["uk", THEN, THEN_UK],
  ["eu", THEN, THEN_EU],
  ["uk", TODAY, TODAY_UK],
  ["eu", TODAY, TODAY_EU],
  ["ch", TODAY, TODAY_CH],
  ["us-ca", TODAY, TODAY_CALIFORNIA],
] as const)("%s on %s", (regime, day, expected) => {
  test("each finding has its level, provision, path and clause, and there is no other", () => {
    const found: { [finding: string]: { [path: string]: string | null } } = {};
    for (const { level, id, provision, path, clause } of lintNotice(
      notice,
      [regime],
      day,
      LINT_WORLD,
    )) {
      const key = `${level} ${id} ${provision}`;
      found[key] = { ...found[key], [path]: clause };
    }
    expect(found).toEqual(Object.fromEntries(expected));
  });
});

describe("what the findings say", () => {
  const whys = (regime: string, day: string, id: string) =>
    lintNotice(notice, [regime], day, LINT_WORLD)
      .filter((finding) => finding.id === id)
      .map(({ why }) => why);

  test("then the Swiss Safe Harbor had ended in April, and the Shield lived", () => {
    const lapsed = whys("uk", THEN, "transfer.mechanism-lapsed");
    expect(lapsed).toHaveLength(1);
    expect(lapsed[0]).toMatch(/`safe-harbor-ch`.*ended on 2017-04-12/);
  });

  test("today both are dead, each since its day", () => {
    const lapsed = whys("uk", TODAY, "transfer.mechanism-lapsed");
    expect(lapsed.map((why) => /`([^`]+)`.*ended on (\S+)/.exec(why)?.slice(1))).toEqual([
      ["shield", "2020-07-16"],
      ["safe-harbor-ch", "2017-04-12"],
    ]);
  });

  test("the advice names what lived on the day of the check", () => {
    const advice = (day: string) =>
      lintNotice(notice, ["eu"], day, LINT_WORLD).find(
        ({ id }) => id === "transfer.mechanism-lapsed",
      )?.write;
    expect(advice(THEN)).toContain("`scc-2010`");
    expect(advice(THEN)).not.toContain("`dpf`");
    expect(advice(TODAY)).toContain("`dpf`");
  });

  test("the rights that are missing, and those that the notice has, are told apart", () => {
    expect(whys("uk", TODAY, "rights.missing").map((why) => /`([\w-]+)`/.exec(why)?.[1])).toEqual([
      ...["erasure", "restriction", "portability", "objection"],
    ]);
  });

  test("eight cookies wait for no choice", () => {
    expect(whys("uk", THEN, "cookies.no-refusal")[0]).toMatch(/^8 cookies .* refuse them$/);
  });
});
