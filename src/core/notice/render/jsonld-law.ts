import type { BasisKind } from "#core/law/regime";
import type { Json } from "#kit/canonical-json";
import type { BasisDeclaration, Notice, Purpose, Transfer } from "../notice.ts";
import { type MakeId, type Node, textLd, typesOf } from "./jsonld-node.ts";

/** The GDPR applies from 25 May 2018 (its Article 99(2)); before, its articles are not claimed. */
export function isUnderGdpr({ regimes, date }: Notice): boolean {
  return regimes.includes("eu") && date >= "2018-05-25";
}

/**
 * The vocabulary's word for a kind of basis, and the article of the GDPR. Bases of other laws that
 * it has no narrower word for are `dpv:LegalBasis`; the provision says the rest.
 */
const BASES: { readonly [B in BasisKind]?: readonly [term: string, article: string] } = {
  consent: ["dpv:Consent", "eu-gdpr:A6-1-a"],
  contract: ["dpv:Contract", "eu-gdpr:A6-1-b"],
  "legal-obligation": ["dpv:LegalObligation", "eu-gdpr:A6-1-c"],
  "vital-interests": ["dpv:VitalInterest", "eu-gdpr:A6-1-d"],
  "public-task": ["dpv:PublicInterest", "eu-gdpr:A6-1-e"],
  "legitimate-interests": ["dpv:LegitimateInterest", "eu-gdpr:A6-1-f"],
};

const INTERESTS = {
  own: ["dpv:LegitimateInterestOfController"],
  "third-party": ["dpv:LegitimateInterestOfThirdParty"],
  both: ["dpv:LegitimateInterestOfController", "dpv:LegitimateInterestOfThirdParty"],
} as const;

export function basesLd(notice: Notice, { id: purpose, bases }: Purpose, id: MakeId): Json {
  return [...bases].flatMap(([regime, declared]) =>
    declared.map((basis, index) => ({
      "@id": id("basis", `${purpose}/${regime}/${index + 1}`),
      "@type": basisTypes(basis, regime === "eu" && isUnderGdpr(notice)),
      "dct:title": basis.law,
      "dpv:hasApplicableLaw": lawLd(regime, id),
      ...(basis.because === null ? {} : { "dct:description": textLd(basis.because) }),
    })),
  );
}

function basisTypes({ kind, interestOf }: BasisDeclaration, isGdpr: boolean): Json {
  const [term, article] = BASES[kind] ?? [];
  if (term === undefined || article === undefined) return "dpv:LegalBasis";
  const narrower = kind === "legitimate-interests" && interestOf !== null;
  const whose = narrower ? INTERESTS[interestOf] : [];
  return typesOf(term, ...whose, ...(isGdpr ? [article] : []));
}

function lawLd(regime: string, id: MakeId): Node {
  return { "@id": id("law", regime), "@type": "dpv:Law", "dct:identifier": regime };
}

const CONDITIONS: { readonly [condition: string]: string } = {
  "explicit-consent": "eu-gdpr:A49-1-a",
  contract: "eu-gdpr:A49-1-b",
  "public-interest": "eu-gdpr:A49-1-d",
  claims: "eu-gdpr:A49-1-e",
  "vital-interests": "eu-gdpr:A49-1-f",
};

/** A framework stands on an adequacy decision for those who are certified (GDPR 45(3)). */
const MECHANISMS: { readonly [mechanism: string]: string } = {
  shield: "eu-gdpr:A45-3",
  dpf: "eu-gdpr:A45-3",
  "scc-2010": "eu-gdpr:A46-2-c",
  "scc-2021": "eu-gdpr:A46-2-c",
  bcr: "eu-gdpr:A46-2-b",
};

/** Why data may leave to one recipient. */
export function transfersLd(notice: Notice, recipient: string, id: MakeId): readonly Node[] {
  const own = notice.transfers.filter((transfer) => transfer.recipient === recipient);
  return own.map((transfer) => {
    const article = isUnderGdpr(notice) ? articleOf(transfer) : undefined;
    const types = ["dpv:SafeguardForDataTransfer", ...(article === undefined ? [] : [article])];
    const isDerogation = transfer.kind === "derogation";
    return {
      "@id": id("transfer", `${recipient}/${transfer.mechanism}`),
      "@type": typesOf("dpv:DataTransferLegalBasis", ...(isDerogation ? types.slice(1) : types)),
      "dct:identifier": transfer.mechanism,
      ...(transfer.copy === null ? {} : { "dct:description": textLd(transfer.copy) }),
    };
  });
}

function articleOf({ kind, mechanism, condition }: Transfer): string | undefined {
  if (kind === "derogation") return CONDITIONS[condition ?? ""];
  return kind === "adequacy" ? "eu-gdpr:A45-3" : MECHANISMS[mechanism];
}
