import { runTool } from "./repository.ts";

/** Biome: rules and format in one pass; a warning counts. */
export async function checkLint({
  write,
}: {
  readonly write: boolean;
}): Promise<readonly string[]> {
  const how = write ? ["check", "--write"] : ["ci"];
  return runTool("@biomejs/biome/bin/biome", [...how, "--error-on-warnings", "--colors=off", "."]);
}
