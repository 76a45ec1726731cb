import type { Planted } from "./planted-faults.ts";

const CONTRACT = "kind: contract, law: UK GDPR 6(1)(b), because: Needed to perform the contract.";
const CONSENT = "uk: [{ kind: consent, law: UK GDPR 6(1)(a) }]";
const KEPT = "retention: [{ categories: [email, orders, health], for: 24 months }]";
const ABOUT = "about: We deliver what was ordered and invoice it.";
const basis = (written: string) => [[CONTRACT, written]] as const;
const SPECIAL = [
  "health: { name: Kitchen notes }",
  "health: { name: Health, special: true }",
] as const;
const OFFENCES = [
  "health: { name: Kitchen notes }",
  "health: { name: Convictions, offences: true }",
] as const;

export const PLANTED_IN_PURPOSES: readonly Planted[] = [
  {
    id: "purpose.basis-missing",
    what: "no list for this law",
    level: "error",
    path: "purposes.news.bases",
    plant: [[`      ${CONSENT}\n`, ""]],
    // A part of the kingdom has the bases of the kingdom.
    near: [],
    regime: "uk",
  },
  {
    id: "purpose.basis-invalid",
    what: "recognised interests outside the United Kingdom",
    level: "error",
    path: "purposes.orders.bases",
    regime: "eu",
    plant: [
      [
        "kind: contract, law: GDPR 6(1)(b), because: Needed to perform the contract.",
        "kind: recognised-interests, interest: crime, law: none",
      ],
    ],
    near: basis("kind: recognised-interests, interest: crime, law: UK GDPR 6(1)(ea)"),
  },
  {
    id: "purpose.basis-invalid",
    what: "recognised interests before their day",
    level: "error",
    path: "purposes.orders.bases",
    day: "2026-02-04",
    plant: basis("kind: recognised-interests, interest: crime, law: UK GDPR 6(1)(ea)"),
    near: [],
  },
  {
    id: "purpose.basis-invalid",
    what: "an opt-out under the GDPR",
    level: "error",
    path: "purposes.orders.bases",
    plant: basis("kind: opt-out, law: none"),
    near: basis(
      "kind: legitimate-interests, law: UK GDPR 6(1)(f), because: You want your cake in time.",
    ),
  },
  {
    id: "purpose.interest-unlisted",
    what: "an interest of one's own making",
    level: "error",
    path: "purposes.orders.bases",
    plant: basis("kind: recognised-interests, interest: baking, law: UK GDPR 6(1)(ea)"),
    near: basis("kind: recognised-interests, interest: crime, law: UK GDPR 6(1)(ea)"),
  },
  {
    id: "purpose.basis-marketing-only",
    what: "soft opt-in alone",
    level: "error",
    path: "purposes.news.bases",
    plant: [[CONSENT, "uk: [{ kind: soft-opt-in, law: PECR reg. 22(3) }]"]],
    near: [
      [
        CONSENT,
        "uk: [{ kind: soft-opt-in, law: PECR }, { kind: legitimate-interests, law: f, because: Customers expect news of cakes. }]",
      ],
    ],
  },
  {
    id: "purpose.interest-missing",
    what: "an interest in three words",
    level: "warning",
    path: "purposes.orders.bases",
    plant: basis(
      "kind: legitimate-interests, law: UK GDPR 6(1)(f), because: our legitimate interests",
    ),
    near: basis(
      "kind: legitimate-interests, law: UK GDPR 6(1)(f), because: Cakes must arrive fresh.",
    ),
  },
  {
    id: "purpose.authority-interests",
    what: "a public task that has interests too",
    level: "warning",
    path: "purposes.orders.bases",
    plant: basis(
      "kind: public-task, law: e }, { kind: legitimate-interests, law: f, because: We want to do it.",
    ),
    near: basis("kind: public-task, law: UK GDPR 6(1)(e)"),
  },
  {
    id: "purpose.consent-for-duty",
    what: "consent beside a duty",
    level: "warning",
    path: "purposes.orders.bases",
    plant: basis("kind: consent, law: a }, { kind: legal-obligation, law: c"),
    near: basis("kind: legal-obligation, law: c"),
  },
  {
    id: "purpose.special-ground-missing",
    what: "health by contract",
    level: "error",
    path: "purposes.orders.bases",
    plant: [SPECIAL],
    near: [SPECIAL, [CONTRACT, "kind: contract, law: 'UK GDPR 6(1)(b), 9(2)(h)'"]],
  },
  {
    id: "purpose.special-ground-missing",
    what: "a ground for other data only",
    level: "error",
    path: "purposes.orders.bases",
    plant: [
      [
        "health: { name: Kitchen notes }",
        "health: { name: Health, special: true }\n  faith: { name: Feasts, special: true }",
      ],
      [
        "categories: [email, orders, health]\n    channels",
        "categories: [email, orders, health, faith]\n    specialGrounds: { uk: [{ ground: health-care, law: 9(2)(h), categories: [health] }] }\n    channels",
      ],
    ],
    near: [
      SPECIAL,
      [
        "categories: [email, orders, health]\n    channels",
        "categories: [email, orders, health]\n    specialGrounds: { uk: [{ ground: health-care, law: 9(2)(h) }] }\n    channels",
      ],
    ],
  },
  {
    id: "purpose.offences-ground-missing",
    what: "convictions by contract",
    level: "error",
    path: "purposes.orders.bases",
    plant: [OFFENCES],
    near: [
      OFFENCES,
      [
        "categories: [email, orders, health]\n    channels",
        "categories: [email, orders, health]\n    specialGrounds: { uk: [{ ground: authorised-by-law, law: DPA 2018 s. 10 }] }\n    channels",
      ],
    ],
  },
  {
    id: "purpose.vague",
    what: "business purposes",
    level: "warning",
    path: "purposes.orders.about",
    plant: [[ABOUT, "about: We use it for business purposes."]],
    near: [[ABOUT, "about: We tell the tax office of our business."]],
  },
  {
    id: "purpose.vague",
    what: "two words",
    level: "warning",
    path: "purposes.orders.about",
    plant: [[ABOUT, "about: Order handling."]],
    near: [[ABOUT, "about: We handle orders."]],
  },
  {
    id: "purpose.advertising-hidden",
    what: "advertisers behind a harmless clause",
    level: "warning",
    path: "purposes.counting",
    plant: [
      [
        "categories: [visits]\n    grantTerm",
        "categories: [visits]\n    sharing: true\n    grantTerm",
      ],
    ],
    near: [
      [
        "categories: [visits]\n    grantTerm",
        "categories: [visits]\n    sharing: true\n    grantTerm",
      ],
      ["body: Only if you allow it.", "body: Others then show you adverts."],
    ],
  },
  {
    id: "purpose.marketing-undeclared",
    what: "a newsletter that is none",
    level: "error",
    path: "purposes.news.directMarketing",
    plant: [["directMarketing: true", "directMarketing: false"]],
    near: [
      ["directMarketing: true", "directMarketing: false"],
      ["name: Newsletter", "name: Receipts"],
    ],
  },
  {
    id: "purpose.retention-missing",
    what: "a category without a period",
    level: "error",
    path: "purposes.orders.retention",
    plant: [[KEPT, "retention: [{ categories: [email, orders], for: 24 months }]"]],
    near: [
      [
        KEPT,
        "retention: [{ categories: [email, orders, health], for: open, because: Until you ask. }]",
      ],
    ],
  },
  {
    id: "purpose.retention-missing",
    what: "open without a reason",
    level: "error",
    path: "purposes.orders.retention",
    plant: [[KEPT, "retention: [{ categories: [email, orders, health], for: open }]"]],
    near: [
      [
        KEPT,
        "retention: [{ categories: [email, orders, health], for: open, criteria: While you order. }]",
      ],
    ],
  },
  {
    id: "consent.bundled",
    what: "using is accepting",
    level: "error",
    path: "practice.acceptance",
    plant: [["acceptance: none", "acceptance: bundled"]],
    near: [],
  },
  {
    id: "consent.term-missing",
    what: "a consent for ever",
    level: "note",
    path: "purposes.news.grantTerm",
    plant: [["    grantTerm: 24 months\n", ""]],
    // A contract has no term to give.
    near: [],
  },
  {
    id: "consent.offer-without-basis",
    what: "a box that changes nothing",
    level: "error",
    path: "forms.order.offers",
    plant: [
      [
        CONSENT,
        "uk: [{ kind: legitimate-interests, law: f, because: Customers expect news of cakes. }]",
      ],
    ],
    near: [[CONSENT, "uk: [{ kind: soft-opt-in, law: PECR reg. 22(3) }]"]],
  },
  {
    id: "collect.unused-category",
    what: "visits taken by the form",
    level: "warning",
    path: "sources.form.categories",
    plant: [
      [
        "health: { name: Kitchen notes }",
        "health: { name: Kitchen notes }\n  birth: { name: Birthday }",
      ],
      [
        "categories: [email, phone, orders, health], needed",
        "categories: [email, phone, orders, health, birth], needed",
      ],
    ],
    near: [
      [
        "health: { name: Kitchen notes }",
        "health: { name: Kitchen notes }\n  birth: { name: Birthday }",
      ],
    ],
  },
  {
    id: "collect.no-source",
    what: "a birthday out of nowhere",
    level: "warning",
    path: "purposes.orders.categories",
    plant: [
      [
        "health: { name: Kitchen notes }",
        "health: { name: Kitchen notes }\n  birth: { name: Birthday }",
      ],
      [
        "categories: [email, orders, health]\n    channels",
        "categories: [email, orders, health, birth]\n    channels",
      ],
    ],
    // Built-in categories come with the built-in purposes.
    near: [
      [
        "categories: [email, orders, health]\n    channels",
        "categories: [email, orders, health, request]\n    channels",
      ],
    ],
  },
  {
    id: "collect.needed-missing",
    what: "never said",
    level: "warning",
    path: "sources",
    plant: [[", needed: Needed to deliver.", ""]],
    near: [],
  },
  {
    id: "collect.needed-missing",
    what: "a second form that insists",
    level: "warning",
    path: "sources.second",
    plant: [
      [
        "  site: { name: Website",
        "  second: { name: Second, from: person, categories: [email] }\n  site: { name: Website",
      ],
      [
        "rights:\n  offered",
        "  again:\n    name: Again\n    source: second\n    purposes: [orders]\n    fields:\n      email: { label: E-mail, category: email, kind: email, required: true }\nrights:\n  offered",
      ],
    ],
    near: [
      [
        "  site: { name: Website",
        "  second: { name: Second, from: person, categories: [email] }\n  site: { name: Website",
      ],
      [
        "rights:\n  offered",
        "  again:\n    name: Again\n    source: second\n    purposes: [orders]\n    fields:\n      email: { label: E-mail, category: email, kind: email }\nrights:\n  offered",
      ],
    ],
  },
  {
    id: "collect.told-missing",
    what: "a partner's list",
    level: "warning",
    path: "sources.partner",
    plant: [
      [
        "  site: { name: Website",
        "  partner: { name: A partner, from: third-party, categories: [orders] }\n  site: { name: Website",
      ],
    ],
    near: [
      [
        "  site: { name: Website",
        "  partner: { name: A partner, from: third-party, categories: [orders], told: Within a month by e-mail. }\n  site: { name: Website",
      ],
    ],
  },
  {
    id: "children.rules-missing",
    what: "from ten years on, and no word of a guardian",
    level: "warning",
    path: "sources.form.children",
    plant: [
      ["needed: Needed to deliver. }", "needed: Needed to deliver., audience: { from: 10 } }"],
    ],
    near: [
      [
        "needed: Needed to deliver. }",
        "needed: Needed to deliver., children: true, audience: { from: 10, guardianConsent: By a letter. } }",
      ],
    ],
  },
  {
    id: "children.rules-missing",
    what: "a form for children",
    level: "warning",
    path: "sources.form.children",
    plant: [["needed: Needed to deliver. }", "needed: Needed to deliver., children: true }"]],
    near: [
      ["needed: Needed to deliver. }", "needed: Needed to deliver., children: true }"],
      ["body: We bake and bring it.", "body: Below 16 a parent orders."],
    ],
  },
];
