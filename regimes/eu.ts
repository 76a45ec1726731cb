import type { ConsentRule, ContactRule, Jurisdiction, RegimePack } from "#core/law/regime";
import { euDuties } from "./eu-duties.ts";
import { EEA_CALENDARS, union } from "./holidays/eea.ts";
import { EEA, EEA_ZONES } from "./places.ts";
import { BASES, GIVEN } from "./rules.ts";

/**
 * Directive 95/46 art. 2(h): freely given, specific and informed; a bundle was not unlawful as
 * such.
 */
const GIVEN_1995: ConsentRule = {
  manners: ["explicit", "bundled", "guardian"],
  termMonthsMax: null,
};

const electronic = (consent: ConsentRule): ContactRule => ({
  marketingBases: ["consent", "soft-opt-in"],
  consent,
  // Art. 13(2) speaks of a sale. Whether corporate subscribers are exempt is for each member state,
  // so they are not.
  softOptIn: { negotiating: false, charity: false },
  corporateExempt: false,
  screening: null,
});

/**
 * Calls: art. 13(3) leaves opt-in or opt-out to the member states; the stricter is taken for all.
 */
const calls = (consent: ConsentRule): ContactRule => ({
  marketingBases: ["consent"],
  consent,
  softOptIn: null,
  corporateExempt: false,
  screening: null,
});

const post = (consent: ConsentRule): ContactRule => ({
  marketingBases: ["consent", "legitimate-interests"],
  consent,
  softOptIn: null,
  corporateExempt: false,
  screening: null,
});

const MAIL = "Directive 2002/58 art. 13(1)-(2)";
const CALL = "Directive 2002/58 art. 13(3)";

/** Each state is a jurisdiction of its own: its holidays count. */
const STATES: readonly Jurisdiction[] = [...EEA_CALENDARS.values()].map((calendar) => {
  const place = calendar.id.toUpperCase();
  const { id, name } = calendar;
  return { id, name, place, zone: EEA_ZONES[place] ?? "", calendars: [calendar] };
});

export const eu: RegimePack = {
  ...euDuties,
  id: "eu",
  name: "European Union",
  zone: "Europe/Brussels",
  covers: EEA,
  attaches: {
    processing: { establishment: true, residence: true },
    device: true,
    contact: true,
    transfer: true,
  },
  basesFrom: null,
  calendars: [union],
  jurisdictions: STATES,
  processing: [
    {
      from: "1998-10-24",
      until: "2018-05-25",
      provision: "Directive 95/46 art. 7",
      confirmed: false,
      rule: {
        bases: BASES,
        consent: GIVEN_1995,
        adultFromYears: null,
        recognisedInterests: [],
        privacySignal: false,
      },
    },
    {
      from: "2018-05-25",
      until: null,
      provision: "GDPR 6(1)",
      confirmed: false,
      // Art. 8 lets member states go down to 13; the default of 16 protects more.
      rule: {
        bases: BASES,
        consent: GIVEN,
        adultFromYears: 16,
        recognisedInterests: [],
        privacySignal: false,
      },
    },
  ],
  device: [
    {
      from: "2011-05-25",
      until: "2018-05-25",
      provision: "Directive 2002/58 art. 5(3)",
      confirmed: false,
      rule: { mode: "opt-in", consent: GIVEN_1995, statisticsExempt: false },
    },
    {
      from: "2018-05-25",
      until: null,
      provision: "Directive 2002/58 art. 5(3), GDPR 7",
      confirmed: false,
      rule: { mode: "opt-in", consent: GIVEN, statisticsExempt: false },
    },
  ],
  contact: {
    email: [
      {
        from: "2003-10-31",
        until: "2018-05-25",
        provision: MAIL,
        confirmed: false,
        rule: electronic(GIVEN_1995),
      },
      {
        from: "2018-05-25",
        until: null,
        provision: MAIL,
        confirmed: false,
        rule: electronic(GIVEN),
      },
    ],
    sms: [
      {
        from: "2003-10-31",
        until: "2018-05-25",
        provision: MAIL,
        confirmed: false,
        rule: electronic(GIVEN_1995),
      },
      {
        from: "2018-05-25",
        until: null,
        provision: MAIL,
        confirmed: false,
        rule: electronic(GIVEN),
      },
    ],
    call: [
      {
        from: "2003-10-31",
        until: "2018-05-25",
        provision: CALL,
        confirmed: false,
        rule: calls(GIVEN_1995),
      },
      { from: "2018-05-25", until: null, provision: CALL, confirmed: false, rule: calls(GIVEN) },
    ],
    post: [
      {
        from: "1998-10-24",
        until: "2018-05-25",
        provision: "Directive 95/46 art. 14(b)",
        confirmed: false,
        rule: post(GIVEN_1995),
      },
      {
        from: "2018-05-25",
        until: null,
        provision: "GDPR 21(2)-(3)",
        confirmed: false,
        rule: post(GIVEN),
      },
    ],
  },
  transfer: [
    {
      from: "1998-10-24",
      until: "2021-01-01",
      provision: "Directive 95/46 art. 25-26; GDPR 44-49",
      confirmed: false,
      rule: {
        home: [...EEA, "GB"],
        mechanisms: ["adequacy", "framework", "clauses", "bcr", "derogation"],
      },
    },
    {
      from: "2021-01-01",
      until: null,
      provision: "GDPR 44-49",
      confirmed: false,
      rule: { home: EEA, mechanisms: ["adequacy", "framework", "clauses", "bcr", "derogation"] },
    },
  ],
};
