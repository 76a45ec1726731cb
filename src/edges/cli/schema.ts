import { publishedManifestSchema, publishedPartSchema } from "#core/notice/published-schema";
import type { Command, ExitStatus, Streams } from "./command.ts";
import { argumentsOf, refuseInput, unusable, write } from "./output.ts";

const USAGE = `usage: npm run -s fairnotice -- schema [--part]

Prints the JSON Schema (2020-12) of a manifest, for editors and other tools. A running product serves the
same at /schemas/manifest.schema.json and /schemas/manifest-part.schema.json.

  --part           the schema of one file of a manifest that lies in several: nothing is required

exit status: 0 printed, 2 the arguments cannot be used
`;

const OPTIONS = { part: { type: "boolean", default: false } } as const;

export const schema: Command = {
  summary: "the JSON Schema of a manifest, for editors",
  usage: USAGE,
  run,
};

async function run(args: string[], io: Streams): Promise<ExitStatus> {
  const parsed = argumentsOf(args, OPTIONS);
  if ("unusable" in parsed) return refuseInput(parsed, io);
  if (parsed.positionals.length > 0) {
    return refuseInput(unusable("expected no argument; see `schema --help`"), io);
  }
  await write(io.stdout, parsed.values.part ? publishedPartSchema() : publishedManifestSchema());
  return 0;
}
