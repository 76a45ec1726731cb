/**
 * Twelve pairs of versions, each with the class that a privacy lawyer gives it, who must be told
 * and whose consent must be asked again. The list is fixed: a change of the code that changes one
 * of these answers has to say why.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangeClass, diffNotices } from "../diff.ts";
import type { Notice } from "../notice.ts";
import { compileStored } from "../read-notice.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";

type Replacement = readonly [from: string, to: string];

type Pair = {
  readonly what: string;
  readonly changes: readonly Replacement[];
  readonly class: ChangeClass;
  readonly tell: readonly string[];
  readonly tellAll?: true;
  readonly askAgain: readonly string[];
  /** Class of the way back. */
  readonly back: ChangeClass;
};

const EVERYBODY = ["answer", "marketing", "analytics"];

/** The compatible change of the answers' revision. */
const ANSWER_RAISED: readonly Replacement[] = [
  ["revision: 1\n    clause: use.answer", "revision: 2\n    clause: use.answer"],
  ["\nchanges:\n", "\nchanges:\n  - { purpose: answer, revision: 2, compatible: true }\n"],
];
const MARKETING_RAISED: readonly Replacement[] = [
  ["revision: 3\n", "revision: 4\n"],
  ["\nchanges:\n", "\nchanges:\n  - { purpose: marketing, revision: 4, compatible: false }\n"],
];

const PAIRS: readonly Pair[] = [
  {
    what: "1 a comma in a clause",
    changes: [["We are **Sample Limited**", "We are, in short, **Sample Limited**"]],
    ...{ class: "editorial", tell: [], askAgain: [], back: "editorial" },
  },
  {
    what: "2 a new purpose",
    changes: [
      [
        "\nrecipients:\n",
        `
  profiles:
    name: { en: Profiles, fr: Profils }
    about: { en: We guess your interests., fr: Nous devinons vos intérêts. }
    revision: 1
    categories: [visits]
    bases: { uk: [{ kind: consent, law: x }], eu: [{ kind: consent, law: x }] }
    retention: [{ categories: [visits], for: 6 months }]
recipients:
`,
      ],
    ],
    ...{ class: "material", tell: ["profiles"], askAgain: [], back: "narrowing" },
  },
  {
    what: "3 a new category for a purpose, whose consent is asked again",
    changes: [
      [
        "categories: [email, name]\n    channels",
        "categories: [email, name, country]\n    channels",
      ],
      ...MARKETING_RAISED,
    ],
    ...{ class: "material", tell: ["marketing"], askAgain: ["marketing"], back: "material" },
  },
  {
    what: "4 a new recipient",
    changes: [
      [
        "\nrecipients:\n",
        `
recipients:
  archive:
    name: { en: Archive Ltd, fr: Archive Ltd }
    role: processor
    countries: [GB]
    discloses: [{ purpose: answer, categories: [email] }]
`,
      ],
      ...ANSWER_RAISED,
    ],
    ...{ class: "material", tell: ["answer"], askAgain: [], back: "material" },
  },
  {
    what: "5 a recipient works in another country",
    changes: [["countries: [US]", "countries: [US, IN]"]],
    ...{ class: "material", tell: ["marketing"], askAgain: [], back: "narrowing" },
  },
  {
    what: "6 a new source",
    changes: [
      [
        "\nsources:\n",
        `
sources:
  broker:
    name: { en: Address broker, fr: Courtier en adresses }
    from: third-party
    categories: [email]
`,
      ],
    ],
    ...{ class: "material", tell: ["answer", "marketing"], askAgain: [], back: "narrowing" },
  },
  {
    what: "7 a weaker basis",
    changes: [
      [
        "eu: [{ kind: consent, law: GDPR 6(1)(a) }]\n    retention: [{ categories: [visits]",
        "eu: [{ kind: legitimate-interests, law: GDPR 6(1)(f), because: { en: x, fr: x } }]\n    retention: [{ categories: [visits]",
      ],
    ],
    ...{ class: "material", tell: ["analytics"], askAgain: [], back: "material" },
  },
  {
    what: "8 kept longer",
    changes: [["for: 24 months", "for: 36 months"]],
    ...{ class: "material", tell: ["marketing"], askAgain: [], back: "narrowing" },
  },
  {
    what: "9 a right that goes",
    changes: [["erasure, objection", "objection"]],
    ...{ class: "material", tell: EVERYBODY, tellAll: true, askAgain: [], back: "narrowing" },
  },
  {
    what: "10 a channel that goes",
    changes: [["channels: [email, call]", "channels: [email]"]],
    ...{ class: "narrowing", tell: [], askAgain: [], back: "material" },
  },
  {
    what: "11 a cookie that stays shorter, and one provision cited better",
    changes: [
      ["lifetime: 13 months", "lifetime: 6 months"],
      ["law: PECR 6 }", "law: PECR 6(1) }"],
    ],
    ...{ class: "narrowing", tell: [], askAgain: [], back: "material" },
  },
  {
    what: "12 another company is responsible",
    changes: [
      ["sample-uk:\n    name: Sample Limited\n", "sample-uk:\n    name: Successor Limited\n"],
    ],
    ...{ class: "material", tell: EVERYBODY, tellAll: true, askAgain: [], back: "material" },
  },
];

function noticeWith(changes: readonly Replacement[]): Notice {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, SAMPLE_MANIFEST);
  return compileStored(text, "sample.yaml");
}

const sample = noticeWith([]);
const WEIGHT = { editorial: 1, narrowing: 2, material: 3 } as const;

test("there are twelve, and each is about something else", () => {
  expect(new Set(PAIRS.map(({ changes }) => JSON.stringify(changes))).size).toBe(12);
});

describe("each pair has its class, and says who is told and asked", () => {
  test.each(PAIRS)("$what", (pair) => {
    const after = noticeWith(pair.changes);
    const { class: level, tell, tellAll, askAgain } = diffNotices(sample, after);
    expect({ class: level, tell, tellAll, askAgain }).toEqual({
      ...{ class: pair.class, tell: pair.tell, askAgain: pair.askAgain },
      tellAll: pair.tellAll ?? false,
    });
    expect(diffNotices(after, sample).class).toBe(pair.back);
  });
});

/** Pairs that can be made together: none of them touches what another one needs. */
const TOGETHER = PAIRS.filter(({ what }) => !/^(3|4|7|10) /.test(what));
const anyPairs = fc.subarray(TOGETHER);

describe("whatever is changed together", () => {
  test("a notice does not differ from itself", () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const notice = noticeWith(pairs.flatMap(({ changes }) => changes));
        expect(diffNotices(notice, notice)).toMatchObject({
          ...{ class: null, differences: [], tell: [], tellAll: false, askAgain: [] },
        });
      }),
      { numRuns: 20 },
    );
  });

  test("the heaviest of the changes is the class, and nobody is told less than of one alone", () => {
    fc.assert(
      fc.property(fc.subarray(TOGETHER, { minLength: 1 }), (pairs) => {
        const diff = diffNotices(sample, noticeWith(pairs.flatMap(({ changes }) => changes)));
        const heaviest = Math.max(...pairs.map((pair) => WEIGHT[pair.class]));
        expect(WEIGHT[diff.class ?? "editorial"]).toBe(heaviest);
        for (const { tell } of pairs) expect(diff.tell).toEqual(expect.arrayContaining([...tell]));
      }),
      { numRuns: 40 },
    );
  });

  test("taking a change back is never narrowing where making it was", () => {
    fc.assert(
      fc.property(anyPairs, anyPairs, (one, other) => {
        const [before, after] = [one, other].map((pairs) =>
          noticeWith(pairs.flatMap(({ changes }) => changes)),
        ) as [Notice, Notice];
        const [there, back] = [diffNotices(before, after), diffNotices(after, before)];
        const narrows = [there, back].filter((diff) => diff.class === "narrowing");
        expect(narrows.length).toBeLessThan(2);
        expect(there.class === null).toBe(back.class === null);
      }),
      { numRuns: 40 },
    );
  });
});
