import type { Planted } from "./planted-faults.ts";

const OFFERED =
  "offered: [access, rectification, erasure, restriction, portability, objection, withdrawal, complaint]";
const SHARED = [
  "categories: [visits]\n    grantTerm",
  "categories: [visits]\n    sharing: true\n    grantTerm",
] as const;
const prose = (text: string) => ["body: We bake and bring it.", `body: "${text}"`] as const;
const FREE = "body: You may object., about: [right:objection]";

export const PLANTED_IN_RIGHTS: readonly Planted[] = [
  {
    id: "rights.missing",
    what: "no portability",
    level: "error",
    path: "rights.offered",
    plant: [["portability, ", ""]],
    near: [["portability, objection", "objection, portability"]],
  },
  {
    id: "rights.missing",
    what: "withdrawal where consent is asked for",
    level: "error",
    path: "rights.offered",
    plant: [["withdrawal, complaint]", "complaint]"]],
    // Nobody asks for a right about machines that decide nothing.
    near: [],
  },
  {
    id: "rights.fee",
    what: "ten pounds",
    level: "error",
    path: "rights.fee",
    plant: [["charged: false", "charged: true"]],
    near: [],
  },
  {
    id: "rights.fee",
    what: "from the first day of the GDPR, and not in 2017",
    level: "error",
    path: "rights.fee",
    day: "2018-05-25",
    plant: [["charged: false", "charged: true"]],
    near: [],
  },
  {
    id: "rights.identity-missing",
    what: "not said",
    level: "note",
    path: "rights",
    plant: [["  identity: A link to the address that the request is about.\n", ""]],
    near: [],
  },
  {
    id: "rights.methods-missing",
    what: "one way only, in California",
    level: "error",
    path: "rights.methods",
    regime: "us-ca",
    plant: [["  contact: privacy\n", "  contact: privacy\n  methods: [email]\n"]],
    near: [["  contact: privacy\n", "  contact: privacy\n  methods: [email, page]\n"]],
  },
  {
    id: "rights.appeal-missing",
    what: "in Virginia",
    level: "error",
    path: "rights",
    regime: "us-va",
    plant: [],
    near: [
      ["  contact: privacy\n", "  contact: privacy\n  appeal: { about: Write to us again. }\n"],
    ],
  },
  {
    id: "rights.agent-missing",
    what: "California",
    level: "error",
    path: "rights",
    regime: "us-ca",
    plant: [],
    near: [prose("An authorized agent may ask for you.")],
  },
  {
    id: "rights.retaliation-missing",
    what: "California",
    level: "error",
    path: "rights",
    regime: "us-ca",
    plant: [],
    near: [prose("We never discriminate against those who ask.")],
  },
  {
    id: "authority.missing",
    what: "none of the Union",
    level: "error",
    path: "authorities",
    regime: "eu",
    plant: [['  - { name: BlnBDI, country: DE, url: "https://www.datenschutz-berlin.de/" }\n', ""]],
    near: [['  - { name: ICO, country: GB, url: "https://ico.org.uk/" }\n', ""]],
  },
  {
    id: "complaints.controller-missing",
    what: "since 19 June 2026",
    level: "error",
    path: "complaints",
    day: "2026-06-19",
    plant: [["  - { step: controller, name: Us first }\n", ""]],
    near: [],
  },
  {
    id: "complaints.controller-missing",
    what: "told ahead within half a year",
    level: "note",
    path: "complaints",
    day: "2026-01-01",
    plant: [["  - { step: controller, name: Us first }\n", ""]],
    near: [],
  },
  {
    id: "automated.logic-missing",
    what: "in three words",
    level: "error",
    path: "practice.automatedDecisions",
    plant: [
      [
        "changeNotice: email-and-page }",
        "changeNotice: email-and-page, automatedDecisions: Machines decide it. }",
      ],
    ],
    near: [
      [
        "changeNotice: email-and-page }",
        "changeNotice: email-and-page, automatedDecisions: 'Orders above the credit of a customer are refused by a score of late payments; write to us and a person looks again.' }",
      ],
    ],
  },
  {
    id: "changes.page-only",
    what: "look again yourself",
    level: "warning",
    path: "practice.changeNotice",
    plant: [["changeNotice: email-and-page", "changeNotice: page"]],
    near: [["changeNotice: email-and-page", "changeNotice: email"]],
  },
  {
    id: "notice.outdated",
    what: "a year and a day",
    level: "error",
    path: "date",
    regime: "us-ca",
    day: "2026-11-02",
    plant: [["date: 2026-11-01", "date: 2025-11-01"]],
    near: [["date: 2026-11-01", "date: 2025-11-02"]],
  },
  {
    id: "security.disclaimed",
    what: "no promise",
    level: "note",
    path: "clauses[1].clauses[0]",
    plant: [prose("We cannot guarantee the security of what you send.")],
    near: [prose("We cannot guarantee the taste of every cake.")],
  },
  {
    id: "opt-out.link-missing",
    what: "no link",
    level: "error",
    path: "purposes.counting",
    regime: "us-ca",
    plant: [SHARED],
    near: [
      SHARED,
      [
        "storedItems:\n",
        "california: { links: [{ kind: alternative, url: /preferences }] }\nstoredItems:\n",
      ],
    ],
  },
  {
    id: "opt-out.signal-unsaid",
    what: "no word of the signal",
    level: "error",
    path: "purposes.counting",
    regime: "us-ca",
    plant: [SHARED],
    near: [
      SHARED,
      ["changeNotice: email-and-page }", "changeNotice: email-and-page, signals: [gpc] }"],
    ],
  },
  {
    id: "opt-out.sale-unsaid",
    what: "shared in silence",
    level: "error",
    path: "purposes.counting",
    regime: "us-ca",
    plant: [SHARED, prose("What we sell is cake.")],
    near: [SHARED, prose("We share personal information with advertisers.")],
  },
  {
    id: "contradiction.fee",
    what: "free, and yet charged",
    level: "error",
    path: "rights.fee",
    plant: [
      ["charged: false", "charged: true"],
      [FREE, "body: All of it is free of charge., about: [right:objection]"],
    ],
    near: [["charged: false", "charged: true"], prose("Delivery is free of charge.")],
  },
  {
    id: "contradiction.right-denied",
    what: "a consent that nobody can take back",
    level: "error",
    path: "rights.offered",
    plant: [["cookieChoice: banner", "cookieChoice: implied"]],
    near: [
      ["cookieChoice: banner", "cookieChoice: implied"],
      [OFFERED, OFFERED.replace("withdrawal, ", "")],
    ],
  },
  {
    id: "acceptance.unmatched",
    what: "nothing to accept",
    level: "warning",
    path: "accepted[0]",
    plant: [
      [
        "clauses:\n  - id: who",
        "accepted:\n  - { finding: rights.fee, regime: uk, reason: r, until: 2027-01-01 }\nclauses:\n  - id: who",
      ],
    ],
    near: [
      ["charged: false", "charged: true"],
      [
        "clauses:\n  - id: who",
        "accepted:\n  - { finding: rights.fee, regime: uk, reason: r, until: 2027-01-01 }\nclauses:\n  - id: who",
      ],
    ],
  },
];
