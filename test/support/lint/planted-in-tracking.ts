import type { Planted } from "./planted-faults.ts";

const ITEM = "storedItems.count";
const LIFETIME = "lifetime: 6 months";
const PROVIDER = "name: Tells visitors apart.\n    provider: Faultless Limited";
const COUNTED = "stores: [{ purpose: counting, categories: [visits] }]";
const SHARED = [
  "categories: [visits]\n    grantTerm",
  "categories: [visits]\n    sharing: true\n    grantTerm",
] as const;
const BY_INTEREST = [
  "uk: [{ kind: consent, law: PECR reg. 6 }]",
  "uk: [{ kind: legitimate-interests, law: f, because: Pages should work for all. }]",
] as const;
const BY_INTEREST_EU = [
  "eu: [{ kind: consent, law: GDPR 6(1)(a) }]\n    retention: [{ categories: [visits]",
  "eu: [{ kind: legitimate-interests, law: f, because: Pages should work for all. }]\n    retention: [{ categories: [visits]",
] as const;
const NEWS = "uk: [{ kind: consent, law: UK GDPR 6(1)(a) }]";
const SOFT = "uk: [{ kind: consent, law: a }, { kind: soft-opt-in, law: PECR }]";
const LI = "uk: [{ kind: legitimate-interests, law: f, because: Customers expect news of cakes. }]";
const OFFER = "    offers: [{ purpose: news, channel: email }]\n";
const PARTNER = [
  "  site: { name: Website",
  "  partner: { name: A partner, from: third-party, categories: [email] }\n  site: { name: Website",
] as const;
const CALLS = [
  "channels: [email]\n    grantTerm",
  "channels: [email, call]\n    grantTerm",
] as const;

export const PLANTED_IN_TRACKING: readonly Planted[] = [
  {
    id: "cookies.no-refusal",
    what: "no banner",
    level: "error",
    path: "practice.cookieChoice",
    plant: [["cookieChoice: banner", "cookieChoice: none"]],
    near: [
      ["cookieChoice: banner", "cookieChoice: none"],
      [COUNTED, `${COUNTED}\n    necessary: true`],
    ],
  },
  {
    id: "cookies.no-refusal",
    what: "a warning only, while implied consent was tolerated",
    level: "warning",
    path: "practice.cookieChoice",
    day: "2019-03-28",
    plant: [["cookieChoice: banner", "cookieChoice: implied"]],
    near: [],
  },
  {
    id: "cookies.implied-consent",
    what: "on the first day of the standard of the GDPR",
    level: "error",
    path: "practice.cookieChoice",
    day: "2019-03-29",
    plant: [["cookieChoice: banner", "cookieChoice: implied"]],
    near: [["cookieChoice: banner", "cookieChoice: none"]],
  },
  {
    id: "cookies.advertising-no-choice",
    what: "shared and not asked",
    level: "error",
    path: "practice.cookieChoice",
    plant: [["cookieChoice: banner", "cookieChoice: none"], SHARED],
    near: [["cookieChoice: banner", "cookieChoice: none"]],
  },
  {
    id: "cookies.no-opt-out",
    what: "shared in California",
    level: "error",
    path: "practice.cookieChoice",
    regime: "us-ca",
    plant: [SHARED],
    near: [SHARED, ["withdrawal, complaint]", "withdrawal, complaint, opt-out]"]],
  },
  {
    id: "cookies.lifetime-missing",
    what: "persistent",
    level: "error",
    path: `${ITEM}.lifetime`,
    plant: [[LIFETIME, "lifetime: persistent"]],
    near: [[LIFETIME, "lifetime: session"]],
  },
  {
    id: "cookies.lifetime-missing",
    what: "since the judgment, and not the day before",
    level: "error",
    path: `${ITEM}.lifetime`,
    day: "2019-10-01",
    plant: [[LIFETIME, "lifetime: persistent"]],
    near: [],
  },
  {
    id: "cookies.lifetime-long",
    what: "fourteen months",
    level: "note",
    path: `${ITEM}.lifetime`,
    plant: [[LIFETIME, "lifetime: 14 months"]],
    near: [[LIFETIME, "lifetime: 13 months"]],
  },
  {
    id: "cookies.lifetime-long",
    what: "three years",
    level: "warning",
    path: `${ITEM}.lifetime`,
    plant: [[LIFETIME, "lifetime: 3 years"]],
    near: [[LIFETIME, "lifetime: 12 months"]],
  },
  {
    id: "cookies.mislabelled-necessary",
    what: "statistics that are necessary",
    level: "error",
    path: `${ITEM}.necessary`,
    plant: [[COUNTED, `${COUNTED}\n    necessary: true\n    statistics: true`]],
    near: [[COUNTED, `${COUNTED}\n    statistics: true`]],
  },
  {
    id: "cookies.mislabelled-necessary",
    what: "a known tracker",
    level: "error",
    path: `${ITEM}.necessary`,
    plant: [
      ["item: visitor", "item: _ga_ABC"],
      [COUNTED, `${COUNTED}\n    necessary: true`],
    ],
    near: [
      ["item: visitor", "item: visitor_ga"],
      [COUNTED, `${COUNTED}\n    necessary: true`],
    ],
  },
  {
    id: "cookies.recipient-missing",
    what: "set by another",
    level: "error",
    path: ITEM,
    plant: [[PROVIDER, "name: Tells visitors apart.\n    provider: Counters Inc."]],
    near: [[PROVIDER, "name: Tells visitors apart.\n    provider: Faultless"]],
  },
  {
    id: "cookies.consent-basis-missing",
    what: "by interests",
    level: "error",
    path: `${ITEM}.stores`,
    plant: [BY_INTEREST],
    near: [BY_INTEREST, [COUNTED, `${COUNTED}\n    statistics: true`]],
  },
  {
    id: "cookies.statistics-not-exempt",
    what: "claimed in the Union",
    level: "error",
    path: `${ITEM}.stores`,
    regime: "eu",
    plant: [BY_INTEREST_EU, [COUNTED, `${COUNTED}\n    statistics: true`]],
    near: [[COUNTED, `${COUNTED}\n    statistics: true`]],
  },
  {
    id: "cookies.statistics-not-exempt",
    what: "the day before the Act",
    level: "error",
    path: `${ITEM}.stores`,
    day: "2026-02-04",
    plant: [BY_INTEREST, [COUNTED, `${COUNTED}\n    statistics: true`]],
    near: [],
  },
  {
    id: "cookies.not-a-name",
    what: "a description",
    level: "note",
    path: `${ITEM}.item`,
    plant: [["item: visitor", "item: Visitor Counting"]],
    near: [["item: visitor", "item: 'Visitor#counting*'"]],
  },
  {
    id: "contradiction.no-cookies",
    what: "and yet two",
    level: "error",
    path: "clauses[1].clauses[0]",
    plant: [["body: We bake and bring it.", "body: We do not use cookies."]],
    near: [["body: We bake and bring it.", "body: We do not eat cookies."]],
  },
  {
    id: "contradiction.necessary-consent",
    what: "necessary for what waits for consent",
    level: "warning",
    path: `${ITEM}.necessary`,
    plant: [[COUNTED, `${COUNTED}\n    necessary: true`]],
    near: [[COUNTED, `${COUNTED}\n    necessary: true`], BY_INTEREST],
  },
  {
    id: "contradiction.lifetime-retention",
    what: "visits kept for a month, and the cookie for six",
    level: "warning",
    path: `${ITEM}.lifetime`,
    plant: [["for: 14 months", "for: 30 days"]],
    near: [["for: 14 months", "for: 6 months"]],
  },
  {
    id: "marketing.assumed-agreement",
    what: "no refusal where the address is given",
    level: "error",
    path: "purposes.news",
    plant: [
      [NEWS, SOFT],
      [OFFER, ""],
    ],
    near: [[NEWS, SOFT]],
  },
  {
    id: "marketing.no-objection",
    what: "no way out in 2017",
    level: "error",
    path: "rights.offered",
    day: "2017-09-13",
    plant: [
      ["objection, withdrawal, complaint]", "complaint]"],
      ["about: [right:objection]", "about: []"],
    ],
    near: [
      ["objection, withdrawal, complaint]", "withdrawal, complaint]"],
      ["about: [right:objection]", "about: []"],
    ],
  },
  {
    id: "marketing.objection-not-apart",
    what: "hidden among the others",
    level: "error",
    path: "rights.offered",
    plant: [["about: [right:objection]", "about: [right:objection, right:access]"]],
    near: [["about: [right:objection]", "about: [right:objection, purpose:news]"]],
  },
  {
    id: "marketing.sender-missing",
    what: "nobody sends it",
    level: "error",
    path: "messageClasses.marketing",
    plant: [
      [
        "messageClasses:\n  marketing: { sender: { name: Faultless, email: news@faultless.example } }\n",
        "",
      ],
    ],
    near: [],
  },
  {
    id: "marketing.sender-missing",
    what: "no postal address in the United States",
    level: "error",
    path: "messageClasses.marketing",
    regime: "us-va",
    plant: [["    address: 1 Plain Street, London\n", ""]],
    near: [],
  },
  {
    id: "marketing.screening-unsaid",
    what: "calls by interests",
    level: "note",
    path: "purposes.news",
    plant: [CALLS, [NEWS, LI]],
    near: [CALLS],
  },
  {
    id: "marketing.third-party-list",
    what: "a bought list",
    level: "warning",
    path: "sources.partner",
    plant: [PARTNER, [NEWS, LI], [OFFER, ""]],
    near: [PARTNER],
  },
  {
    id: "marketing.partner-sharing",
    what: "given to another by interests",
    level: "warning",
    path: "recipients.sister.discloses",
    plant: [
      [NEWS, LI],
      [
        "role: group\n    countries: [US]\n    discloses: [{ purpose: orders",
        "role: independent\n    countries: [US]\n    discloses: [{ purpose: news, categories: [email] }, { purpose: orders",
      ],
      [OFFER, ""],
    ],
    near: [
      [
        "role: group\n    countries: [US]\n    discloses: [{ purpose: orders",
        "role: independent\n    countries: [US]\n    discloses: [{ purpose: news, categories: [email] }, { purpose: orders",
      ],
    ],
  },
];
