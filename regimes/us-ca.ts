import type { RegimePack } from "#core/law/regime";
import { california, usFederal } from "./holidays/us.ts";
import { businessDays, clock, dated, days, deviceBy, step } from "./rules.ts";
import {
  EVER,
  federalClocks,
  federalContact,
  federalGaps,
  federalLadder,
  nothingAsked,
  untilRefused,
} from "./us-federal.ts";

const CCPA = "2020-01-01";
/** The first regulations: a signal of the browser is a valid opt-out (11 CCR 999.315(d)). */
const SIGNAL = "2020-08-14";
/** Also the end of the exemption of people who act for a business. */
const CPRA = "2023-01-01";
const REGULATIONS = "2026-01-01";

/** CHOICE: under 16 a sale needs opt-in, under 13 a parent's: the higher age is taken for all. */
const CHILD = { adultFromYears: 16 } as const;
const BOUND = { ...CHILD, privacySignal: true } as const;

const request = clock({
  duty: "answer the request",
  length: days(45),
  extension: { total: days(90), provision: "11 CCR 7021(b)", confirmed: true },
  confirmation: { length: businessDays(10), provision: "11 CCR 7021(a)", confirmed: true },
  reading: "waiting for a proof of identity never stops the clock",
});

const stop = (duty: string) => clock({ duty, length: businessDays(15) });

const CALIFORNIA_LADDER = [
  step("authority", "the California Privacy Protection Agency", "Cal. Civ. Code 1798.199.45"),
  step("authority", "the Attorney General of California", "Cal. Civ. Code 1798.199.90"),
];

export const usCa: RegimePack = {
  id: "us-ca",
  name: "California",
  zone: "America/Los_Angeles",
  covers: ["US-CA"],
  // The act protects residents; a controller's seat in California attaches nothing.
  attaches: {
    processing: { establishment: false, residence: "declared" },
    ...{ device: true, contact: true, transfer: false },
  },
  basesFrom: "us",
  // The regulations do not say by which holidays business days are counted.
  calendars: [usFederal, california],
  jurisdictions: [],
  gaps: federalGaps,
  processing: [
    dated(EVER, CCPA, "no act yet", untilRefused()),
    dated(CCPA, SIGNAL, "CCPA, Cal. Civ. Code 1798.100", untilRefused(CHILD)),
    dated(SIGNAL, CPRA, "CCPA, Cal. Civ. Code 1798.135; 11 CCR 999.315", untilRefused(BOUND)),
    dated(CPRA, REGULATIONS, "CPRA, Cal. Civ. Code 1798.100-135", untilRefused(BOUND)),
    dated(REGULATIONS, null, "CPRA; 11 CCR 7025 of 2026", untilRefused(BOUND), true),
  ],
  device: [
    dated(EVER, CCPA, "no act yet", nothingAsked),
    dated(CCPA, CPRA, "CCPA, Cal. Civ. Code 1798.120", deviceBy("opt-out")),
    dated(CPRA, null, "CPRA, Cal. Civ. Code 1798.120, 1798.135", deviceBy("opt-out")),
  ],
  contact: federalContact,
  transfer: [],
  clocks: [
    {
      kinds: ["access", "erasure", "portability"],
      rules: [dated(CCPA, null, "Cal. Civ. Code 1798.130(a)(2); 11 CCR 7021", request, true)],
    },
    {
      kinds: ["correction"],
      rules: [dated(CPRA, null, "Cal. Civ. Code 1798.106; 11 CCR 7021", request, true)],
    },
    {
      kinds: ["opt-out"],
      rules: [dated(CCPA, null, "11 CCR 7026(f)", stop("stop sale and sharing"), true)],
    },
    {
      kinds: ["limit"],
      rules: [dated(CPRA, null, "11 CCR 7027(g)", stop("limit the use"), true)],
    },
    {
      kinds: ["complaint"],
      rules: [
        dated(
          CCPA,
          null,
          "Cal. Civ. Code 1798.199.45",
          clock({
            ...{ duty: "answer the complaint", length: null },
            reading: "no day is named for complaints to a business, and no appeal",
          }),
        ),
      ],
    },
    {
      kinds: ["breach", "breach-people"],
      rules: [
        dated(
          REGULATIONS,
          null,
          "Cal. Civ. Code 1798.82",
          clock({ duty: "tell the residents concerned of the breach", length: days(30) }),
        ),
      ],
    },
    ...federalClocks,
  ],
  fees: [
    dated(CCPA, null, "Cal. Civ. Code 1798.145(h)(3)", {
      mayAsk: "excessive",
      cap: null,
      when: "manifestly unfounded or excessive requests",
      reflectionDays: null,
    }),
  ],
  complaints: {
    general: [
      dated(CCPA, CPRA, "CCPA, Cal. Civ. Code 1798.155", {
        steps: [step("authority", "the Attorney General of California", "1798.155")],
      }),
      dated(CPRA, null, "CPRA, Cal. Civ. Code 1798.199.45", { steps: CALIFORNIA_LADDER }),
    ],
    framework: federalLadder,
  },
};
