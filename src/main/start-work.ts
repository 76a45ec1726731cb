import type { House } from "#edges/house";

const MAIL_PARALLEL = 4;
const MAIL_PAUSE_MS = 250;
const SEQUENCE_MS = 1_000;
const CAMPAIGN_MS = 500;
const RIGHTS_MS = 2_000;

type Work = { stop(): Promise<void> };

/**
 * What goes on without anybody asking: mail, the log's sequencer, campaigns, the clock of requests.
 * All of it takes locks, so that several servers may run it.
 */
export function startWork(house: House): Work {
  const works: Work[] = [
    house.messages.start(MAIL_PARALLEL, MAIL_PAUSE_MS),
    every(house, "sequence", SEQUENCE_MS, async () => {
      while ((await house.inTransaction((tx) => house.ledger.sequence(tx))) > 0);
    }),
    every(house, "campaigns", CAMPAIGN_MS, async () => {
      await house.campaigns.work();
    }),
    every(house, "rights", RIGHTS_MS, async () => {
      await house.inTransaction((tx) => house.rights.work(tx));
    }),
  ];
  return {
    async stop() {
      await Promise.all(works.map((work) => work.stop()));
    },
  };
}

/** Runs again a while after it ended; a failure is logged and tried again. */
function every(house: House, name: string, pauseMs: number, work: () => Promise<void>): Work {
  let stopped = false;
  let wake: () => void = () => undefined;
  const run = async () => {
    while (!stopped) {
      try {
        await work();
      } catch (err) {
        house.log.error({ event: "work.failed", work: name, err });
      }
      if (stopped) return;
      await new Promise<void>((next) => {
        const timer = setTimeout(next, pauseMs);
        wake = () => {
          clearTimeout(timer);
          next();
        };
      });
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
