import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishedManifestSchema, publishedPartSchema } from "#core/notice/published-schema";
import { publishedNoticeSchema } from "#core/notice/render/notice-schema";
import { openHouse } from "#main/open-house";
import { serve } from "#main/serve";
import { loadConfig } from "#platform/config/config";
import { openDatabase } from "#platform/database/database";
import { openLog } from "#platform/log/log";
import { annotatedNoticePage } from "./annotated-notice.ts";
import { withMigratedDatabase } from "./catalog.ts";
import { lintCataloguePage } from "./lint-catalogue.ts";
import { manifestReferencePage } from "./manifest-reference.ts";
import { ROOT, read } from "./repository.ts";
import { workedCasesPage } from "./worked-cases.ts";

const MANIFEST = "contract/manifest.schema.json";
const PART = "contract/manifest-part.schema.json";
const NOTICE = "contract/notice.schema.json";
const REFERENCE = "docs/manifest-reference.md";
const OPENAPI = "contract/openapi.json";
const WORKED_CASES = "docs/gate-worked-cases.md";
const LINT = "docs/lint.md";
const ANNOTATED = "docs/notice-2017-annotated.md";

/**
 * What `contract/` publishes is what the code does: the manifest's schema, and the HTTP interface
 * as the server itself tells it.
 */
export async function checkContract({
  write,
}: {
  readonly write: boolean;
}): Promise<readonly string[]> {
  const wanted = [
    [MANIFEST, publishedManifestSchema()],
    [PART, publishedPartSchema()],
    [NOTICE, publishedNoticeSchema()],
    [REFERENCE, manifestReferencePage()],
    [OPENAPI, await servedInterface()],
    [WORKED_CASES, workedCasesPage()],
    [LINT, lintCataloguePage()],
    [ANNOTATED, await annotatedNoticePage()],
  ] as const;
  if (write) {
    for (const [path, text] of wanted) writeFileSync(join(ROOT, path), text);
  }
  return wanted
    .filter(([path, text]) => readOrNothing(path) !== text)
    .map(
      ([path]) =>
        `${path} differs from what the code says: run \`npm run check -- contract --write\``,
    );
}

function servedInterface(): Promise<string> {
  return withMigratedDatabase(async (connection) => {
    const folder = mkdtempSync(join(tmpdir(), "fairnotice-contract-"));
    const database = openDatabase(connection);
    const config = loadConfig(ROOT, {}, { demo: true, data: folder, notice: "notices/demo" });
    const { house, close } = await openHouse(config, database, openLog("silent"));
    const server = await serve(house, () => []);
    try {
      return `${JSON.stringify(server.swagger(), null, 2)}\n`;
    } finally {
      await server.close();
      await close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function readOrNothing(path: string): string {
  try {
    return read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
