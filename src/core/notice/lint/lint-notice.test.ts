import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadNotice } from "#edges/notice-files/load-notice";
import { WORLD } from "#regimes/world";
import type { Notice } from "../notice.ts";
import type { LintFinding } from "./finding.ts";
import { LINT_REGIMES, lintNotice } from "./lint-notice.ts";

const NOTICES = resolve(import.meta.dirname, "../../../../notices");
const THEN = "2017-09-13";
const TODAY = "2026-11-24";
let old: Notice;
let demo: Notice;

beforeAll(async () => {
  [old, demo] = (await Promise.all(["smartfocus-2017", "demo"].map(read))) as [Notice, Notice];
});

async function read(folder: string): Promise<Notice> {
  const { notice } = await loadNotice(resolve(NOTICES, folder));
  if (notice === null) throw new Error(`${folder} does not compile`);
  return notice;
}

const lint = (notice: Notice, regime: string, day: string) =>
  lintNotice(notice, regime, day, WORLD.mechanisms ?? []);

const idsOf = (found: readonly LintFinding[]) => found.map(({ id }) => id);

/** `level id path provision` of each finding. */
function lines(findings: readonly LintFinding[]): readonly string[] {
  return findings.map(({ id, level, path, provision }) => `${level} ${id} ${path} ${provision}`);
}

/** Clauses that findings of one id name, by path. */
function clausesOf(findings: readonly LintFinding[], id: string) {
  const those = findings.filter((each) => each.id === id);
  return Object.fromEntries(those.map(({ path, clause }) => [path, clause]));
}

/** Kinds of recipients whose countries the notice of 2017 leaves open, and those it names. */
const UNNAMED = ["group", "partners", "suppliers", "staff-abroad", "successors"];
const NO_COUNTRY = [
  ...["group", "partners", "suppliers", "staff-abroad", "authorities", "successors"],
  ...["google", "adroll", "lead-forensics"],
];
const PERSISTENT = ["ar-v4", "ga", "adroll", "country", "adwords", "language", "trackdiscovery"];
const CLAUSE_OF_PURPOSE = {
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
const PURPOSES = Object.keys(CLAUSE_OF_PURPOSE);

describe("the notice of 2017 on its own day", () => {
  test.each([
    ["uk", "PECR reg. 6(2)", "PECR reg. 22(3)(c)", "; DPA 1998 principle 8"],
    ["eu", "Directive 2002/58 art. 5(3)", "Directive 2002/58 art. 13(2)", ""],
  ])("%s", (regime, cookies, marketing, national) => {
    const found = lint(old, regime, THEN);
    const serious = found.filter(({ level }) => level !== "note");
    const transfers = `Directive 95/46 art. 25-26${national}`;
    expect(lines(serious)).toEqual([
      `error transfer.mechanism-lapsed recipients.smartfocus-us.transfers ${transfers}`,
      `warning cookies.no-refusal practice.cookieChoice ${cookies}`,
      `error marketing.assumed-agreement purposes.marketing ${marketing}`,
      `error marketing.assumed-agreement purposes.research ${marketing}`,
    ]);
    expect(clausesOf(found, "cookies.no-refusal")).toEqual({
      "practice.cookieChoice": "cookies.agreement",
    });
    expect(clausesOf(found, "marketing.assumed-agreement")).toEqual({
      "purposes.marketing": "marketing.customers",
      "purposes.research": "marketing.customers",
    });
    const [lapsed] = serious;
    expect(lapsed?.why).toContain("`safe-harbor-ch`");
    expect(lapsed?.why).toContain("ended on 2017-04-12");
    expect(serious[1]?.why).toMatch(/^8 cookies are set .* no.* refuse them$/);
  });

  test("countries that are not said are worth a note in the United Kingdom, not more", () => {
    const notes = lint(old, "uk", THEN).filter(({ level }) => level === "note");
    const provision = "DPA 1998 Sch 1, principle 8";
    expect(lines(notes)).toEqual(
      NO_COUNTRY.map((id) => `note recipient.country-missing recipients.${id} ${provision}`),
    );
  });

  test("in the European Union the provision is one of the Union", () => {
    const found = lint(old, "eu", THEN).filter(({ id }) => id === "recipient.country-missing");
    expect(found.map(({ provision }) => provision).join()).not.toContain("DPA 1998");
  });
});

describe("the notice of 2017 today", () => {
  const REFUSAL = { uk: "PECR reg. 6 and Sch A1", eu: "Directive 2002/58 art. 5(3)" };
  const MARKETING = { uk: "PECR reg. 22(3)(c)", eu: "Directive 2002/58 art. 13(2)" };

  /** What a lawyer would hold against the notice today, by rule. */
  function expectedOf(regime: "uk" | "eu"): { readonly [id: string]: readonly string[] } {
    const law = regime === "uk" ? "UK GDPR" : "GDPR";
    const each = (ids: readonly string[], text: (id: string) => string) => ids.map(text);
    const both = {
      "transfer.mechanism-lapsed": each(
        ["smartfocus-us", "smartfocus-us"],
        (id) => `error recipients.${id}.transfers ${law} 44-46`,
      ),
      "recipient.country-missing": each(
        NO_COUNTRY,
        (id) => `error recipients.${id} ${law} 13(1)(f)`,
      ),
      "recipient.unnamed": each(UNNAMED, (id) => `warning recipients.${id} ${law} 13(1)(e)`),
      "cookies.no-refusal": [`error practice.cookieChoice ${REFUSAL[regime]}`],
      "cookies.implied-consent": [
        `error practice.cookieChoice ${law} 4(11), 7; Directive 2002/58 art. 5(3)`,
      ],
      "cookies.lifetime-missing": each(
        PERSISTENT,
        (id) => `error storedItems.${id}.lifetime CJEU C-673/17; Directive 2002/58 art. 5(3)`,
      ),
      "purpose.basis-missing": each(
        PURPOSES,
        (id) => `error purposes.${id}.bases ${law} 6(1), 13(1)(c)`,
      ),
      "purpose.retention-missing": each(
        PURPOSES,
        (id) => `error purposes.${id}.retention ${law} 5(1)(e), 13(2)(a)`,
      ),
      "marketing.assumed-agreement": each(
        ["marketing", "research"],
        (id) => `error purposes.${id} ${MARKETING[regime]}`,
      ),
      "rights.missing": each(
        ["17", "18", "20", "21"],
        (article) => `error rights.offered ${law} ${article}, 13(2)(b)`,
      ),
      "consent.bundled": [`error practice.acceptance ${law} 7(2), 7(4)`],
      "rights.fee": [`error rights.fee ${law} 12(5)`],
      "controller.address-missing": [`warning controllers.smartfocus-uk.address ${law} 13(1)(a)`],
    };
    if (regime === "uk") return both;
    return {
      ...both,
      "authority.missing": ["error authorities GDPR 13(2)(d)"],
      "controller.representative-missing": ["error controllers.smartfocus-uk GDPR 27, 13(1)(a)"],
    };
  }

  const REGIMES = [["uk"], ["eu"]] as const;
  test.each(REGIMES)("%s: each finding, its level, path and provision", (regime) => {
    const found = Map.groupBy(lint(old, regime, TODAY), ({ id }) => id);
    const said = [...found].map(([id, those]) => [
      id,
      those.map(({ level, path, provision }) => `${level} ${path} ${provision}`),
    ]);
    expect(Object.fromEntries(said)).toEqual(expectedOf(regime));
  });

  test.each(REGIMES)("%s: purposes, cookies and marketing are held to their clauses", (regime) => {
    const found = lint(old, regime, TODAY);
    for (const [id, what] of [
      ["purpose.basis-missing", "bases"],
      ["purpose.retention-missing", "retention"],
    ] as const) {
      const expected = Object.entries(CLAUSE_OF_PURPOSE).map(([purpose, clause]) => [
        `purposes.${purpose}.${what}`,
        clause,
      ]);
      expect(clausesOf(found, id)).toEqual(Object.fromEntries(expected));
    }
    for (const id of ["cookies.no-refusal", "cookies.implied-consent"])
      expect(clausesOf(found, id)).toEqual({ "practice.cookieChoice": "cookies.agreement" });
    expect(new Set(Object.values(clausesOf(found, "marketing.assumed-agreement")))).toEqual(
      new Set(["marketing.customers"]),
    );
    expect(clausesOf(found, "controller.address-missing")).toEqual({
      "controllers.smartfocus-uk.address": "contact.us",
    });
  });

  test("the rights that are missing, and those that the notice has, are told apart", () => {
    const missing = lint(old, "uk", TODAY).filter(({ id }) => id === "rights.missing");
    expect(missing.map(({ why }) => /`(\w+)`/.exec(why)?.[1])).toEqual([
      ...["erasure", "restriction", "portability", "objection"],
    ]);
  });

  test("California asks for less, and for a way to opt out", () => {
    const found = lint(old, "us-ca", TODAY);
    const counts = [...Map.groupBy(found, ({ id }) => id)].map(([id, all]) => [id, all.length]);
    expect(Object.fromEntries(counts)).toEqual({
      "recipient.unnamed": 5,
      "cookies.no-opt-out": 1,
      "purpose.retention-missing": 16,
      "rights.missing": 2,
      "rights.fee": 1,
      "controller.address-missing": 1,
    });
  });

  test("each finding names its clause, its provision, why, and what to write", () => {
    for (const regime of LINT_REGIMES) {
      for (const finding of lint(old, regime, TODAY)) {
        const place = `${regime} ${finding.id} ${finding.path}`;
        expect(finding.regime, place).toBe(regime);
        expect(finding.provision, place).not.toBe("");
        expect(finding.why, place).toMatch(/\w/);
        expect(finding.write, place).toMatch(/\w/);
        if (finding.clause !== null) expect(old.clauses.has(finding.clause), place).toBe(true);
      }
    }
  });

  test("the lapsed frameworks end on their days", () => {
    const lapsed = lint(old, "uk", TODAY).filter(({ id }) => id === "transfer.mechanism-lapsed");
    expect(lapsed.map(({ why }) => /`([^`]+)`.*ended on (\S+)/.exec(why)?.slice(1))).toEqual([
      ["shield", "2020-07-16"],
      ["safe-harbor-ch", "2017-04-12"],
    ]);
  });

  // Clauses that say it, and not the first of their section.
  test.each([
    ["transfer.mechanism-lapsed", "recipients.smartfocus-us.transfers", "transfer.us"],
    ["recipient.unnamed", "recipients.partners", "share.partners"],
    ["recipient.unnamed", "recipients.successors", "share.successor"],
    ["recipient.country-missing", "recipients.authorities", "share.authorities"],
    ["consent.bundled", "practice.acceptance", "head.terms"],
    ["rights.fee", "rights.fee", "rights.identity-and-fee"],
  ])("%s of %s is said in %s", (id, path, clause) => {
    expect(clausesOf(lint(old, "uk", TODAY), id)[path]).toBe(clause);
  });
});

describe("a rule counts from its day", () => {
  test.each([
    ["the Swiss Safe Harbor", "2017-04-12", "transfer.mechanism-lapsed", 1],
    ["the Shield", "2020-07-16", "transfer.mechanism-lapsed", 2],
    ["bases", "2018-05-25", "purpose.basis-missing", 16],
    ["retention", "2018-05-25", "purpose.retention-missing", 16],
    ["rights", "2018-05-25", "rights.missing", 4],
    ["the fee", "2018-05-25", "rights.fee", 1],
    ["bundled acceptance", "2018-05-25", "consent.bundled", 1],
    ["implied consent", "2018-05-25", "cookies.implied-consent", 1],
    ["recipients", "2018-05-25", "recipient.unnamed", 5],
    ["cookie lifetimes", "2019-10-01", "cookies.lifetime-missing", 7],
    ["a representative in the Union", "2021-01-01", "controller.representative-missing", 1],
  ])("%s: %s", (_name, day, id, count) => {
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const countOn = (on: string) => lint(old, "eu", on).filter((each) => each.id === id).length;
    const earlier = id === "transfer.mechanism-lapsed" ? count - 1 : 0;
    expect([countOn(before), countOn(day)]).toEqual([earlier, count]);
  });

  test("the United Kingdom asks for complaints to the controller since 19 June 2026", () => {
    const complaints = demo.rights.complaints.filter(({ step }) => step !== "controller");
    const without = { ...demo, rights: { ...demo.rights, complaints } };
    expect(idsOf(lint(without, "uk", "2026-06-18"))).toEqual([]);
    expect(lines(lint(without, "uk", "2026-06-19"))).toEqual([
      "error complaints.controller-missing complaints UK GDPR 13(2)(ca); DPA 2018 s. 164A",
    ]);
    expect(idsOf(lint(without, "eu", TODAY))).toEqual([]);
  });

  test("the provision on cookies is that of the day", () => {
    const on = (day: string) =>
      lint(old, "uk", day).find(({ id }) => id === "cookies.no-refusal")?.provision;
    expect(on("2026-02-04")).toBe("PECR reg. 6(2)");
    expect(on("2026-02-05")).toBe("PECR reg. 6 and Sch A1");
  });
});

describe("the present-day notice", () => {
  test.each(LINT_REGIMES)("has no finding in %s, today or on its own day", (regime) => {
    expect(lines(lint(demo, regime, TODAY))).toEqual([]);
    expect(demo.date).toBe("2026-06-19");
    expect(lines(lint(demo, regime, demo.date))).toEqual([]);
  });

  const rightsWith = (rights: Partial<Notice["rights"]>) => (notice: Notice) => ({
    ...notice,
    rights: { ...notice.rights, ...rights },
  });
  const withoutRight = (right: string) => (notice: Notice) =>
    rightsWith({ offered: notice.rights.offered.filter((each) => each !== right) })(notice);
  const controllerWith = (more: object) => (notice: Notice) => {
    const controllers = [...notice.controllers].map(([id, each]) => [
      id,
      each.role === "controller" ? { ...each, ...more } : each,
    ]);
    return { ...notice, controllers: new Map(controllers as never) } as Notice;
  };
  const recipientWith = (more: object) => (notice: Notice) => {
    const [[id, first] = ["", {}]] = notice.recipients;
    return {
      ...notice,
      recipients: new Map([...notice.recipients, [id, { ...first, ...more }] as never]),
    };
  };
  const withoutBases = (notice: Notice): Notice => {
    const [id = "", first] = [...notice.purposes].find(([, { builtIn }]) => !builtIn) ?? [];
    if (first === undefined) throw new Error("no purpose of its own");
    return {
      ...notice,
      purposes: new Map([...notice.purposes, [id, { ...first, bases: new Map() }]]),
    };
  };

  test.each<readonly [string, string, (notice: Notice) => Notice, readonly string[]]>([
    ["a fee", "uk", rightsWith({ fee: { charged: true, note: null } }), ["rights.fee"]],
    ["bundled acceptance", "uk", rightsWith({ acceptance: "bundled" }), ["consent.bundled"]],
    ["no cookie choice", "uk", rightsWith({ cookieChoice: "none" }), ["cookies.no-refusal"]],
    [
      "implied consent",
      "eu",
      rightsWith({ cookieChoice: "implied" }),
      ["cookies.no-refusal", "cookies.implied-consent"],
    ],
    ["no authority", "uk", rightsWith({ authorities: [] }), ["authority.missing"]],
    ["no right of erasure", "uk", withoutRight("erasure"), ["rights.missing"]],
    ["no right of portability", "eu", withoutRight("portability"), ["rights.missing"]],
    ["no right to object", "ch", withoutRight("objection"), ["rights.missing"]],
    ["no address", "uk", controllerWith({ address: null }), ["controller.address-missing"]],
    [
      "no representative",
      "eu",
      controllerWith({ representatives: [] }),
      ["controller.representative-missing"],
    ],
    ["a recipient nowhere", "uk", recipientWith({ countries: [] }), ["recipient.country-missing"]],
    [
      "a recipient without a name",
      "uk",
      recipientWith({ countries: [], named: false }),
      ["recipient.country-missing", "recipient.unnamed"],
    ],
    ["no basis", "uk", withoutBases, ["purpose.basis-missing"]],
  ])("with %s it has that finding in %s and no other", (_name, regime, spoil, ids) => {
    expect(idsOf(lint(spoil(demo), regime, TODAY))).toEqual(ids);
  });
});
