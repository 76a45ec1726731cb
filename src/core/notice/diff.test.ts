import { describe, expect, test } from "vitest";
import { type ChangeClass, diffNotices } from "./diff.ts";
import type { Notice } from "./notice.ts";
import { compileStored } from "./read-notice.ts";
import { SAMPLE_MANIFEST } from "./sample-manifest.ts";

type Pair = readonly [from: string, to: string];

function noticeWith(...pairs: readonly Pair[]): Notice {
  let text = SAMPLE_MANIFEST;
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return compileStored(text, "sample.yaml");
}

const sample = noticeWith();

function linesOf(before: Notice, after: Notice): readonly string[] {
  return diffNotices(before, after).differences.map(
    (each) => `${each.class} ${each.kind} ${each.id}: ${each.why}`,
  );
}

test("a notice does not differ from itself, nor by version and date alone", () => {
  expect(diffNotices(sample, sample)).toMatchObject({ class: null, differences: [], tell: [] });
  const later = noticeWith(["version: 2", "version: 3"], ["2026-11-01", "2026-12-01"]);
  const diff = diffNotices(sample, later);
  expect(diff).toMatchObject({ class: null, differences: [] });
  expect([diff.before.version, diff.after.version]).toEqual([2, 3]);
});

/** A change, what it is when it is made, and what it is when it is taken back. */
const CHANGES: readonly (readonly [
  what: string,
  pair: Pair,
  there: ChangeClass,
  back: ChangeClass,
])[] = [
  [
    "a category of a purpose",
    [
      "    categories: [email, name]\n    channels",
      "    categories: [email, name, country]\n    channels",
    ],
    "material",
    "narrowing",
  ],
  [
    "a channel",
    ["channels: [email, call]", "channels: [email, call, sms]"],
    "material",
    "narrowing",
  ],
  [
    "a basis",
    [
      "[{ kind: consent, law: PECR 6 }]",
      "[{ kind: consent, law: PECR 6 }, { kind: opt-out, law: x }]",
    ],
    "material",
    "narrowing",
  ],
  ["direct marketing", ["    directMarketing: true\n", ""], "material", "narrowing"],
  [
    "a sale",
    ["    grantTerm: 2 years", "    sale: true\n    grantTerm: 2 years"],
    "material",
    "narrowing",
  ],
  ["a longer consent", ["grantTerm: 2 years", "grantTerm: 3 years"], "material", "narrowing"],
  ["a longer retention", ["for: 24 months", "for: 25 months"], "material", "narrowing"],
  ["an open retention", ["for: 24 months", "for: open"], "material", "narrowing"],
  ["days against months", ["for: 24 months", "for: 800 days"], "material", "narrowing"],
  ["a country", ["countries: [US]", "countries: [US, IN]"], "material", "narrowing"],
  [
    "more data for a recipient",
    [
      "purpose: marketing, categories: [email] }",
      "purpose: marketing, categories: [email, name] }",
    ],
    "material",
    "narrowing",
  ],
  ["an onward recipient", ["    onward: [host]\n", ""], "narrowing", "material"],
  [
    "a ground of transfer",
    ["[{ kind: framework, mechanism: dpf }]", "[]"],
    "narrowing",
    "material",
  ],
  ["a longer cookie", ["lifetime: 13 months", "lifetime: persistent"], "material", "narrowing"],
  ["a session's cookie", ["lifetime: 13 months", "lifetime: session"], "narrowing", "material"],
  [
    "a cookie that needs no choice",
    ["    statistics: true\n", "    statistics: true\n    necessary: true\n"],
    "material",
    "narrowing",
  ],
  ["a right", ["erasure, objection", "objection"], "material", "narrowing"],
  ["a fee", ["charged: false", "charged: true"], "material", "narrowing"],
  [
    "implied choice of cookies",
    ["cookieChoice: banner", "cookieChoice: implied"],
    "material",
    "narrowing",
  ],
  ["bundled acceptance", ["acceptance: none", "acceptance: bundled"], "material", "narrowing"],
  [
    "changes told by page only",
    ["changeNotice: email-and-page", "changeNotice: page"],
    "material",
    "narrowing",
  ],
  [
    "a site",
    ["sites: [www.sample.example]", "sites: [www.sample.example, shop.sample.example]"],
    "material",
    "narrowing",
  ],
  [
    "a step of complaint",
    ["  - { step: authority, name: { en: The authority, fr: L'autorité } }\n", ""],
    "material",
    "narrowing",
  ],
  [
    "a required field",
    ["kind: country }", "kind: country, required: true }"],
    "material",
    "narrowing",
  ],
  [
    "a source's category",
    ["categories: [visits]\npurposes", "categories: [visits, country]\npurposes"],
    "material",
    "narrowing",
  ],
  [
    "a source for children",
    ["    from: person\n", "    from: person\n    children: true\n"],
    "material",
    "narrowing",
  ],
];

describe("what permits more is material, what permits less narrows, both ways", () => {
  test.each(CHANGES)("%s", (_what, pair, there, back) => {
    const other = noticeWith(pair);
    expect(diffNotices(sample, other).class, linesOf(sample, other).join("\n")).toBe(there);
    expect(diffNotices(other, sample).class, linesOf(other, sample).join("\n")).toBe(back);
  });
});

describe("words alone are editorial", () => {
  test.each<readonly [string, Pair]>([
    ["prose", ["We are **Sample Limited**", "We are, in short, **Sample Limited**"]],
    ["a title", ["{ en: Privacy notice,", "{ en: Our notice,"]],
    [
      "a purpose's name",
      ["{ en: Marketing, fr: Marketing }\n    about", "{ en: News, fr: Marketing }\n    about"],
    ],
    ["an address to write to", ['phone: "+44 20 7946 0018"', 'phone: "+44 20 7946 0019"']],
    ["a provision", ["law: PECR 6 }", "law: PECR 6(2) }"]],
    ["the order of complaints' words", ["{ en: Us first,", "{ en: First us,"]],
  ])("%s", (_what, pair) => {
    const other = noticeWith(pair);
    const diff = diffNotices(sample, other);
    expect(diff.class, linesOf(sample, other).join("\n")).toBe("editorial");
    expect(diff.tell).toEqual([]);
  });

  test("a new language is said once, not for every text", () => {
    const wider: Notice = { ...sample, languages: [...sample.languages, "de"] };
    const german = structuredTexts(wider);
    expect(linesOf(sample, german)).toEqual(["narrowing notice : more languages: `de`"]);
    expect(linesOf(german, sample)).toEqual(["material notice : fewer languages: `de`"]);
  });

  test("a clause that goes is material: what it said is said no more", () => {
    const clause = SAMPLE_MANIFEST.slice(SAMPLE_MANIFEST.indexOf("  - id: cookies"));
    const other = noticeWith([clause, ""]);
    expect(linesOf(sample, other)).toEqual([
      "material clause cookies: what it said is said no more",
    ]);
    expect(diffNotices(other, sample).class).toBe("editorial");
  });
});

/** Every text also in German, as a whole translation would give. */
function structuredTexts(notice: Notice): Notice {
  const deep = (value: unknown): unknown => {
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, deep(each)]));
    if (value instanceof Set) return value;
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, deep(each)] as const);
    const keys = entries.map(([key]) => key);
    const isText = keys.includes("en") && keys.includes("fr");
    return Object.fromEntries(isText ? [...entries, ["de", "übersetzt"]] : entries);
  };
  return deep(notice) as Notice;
}

describe("who is told and asked again", () => {
  test("the people of the purposes that changed, and no others", () => {
    const other = noticeWith(
      ["channels: [email, call]", "channels: [email, call, sms]"],
      ["revision: 3\n", "revision: 4\n"],
    );
    const diff = diffNotices(sample, other);
    expect(diff.tell).toEqual(["marketing"]);
    expect(diff.askAgain).toEqual(["marketing"]);
    expect(diff.differences.every(({ clauses }) => clauses.includes("use.marketing"))).toBe(true);
  });

  test("everybody, when the whole changed", () => {
    const other = noticeWith(["charged: false", "charged: true"]);
    expect(diffNotices(sample, other).tell).toEqual(["answer", "marketing", "analytics"]);
  });

  test("a material change under the same revision is pointed out", () => {
    const other = noticeWith(["channels: [email, call]", "channels: [email, call, sms]"]);
    expect(linesOf(sample, other)).toContain(
      "material purpose marketing: it changed materially, but its revision is still 3: raise it",
    );
    expect(diffNotices(sample, other).askAgain).toEqual([]);
  });

  test("a revision that goes back is material", () => {
    const back = noticeWith(["revision: 1\n    clause", "revision: 2\n    clause"]);
    expect(diffNotices(back, sample).class).toBe("material");
  });
});

test("a thing that moves to another id is one that goes and one that comes", () => {
  const other = noticeWith(["  ga:\n", "  ga-new:\n"], ["stored-item:ga,", "stored-item:ga-new,"]);
  expect(linesOf(sample, other)).toEqual([
    "material stored-item ga-new: something new is kept on the device",
    "narrowing stored-item ga: it is not kept on the device any more",
    'editorial clause cookies: what it is about changed: ["stored-item:ga","stored-item:session"] to ["stored-item:ga-new","stored-item:session"]',
  ]);
});
