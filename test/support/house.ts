import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { House } from "#edges/house";
import { openHouse } from "#main/open-house";
import { publishNotice } from "#main/publish-notice";
import { loadConfig } from "#platform/config/config";
import { openLog } from "#platform/log/log";
import { freshDatabase, type TestDatabase } from "#test/support/database";

const ROOT = resolve(import.meta.dirname, "../..");

/** The whole product but its server, on a database of its own, with the demo notice in force. */
export async function freshHouse(): Promise<{
  readonly house: House;
  readonly database: TestDatabase;
  close(): Promise<void>;
}> {
  const database = await freshDatabase();
  const data = mkdtempSync(join(tmpdir(), "fairnotice-house-"));
  const config = loadConfig(ROOT, {}, { demo: true, data, baseUrl: "http://localhost:3999" });
  const { house, close } = await openHouse(config, database, openLog("silent"));
  const published = await publishNotice(house);
  if (published.state !== "published") throw new Error(`no notice: ${JSON.stringify(published)}`);
  return {
    house,
    database,
    async close() {
      await close();
      await database.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
