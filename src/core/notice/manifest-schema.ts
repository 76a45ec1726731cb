/**
 * The schema of the manifest, as people write it in YAML. Published as
 * `contract/manifest.schema.json` for editors. It says what one thing may look like; what ties
 * things together (references, translations) is checked in `parse/`.
 *
 * Sections are maps by id, in the order in which they are shown; unknown keys are refused
 * everywhere.
 */
import { type Static, Type } from "typebox";
import { Accepted } from "./manifest-accepted.ts";
import { ARRANGEMENTS, Sites } from "./manifest-arrangements.ts";
import { RegimeList, WHAT } from "./manifest-what.ts";
import { WHO } from "./manifest-who.ts";
import {
  answerTime,
  CLAUSE_ID,
  Country,
  Email,
  flag,
  Id,
  idOf,
  Language,
  line,
  listOf,
  oneOf,
  PlainDate,
  pattern,
  REFERENCE,
  Regime,
  some,
  strict,
  text,
  Url,
} from "./manifest-words.ts";

const termsParts = {
  version: line("Version of the terms of use.", 40),
  date: PlainDate,
  url: Url,
};

const Terms = Type.Object(
  {
    ...termsParts,
    earlier: Type.Optional(
      some(Type.Object(termsParts, strict), 100, "Earlier versions, the latest first."),
    ),
  },
  { ...strict, description: "The terms of use that are read together with the notice." },
);

const Rights = Type.Object(
  {
    offered: listOf(
      oneOf(
        [
          "access",
          "rectification",
          "erasure",
          "restriction",
          "portability",
          "objection",
          "withdrawal",
          "automated-decisions",
          "limit",
          "opt-out",
          "complaint",
        ],
        "`limit`: limit use or disclosure; `opt-out`: of sale, sharing and targeted advertising.",
      ),
      "Rights that the notice offers.",
    ),
    contact: idOf("Id of the contact that requests go to."),
    methods: Type.Optional(
      listOf(
        oneOf(["page", "email", "phone", "post", "in-person"], "Way."),
        "Ways in which a request can be made; `page` is the page for requests.",
      ),
    ),
    withdrawal: Type.Optional(text("How a consent is withdrawn (GDPR 7(3), 13(2)(c)).")),
    agents: Type.Optional(
      text("How somebody else may ask for a person, such as an authorised agent (11 CCR 7063)."),
    ),
    appeal: Type.Optional(
      Type.Object(
        {
          about: text("How a refusal can be appealed against, and by when it is answered."),
          contact: Type.Optional(idOf("Id of the contact that appeals go to.")),
        },
        { ...strict, description: "Appeal, where a state of the US gives one." },
      ),
    ),
    identity: Type.Optional(text("How identity is proven before anything is shown.")),
    fee: Type.Optional(
      Type.Object(
        {
          charged: Type.Boolean({ description: "Whether a fee may be asked." }),
          note: Type.Optional(text("When, and how much.")),
        },
        { ...strict, description: "Whether a request costs something." },
      ),
    ),
  },
  { ...strict, description: "What a person may ask for, and of whom." },
);

const Authority = Type.Object(
  {
    name: line("Name of the supervisory authority."),
    country: Country,
    url: Url,
    lead: flag("Lead authority of the main establishment (GDPR 56)."),
    address: Type.Optional(line("Postal address on one line.", 300)),
    email: Type.Optional(Email),
    phone: Type.Optional(line("Telephone number, international form.", 40)),
  },
  strict,
);

const Complaint = Type.Object(
  {
    step: oneOf(
      ["controller", "dispute-provider", "arbitration", "authority", "court"],
      "`controller`: we answer ourselves; `dispute-provider`: an independent body.",
    ),
    name: text("What the step is and when it is open.", 500),
    url: Type.Optional(Url),
    free: Type.Optional(Type.Boolean({ description: "Whether it costs the person nothing." })),
    contact: Type.Optional(idOf("Id of the contact that a complaint to us goes to.")),
    address: Type.Optional(line("Postal address on one line.", 300)),
    email: Type.Optional(Email),
    phone: Type.Optional(line("Telephone number, international form.", 40)),
    acknowledged: Type.Optional(answerTime("By when receipt is confirmed.")),
    answered: Type.Optional(answerTime("By when it is answered.")),
    regimes: Type.Optional(listOf(Regime, "Only under these regimes; without it under all.")),
  },
  strict,
);

const Practice = Type.Object(
  {
    acceptance: oneOf(
      ["none", "bundled"],
      "`bundled`: using the site is said to accept notice and terms together.",
    ),
    cookieChoice: oneOf(
      ["none", "implied", "banner"],
      "`implied`: using the site is said to agree; `banner`: people are asked.",
    ),
    changeNotice: oneOf(["email", "page", "email-and-page"], "How people are told of changes."),
    noticeAhead: Type.Optional(
      answerTime("How long before it takes effect people are told of a material change."),
    ),
    signals: Type.Optional(
      listOf(
        oneOf(["gpc", "dnt"], "Global Privacy Control, or Do Not Track."),
        "Signals of browsers that are honoured; an empty list says that none is.",
      ),
    ),
    automatedDecisions: Type.Optional(
      text(
        "Decisions by machine alone, in one text; `decisions` says the same in parts and binds it to purposes.",
        2000,
      ),
    ),
  },
  { ...strict, description: "How the organisation does things, where laws ask." },
);

const Change = Type.Object(
  {
    purpose: idOf("Id of the purpose."),
    revision: Type.Integer({ minimum: 1, maximum: 10_000, description: "The new revision." }),
    compatible: Type.Boolean({
      description: "Whether what was collected before may serve it once the person was told.",
    }),
    why: Type.Optional(text("What changed.", 1000)),
  },
  strict,
);

const CLAUSE_BODY_MAX = 20_000;

const clauseParts = {
  id: pattern(CLAUSE_ID, "Anchor that lasts, such as `use.marketing`.", 128),
  title: text("Title.", 200),
  short: Type.Optional(text("The answer in one sentence, shown first.", 400)),
  body: Type.Optional(
    text(
      "Prose in a small Markdown: paragraphs, lists, emphasis, links, placeholders as `{{purposes}}`.",
      CLAUSE_BODY_MAX,
    ),
  ),
  about: Type.Optional(
    listOf(
      pattern(REFERENCE, "Such as `purpose:marketing` or `stored-item:ga`.", 128),
      "What the clause is about.",
    ),
  ),
};

const UNDER = { maxItems: 50, description: "Clauses under it, in order." };

// Three levels, spelled out: a notice that needs more is not read, and editors complete better
// without recursion.
const Leaf = Type.Object(clauseParts, strict);
const Branch = Type.Object(
  { ...clauseParts, clauses: Type.Optional(Type.Array(Leaf, UNDER)) },
  strict,
);
const Trunk = Type.Object(
  { ...clauseParts, clauses: Type.Optional(Type.Array(Branch, UNDER)) },
  strict,
);

export const ManifestSchema = Type.Object(
  {
    id: Id,
    version: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: "Version; one more each time.",
    }),
    date: PlainDate,
    zone: line(
      "Time zone of the controller, such as `Europe/London`: the notice begins at its midnight.",
      64,
    ),
    title: text("Title of the notice.", 200),
    languages: Type.Array(Language, {
      minItems: 1,
      maxItems: 40,
      uniqueItems: true,
      description: "Languages; the first is what others fall back to.",
    }),
    regimes: RegimeList,
    sites: Sites,
    terms: Type.Optional(Terms),
    practice: Practice,
    ...WHO,
    ...WHAT,
    ...ARRANGEMENTS,
    changes: Type.Optional(
      Type.Array(Change, {
        maxItems: 1000,
        description: "Changes of purposes since the first version.",
      }),
    ),
    rights: Rights,
    authorities: Type.Optional(
      listOf(Authority, "Supervisory authorities, one or more a country."),
    ),
    complaints: Type.Optional(
      Type.Array(Complaint, { maxItems: 20, description: "The ladder of complaints, in order." }),
    ),
    accepted: Accepted,
    clauses: Type.Array(Trunk, {
      minItems: 1,
      maxItems: 100,
      description: "The notice, clause by clause.",
    }),
  },
  {
    ...strict,
    title: "Fairnotice manifest",
    description:
      "A privacy and cookies notice as facts and prose: rendered, enforced and proven from this one file.",
  },
);

export type Manifest = Static<typeof ManifestSchema>;
export type ManifestClause = Static<typeof Trunk>;
