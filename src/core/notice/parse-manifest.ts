/** Reads a manifest: text in, the manifest or everything that is wrong with it out. Pure. */
import { type Finding, type Place, sortFindings } from "./finding.ts";
import { type Manifest, ManifestSchema } from "./manifest-schema.ts";
import { checkReferences } from "./parse/check-references.ts";
import { checkShape, type Schema } from "./parse/check-shape.ts";
import { checkTexts } from "./parse/check-texts.ts";
import { checkTogether } from "./parse/check-together.ts";
import { type Includes, withoutInclude } from "./parse/includes.ts";
import { KnownIds } from "./parse/known-ids.ts";
import { mergeParts } from "./parse/merge-parts.ts";
import { placeIn, plain, reportInto } from "./parse/tree.ts";
import { readYaml, SOURCE_MAX } from "./parse/yaml-tree.ts";

/** Text of a manifest, or of a part of one, and the name that findings give it. */
export type SourceFile = { readonly name: string; readonly text: string };

export type ParsedManifest = {
  /** Null where there are findings. */
  readonly manifest: Manifest | null;
  readonly findings: readonly Finding[];
  /**
   * Where a path of the manifest stands, or the nearest part above it; for findings of later
   * checks.
   */
  readonly placeOf: (path: string) => Place;
};

/** Files above this number are a folder chosen by mistake. */
export const FILES_MAX = 100;

/**
 * @param files one file, or the files of a folder in order. Together at most one mebibyte.
 * @param includes whether what the files `include` is among them.
 * Every finding is reported at once, sorted by place; a manifest with findings is not used.
 */
export function parseManifest(
  files: readonly SourceFile[],
  includes: Includes = "refused",
): ParsedManifest {
  const findings: Finding[] = [];
  const report = reportInto(findings);
  const start: Place = { file: files[0]?.name ?? "manifest", line: 1, column: 1 };
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (files.length > FILES_MAX || size > SOURCE_MAX) {
    const message = `more than ${FILES_MAX} files or ${SOURCE_MAX} characters`;
    report({ at: start, path: "", message });
    return { manifest: null, findings, placeOf: () => start };
  }
  const parts = files
    .flatMap(({ name, text }) => readYaml(text, name, report))
    .map((part) => withoutInclude(part, includes, report));
  const root = mergeParts(parts, report);
  if (root === null) {
    if (findings.length === 0) report({ at: start, path: "", message: "the manifest is empty" });
    return { manifest: null, findings, placeOf: () => start };
  }
  const schema = ManifestSchema as unknown as Schema;
  checkShape(schema, root, "", report);
  const known = new KnownIds(root);
  checkReferences(root, known, report);
  checkTogether(root, report);
  checkTexts(schema, root, known, report);
  const names = files.map(({ name }) => name);
  return {
    // The checks above are at least as strict as the schema, which a test holds against an
    // independent validator.
    manifest: findings.length === 0 ? (plain(root) as unknown as Manifest) : null,
    findings: sortFindings(findings, names),
    placeOf: (path) => placeIn(root, path),
  };
}
