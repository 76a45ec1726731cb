import type { ConsentRule, RegimePack } from "#core/law/regime";
import { englandAndWales, northernIreland, scotland } from "./holidays/uk.ts";
import { EEA } from "./places.ts";
import { BASES, GIVEN } from "./rules.ts";
import { ukDuties } from "./uk-duties.ts";

/**
 * DPA 1998 and PECR of then: consent may be inferred for cookies from informed use; for mail it
 * must be given.
 */
const INFERRED: ConsentRule = { manners: ["explicit", "implied", "guardian"], termMonthsMax: null };
const GIVEN_1998: ConsentRule = {
  manners: ["explicit", "bundled", "guardian"],
  termMonthsMax: null,
};

const ADULTS = { adultFromYears: 13, privacySignal: false } as const;

/** UK GDPR Annex 1, since the Data (Use and Access) Act 2025 s70. */
const RECOGNISED = [
  "public-task-request",
  "national-security",
  "emergencies",
  "crime",
  "safeguarding",
] as const;

const SCREENED = (registers: readonly string[]) => ({ registers, freshDaysMax: 28 });

export const uk: RegimePack = {
  ...ukDuties,
  id: "uk",
  name: "United Kingdom",
  zone: "Europe/London",
  covers: ["GB"],
  attaches: {
    processing: { establishment: true, residence: true },
    device: true,
    contact: true,
    transfer: true,
  },
  basesFrom: null,
  calendars: [englandAndWales],
  jurisdictions: [
    {
      ...{ id: "uk-sct", name: "Scotland", place: "GB-SCT", zone: "Europe/London" },
      calendars: [scotland],
    },
    {
      ...{ id: "uk-nir", name: "Northern Ireland", place: "GB-NIR", zone: "Europe/London" },
      calendars: [northernIreland],
    },
  ],
  processing: [
    {
      from: "2000-03-01",
      until: "2018-05-25",
      provision: "DPA 1998 Sch 2",
      confirmed: true,
      rule: {
        bases: BASES,
        consent: GIVEN_1998,
        adultFromYears: null,
        recognisedInterests: [],
        privacySignal: false,
      },
    },
    {
      from: "2018-05-25",
      until: "2026-02-05",
      provision: "UK GDPR 6(1)",
      confirmed: false,
      rule: { bases: BASES, consent: GIVEN, recognisedInterests: [], ...ADULTS },
    },
    {
      from: "2026-02-05",
      until: null,
      provision: "UK GDPR 6(1), with (ea)",
      confirmed: true,
      rule: {
        bases: [...BASES, "recognised-interests"],
        consent: GIVEN,
        recognisedInterests: RECOGNISED,
        ...ADULTS,
      },
    },
  ],
  device: [
    {
      from: "2011-05-26",
      until: "2019-03-29",
      provision: "PECR reg. 6",
      confirmed: true,
      rule: { mode: "opt-in", consent: INFERRED, statisticsExempt: false },
    },
    {
      from: "2019-03-29",
      until: "2026-02-05",
      provision: "PECR reg. 6",
      confirmed: false,
      rule: { mode: "opt-in", consent: GIVEN, statisticsExempt: false },
    },
    {
      from: "2026-02-05",
      until: null,
      provision: "PECR reg. 6 and Sch A1",
      confirmed: true,
      rule: { mode: "opt-in", consent: GIVEN, statisticsExempt: true },
    },
  ],
  contact: {
    email: electronic(),
    sms: electronic(),
    call: [
      {
        from: "2003-12-11",
        until: "2019-03-29",
        provision: "PECR reg. 21",
        confirmed: true,
        rule: {
          marketingBases: ["consent", "legitimate-interests", "corporate-subscriber"],
          consent: GIVEN_1998,
          softOptIn: null,
          corporateExempt: false,
          screening: SCREENED(["tps", "ctps"]),
        },
      },
      {
        from: "2019-03-29",
        until: null,
        provision: "PECR reg. 21",
        confirmed: true,
        rule: {
          marketingBases: ["consent", "legitimate-interests"],
          consent: GIVEN,
          softOptIn: null,
          corporateExempt: false,
          screening: SCREENED(["tps", "ctps"]),
        },
      },
    ],
    post: [
      {
        from: "2000-03-01",
        until: "2018-05-25",
        provision: "DPA 1998 s. 11",
        confirmed: true,
        rule: {
          marketingBases: ["consent", "legitimate-interests"],
          consent: GIVEN_1998,
          softOptIn: null,
          corporateExempt: false,
          screening: SCREENED(["mps"]),
        },
      },
      {
        from: "2018-05-25",
        until: null,
        provision: "UK GDPR 21(2)",
        confirmed: true,
        rule: {
          marketingBases: ["consent", "legitimate-interests"],
          consent: GIVEN,
          softOptIn: null,
          corporateExempt: false,
          screening: SCREENED(["mps"]),
        },
      },
    ],
  },
  transfer: [
    {
      from: "2000-03-01",
      until: "2021-01-01",
      provision: "DPA 1998 Sch 1 principle 8; GDPR 44",
      confirmed: false,
      rule: { home: ["GB", ...EEA], mechanisms: MECHANISMS() },
    },
    {
      from: "2021-01-01",
      until: null,
      provision: "UK GDPR 44-46",
      confirmed: false,
      rule: { home: ["GB"], mechanisms: MECHANISMS() },
    },
  ],
};

/**
 * E-mail and SMS: consent, or soft opt-in; corporate subscribers are outside reg. 22; charities
 * since 2026-02-05 (reg. 22(3A)).
 */
function electronic(): RegimePack["contact"]["email"] {
  const rule = (consent: ConsentRule, charity: boolean) => ({
    marketingBases: ["consent", "soft-opt-in", "corporate-subscriber"] as const,
    consent,
    softOptIn: { negotiating: true, charity },
    corporateExempt: true,
    screening: null,
  });
  const provision = "PECR reg. 22";
  return [
    {
      from: "2003-12-11",
      until: "2019-03-29",
      provision,
      confirmed: true,
      rule: rule(GIVEN_1998, false),
    },
    {
      from: "2019-03-29",
      until: "2026-02-05",
      provision,
      confirmed: true,
      rule: rule(GIVEN, false),
    },
    { from: "2026-02-05", until: null, provision, confirmed: true, rule: rule(GIVEN, true) },
  ];
}

function MECHANISMS(): readonly string[] {
  return ["adequacy", "framework", "clauses", "bcr", "derogation"];
}
