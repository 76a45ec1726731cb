import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { openHouse } from "#main/open-house";
import { publishNotice } from "#main/publish-notice";
import { loadConfig } from "#platform/config/config";
import { openDatabase } from "#platform/database/database";
import { startEmbedded } from "#platform/database/embedded";
import { migrate, readMigrations } from "#platform/database/migrate";
import { openLog } from "#platform/log/log";
import { prepareJobs } from "#platform/queue/prepare-jobs";
import { changedText, raised, reworded } from "#test/support/next-version";
import { newDataFolder } from "#test/support/product";
import type { Benchmark } from "./harness.ts";

const PEOPLE = 100_000;
const PAGE = 5_000;
const ROOT = resolve(import.meta.dirname, "..");

/**
 * Seconds from the wish to know whom a draft affects to the answer, for 100,000 people who gave
 * an address and a name; every other one subscribes to a newsletter that gets more data and another
 * revision. The floor loads the same people, and asks the gate nothing.
 */
export const impact: Benchmark = {
  name: "impact",
  unit: "s",
  less: true,
  goal: null,
  async contenders() {
    const folder = newDataFolder();
    const embedded = await startEmbedded(folder.path);
    const { connection } = embedded;
    await migrate(connection, readMigrations(resolve(ROOT, "db/migrations")));
    await prepareJobs(connection);
    const database = openDatabase(connection);
    const config = loadConfig(ROOT, {}, { demo: true, data: folder.path });
    const { house, close } = await openHouse(config, database, openLog("silent"));
    await publishNotice(house);
    await fill((text) => database.pool.query(text));
    const { source } = (await house.inTransaction((tx) => house.notices.source(tx, 1))) ?? {
      source: "",
    };
    let round = 0;
    const count = async () => {
      round += 1;
      const text = changedText(
        source,
        [/^version: 1$/m, "version: 2"],
        { under: "purposes.marketing.categories", add: "enquiry" },
        { under: "purposes.marketing.retention.0.categories", add: "enquiry" },
        ...raised("marketing", false),
        reworded(`round ${round}`),
      );
      const id = await house.inTransaction(async (tx) => {
        const from = { source: text, fileName: "notice.yaml" };
        const { draftId } = await house.notices.drafts.create(tx, from, randomUUID());
        await house.changes.startImpact(tx, draftId, randomUUID());
        return draftId;
      });
      const began = performance.now();
      await house.changes.work();
      const seconds = (performance.now() - began) / 1_000;
      const row = await house.inTransaction((tx) => house.changes.impactOf(tx, id));
      if (row?.state !== "done" || row.counters.asked !== PEOPLE / 2)
        throw new Error(`counted wrongly: ${JSON.stringify(row)}`);
      return seconds;
    };
    const load = async () => {
      const began = performance.now();
      let after: string | null = null;
      for (;;) {
        const from = after;
        const ids = await house.inTransaction(async (tx) => {
          const page = await house.gate.people(tx, from, PAGE);
          await house.gate.subjects(tx, page);
          return page;
        });
        after = ids.at(-1) ?? null;
        if (ids.length < PAGE) return (performance.now() - began) / 1_000;
      }
    };
    return {
      ours: {
        round: count,
        async close() {
          await close();
          await database.close();
          await embedded.stop();
          folder.remove();
        },
      },
      floor: { round: load },
    };
  },
};

/** As the projectors would have left them; the facts themselves are not read here. */
async function fill(run: (text: string) => Promise<unknown>): Promise<void> {
  const at = "timestamptz '2026-10-01'";
  const id = (kind: string) => `md5('${kind}' || n)::uuid`;
  const each = `from generate_series(1, ${PEOPLE}) n`;
  await run(`insert into subject_state (subject_id, kind, demo, created_at, epoch, cluster_id,
      residence_declared, language)
    select ${id("s")}, 'person', false, ${at}, n, ${id("s")}, 'GB', 'en' ${each}`);
  const shown = `'{"enquiries":[1],"confirmation":[1],"marketing":[1],"research":[1]}'::jsonb`;
  for (const category of ["email", "name"]) {
    await run(`insert into subject_value (subject_id, value_id, position, category, source, purposes,
        notice_version, collected_at, shown, compartment)
      select ${id("s")}, ${id(category)}, n, '${category}', 'website', '{confirmation}', 1, ${at},
        ${shown}, 'main' ${each}`);
  }
  await run(`insert into subject_address (subject_id, address_id, position, kind, channels, hash,
      verified_position) select ${id("s")}, ${id("email")}, n, 'email', '{email}', md5('h' || n), n ${each}`);
  await run(`insert into subject_choice (subject_id, position, choice_id, at, act, purpose, channel,
      topic, revision, notice_version, wording, manner, refusals_shown, named_signal, offline)
    select ${id("s")}, n, ${id("c")}, ${at}, 'grant', 'marketing', 'email', 'product-news', 1, 1,
      repeat('0', 64), 'explicit', '[]', false, false ${each} where n % 2 = 0`);
  await run("analyze");
}
