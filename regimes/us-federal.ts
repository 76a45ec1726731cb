import type { ClockSection, Gap, ProcessingRule, RegimePack } from "#core/law/regime";
import { type FrameworkLife, frameworkClock, frameworkLadder } from "./framework-duties.ts";
import { BASES, businessDays, clock, contactBy, dated, days, deviceBy, GIVEN } from "./rules.ts";

/** Before any act of a state: the day from which the packs say that no law asks for a basis. */
export const EVER = "1900-01-01";
export const CAN_SPAM = "2004-01-01";
const NO_CALL = "2003-10-01";
const TCPA_REVOCATION = "2025-04-11";

const ANY = [...BASES, "opt-out"] as const;

/** A law that lets data be used until somebody says no. */
export const untilRefused = (more: Partial<ProcessingRule> = {}): ProcessingRule => ({
  ...{ bases: ANY, consent: GIVEN, adultFromYears: null, recognisedInterests: [] },
  ...{ privacySignal: false, ...more },
});

export const nothingAsked = deviceBy("none");

/** Federal law on commercial messages, which goes before that of the states. */
export const federalContact: RegimePack["contact"] = {
  email: [
    dated(
      CAN_SPAM,
      null,
      "CAN-SPAM, 15 U.S.C. 7704",
      contactBy(["consent", "legitimate-interests", "opt-out"], {
        obligations: ["postal-address"],
      }),
    ),
  ],
  sms: [dated("2003-07-25", null, "TCPA, 47 CFR 64.1200(a)", contactBy(["consent"]))],
  call: [
    dated(
      NO_CALL,
      null,
      "TCPA, 47 CFR 64.1200(c)",
      contactBy(["consent", "legitimate-interests", "opt-out"], {
        screening: { registers: ["us-dnc"], freshDaysMax: 31 },
      }),
    ),
  ],
  post: [
    dated(
      EVER,
      null,
      "no federal act on advertising by post",
      contactBy(["consent", "legitimate-interests", "opt-out"]),
    ),
  ],
};

const FRAMEWORKS: readonly FrameworkLife[] = [
  ["Privacy Shield", "2016-07-12", "2020-07-16"],
  ["Data Privacy Framework", "2023-07-10", null],
];
const GAP = {
  from: "2020-07-16",
  until: "2023-07-10",
  why: "C-311/18 ended the Privacy Shield; the Data Privacy Framework came three years later",
};

export const federalGaps: readonly Gap[] = [
  { matter: "clock framework-complaint", ...GAP },
  { matter: "complaints under a framework", ...GAP },
];

export const federalClocks: readonly ClockSection[] = [
  {
    kinds: ["marketing-opt-out"],
    rules: [
      dated(
        CAN_SPAM,
        null,
        "CAN-SPAM, 15 U.S.C. 7704(a)(4)",
        clock({ duty: "stop the commercial mail", length: businessDays(10) }),
      ),
    ],
  },
  {
    kinds: ["call-opt-out"],
    rules: [
      dated(
        NO_CALL,
        TCPA_REVOCATION,
        "47 CFR 64.1200(d)(3)",
        clock({ duty: "stop the calls", length: days(30) }),
      ),
      dated(
        TCPA_REVOCATION,
        null,
        "47 CFR 64.1200(a)(10)",
        clock({
          ...{ duty: "stop the calls and text messages", length: businessDays(10) },
          reading: "that one revocation ends all calls of a sender is stayed until 2027-01-31",
        }),
        true,
      ),
    ],
  },
  frameworkClock(FRAMEWORKS),
];

export const federalLadder = frameworkLadder(FRAMEWORKS, "the exporter's supervisory authority");
