/**
 * Keeps `contract/manifest.schema.json`, which editors read, the same as the schema that the product checks by.
 *
 *     node tools/check-manifest-schema.ts           fails when they differ
 *     node tools/check-manifest-schema.ts --write   writes it
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { publishedManifestSchema } from "#core/notice/published-schema";

const PATH = fileURLToPath(new URL("../contract/manifest.schema.json", import.meta.url));

const wanted = publishedManifestSchema();
if (process.argv.includes("--write")) {
  await writeFile(PATH, wanted);
} else if ((await readFile(PATH, "utf8")) !== wanted) {
  process.stderr.write(
    "contract/manifest.schema.json differs from the schema in src/core/notice: " +
      "run `node tools/check-manifest-schema.ts --write`\n",
  );
  process.exitCode = 1;
}
