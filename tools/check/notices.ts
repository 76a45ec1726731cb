import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { formatFindings } from "#core/notice/finding";
import { formatManifest } from "#core/notice/format/format-manifest";
import { filesIn, ROOT, read } from "./repository.ts";

/**
 * The manifests of the checkout are canonical, and an editor finds the schema from where they lie:
 * they are what people copy.
 */
export async function checkNotices({
  write,
}: {
  readonly write: boolean;
}): Promise<readonly string[]> {
  return filesIn(["notices"], /\.ya?ml$/).flatMap((path) => {
    const text = read(path);
    const formatted = formatManifest(text, path);
    if ("findings" in formatted) return [formatFindings(formatted.findings).trimEnd()];
    if (write && formatted.text !== text) writeFileSync(join(ROOT, path), formatted.text);
    return [
      ...(write || formatted.text === text
        ? []
        : [`${path} is not canonical: run \`npm run check -- notices --write\``]),
      ...schemaProblems(path, text),
    ];
  });
}

/** Of a part nothing is required; a whole manifest may name either schema. */
function schemaProblems(path: string, text: string): readonly string[] {
  const given = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1];
  const wanted = relative(dirname(path), "contract/manifest-part.schema.json");
  const whole = relative(dirname(path), "contract/manifest.schema.json");
  if (given === undefined) {
    return [`${path}:1:1: the first line should be \`# yaml-language-server: $schema=${wanted}\``];
  }
  if (given === wanted || given === whole) {
    const isThere = existsSync(join(ROOT, dirname(path), given));
    return isThere ? [] : [`${path}:1:1: there is no \`${given}\``];
  }
  return [`${path}:1:1: \`${given}\` is not the schema; write \`${wanted}\``];
}
