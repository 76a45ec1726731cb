/**
 * Sections of the manifest for what only some organisations have: several sites, joint control,
 * decisions by machine, certifications under a framework, what California asks for, and a statement
 * of security.
 */
import { Type } from "typebox";
import { Audience } from "./manifest-people.ts";
import { RegimeList } from "./manifest-what.ts";
import {
  addressOf,
  byId,
  flag,
  HOST,
  Host,
  idOf,
  ids,
  Language,
  line,
  listOf,
  oneOf,
  PlainDate,
  pattern,
  some,
  strict,
  text,
} from "./manifest-words.ts";

const Site = Type.Object(
  {
    name: Type.Optional(text("Name of the site.", 120)),
    controller: Type.Optional(
      idOf("Id of the controller that runs it; without it the one that speaks in the notice."),
    ),
    languages: Type.Optional(listOf(Language, "Languages that the site is in.")),
    regimes: Type.Optional(RegimeList),
    audience: Type.Optional(Audience),
  },
  strict,
);

export const Sites = Type.Union(
  [
    listOf(Host, "Hosts."),
    Type.Record(Type.String({ pattern: HOST }), Site, { ...strict, maxProperties: 500 }),
  ],
  {
    description:
      "Own sites; a link to any other host is marked as leaving. A list of hosts, or a map by host that says who runs each.",
  },
);

const MATTERS = [
  "information",
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "withdrawal",
  "complaints",
  "security",
  "breaches",
] as const;

const JointControl = Type.Object(
  {
    name: text("Name of what is done together.", 120),
    controllers: ids("Ids of the controllers that decide together."),
    recipients: Type.Optional(
      ids("Ids of recipients with the role `joint` that decide with them."),
    ),
    purposes: ids("Ids of the purposes that they decide about together."),
    essence: text("The essence of the arrangement, in plain words.", 2000),
    contact: Type.Optional(idOf("Id of the contact that serves for all of them.")),
    answers: Type.Optional(
      some(
        Type.Object(
          {
            matters: listOf(oneOf(MATTERS, "Duty."), "Duties that it answers for."),
            by: idOf("Id of the controller or recipient that answers."),
          },
          strict,
        ),
        20,
        "Who answers for what. A person may turn to any of them all the same.",
      ),
    ),
  },
  { ...strict, description: "An arrangement of joint controllers (GDPR 26)." },
);

const Decision = Type.Object(
  {
    name: text("Name of the decision.", 120),
    purposes: ids("Ids of the purposes that it is made for."),
    categories: Type.Optional(
      ids("Ids of the categories that it is made from; without it all of those purposes."),
    ),
    basis: oneOf(
      ["contract", "law", "explicit-consent"],
      "Why it may be made by machine alone (GDPR 22(2)).",
    ),
    law: Type.Optional(line("The provision relied on.")),
    logic: text("The logic involved, so that a person can follow it.", 2000),
    significance: text("What it means for the person, and what can follow from it.", 2000),
    human: text(
      "How a person has it looked at by a human, gives their view, and contests it.",
      1000,
    ),
    contact: Type.Optional(idOf("Id of the contact to turn to.")),
  },
  { ...strict, description: "A decision by machine alone that matters to people (GDPR 22)." },
);

const Framework = Type.Object(
  {
    framework: oneOf(
      ["safe-harbor", "safe-harbor-ch", "shield", "shield-ch", "dpf", "dpf-uk", "dpf-ch"],
      "Which one: `dpf-uk` and `dpf-ch` are the UK Extension and the Swiss-US framework.",
    ),
    controllers: ids("Ids of the companies that are certified."),
    since: Type.Optional(PlainDate),
    until: Type.Optional(PlainDate),
    categories: Type.Optional(
      ids("Ids of the categories that are covered; without it all that those companies get."),
    ),
    humanResources: flag("Covers data of one's own staff."),
    url: Type.Optional(addressOf("Address of the list of participants, or of one's own entry.")),
    enforcer: Type.Optional(
      oneOf(
        ["ftc", "dot"],
        "Who may investigate and enforce: Federal Trade Commission, Department of Transportation.",
      ),
    ),
    recourse: Type.Optional(
      Type.Object(
        {
          name: text("Independent body that settles complaints, at no cost to the person.", 200),
          url: Type.Optional(addressOf("Address of that body.")),
        },
        { ...strict, description: "Independent recourse mechanism." },
      ),
    ),
    arbitration: flag("A person may, under its conditions, ask for binding arbitration."),
    authorityDisclosure: flag("Data must be disclosed to public authorities on lawful requests."),
    onwardLiability: flag("The company stays liable for those that it passes data on to."),
    contact: Type.Optional(idOf("Id of the contact for questions and complaints about it.")),
    about: Type.Optional(text("What else is to be said.", 2000)),
  },
  {
    ...strict,
    description:
      "Participation in a framework for transfers to the US, and what it asks to be said.",
  },
);

const Incentive = Type.Object(
  {
    name: text("Name of the programme.", 120),
    about: text("Its material terms.", 2000),
    categories: ids("Ids of the categories that it depends on."),
    value: text("Good-faith estimate of the value of the data, and how it was made.", 1000),
    join: text("How to join."),
    leave: text("How to leave at any time."),
  },
  { ...strict, description: "Financial incentive or price difference (11 CCR 7016)." },
);

const count = (description: string) =>
  Type.Integer({ minimum: 0, maximum: 1_000_000_000, description });

const Metric = Type.Object(
  {
    kind: oneOf(["know", "delete", "correct", "opt-out", "limit"], "Kind of request."),
    received: count("How many were received."),
    complied: count("How many were complied with, whole or in part."),
    denied: count("How many were denied."),
    medianDays: count("Median days until the answer."),
  },
  strict,
);

const California = Type.Object(
  {
    links: Type.Optional(
      some(
        Type.Object(
          {
            kind: oneOf(
              ["do-not-sell-or-share", "limit-sensitive", "alternative"],
              "Link of Cal. Civ. Code 1798.135(a).",
            ),
            url: pattern(
              '^(https?://[^\\s<>"]+|/[^\\s<>"/][^\\s<>"]*)$',
              "Address, or path on the own site such as `/preferences`.",
              2000,
            ),
          },
          strict,
        ),
        3,
        "Links to opt out and to limit.",
      ),
    ),
    optOut: Type.Optional(text("Ways to opt out of sale and sharing beside the link.", 1000)),
    sensitiveUse: Type.Optional(
      oneOf(
        ["permitted-purposes", "limitable"],
        "`permitted-purposes`: sensitive data serves only what 11 CCR 7027(m) permits; `limitable`: more, and people may limit it.",
      ),
    ),
    minors: Type.Optional(
      text("Whether data of people under 16 is sold or shared, and how they agree to it.", 1000),
    ),
    incentives: Type.Optional(byId(Incentive, "Financial incentives.")),
    metrics: Type.Optional(
      Type.Object(
        {
          year: Type.Integer({ minimum: 2020, maximum: 2200, description: "Calendar year." }),
          requests: some(Metric, 5, "Figures of that year, one a kind."),
        },
        { ...strict, description: "Figures of requests (11 CCR 7102)." },
      ),
    ),
  },
  {
    ...strict,
    description:
      "What the California Consumer Privacy Act asks for beside the rest. Categories carry the Act's words themselves, purposes `sale` and `sharing`.",
  },
);

const Security = Type.Object(
  {
    about: text("How personal data is protected, in plain words.", 2000),
    measures: Type.Optional(some(text("One measure.", 300), 50, "Measures, one by one.")),
    standards: Type.Optional(
      listOf(line("Name of the standard.", 120), "Standards that one is certified for."),
    ),
    contact: Type.Optional(idOf("Id of the contact for reports of weaknesses.")),
  },
  { ...strict, description: "A statement of security." },
);

export const ARRANGEMENTS = {
  jointControl: Type.Optional(byId(JointControl, "Arrangements of joint controllers.")),
  decisions: Type.Optional(byId(Decision, "Decisions by machine alone.")),
  frameworks: Type.Optional(byId(Framework, "Participation in transfer frameworks.")),
  california: Type.Optional(California),
  security: Type.Optional(Security),
};
