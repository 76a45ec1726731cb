import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Log, ReportingDescriptor, Result, Suppression } from "sarif";
import { CATALOGUE, type FindingId } from "#core/notice/lint/catalogue";
import { counts } from "#core/notice/lint/finding";
import type { Checked, PlacedFinding } from "#edges/cli/check";

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change.
 * @param root folder that addresses of files are relative to, as those of the repository are.
 */
export function sarifOf({ found, day, docs }: Checked, root: string): Log {
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "fairnotice check", rules: ids.map((id) => ruleOf(id, docs)) },
        },
        // Columns are counted in UTF-16 code units, as the parser of the manifest does.
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { ROOT: { description: { text: "the folder the check ran in" } } },
        results: found.map((each) => resultOf(each, ids, root)),
        properties: { day },
      },
    ],
  };
}

function ruleOf(id: FindingId, docs: string | null): ReportingDescriptor {
  const { level, title, about, write } = CATALOGUE[id];
  return {
    id,
    name: id.replace(/(^|[.-])([a-z])/g, (_whole, _mark, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: {
      text: `${about} What to write: ${write}. See docs/lint.md#${anchorOf(id)}.`,
      markdown: `${about}\n\n**What to write:** ${write}.`,
    },
    ...(docs === null ? {} : { helpUri: `${docs.replace(/#.*$/, "")}#${anchorOf(id)}` }),
    defaultConfiguration: { level },
  };
}

/** Anchor of the heading in `docs/lint.md`, as code hosts make it: dots go. */
export function anchorOf(id: FindingId): string {
  return id.replaceAll(".", "");
}

function resultOf(each: PlacedFinding, ids: readonly FindingId[], root: string): Result {
  const begins = each.from === null ? "" : ` From ${each.from}.`;
  return {
    ruleId: each.id,
    ruleIndex: ids.indexOf(each.id),
    level: each.level,
    message: { text: `${each.why} (${each.provision}).${begins} ${each.write}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(each.file, root),
          region: { startLine: each.line, startColumn: each.column },
        },
        logicalLocations: [{ fullyQualifiedName: each.path }],
      },
    ],
    // The place moves with every edit; what is found, where in the manifest and for whom does not.
    partialFingerprints: { "finding/v1": `${each.id}|${each.regime}|${each.path}|${each.why}` },
    ...(counts(each) ? {} : { suppressions: [suppressionOf(each)] }),
    properties: {
      regime: each.regime,
      clause: each.clause,
      provision: each.provision,
      confirmed: each.confirmed,
      from: each.from,
    },
  };
}

function suppressionOf({ accepted }: PlacedFinding): Suppression {
  const who = accepted?.by == null ? "" : ` (${accepted.by})`;
  return {
    kind: "inSource",
    status: "accepted",
    justification: `${accepted?.reason}${who}; until ${accepted?.until}`,
  };
}

/** Relative to the root where it lies within, so that code hosts find it; else as it is. */
function artifactOf(file: string, root: string): ArtifactLocation {
  if (file === "standard input") return { uri: "standard-input" };
  const from = relative(root, resolve(root, file));
  const isWithin = from !== "" && !isAbsolute(from) && from.split(sep)[0] !== "..";
  if (!isWithin) return { uri: pathToFileURL(resolve(root, file)).href };
  const uri = from.split(sep).map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "ROOT" };
}
