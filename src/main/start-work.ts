import { dropOldKeys } from "#collection";
import type { House } from "#edges/house";
import type { Database } from "#platform/database/database";
import { JOB_DEFAULTS, openJobs } from "#platform/queue/jobs";

const MAIL_PARALLEL = 4;
const MAIL_PAUSE_MS = 250;
/** A form that was opened longer ago is asked again with a fresh key. */
const FORM_KEY_MS_MAX = 7 * 24 * 3_600_000;

export type Work = { stop(): Promise<void> };

/**
 * What goes on without anybody asking: mail, the log's sequencer, campaigns, the clock of requests,
 * and every night the sweep of what is over. All of it takes locks, so that several servers may run
 * it.
 */
export async function startWork(house: House, database: Database): Promise<Work> {
  const jobs = openJobs({
    ...JOB_DEFAULTS,
    database,
    onError: (err, job) => house.log.error({ event: "work.failed", job, err }),
  });
  jobs.every("sequence", { seconds: 1 }, async () => {
    while ((await house.inTransaction((tx) => house.ledger.sequence(tx))) > 0);
  });
  jobs.every("campaigns", { seconds: 0.5 }, async () => {
    await house.campaigns.work();
  });
  jobs.every("changes", { seconds: 0.5 }, () => house.changes.work());
  jobs.every("rights", { seconds: 2 }, async () => {
    await house.inTransaction((tx) => house.rights.work(tx));
  });
  jobs.every("sweep", { cron: "17 3 * * *", zone: "UTC" }, () =>
    house.inTransaction(async (tx) => {
      await house.staff.sweep(tx);
      await house.messages.sweep(tx);
      await house.rights.sweep(tx, new Date(house.clock() - FORM_KEY_MS_MAX));
      await dropOldKeys(tx, new Date(house.clock() - FORM_KEY_MS_MAX));
    }),
  );
  const mail = house.messages.start(MAIL_PARALLEL, MAIL_PAUSE_MS);
  await jobs.start();
  return {
    async stop() {
      await Promise.all([mail.stop(), jobs.stop()]);
    },
  };
}
