import { assert } from "#kit/assert";
import { compileNotice } from "./compile-notice.ts";
import { type Finding, formatFindings, type Place } from "./finding.ts";
import type { Manifest } from "./manifest-schema.ts";
import type { Notice } from "./notice.ts";
import type { Includes } from "./parse/includes.ts";
import { parseManifest, type SourceFile } from "./parse-manifest.ts";

export type ReadNotice = {
  /** Null where there are findings. */
  readonly notice: Notice | null;
  readonly manifest: Manifest | null;
  readonly findings: readonly Finding[];
  /** Where a path of the manifest stands; for what the law's lint finds later. */
  readonly placeOf: (path: string) => Place;
};

/**
 * Parses, checks and compiles.
 * @param includes whether what the files `include` is among them.
 */
export function readNotice(
  files: readonly SourceFile[],
  includes: Includes = "refused",
): ReadNotice {
  const { manifest, findings, placeOf } = parseManifest(files, includes);
  const notice = manifest === null ? null : compileNotice(manifest);
  return { notice, manifest, findings, placeOf };
}

/**
 * Compiles a manifest that was valid when it was published, so that findings now are a defect. Its
 * source is whole: what was included stands in it.
 */
export function compileStored(source: string, fileName: string): Notice {
  const { notice, findings } = readNotice([{ name: fileName, text: source }], "followed");
  assert(notice !== null, `a published manifest does not compile:\n${formatFindings(findings)}`);
  return notice;
}
