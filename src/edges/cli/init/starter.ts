import type { Manifest, ManifestClause } from "#core/notice/manifest-schema";
import type { ManifestText } from "#core/notice/manifest-words";
import type { Answers, Company } from "./answers.ts";
import { authorityOf, EEA, isAdequateFor, zoneOf } from "./places.ts";
import { type StarterKey, starterEn } from "./starter.en.ts";
import { type FormParts, formParts } from "./starter-forms.ts";
import { idOf, type Say, sameIn, sayIn } from "./starter-words.ts";

type Bases = NonNullable<Manifest["purposes"][string]["bases"]>;
type Basis = Bases[string][number];

/** A complete, valid manifest. @param date the day on which it begins, YYYY-MM-DD. */
export function starterManifest(answers: Answers, date: string): Manifest {
  const say = sayIn(answers);
  const forms = formParts(answers, say);
  return {
    id: idOf(answers.organisation),
    version: 1,
    date,
    zone: zoneOf(answers.country),
    title: say("title"),
    languages: [...answers.languages],
    regimes: [...answers.regimes],
    sites: [answers.site],
    practice: { acceptance: "none", cookieChoice: "banner", changeNotice: "email-and-page" },
    controllers: { [idOf(answers.organisation)]: controller(answers) },
    contacts: { privacy: { kind: "privacy", email: answers.email } },
    categories: categories(answers, say, forms),
    events: {
      "last-contact": { name: say("event.last-contact") },
      withdrawal: { name: say("event.withdrawal") },
    },
    ...(answers.newsletter ? { topics: { news: { name: say("topic.news") } } } : {}),
    sources: sources(answers, say, forms),
    purposes: purposes(answers, say, forms),
    recipients: recipients(answers, say, forms),
    storedItems: storedItems(answers, say),
    messageClasses: messageClasses(answers),
    forms: forms.forms,
    rights: {
      offered: [
        "access",
        "rectification",
        "erasure",
        "restriction",
        "portability",
        "objection",
        "withdrawal",
        "complaint",
      ],
      contact: "privacy",
      identity: say("identity"),
      fee: { charged: false },
    },
    authorities: authoritiesOf(answers),
    complaints: [
      { step: "controller", name: say("complaint.controller"), free: true },
      { step: "authority", name: say("complaint.authority"), free: true },
    ],
    clauses: clauses(answers, say),
  };
}

function controller({ organisation, country, address, representatives }: Answers) {
  return {
    name: organisation,
    role: "controller" as const,
    country,
    address,
    ...(representatives.length === 0 ? {} : { representatives: [...representatives] }),
  };
}

function categories(answers: Answers, say: Say, forms: FormParts): Manifest["categories"] {
  return {
    email: { name: say("category.email"), kind: "email", dpv: "EmailAddress" },
    name: { name: say("category.name"), kind: "name", dpv: "Name" },
    message: { name: say("category.message") },
    ...forms.categories,
    choices: { name: say("category.choices") },
    ...(answers.statistics === null ? {} : { visits: { name: say("category.visits") } }),
  };
}

function sources(answers: Answers, say: Say, forms: FormParts): Manifest["sources"] {
  return {
    forms: {
      name: say("source.forms"),
      from: "person",
      categories: [...forms.collected],
      needed: say("source.forms.needed"),
    },
    letters: {
      name: say("source.letters"),
      from: "person",
      categories: ["email", "name", "message"],
    },
    browser: {
      name: say("source.browser"),
      from: "device",
      categories: ["choices", ...(answers.statistics === null ? [] : ["visits"])],
    },
  };
}

function purposes(answers: Answers, say: Say, forms: FormParts): Manifest["purposes"] {
  const bases = (kind: Basis["kind"], letter: string, because?: StarterKey): Bases =>
    Object.fromEntries(
      answers.regimes.map((regime) => {
        const law = `${regime === "uk" ? "UK GDPR" : "GDPR"} 6(1)(${letter})`;
        return [regime, [{ kind, law, ...(because && { because: say(because) }) }]];
      }),
    );
  const answered = [...forms.collected].filter((each) => each !== "choices");
  const recorded = ["choices", "email"];
  return {
    enquiries: {
      name: say("enquiries.name"),
      about: say("enquiries.about"),
      revision: 1,
      clause: "use",
      categories: answered,
      channels: ["email", "call", "post"],
      bases: bases("legitimate-interests", "f", "enquiries.because"),
      retention: [{ categories: answered, for: "24 months", from: ["last-contact"] }],
      dpv: "CustomerCare",
    },
    choices: {
      name: say("choices.name"),
      about: say("choices.about"),
      revision: 1,
      clause: "use",
      categories: recorded,
      bases: bases("legal-obligation", "c", "choices.because"),
      restrictionGround: "claims",
      retention: [{ categories: recorded, for: "6 years", from: ["withdrawal"] }],
      dpv: "LegalCompliance",
    },
    ...(answers.newsletter && { newsletter: newsletter(say, bases("consent", "a")) }),
    ...(answers.statistics !== null && { statistics: statistics(say, bases("consent", "a")) }),
  };
}

function newsletter(say: Say, bases: Bases): Manifest["purposes"][string] {
  const categories = ["email", "name"];
  return {
    name: say("newsletter.name"),
    about: say("newsletter.about"),
    revision: 1,
    clause: "newsletter",
    categories,
    directMarketing: true,
    channels: ["email"],
    topics: ["news"],
    bases,
    grantTerm: "24 months",
    askAgain: "12 months",
    retention: [{ categories, for: "24 months", from: ["last-contact"] }],
    dpv: "DirectMarketing",
  };
}

function statistics(say: Say, bases: Bases): Manifest["purposes"][string] {
  return {
    name: say("statistics.name"),
    about: say("statistics.about"),
    revision: 1,
    clause: "cookies",
    categories: ["visits"],
    bases,
    grantTerm: "12 months",
    askAgain: "6 months",
    retention: [{ categories: ["visits"], for: "13 months" }],
    dpv: "ImproveExistingProductsAndServices",
  };
}

function recipients(
  answers: Answers,
  say: Say,
  forms: FormParts,
): NonNullable<Manifest["recipients"]> {
  const { hosting, statistics: counter } = answers;
  const answered = [...forms.collected].filter((each) => each !== "choices");
  const host = hosting ?? { name: "", country: answers.country };
  return {
    hosting: {
      name: hosting === null ? say("hosting.name") : sameIn(answers, hosting.name),
      ...(hosting === null && { named: false }),
      about: say("hosting.about"),
      role: "processor",
      countries: [host.country],
      discloses: [
        { purpose: "enquiries", categories: answered },
        { purpose: "choices", categories: ["choices", "email"] },
        ...(answers.newsletter ? [{ purpose: "newsletter", categories: ["email", "name"] }] : []),
      ],
      ...transfersTo(host, answers),
    },
    ...(counter !== null && {
      statistics: {
        name: sameIn(answers, counter.name),
        about: say("statistics.recipient"),
        role: "processor" as const,
        countries: [counter.country],
        discloses: [{ purpose: "statistics", categories: ["visits"] }],
        ...transfersTo(counter, answers),
      },
    }),
  };
}

/**
 * Standard clauses of each law; whether they were signed is for the organisation to see to, and the
 * file says so.
 */
function transfersTo({ country }: Company, { regimes, country: home }: Answers) {
  if (country === home || isAdequateFor(country)) return {};
  const mechanisms = regimes.map((regime) => (regime === "uk" ? "idta" : "scc-2021"));
  return {
    transfers: mechanisms.map((mechanism) => ({ kind: "clauses" as const, mechanism })),
  };
}

function storedItems(answers: Answers, say: Say): NonNullable<Manifest["storedItems"]> {
  const { statistics: counter } = answers;
  return {
    choice: {
      item: "fn_choice",
      kind: "cookie",
      name: say("item.choice"),
      provider: answers.organisation,
      domain: answers.site,
      lifetime: "6 months",
      stores: [{ purpose: "choices", categories: ["choices"] }],
      necessary: true,
    },
    ...(counter !== null && {
      statistics: {
        item: counter.cookie,
        kind: "cookie" as const,
        name: say("item.statistics"),
        provider: counter.name,
        recipient: "statistics",
        domain: answers.site,
        lifetime: "13 months",
        stores: [{ purpose: "statistics", categories: ["visits"] }],
        statistics: true,
      },
    }),
  };
}

function messageClasses({ organisation, email, address, newsletter: sends }: Answers) {
  const sender = { name: organisation, email, address: `${organisation}, ${address}` };
  return { ...(sends && { marketing: { sender } }), service: { sender }, legal: { sender } };
}

function authoritiesOf({ country, regimes, representatives }: Answers) {
  const countries = new Set<string>();
  if (regimes.includes("uk")) countries.add("GB");
  if (regimes.includes("eu")) {
    const near = [country, ...representatives.map((each) => each.country)];
    countries.add(near.find((each) => EEA.has(each)) ?? "IE");
  }
  return [...countries].map(authorityOf);
}

function clauses(answers: Answers, say: Say): ManifestClause[] {
  const clause = (id: string, ...tables: readonly string[]): ManifestClause => {
    const body = bodyOf(answers, say, id, tables);
    return {
      id,
      title: say(`${id}.title` as StarterKey),
      short: say(`${id}.short` as StarterKey),
      ...(body === null ? {} : { body }),
    };
  };
  const { hosting, statistics: counter } = answers;
  const abroad = [hosting, counter].some(
    (each) => each !== null && each.country !== answers.country && !isAdequateFor(each.country),
  );
  const transfer: ManifestClause = abroad
    ? clause("transfer", "transfers")
    : { id: "transfer", title: say("transfer.title"), short: say("transfer.none.short") };
  return [
    clause("who", "controllers", "contacts"),
    clause("collect", "sources", "categories"),
    clause("use", "purposes"),
    ...(answers.newsletter
      ? [{ ...clause("newsletter"), about: ["purpose:newsletter", "topic:news"] }]
      : []),
    clause("cookies", "cookies"),
    clause("share", "recipients"),
    transfer,
    clause("retention", "retention"),
    { ...clause("object"), about: ["right:objection"] },
    clause("rights", "rights"),
    clause("automated"),
    clause("complaints", "complaints", "authorities"),
    clause("changes"),
  ];
}

/** The prose of a clause, where it has any, and under it its tables. */
function bodyOf(
  answers: Answers,
  say: Say,
  id: string,
  tables: readonly string[],
): ManifestText | null {
  const key = `${id}.body`;
  const prose = Object.hasOwn(starterEn, key) ? say(key as StarterKey) : null;
  const below = tables.map((table) => `{{${table}}}`);
  if (prose === null && below.length === 0) return null;
  const join = (text: string | undefined) => [...(text ? [text] : []), ...below].join("\n\n");
  if (answers.languages.length === 1) return join(typeof prose === "string" ? prose : undefined);
  const byLanguage = prose as { readonly [language: string]: string } | null;
  return Object.fromEntries(
    answers.languages.map((language) => [language, join(byLanguage?.[language])]),
  );
}
