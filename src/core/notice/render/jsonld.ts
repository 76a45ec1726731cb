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
  StoredItem,
} from "../notice.ts";
import { DATA_TERMS, PURPOSE_TERMS } from "./dpv-terms.ts";
import { basesLd, isUnderGdpr, transfersLd } from "./jsonld-law.ts";
import { idsOf, type MakeId, type Node, textLd, typesOf } from "./jsonld-node.ts";

/**
 * The notice in the W3C Data Privacy Vocabulary (DPV 2.1) as JSON-LD: a `dpv:PrivacyNotice` with
 * one `dpv:Process` for each purpose. Only terms of that vocabulary, its extensions `pd` and
 * `eu-gdpr`, and Dublin Core are used; what it has no word for is left to `renderJson`. Every node
 * has an address of its own, so that statements can be joined.
 */
export function renderJsonLd(notice: Notice): Json {
  const base = `urn:fairnotice:${notice.id}:${notice.version}`;
  const id = idsOf(base);
  const measures = notice.security?.measures ?? [];
  return {
    "@context": CONTEXT,
    "@id": base,
    "@type": "dpv:PrivacyNotice",
    "dct:title": textLd(notice.title),
    "dct:identifier": `${notice.id}/${notice.version}`,
    "dct:issued": { "@type": "xsd:date", "@value": notice.date },
    "dct:language": [...notice.languages],
    "dpv:hasDataController": controllersLd(notice, id),
    "dpv:hasRight": rightsLd(notice, id),
    "dpv:hasAuthority": notice.rights.authorities.map(({ name, country, url }) => ({
      "@id": url,
      "@type": "dpv:DataProtectionAuthority",
      "dpv:hasName": name,
      "dpv:hasCountry": countryLd(country),
    })),
    "dpv:hasTechnicalOrganisationalMeasure": measures.map((measure, index) => ({
      "@id": id("measure", String(index + 1)),
      "@type": "dpv:TechnicalOrganisationalMeasure",
      "dct:description": textLd(measure),
    })),
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

/** By ISO 3166-1 alpha-2, as a name in the URN space of ISO (RFC 5141). */
function countryLd(code: string): Node {
  return {
    "@id": `urn:iso:std:iso:3166:-1:${code.toLowerCase()}`,
    "@type": "dpv:Country",
    "dct:identifier": code,
  };
}

function contactLd(email: string): Node {
  return { "dpv:hasContact": { "@id": `mailto:${email}` } };
}

function controllersLd(notice: Notice, id: MakeId): Json {
  const main = mainController(notice);
  return [...notice.controllers.values()].map((controller) => ({
    "@id": id("controller", controller.id),
    "@type": "dpv:DataController",
    "dpv:hasName": controller.name,
    "dpv:hasCountry": countryLd(controller.country),
    ...(controller.address === null ? {} : { "dpv:hasAddress": controller.address }),
    "dpv:hasRepresentative": controller.representatives.map((each) => ({
      "@id": id("representative", `${controller.id}/${each.country.toLowerCase()}`),
      "@type": "dpv:Representative",
      "dpv:hasName": each.name,
      "dpv:hasAddress": each.address,
      "dpv:hasCountry": countryLd(each.country),
      ...(each.email === null ? {} : contactLd(each.email)),
    })),
    ...(controller.id === main?.id ? mainContactsLd(notice, id) : {}),
  }));
}

function mainContactsLd({ contacts }: Notice, id: MakeId): Node {
  const officers = contacts.filter(({ kind }) => kind === "dpo");
  const others = contacts.filter(({ kind }) => kind !== "dpo");
  return {
    "dpv:hasContact": others.map(({ email }) => ({ "@id": `mailto:${email}` })),
    "dpv:hasDataProtectionOfficer": officers.map(({ id: officer, name, email }) => ({
      "@id": id("contact", officer),
      "@type": "dpv:DataProtectionOfficer",
      ...(name === null ? {} : { "dpv:hasName": name }),
      ...contactLd(email),
    })),
  };
}

function processLd(notice: Notice, purpose: Purpose, id: MakeId): Node {
  const serves = (tuples: Recipient["discloses"]) =>
    tuples.some((tuple) => tuple.purpose === purpose.id);
  const recipients = [...notice.recipients.values()].filter(({ discloses }) => serves(discloses));
  const categories = [...purpose.categories].flatMap((each) => notice.categories.get(each) ?? []);
  const sources = [...notice.sources.values()].filter(
    (source) => !source.categories.isDisjointFrom(purpose.categories),
  );
  const items = [...notice.storedItems.values()].filter(({ stores }) => serves(stores));
  const decisions = [...notice.decisions.values()].filter(({ purposes }) =>
    purposes.includes(purpose.id),
  );
  const retention = [...(notice.retention.get(purpose.id)?.values() ?? [])];
  return {
    "@id": id("process", purpose.id),
    "@type": "dpv:Process",
    "dpv:hasPurpose": {
      "@id": id("purpose", purpose.id),
      "@type": typesOf("dpv:Purpose", ...purposeTerms(purpose)),
      "dct:title": textLd(purpose.name),
      "dct:description": textLd(purpose.about),
    },
    "dpv:hasPersonalData": categories.map((category) => categoryLd(category, id)),
    "dpv:hasLegalBasis": basesLd(notice, purpose, id),
    "dpv:hasDataSource": sources.map((source) => sourceLd(source, id)),
    "dpv:hasRecipient": recipients.map((recipient) => recipientLd(notice, recipient, id)),
    "dpv:hasStorageCondition": retention.map((each) => retentionLd(each, id)),
    "dpv:isImplementedUsingTechnology": items.map((item) => itemLd(item, id)),
    "dpv:hasAlgorithmicLogic": decisions.map((decision) => ({
      "@id": id("decision", decision.id),
      "@type": "dpv:AlgorithmicLogic",
      "dct:title": textLd(decision.name),
      "dct:description": textLd(decision.logic),
    })),
  };
}

/** A term that the vocabulary does not have is not written. */
function purposeTerms(purpose: Purpose): readonly string[] {
  const { dpv, directMarketing, targetedAdvertising, sale, id } = purpose;
  const terms = dpv !== null && PURPOSE_TERMS.has(dpv) ? [dpv] : [];
  if (targetedAdvertising) terms.push("TargetedAdvertising");
  if (directMarketing && !purpose.builtIn) terms.push("DirectMarketing");
  if (sale) terms.push("SellDataToThirdParties");
  if (purpose.builtIn && id === "rights") terms.push("RightsFulfillment");
  if (purpose.builtIn && id === "security") terms.push("EnforceSecurity");
  return [...new Set(terms)].map((term) => `dpv:${term}`);
}

function categoryLd({ id: name, dpv, special, name: title }: Category, id: MakeId): Json {
  const general = special ? "dpv:SpecialCategoryPersonalData" : "dpv:PersonalData";
  const known = dpv !== null && DATA_TERMS.has(dpv) ? [`pd:${dpv}`] : [];
  return {
    "@id": id("category", name),
    "@type": typesOf(general, ...known),
    "dct:title": textLd(title),
  };
}

const ORIGINS: { readonly [O in Source["origin"]]: string } = {
  person: "dpv:DataSubjectDataSource",
  device: "dpv:DataSubjectDataSource",
  "third-party": "dpv:ThirdPartyDataSource",
  public: "dpv:PublicDataSource",
};

function sourceLd({ id: name, name: title, origin }: Source, id: MakeId): Json {
  return {
    "@id": id("source", name),
    "@type": typesOf("dpv:DataSource", ORIGINS[origin]),
    "dct:title": textLd(title),
  };
}

const ROLES: { readonly [R in RecipientRole]: string | null } = {
  processor: "dpv:DataProcessor",
  joint: "dpv:JointDataControllers",
  independent: "dpv:ThirdParty",
  group: null,
  staff: null,
  authority: "dpv:Authority",
};

function recipientLd(notice: Notice, recipient: Recipient, id: MakeId): Json {
  const { id: name, role, name: title, countries } = recipient;
  const special = ROLES[role];
  const transfers = transfersLd(notice, name, id);
  return {
    "@id": id("recipient", name),
    "@type": typesOf("dpv:Recipient", ...(special === null ? [] : [special])),
    "dct:title": textLd(title),
    "dpv:hasCountry": countries.map(countryLd),
    ...(transfers.length === 0 ? {} : { "dpv:hasLegalBasis": transfers }),
  };
}

/** An ISO 8601 duration; an open end has none and is not claimed to have one. */
function retentionLd({ purpose, category, period, because }: Retention, id: MakeId): Json {
  const about = because === null ? {} : { "dct:description": textLd(because) };
  const at = { "@id": id("retention", `${purpose}/${category}`) };
  if (period === "open") return { ...at, "@type": "dpv:StorageCondition", ...about };
  const length = "months" in period ? `P${period.months}M` : `P${period.days}D`;
  return {
    ...at,
    "@type": "dpv:StorageDuration",
    "dpv:hasDuration": { "@type": "xsd:duration", "@value": length },
    ...about,
  };
}

function itemLd({ id: name, item, name: about, lifetimeSeconds }: StoredItem, id: MakeId): Json {
  const lifetime =
    lifetimeSeconds === null || lifetimeSeconds === 0
      ? {}
      : { "dpv:hasDuration": { "@type": "xsd:duration", "@value": `PT${lifetimeSeconds}S` } };
  return {
    "@id": id("stored-item", name),
    "@type": "dpv:Technology",
    "dpv:hasIdentifier": item,
    "dct:description": textLd(about),
    ...lifetime,
  };
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

/** Articles are named only where the notice answers to them; elsewhere a right is a right. */
function rightsLd(notice: Notice, id: MakeId): Json {
  return notice.rights.offered.map((right) => {
    const article = isUnderGdpr(notice) ? GDPR_RIGHTS[right] : undefined;
    return {
      "@id": id("right", right),
      "@type": typesOf("dpv:DataSubjectRight", ...(article === undefined ? [] : [article])),
      "dct:identifier": right,
    };
  });
}
