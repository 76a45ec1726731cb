import type { ClockRule } from "#core/law/clock-rule";
import type { ClockSection, RegimePack } from "#core/law/regime";
import { type FrameworkLife, frameworkClock, frameworkLadder } from "./framework-duties.ts";
import { clock, dated, days, hours, months, step } from "./rules.ts";

const DPA_1998 = "2000-03-01";
const GDPR_FROM = "2018-05-25";
/** The end of the transition: from here on it is the United Kingdom's own. */
const UK_GDPR_FROM = "2021-01-01";
/** Requests received before keep the old article 12 (SI 2026/82 reg. 4). */
const DUAA_C = "2026-02-05";
/** Complaints to controllers (DUAA 2025 s. 103). */
const DUAA_D = "2026-06-19";

const ROLL = { provision: "Regulation 1182/71 art. 3(4)", confirmed: true };
const EDPB = { provision: "EDPB Guidelines 01/2022", confirmed: false };
const HELD = { provision: "DPA 1998 s. 7(2)-(3), (10)", confirmed: true, reflectionDays: 0 };
const RELEVANT = { provision: "UK GDPR 12A(2)", confirmed: true, reflectionDays: 0 };

/** Article 12(3) before article 12A: waiting for a proof suspends, as guidance has it. */
const oneMonth = (provision: string): ClockRule =>
  clock({
    duty: "answer the request",
    length: months(1),
    roll: ROLL,
    pauses: [
      { from: "identity-asked", to: "identity-proven", endDays: "one", ...EDPB },
      { from: "clarification-asked", to: "clarified", endDays: "one", ...EDPB },
    ],
    extension: { total: months(3), provision, confirmed: true },
  });

/** Article 12A: identity and fee start the clock, a clarification stops it. */
const since2026: ClockRule = clock({
  duty: "answer the request",
  length: months(1),
  roll: ROLL,
  starts: [
    { event: "identity-proven", ...RELEVANT },
    { event: "fee", ...RELEVANT },
  ],
  pauses: [
    {
      ...{ from: "clarification-asked", to: "clarified", endDays: "both" },
      ...{ provision: "UK GDPR 12A", confirmed: true },
    },
  ],
  extension: { total: months(3), provision: "UK GDPR 12A", confirmed: true },
});

const MODERN: ClockSection["rules"] = [
  dated(GDPR_FROM, UK_GDPR_FROM, "GDPR 12(3)", oneMonth("GDPR 12(3)"), true),
  dated(UK_GDPR_FROM, DUAA_C, "UK GDPR 12(3)", oneMonth("UK GDPR 12(3)"), true),
  dated(DUAA_C, null, "UK GDPR 12(3), 12A", since2026, true),
];

const notice1998 = (provision: string) =>
  dated(
    DPA_1998,
    GDPR_FROM,
    provision,
    clock({ duty: "answer the notice", length: days(21) }),
    true,
  );

const byCourt1998 = dated(
  DPA_1998,
  GDPR_FROM,
  "DPA 1998 s. 14",
  clock({
    duty: "answer the request",
    length: null,
    reading: "a court orders it; the Act names no day for the controller",
  }),
);

const access1998 = dated(
  DPA_1998,
  GDPR_FROM,
  "DPA 1998 s. 7(8), (10)",
  clock({
    duty: "answer the request once request, fee, proof and locating information are held",
    length: days(40),
    countsStart: true,
    starts: [
      { event: "fee", ...HELD },
      { event: "identity-proven", ...HELD },
      { event: "located", ...HELD },
    ],
  }),
  true,
);

const REQUESTS: readonly ClockSection[] = [
  { kinds: ["access"], rules: [access1998, ...MODERN] },
  { kinds: ["correction", "erasure"], rules: [byCourt1998, ...MODERN] },
  { kinds: ["restriction", "portability"], rules: MODERN },
  {
    kinds: ["objection", "automated-decision"],
    rules: [notice1998("DPA 1998 ss. 10(3), 12(3)"), ...MODERN],
  },
  { kinds: ["opt-out"], rules: [notice1998("DPA 1998 ss. 10(3), 11"), ...MODERN] },
];

const noDay = (duty: string, reading: string): ClockRule => clock({ duty, length: null, reading });

const COMPLAINTS: ClockSection = {
  kinds: ["complaint"],
  rules: [
    dated(
      DPA_1998,
      GDPR_FROM,
      "DPA 1998 s. 42",
      noDay("answer the complaint", "the Act knows no complaint to the controller, and no day"),
    ),
    dated(
      GDPR_FROM,
      DUAA_D,
      "UK GDPR 77",
      noDay(
        "answer the complaint",
        "no acknowledgement is asked for before 19 June 2026, on no day",
      ),
      true,
    ),
    dated(
      DUAA_D,
      null,
      "DPA 2018 s. 164A(3)",
      clock({
        duty: "acknowledge the complaint, and answer it without undue delay",
        length: days(30),
        roll: ROLL,
      }),
      true,
    ),
  ],
};

const SEVENTY_TWO = clock({
  duty: "notify the Information Commissioner of the breach",
  length: hours(72),
  reading:
    "Regulation 1182/71 art. 3 would count from the next full hour; the earlier reading is taken",
});

const BREACHES: readonly ClockSection[] = [
  {
    kinds: ["breach"],
    rules: [
      dated(
        DPA_1998,
        GDPR_FROM,
        "DPA 1998 Sch 1 principle 7",
        noDay("notify the Information Commissioner", "the Act asks for no notification"),
      ),
      dated(GDPR_FROM, UK_GDPR_FROM, "GDPR 33(1)", SEVENTY_TWO),
      dated(UK_GDPR_FROM, null, "UK GDPR 33(1)", SEVENTY_TWO),
    ],
  },
  {
    kinds: ["breach-people"],
    rules: [
      dated(
        GDPR_FROM,
        null,
        "UK GDPR 34(1)",
        noDay("tell the people concerned of a breach of high risk", "without undue delay"),
      ),
    ],
  },
  {
    kinds: ["breach-telecom"],
    rules: [
      dated(
        "2013-08-25",
        "2025-08-20",
        "PECR reg. 5A; Regulation 611/2013 art. 2(2)",
        clock({ duty: "notify the Information Commissioner of the breach", length: hours(24) }),
      ),
      dated("2025-08-20", null, "PECR reg. 5A, DUAA 2025", SEVENTY_TWO, true),
    ],
  },
];

const MARKETING: ClockSection = {
  kinds: ["marketing-opt-out"],
  rules: [
    dated(
      "2003-12-11",
      null,
      "PECR reg. 22",
      noDay("stop the marketing", "at once: whoever refused is not written to again"),
    ),
  ],
};

const FRAMEWORKS: readonly FrameworkLife[] = [
  ["Privacy Shield", "2016-07-12", "2020-07-16"],
  ["UK Extension to the Data Privacy Framework", "2023-10-12", null],
];

const ICO = "the Information Commissioner";
const GAP = {
  from: "2020-07-16",
  until: "2023-10-12",
  why: "C-311/18 ended the Privacy Shield; the UK Extension came three years later",
};

export const ukDuties: Pick<RegimePack, "clocks" | "fees" | "complaints" | "gaps"> = {
  gaps: [
    { matter: "clock framework-complaint", ...GAP },
    { matter: "complaints under a framework", ...GAP },
  ],
  clocks: [...REQUESTS, COMPLAINTS, frameworkClock(FRAMEWORKS), MARKETING, ...BREACHES],
  fees: [
    dated(DPA_1998, GDPR_FROM, "DPA 1998 s. 7(2)(b); SI 2000/191 reg. 3", {
      mayAsk: "always",
      cap: { amount: 10, currency: "GBP" },
      when: "any request for access",
      reflectionDays: null,
    }),
    dated(GDPR_FROM, null, "UK GDPR 12(5), 15(3)", {
      mayAsk: "excessive",
      cap: null,
      when: "manifestly unfounded or excessive requests, and further copies: a reasonable fee",
      reflectionDays: null,
    }),
  ],
  complaints: {
    general: [
      dated(
        DPA_1998,
        GDPR_FROM,
        "DPA 1998 ss. 13-14, 42",
        {
          steps: [
            step("authority", ICO, "DPA 1998 s. 42", { confirmed: true }),
            step("court", "the courts", "DPA 1998 ss. 13-14", { confirmed: true }),
          ],
        },
        true,
      ),
      dated(GDPR_FROM, DUAA_D, "UK GDPR 77-79; DPA 2018 ss. 165-167", {
        steps: [
          step("authority", ICO, "UK GDPR 77; DPA 2018 s. 165"),
          step("tribunal", "the First-tier Tribunal", "DPA 2018 s. 166"),
          step("court", "the courts", "UK GDPR 79; DPA 2018 s. 167"),
        ],
      }),
      dated(
        DUAA_D,
        null,
        "DPA 2018 ss. 164A-166",
        {
          steps: [
            step("controller", "the controller", "DPA 2018 s. 164A", {
              ...{ confirmed: true, clock: "complaint" },
            }),
            step("authority", ICO, "DPA 2018 s. 165", { confirmed: true }),
            step("tribunal", "the First-tier Tribunal", "DPA 2018 s. 166", { confirmed: true }),
          ],
        },
        true,
      ),
    ],
    framework: frameworkLadder(FRAMEWORKS, ICO),
  },
};
