import type { ConsentRule, ProcessingRule, RegimePack } from "#core/law/regime";
import { type FrameworkLife, frameworkClock, frameworkLadder } from "./framework-duties.ts";
import { switzerland } from "./holidays/ch.ts";
import { BASES, clock, contactBy, dated, days, deviceBy, GIVEN, step } from "./rules.ts";

const ACT_1992 = "1993-07-01";
const FADP = "2023-09-01";
/** Telecommunications Act 45c and Unfair Competition Act 3(1)(o). */
const TCA = "2007-04-01";
/** The star in the directory: no advertising calls (UCA 3(1)(u)). */
const STAR = "2012-04-01";

/** Before 2023 a bundle was not unlawful as such (Federal Act of 1992 art. 4(5)). */
const GIVEN_1992: ConsentRule = {
  manners: ["explicit", "bundled", "guardian"],
  termMonthsMax: null,
};

/**
 * The law asks for no basis as such, but for a ground where somebody said no: hence `opt-out`.
 * Whether a child consents itself goes by its capacity, which no age tells.
 */
const processing = (consent: ConsentRule): ProcessingRule => ({
  ...{ bases: [...BASES, "opt-out"], consent, adultFromYears: null },
  ...{ recognisedInterests: [], privacySignal: false },
});

const electronic = (consent: ConsentRule) =>
  contactBy(["consent", "soft-opt-in"], {
    ...{ consent, softOptIn: { negotiating: false, charity: false } },
  });

const calls = (consent: ConsentRule) =>
  contactBy(["consent", "legitimate-interests", "opt-out"], {
    // CHOICE: the law names no age of the directory; that of the United Kingdom is taken.
    ...{ consent, screening: { registers: ["ch-directory"], freshDaysMax: 28 } },
  });

const unscreened = (consent: ConsentRule) =>
  contactBy(["consent", "legitimate-interests", "opt-out"], { consent });

const FRAMEWORKS: readonly FrameworkLife[] = [
  ["Swiss-US Privacy Shield", "2017-01-12", "2020-09-08"],
  ["Swiss-US Data Privacy Framework", "2024-09-15", null],
];
const GAP = {
  from: "2020-09-08",
  until: "2024-09-15",
  why: "the Commissioner found the Shield wanting; its successor came four years later",
};

const REFLECTION = { provision: "DPO 19(3)", confirmed: true, reflectionDays: 10 };
const ROLL = { provision: "assumed by analogy to SR 173.110.3 art. 1", confirmed: false };
const MECHANISMS = ["adequacy", "framework", "clauses", "bcr", "derogation"];
const thirtyDays = (provision: string) =>
  clock({
    duty: "answer the request",
    length: days(30),
    roll: ROLL,
    starts: [{ event: "fee-notified", ...REFLECTION, provision }],
    extension: { total: null, provision, confirmed: false },
  });

export const ch: RegimePack = {
  id: "ch",
  name: "Switzerland",
  zone: "Europe/Zurich",
  covers: ["CH"],
  attaches: {
    processing: { establishment: true, residence: true },
    ...{ device: true, contact: true, transfer: true },
  },
  basesFrom: null,
  calendars: [switzerland],
  jurisdictions: [],
  gaps: [
    { matter: "clock framework-complaint", ...GAP },
    { matter: "complaints under a framework", ...GAP },
  ],
  processing: [
    dated(ACT_1992, FADP, "Federal Act of 1992 art. 4, 12-13", processing(GIVEN_1992)),
    dated(FADP, null, "FADP 6, 30-31", processing(GIVEN)),
  ],
  device: [
    dated(TCA, FADP, "TCA 45c", deviceBy("opt-out", GIVEN_1992), true),
    dated(FADP, null, "TCA 45c", deviceBy("opt-out"), true),
  ],
  contact: {
    email: [
      dated(TCA, FADP, "UCA 3(1)(o)", electronic(GIVEN_1992), true),
      dated(FADP, null, "UCA 3(1)(o)", electronic(GIVEN), true),
    ],
    sms: [
      dated(TCA, FADP, "UCA 3(1)(o)", electronic(GIVEN_1992), true),
      dated(FADP, null, "UCA 3(1)(o)", electronic(GIVEN), true),
    ],
    call: [
      dated(ACT_1992, STAR, "Federal Act of 1992 art. 12(2)(b)", unscreened(GIVEN_1992)),
      dated(STAR, FADP, "UCA 3(1)(u)", calls(GIVEN_1992), true),
      dated(FADP, null, "UCA 3(1)(u)", calls(GIVEN), true),
    ],
    post: [
      dated(ACT_1992, FADP, "Federal Act of 1992 art. 12(2)(b)", unscreened(GIVEN_1992)),
      dated(FADP, null, "FADP 30(2)(b)", unscreened(GIVEN)),
    ],
  },
  transfer: [
    dated(ACT_1992, FADP, "Federal Act of 1992 art. 6", { home: ["CH"], mechanisms: MECHANISMS }),
    dated(FADP, null, "FADP 16-17", { home: ["CH"], mechanisms: MECHANISMS }),
  ],
  clocks: [
    {
      kinds: ["access"],
      rules: [
        dated(
          ACT_1992,
          FADP,
          "Ordinance of 1993 art. 1(4)",
          thirtyDays("Ordinance of 1993 art. 2"),
        ),
        dated(FADP, null, "FADP 25(7), DPO 18", thirtyDays("DPO 19(3)")),
      ],
    },
    {
      kinds: ["portability"],
      rules: [dated(FADP, null, "FADP 28, DPO 22", thirtyDays("DPO 19(3)"))],
    },
    {
      kinds: ["correction", "erasure", "restriction", "objection", "opt-out", "automated-decision"],
      rules: [
        dated(
          FADP,
          null,
          "FADP 21, 30, 32",
          clock({
            ...{ duty: "answer the request", length: days(30), roll: ROLL },
            reading: "the law names no day for it; the thirty days of access are taken",
          }),
        ),
      ],
    },
    {
      kinds: ["complaint"],
      rules: [
        dated(
          ACT_1992,
          null,
          "FADP 49",
          clock({
            ...{ duty: "answer the complaint", length: null },
            reading: "no day is named for complaints to a controller",
          }),
        ),
      ],
    },
    {
      kinds: ["breach", "breach-people"],
      rules: [
        dated(
          FADP,
          null,
          "FADP 24",
          clock({
            ...{ duty: "notify the breach", length: null },
            reading: "as soon as possible; no day is named",
          }),
        ),
      ],
    },
    frameworkClock(FRAMEWORKS),
  ],
  fees: [
    dated(ACT_1992, FADP, "Ordinance of 1993 art. 2", {
      mayAsk: "excessive",
      cap: { amount: 300, currency: "CHF" },
      when: "access that takes disproportionate effort, or was given within the last twelve months",
      reflectionDays: 10,
    }),
    dated(
      FADP,
      null,
      "FADP 25(6), DPO 19",
      {
        mayAsk: "excessive",
        cap: { amount: 300, currency: "CHF" },
        when: "access that takes disproportionate effort: a share of the cost, told of beforehand",
        reflectionDays: 10,
      },
      true,
    ),
  ],
  complaints: {
    general: [
      dated(ACT_1992, FADP, "Federal Act of 1992 art. 15, 29", {
        steps: [
          step("authority", "the Federal Data Protection and Information Commissioner", "art. 29"),
          step("court", "the civil courts", "art. 15; Civil Code 28"),
        ],
      }),
      dated(FADP, null, "FADP 32, 49", {
        steps: [
          step("authority", "the Federal Data Protection and Information Commissioner", "FADP 49"),
          step("court", "the civil courts", "FADP 32; Civil Code 28"),
        ],
      }),
    ],
    framework: frameworkLadder(
      FRAMEWORKS,
      "the Federal Data Protection and Information Commissioner",
    ),
  },
};
