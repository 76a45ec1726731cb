import type { Planted } from "./planted-faults.ts";

const TRANSFERS = `    transfers:
      - { kind: clauses, mechanism: idta, copy: Ask us for one. }
      - { kind: clauses, mechanism: scc-2021, copy: Ask us for one. }
`;
const by = (...mechanisms: readonly string[]) =>
  [
    TRANSFERS,
    mechanisms.length === 0
      ? ""
      : `    transfers:\n${mechanisms.map((each) => `      - { ${each} }\n`).join("")}`,
  ] as const;
const IDTA = "kind: clauses, mechanism: idta, copy: Ask us for one.";
const SCC = "kind: clauses, mechanism: scc-2021, copy: Ask us for one.";
const DPF = "kind: framework, mechanism: dpf-uk";
const PATH = "recipients.sister.transfers";
const LADDER =
  "  - { step: dispute-provider, name: A panel, free: true }\n  - { step: arbitration, name: Arbitration }\n  - { step: authority";
const FRAMEWORK_PROSE = [
  "body: We bake and bring it.",
  'body: "Faultless Inc. takes part in the Data Privacy Framework and keeps its Principles. The Federal Trade Commission may investigate it. It may have to answer public authorities, and is liable for those it passes data to."',
] as const;
const WITH_LADDER = ["  - { step: authority", LADDER] as const;
const certified = (more: string) =>
  [
    "storedItems:\n",
    `frameworks:\n  dpf: { framework: dpf-uk, controllers: [sister-inc], enforcer: ftc, recourse: { name: A panel }, arbitration: true, ${more} }\nstoredItems:\n`,
  ] as const;
const HOST = "    countries: [GB]\n    onward: [copies]\n";

export const PLANTED_IN_SHARING: readonly Planted[] = [
  {
    id: "recipient.unnamed",
    what: "a kind of recipients in no place",
    level: "warning",
    path: "recipients.host",
    plant: [[HOST, "    named: false\n    countries: []\n    onward: [copies]\n"]],
    near: [[HOST, "    named: false\n    countries: [GB]\n    onward: [copies]\n"]],
  },
  {
    id: "recipient.country-missing",
    what: "no country",
    level: "error",
    path: "recipients.host",
    plant: [[HOST, "    countries: []\n    onward: [copies]\n"]],
    near: [],
  },
  {
    id: "recipient.purposes-missing",
    what: "gets nothing",
    level: "warning",
    path: "recipients.sister.discloses",
    plant: [
      [
        `    discloses: [{ purpose: orders, categories: [email, orders] }]\n${TRANSFERS}`,
        `    discloses: []\n${TRANSFERS}`,
      ],
    ],
    near: [],
  },
  {
    id: "recipient.onward-wider",
    what: "more than was given",
    level: "error",
    path: "recipients.host.onward",
    plant: [
      [
        `${HOST}    discloses: [{ purpose: orders, categories: [email, orders] }]`,
        `${HOST}    discloses: [{ purpose: orders, categories: [email] }]`,
      ],
    ],
    near: [],
  },
  {
    id: "transfer.mechanism-missing",
    what: "none",
    level: "error",
    path: PATH,
    plant: [by()],
    near: [by(IDTA)],
  },
  {
    id: "transfer.mechanism-missing",
    what: "staff in a place that is not said",
    level: "warning",
    path: PATH,
    plant: [by(), ["role: group\n    countries: [US]", "role: staff\n    countries: []"]],
    near: [by(), ["role: group\n    countries: [US]", "role: staff\n    countries: [FR]"]],
  },
  {
    id: "transfer.mechanism-lapsed",
    what: "the Shield",
    level: "error",
    path: PATH,
    plant: [by("kind: framework, mechanism: shield", IDTA)],
    near: [by(IDTA)],
  },
  {
    id: "transfer.mechanism-lapsed",
    what: "old clauses on the day they died",
    level: "error",
    path: PATH,
    regime: "eu",
    day: "2022-12-27",
    plant: [by("kind: clauses, mechanism: scc-2010, copy: Ask us.")],
    near: [by(SCC)],
  },
  {
    id: "transfer.mechanism-unborn",
    what: "the framework before its day",
    level: "error",
    path: PATH,
    regime: "eu",
    day: "2023-07-09",
    plant: [by("kind: framework, mechanism: dpf")],
    // Declared ahead, beside clauses that carry the transfer.
    near: [by("kind: framework, mechanism: dpf", SCC)],
  },
  {
    id: "transfer.mechanism-foreign",
    what: "the Swiss framework for the Union",
    level: "error",
    path: PATH,
    regime: "eu",
    plant: [by("kind: framework, mechanism: dpf-ch")],
    near: [by("kind: framework, mechanism: dpf-ch", SCC)],
  },
  {
    id: "transfer.mechanism-unknown",
    what: "a paper of one's own",
    level: "error",
    path: PATH,
    plant: [by("kind: clauses, mechanism: gentlemen, copy: Ask us.", IDTA)],
    near: [by(IDTA)],
  },
  {
    id: "transfer.adequacy-missing",
    what: "the United States in general",
    level: "error",
    path: PATH,
    plant: [by("kind: adequacy, mechanism: adequacy", IDTA)],
    near: [by("kind: adequacy, mechanism: adequacy"), ["countries: [US]", "countries: [CH]"]],
  },
  {
    id: "transfer.derogation-regular",
    what: "a sister by derogation",
    level: "warning",
    path: PATH,
    plant: [by("kind: derogation, mechanism: derogation, condition: contract")],
    near: [
      by("kind: derogation, mechanism: derogation, condition: claims"),
      ["role: group\n    countries", "role: independent\n    countries"],
    ],
  },
  {
    id: "transfer.copy-missing",
    what: "no copy",
    level: "error",
    path: PATH,
    plant: [by("kind: clauses, mechanism: idta")],
    near: [
      by("kind: clauses, mechanism: idta"),
      ["about: [purpose:orders]", "about: [purpose:orders, practice:transfer-copy]"],
    ],
  },
  {
    id: "transfer.ends-soon",
    what: "old clauses in their last quarter",
    level: "note",
    path: PATH,
    regime: "eu",
    day: "2022-09-29",
    plant: [by("kind: clauses, mechanism: scc-2010, copy: Ask us.")],
    near: [by("kind: clauses, mechanism: scc-2010, copy: Ask us.", SCC)],
  },
  {
    id: "framework.item-missing",
    what: "nothing but the certificate",
    level: "error",
    path: PATH,
    plant: [by(DPF, IDTA), WITH_LADDER],
    near: [by(DPF, IDTA), WITH_LADDER, FRAMEWORK_PROSE],
  },
  {
    id: "framework.item-missing",
    what: "liability left out of the facts",
    level: "error",
    path: PATH,
    plant: [by(DPF, IDTA), certified("authorityDisclosure: true")],
    near: [by(DPF, IDTA), certified("authorityDisclosure: true, onwardLiability: true")],
  },
  {
    id: "framework.certification-ended",
    what: "not renewed",
    level: "error",
    path: "frameworks.dpf.until",
    plant: [certified("until: 2026-11-25")],
    near: [certified("until: 2026-11-26")],
  },
  {
    id: "joint.essence-missing",
    what: "a sister that decides too",
    level: "warning",
    path: "recipients.sister",
    plant: [["role: group\n    countries", "role: joint\n    countries"]],
    near: [
      ["role: group\n    countries", "role: joint\n    countries"],
      [
        "storedItems:\n",
        "jointControl:\n  baking: { name: Baking, controllers: [us-here], recipients: [sister], purposes: [orders], essence: We answer. }\nstoredItems:\n",
      ],
    ],
  },
  {
    id: "complaints.recourse-missing",
    what: "no free body",
    level: "error",
    path: "complaints",
    plant: [by(DPF, IDTA), FRAMEWORK_PROSE],
    near: [by(DPF, IDTA), FRAMEWORK_PROSE, WITH_LADDER],
  },
  {
    id: "complaints.ladder-lapsed",
    what: "arbitration under the Shield",
    level: "warning",
    path: "complaints",
    plant: [by("kind: framework, mechanism: shield", IDTA), WITH_LADDER],
    near: [by(DPF, IDTA), WITH_LADDER],
  },
  {
    id: "controller.address-missing",
    what: "no address",
    level: "warning",
    path: "controllers.us-here.address",
    plant: [["    address: 1 Plain Street, London\n", ""]],
    near: [],
  },
  {
    id: "controller.representative-missing",
    what: "none in the Union",
    level: "error",
    path: "controllers.us-here",
    regime: "eu",
    plant: [["country: DE, address", "country: CH, address"]],
    near: [["country: DE, address", "country: IS, address"]],
  },
  {
    id: "controller.dpo-missing",
    what: "health without an officer",
    level: "warning",
    path: "contacts",
    plant: [["health: { name: Kitchen notes }", "health: { name: Health, special: true }"]],
    near: [
      ["health: { name: Kitchen notes }", "health: { name: Health, special: true }"],
      [
        "  privacy: { kind: privacy",
        "  officer: { kind: dpo, email: dpo@faultless.example }\n  privacy: { kind: privacy",
      ],
    ],
  },
  {
    id: "contradiction.never-shares",
    what: "and yet a sister gets it",
    level: "error",
    path: "clauses[1].clauses[0]",
    plant: [["body: We bake and bring it.", "body: We never share your data with third parties."]],
    near: [["body: We bake and bring it.", "body: We never share the recipe with third parties."]],
  },
  {
    id: "contradiction.no-transfers",
    what: "and yet the sister is in the United States",
    level: "error",
    path: "clauses[1].clauses[0]",
    plant: [
      ["body: We bake and bring it.", "body: Your data never leaves the European Economic Area."],
    ],
    near: [["body: We bake and bring it.", "body: The cake never leaves the oven too early."]],
  },
];
