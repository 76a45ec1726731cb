import { readdirSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { loadNotice } from "#edges/notice-files/load-notice";
import type { Notice } from "../notice.ts";
import { compileStored } from "../read-notice.ts";
import { SAMPLE_MANIFEST } from "../sample-manifest.ts";
import { DATA_TERMS, GDPR_TERMS, OTHER_TERMS, PURPOSE_TERMS } from "./dpv-terms.ts";
import { renderJsonLd } from "./jsonld.ts";

const NOTICES = join(import.meta.dirname, "../../../../notices");
const DPV = "https://w3id.org/dpv#";
const VOCABULARIES: readonly (readonly [prefix: string, terms: ReadonlySet<string>])[] = [
  [DPV, new Set([...OTHER_TERMS, ...PURPOSE_TERMS])],
  ["https://w3id.org/dpv/pd#", DATA_TERMS],
  ["https://w3id.org/dpv/legal/eu/gdpr#", GDPR_TERMS],
  [
    "http://purl.org/dc/terms/",
    new Set(["title", "description", "identifier", "issued", "language"]),
  ],
  ["http://www.w3.org/2001/XMLSchema#", new Set(["date", "duration"])],
];

type Expanded = { readonly [key: string]: unknown };

/** Nothing is fetched: a document that needed another could not be read in a hundred years. */
const expandOptions = {
  safe: true,
  documentLoader: async (url: string) => {
    throw new Error(`the document asks for ${url}`);
  },
};

async function noticesOfAll(): Promise<readonly (readonly [string, Notice])[]> {
  const found: (readonly [string, Notice])[] = [
    ["sample", compileStored(SAMPLE_MANIFEST, "sample.yaml")],
  ];
  for (const name of ["demo", "smartfocus-2017", ...examples()]) {
    const { notice } = await loadNotice(join(NOTICES, name));
    if (notice !== null) found.push([name, notice]);
  }
  return found;
}

function examples(): readonly string[] {
  const folders = readdirSync(NOTICES, { withFileTypes: true });
  if (!folders.some(({ name }) => name === "examples")) return [];
  return readdirSync(join(NOTICES, "examples")).map((name) => join("examples", name));
}

/** Every term that a document uses: properties, types of nodes and of values. */
function termsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(termsOf);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "@type") return [value].flat().map(String);
    if (key.startsWith("@")) return [];
    return [key, ...termsOf(value)];
  });
}

function nodesOf(node: unknown): readonly Expanded[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null || "@value" in node) return [];
  return [node as Expanded, ...Object.values(node).flatMap(nodesOf)];
}

describe.each(await noticesOfAll())("%s as JSON-LD", async (_, notice) => {
  const expanded = await jsonld.expand(renderJsonLd(notice) as object, expandOptions);

  test("uses terms that the vocabularies have, and no other", () => {
    const terms = new Set(termsOf(expanded));
    expect(terms.size).toBeGreaterThan(20);
    for (const term of terms) {
      const known = VOCABULARIES.some(
        ([prefix, names]) => term.startsWith(prefix) && names.has(term.slice(prefix.length)),
      );
      expect(known, term).toBe(true);
    }
  });

  test("every node has an absolute address, and nothing is lost in expansion", () => {
    const nodes = nodesOf(expanded);
    expect(nodes.length).toBeGreaterThan(notice.purposes.size * 3);
    for (const node of nodes) expect(String(node["@id"])).toMatch(/^(urn:|https?:|mailto:)\S+$/);
    const processes = (expanded[0] as Expanded)[`${DPV}hasProcess`] as readonly unknown[];
    expect(processes).toHaveLength(notice.purposes.size);
  });

  test("is RDF: each statement is one, and nothing of it is blank", async () => {
    const quads = (await jsonld.toRDF(expanded, {
      ...expandOptions,
      format: "application/n-quads",
    })) as unknown as string;
    const lines = quads.trim().split("\n");
    expect(lines.length).toBeGreaterThan(100);
    expect(quads).not.toContain("_:");
    // One thing is not called two things: an address has one set of types.
    const types = lines.filter((line) => line.includes("#type>"));
    expect(new Set(types).size).toBe(types.length);
  });
});

test("what the manifests of the house name is in the vocabulary", async () => {
  for (const [name, notice] of await noticesOfAll()) {
    for (const { id, dpv } of notice.categories.values())
      if (dpv !== null) expect(DATA_TERMS, `${name}: ${id}`).toContain(dpv);
    for (const { id, dpv } of notice.purposes.values())
      if (dpv !== null) expect(PURPOSE_TERMS, `${name}: ${id}`).toContain(dpv);
  }
});

test("a term that the vocabulary does not have is not written", () => {
  const wrong = SAMPLE_MANIFEST.replace("dpv: EmailAddress", "dpv: EmailAdress");
  expect(JSON.stringify(renderJsonLd(compileStored(wrong, "sample.yaml")))).not.toContain("pd:");
});

test("articles, transfers, lifetimes and authorities are said where the notice says them", () => {
  const ld = JSON.stringify(renderJsonLd(compileStored(SAMPLE_MANIFEST, "sample.yaml")));
  for (const said of [
    '"@type":["dpv:Consent","eu-gdpr:A6-1-a"]',
    '"@type":"dpv:Consent"',
    '"@type":["dpv:DataTransferLegalBasis","dpv:SafeguardForDataTransfer","eu-gdpr:A45-3"]',
    '"@id":"urn:iso:std:iso:3166:-1:us"',
    '"dpv:hasIdentifier":"_ga"',
    '"@id":"https://ico.org.uk/"',
  ]) {
    expect(ld).toContain(said);
  }
});
