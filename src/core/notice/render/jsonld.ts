import type { BasisKind } from "#core/law/regime";
import type { Json } from "#kit/canonical-json";
import { mainController } from "../main-controller.ts";
import type {
  Category,
  Notice,
  Purpose,
  Recipient,
  RecipientRole,
  Retention,
  Source,
  Text,
} from "../notice.ts";

/**
 * The notice in the W3C Data Privacy Vocabulary (DPV 2.1) as JSON-LD: a `dpv:PrivacyNotice` with
 * one `dpv:Process` for each purpose. Only terms of that vocabulary, its extensions `pd` and
 * `eu-gdpr`, and Dublin Core are used; what it has no word for is left to `renderJson`.
 */
export function renderJsonLd(notice: Notice): Json {
  const base = `urn:fairnotice:${notice.id}:${notice.version}`;
  const id = (kind: string, name: string) => `${base}#${kind}:${name}`;
  return {
    "@context": CONTEXT,
    "@id": base,
    "@type": "dpv:PrivacyNotice",
    "dct:title": textLd(notice.title),
    "dct:identifier": `${notice.id}/${notice.version}`,
    "dct:issued": { "@type": "xsd:date", "@value": notice.date },
    "dct:language": [...notice.languages],
    "dpv:hasDataController": controllerLd(notice, id),
    "dpv:hasRight": rightsLd(notice),
    "dpv:hasProcess": [...notice.purposes.values()].map((purpose) =>
      processLd(notice, purpose, id),
    ),
  };
}

const CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  pd: "https://w3id.org/dpv/pd#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

type MakeId = (kind: string, name: string) => string;
type Node = { readonly [key: string]: Json };

function textLd(text: Text): Json {
  return Object.entries(text).map(([language, value]) => ({
    "@language": language,
    "@value": value,
  }));
}

function controllerLd(notice: Notice, id: MakeId): Json {
  const controller = mainController(notice);
  if (controller === undefined) return [];
  const officers = notice.contacts.filter(({ kind }) => kind === "dpo");
  const contacts = notice.contacts.filter(({ kind }) => kind !== "dpo");
  return {
    "@id": id("controller", controller.id),
    "@type": "dpv:DataController",
    "dpv:hasName": controller.name,
    ...(controller.address === null ? {} : { "dpv:hasAddress": controller.address }),
    "dpv:hasContact": contacts.map(({ email }) => `mailto:${email}`),
    "dpv:hasRepresentative": controller.representatives.map(({ name, address, email }) => ({
      "@type": "dpv:Representative",
      "dpv:hasName": name,
      "dpv:hasAddress": address,
      ...(email === null ? {} : { "dpv:hasContact": `mailto:${email}` }),
    })),
    "dpv:hasDataProtectionOfficer": officers.map(({ id: officer, name, email }) => ({
      "@id": id("contact", officer),
      "@type": "dpv:DataProtectionOfficer",
      ...(name === null ? {} : { "dpv:hasName": name }),
      "dpv:hasContact": `mailto:${email}`,
    })),
  };
}

function processLd(notice: Notice, purpose: Purpose, id: MakeId): Node {
  const uses = (tuples: Recipient["discloses"]) =>
    tuples.some((tuple) => tuple.purpose === purpose.id);
  const recipients = [...notice.recipients.values()].filter(({ discloses }) => uses(discloses));
  const categories = [...purpose.categories].flatMap((each) => notice.categories.get(each) ?? []);
  const sources = [...notice.sources.values()].filter(
    (source) => !source.categories.isDisjointFrom(purpose.categories),
  );
  const retention = [...(notice.retention.get(purpose.id)?.values() ?? [])];
  return {
    "@id": id("process", purpose.id),
    "@type": "dpv:Process",
    "dpv:hasPurpose": {
      "@id": id("purpose", purpose.id),
      "@type": typesOf("dpv:Purpose", purposeTerm(purpose)),
      "dct:title": textLd(purpose.name),
      "dct:description": textLd(purpose.about),
    },
    "dpv:hasPersonalData": categories.map((category) => categoryLd(category, id)),
    "dpv:hasLegalBasis": basesLd(purpose),
    "dpv:hasDataSource": sources.map((source) => sourceLd(source, id)),
    "dpv:hasRecipient": recipients.map((recipient) => recipientLd(recipient, id)),
    "dpv:hasStorageCondition": durationsLd(retention),
  };
}

function typesOf(general: string, special: string | null): Json {
  return special === null ? general : [general, special];
}

function purposeTerm({ dpv, directMarketing, targetedAdvertising }: Purpose): string | null {
  if (dpv !== null) return `dpv:${dpv}`;
  if (targetedAdvertising) return "dpv:PersonalisedAdvertising";
  return directMarketing ? "dpv:DirectMarketing" : null;
}

function categoryLd({ id: name, dpv, special, name: title }: Category, id: MakeId): Json {
  const general = special ? "dpv:SpecialCategoryPersonalData" : "dpv:PersonalData";
  return {
    "@id": id("category", name),
    "@type": typesOf(general, dpv === null ? null : `pd:${dpv}`),
    "dct:title": textLd(title),
  };
}

function sourceLd({ id: name, name: title }: Source, id: MakeId): Json {
  return { "@id": id("source", name), "@type": "dpv:DataSource", "dct:title": textLd(title) };
}

const ROLES: { readonly [R in RecipientRole]: string } = {
  processor: "dpv:DataProcessor",
  joint: "dpv:JointDataControllers",
  independent: "dpv:ThirdParty",
  group: "dpv:Recipient",
  staff: "dpv:Recipient",
  authority: "dpv:Recipient",
};

function recipientLd({ id: name, role, name: title, countries }: Recipient, id: MakeId): Json {
  return {
    "@id": id("recipient", name),
    "@type": ROLES[role],
    "dct:title": textLd(title),
    "dct:spatial": [...countries],
  };
}

/**
 * Bases that the vocabulary has no narrower word for are `dpv:LegalBasis`; the provision says the
 * rest.
 */
const BASES: { readonly [B in BasisKind]?: string } = {
  consent: "dpv:Consent",
  contract: "dpv:Contract",
  "legal-obligation": "dpv:LegalObligation",
  "vital-interests": "dpv:VitalInterest",
  "public-task": "dpv:PublicInterest",
  "legitimate-interests": "dpv:LegitimateInterestOfController",
};

function basesLd({ bases }: Purpose): Json {
  return [...bases].flatMap(([regime, declared]) =>
    declared.map(({ kind, law, because }) => ({
      "@type": BASES[kind] ?? "dpv:LegalBasis",
      "dct:title": law,
      "dpv:hasJurisdiction": regime.toUpperCase(),
      ...(because === null ? {} : { "dct:description": textLd(because) }),
    })),
  );
}

/** ISO 8601 durations, each once; an open end has none and is not claimed to have one. */
function durationsLd(retention: readonly Retention[]): Json {
  const durations = retention.flatMap(({ period }) => {
    if (period === "open") return [];
    return "months" in period ? `P${period.months}M` : `P${period.days}D`;
  });
  return [...new Set(durations)].map((duration) => ({
    "@type": "dpv:StorageDuration",
    "dpv:hasDuration": { "@type": "xsd:duration", "@value": duration },
  }));
}

const GDPR_RIGHTS: { readonly [right: string]: string } = {
  access: "eu-gdpr:A15",
  rectification: "eu-gdpr:A16",
  erasure: "eu-gdpr:A17",
  restriction: "eu-gdpr:A18",
  portability: "eu-gdpr:A20",
  objection: "eu-gdpr:A21",
  "automated-decisions": "eu-gdpr:A22",
  withdrawal: "eu-gdpr:A7-3",
  complaint: "eu-gdpr:A77",
};

/**
 * The articles of the GDPR are named only where the notice answers to it; elsewhere a right is a
 * right.
 */
function rightsLd({ rights, regimes, date }: Notice): Json {
  const isGdpr = regimes.includes("eu") && date >= "2018-05-25";
  return rights.offered.map((right) => {
    const article = isGdpr ? GDPR_RIGHTS[right] : undefined;
    const type = typesOf("dpv:DataSubjectRight", article ?? null);
    return { "@type": type, "dct:identifier": right };
  });
}
