/** Sections of the manifest that say what and why: categories, sources, purposes. */
import { Type } from "typebox";
import { StoredItem } from "./manifest-device.ts";
import { Form } from "./manifest-forms.ts";
import { Audience, CaliforniaCategory } from "./manifest-people.ts";
import {
  byId,
  CLAUSE_ID,
  flag,
  idOf,
  ids,
  line,
  listOf,
  months,
  oneOf,
  pattern,
  REGIME,
  REQUIREMENT,
  Regime,
  strict,
  text,
} from "./manifest-words.ts";

export const Category = Type.Object(
  {
    name: text("Name of this kind of personal data.", 200),
    about: Type.Optional(text("What belongs to it.")),
    kind: Type.Optional(
      oneOf(
        ["email", "phone", "post", "name", "language"],
        "What the product must know of it: an address to reach people at, their name, their language.",
      ),
    ),
    special: flag("Special category (GDPR 9): health, beliefs, union, origin, sex life, biometry."),
    offences: flag("Criminal convictions and offences (GDPR 10)."),
    california: Type.Optional(CaliforniaCategory),
    dpv: Type.Optional(
      pattern(
        "^[A-Z][A-Za-z]{1,63}$",
        "Term of the DPV extension `pd`, such as `EmailAddress`.",
        64,
      ),
    ),
  },
  strict,
);

export const Source = Type.Object(
  {
    name: text("Name of the source: a form, the telephone, a partner, a public register.", 200),
    from: oneOf(
      ["person", "device", "third-party", "public"],
      "`person`: given by them; `device`: observed when they use a site or product; " +
        "`third-party`: somebody else gives it; `public`: read where everybody can.",
    ),
    categories: ids("What may come from it. Anything else is refused."),
    publiclyAccessible: Type.Optional(
      Type.Boolean({
        description:
          "For data that others give: whether it came from a place that everybody can read (GDPR 14(2)(f)).",
      }),
    ),
    told: Type.Optional(
      text("When and how people are told of what others gave, or was read (GDPR 14(3))."),
    ),
    children: flag("Addressed to children."),
    audience: Type.Optional(Audience),
    requirement: Type.Optional(REQUIREMENT),
    needed: Type.Optional(text("Whether a person must give it, and what happens otherwise.")),
  },
  strict,
);

const Basis = Type.Object(
  {
    kind: oneOf(
      [
        "consent",
        "soft-opt-in",
        "corporate-subscriber",
        "contract",
        "legal-obligation",
        "vital-interests",
        "public-task",
        "legitimate-interests",
        "recognised-interests",
        "opt-out",
      ],
      "Kind of basis.",
    ),
    law: line("The provision relied on, such as `UK GDPR 6(1)(f)`."),
    because: Type.Optional(
      text("The interest and its balance; or why a contract or duty needs it.", 1000),
    ),
    interest: Type.Optional(idOf("Id of the recognised interest in the law.")),
    interestOf: Type.Optional(
      oneOf(["own", "third-party", "both"], "Whose legitimate interests they are (GDPR 13(1)(d))."),
    ),
  },
  { ...strict, description: "The first basis on the list that holds is relied on." },
);

const SpecialGround = Type.Object(
  {
    ground: oneOf(
      [
        "explicit-consent",
        "employment-social-protection",
        "vital-interests",
        "not-for-profit",
        "made-public",
        "legal-claims",
        "substantial-public-interest",
        "health-care",
        "public-health",
        "research",
        "official-authority",
        "authorised-by-law",
      ],
      "The condition: GDPR 9(2)(a) to (j) in their order; for offences `official-authority` or `authorised-by-law` (GDPR 10).",
    ),
    law: line("The provision relied on, such as `GDPR 9(2)(h)`."),
    because: Type.Optional(text("Why it is met.", 1000)),
    categories: Type.Optional(ids("Only for these categories; without it for all special ones.")),
  },
  { ...strict, description: "A condition that must be met beside the basis." },
);

const Keep = Type.Object(
  {
    categories: ids("Ids of the categories that this period is for."),
    for: pattern(
      "^([1-9][0-9]{0,3} (days|months|years)|open)$",
      "Such as `30 days`, `24 months`, `6 years`; `open` where no end is set.",
      20,
    ),
    from: Type.Optional(
      ids("Ids of start events; the latest that happened counts. None: from collection."),
    ),
    because: Type.Optional(text("Why so long.")),
    criteria: Type.Optional(text("By what the end is set, where it is `open` (GDPR 13(2)(a)).")),
  },
  strict,
);

export const Purpose = Type.Object(
  {
    name: text("Name of the purpose, as it stands in lists and on switches.", 120),
    about: text("What is done and why, in one or two sentences. Part of the wording of a consent."),
    revision: Type.Integer({
      minimum: 1,
      maximum: 10_000,
      description: "Raise it with every material change of this purpose; 1 when it is new.",
    }),
    clause: Type.Optional(pattern(CLAUSE_ID, "Id of the clause that describes it.", 128)),
    categories: ids("Ids of the categories that it uses."),
    controllers: Type.Optional(
      ids("Ids of the controllers that decide about it; without it the one that speaks."),
    ),
    directMarketing: flag("Direct marketing. True for research invitations unless said otherwise."),
    research: flag("Customer or market research: counts as direct marketing unless that is false."),
    profilingFor: Type.Optional(idOf("Id of the purpose that the profiling serves.")),
    sale: flag("Sells personal data (California)."),
    sharing: flag("Shares for cross-context advertising (California)."),
    targetedAdvertising: flag("Targeted advertising (other states of the US)."),
    channels: Type.Optional(
      listOf(
        oneOf(["email", "sms", "call", "post"], "Channel."),
        "Ways in which it reaches people.",
      ),
    ),
    topics: Type.Optional(ids("Ids of topics that people choose among.")),
    families: Type.Optional(ids("Ids of the product families that it is about.")),
    bases: Type.Optional(
      Type.Record(
        Type.String({ pattern: REGIME }),
        Type.Array(Basis, { minItems: 1, maxItems: 10 }),
        {
          ...strict,
          description: "By regime, in order. A basis that is not on the list never holds.",
        },
      ),
    ),
    specialGrounds: Type.Optional(
      Type.Record(
        Type.String({ pattern: REGIME }),
        Type.Array(SpecialGround, { minItems: 1, maxItems: 10 }),
        {
          ...strict,
          description: "By regime: grounds for special categories and offences (GDPR 9 and 10).",
        },
      ),
    ),
    withdrawal: Type.Optional(text("How a consent to it is withdrawn.")),
    restrictionGround: Type.Optional(
      oneOf(
        ["storage", "claims", "protection", "public-interest"],
        "Why it may go on while a person has the processing restricted (GDPR 18(2)).",
      ),
    ),
    grantTerm: Type.Optional(months("How long a consent lasts.")),
    askAgain: Type.Optional(months("When a refusal may be asked again.")),
    retention: Type.Optional(
      Type.Array(Keep, { maxItems: 50, description: "How long for this purpose." }),
    ),
    dpv: Type.Optional(
      pattern("^[A-Z][A-Za-z]{1,63}$", "Purpose of the W3C DPV, such as `ServiceProvision`.", 64),
    ),
  },
  strict,
);

const Named = Type.Object(
  { name: text("Name.", 120), about: Type.Optional(text("About it.")) },
  strict,
);

export const WHAT = {
  categories: byId(Category, "Kinds of personal data."),
  sources: byId(Source, "Where personal data comes from."),
  purposes: byId(Purpose, "What personal data is used for."),
  topics: Type.Optional(byId(Named, "Topics that people choose among.")),
  families: Type.Optional(byId(Named, "Product families.")),
  events: Type.Optional(byId(Named, "Events from which a retention period runs.")),
  storedItems: Type.Optional(byId(StoredItem, "Cookies and whatever else is kept on the device.")),
  forms: Type.Optional(byId(Form, "Forms of the sites.")),
};

export const RegimeList = Type.Array(Regime, {
  minItems: 1,
  maxItems: 60,
  uniqueItems: true,
  description: "Regimes that the notice answers to.",
});
