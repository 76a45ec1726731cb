import type { PlacedFinding } from "#edges/cli/check";

/** Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
export function sarifOf(found: readonly PlacedFinding[]): unknown {
  const ids = [...new Set(found.map(({ id }) => id))].sort();
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "fairnotice check",
            rules: ids.map((id) => ({ id, shortDescription: { text: id.replace(/[.-]/g, " ") } })),
          },
        },
        results: found.map((each) => ({
          ruleId: each.id,
          ruleIndex: ids.indexOf(each.id),
          level: each.level,
          message: { text: `${each.why} (${each.provision}). ${each.write}.` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: encodeURI(each.file).replaceAll("#", "%23").replaceAll("?", "%3F"),
                },
                region: { startLine: each.line, startColumn: each.column },
              },
              logicalLocations: [{ fullyQualifiedName: each.path }],
            },
          ],
          properties: { regime: each.regime, clause: each.clause },
        })),
      },
    ],
  };
}
