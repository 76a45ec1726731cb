/** The canonical form of a manifest's file: the same facts always lie the same way. Pure. */
import { assert } from "#kit/assert";
import { canonicalJson } from "#kit/canonical-json";
import type { Finding } from "../finding.ts";
import type { Schema } from "../parse/check-shape.ts";
import { plain, reportInto } from "../parse/tree.ts";
import { readYaml } from "../parse/yaml-tree.ts";
import { publishedSchema } from "../published-schema.ts";
import { readLayout } from "./read-layout.ts";
import { writeDocument } from "./write-layout.ts";

export type Formatted = { readonly text: string } | { readonly findings: readonly Finding[] };

/**
 * @param text a manifest, or a part of one; what its words mean is not judged.
 * @param name that findings give it.
 * Keys stand in the order of the schema; ids, items and languages keep their order. Comments stay
 * with what they are about; what an alias stands for is written out. Formatting twice changes
 * nothing.
 */
export function formatManifest(text: string, name: string): Formatted {
  const findings: Finding[] = [];
  const before = readYaml(text, name, reportInto(findings));
  if (findings.length > 0) return { findings };
  const schema = publishedSchema() as Schema;
  const written = readLayout(text)
    .map((document) => writeDocument(document, schema))
    .filter((document) => document !== "")
    .join("---\n");
  const after = readYaml(written, name, reportInto(findings));
  const same = canonicalJson(after.map(plain)) === canonicalJson(before.map(plain));
  assert(same && findings.length === 0, "a formatted file says the same");
  return { text: written };
}
