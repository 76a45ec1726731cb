import { Refusal } from "#kit/refusal";

export type GroupCommitLimits = {
  /** Most items of one transaction. */
  readonly batchMax: number;
  /** Most items that wait; past it new ones are refused at once. */
  readonly waitingMax: number;
};

export type GroupCommit<Item, Result> = {
  /** Resolves after the commit of the batch that held the item. */
  submit(item: Item): Promise<Result>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Gathers what arrives while the last transaction runs and writes it in the next one: a commit
 * costs the same for one fact as for a hundred. When a batch fails its items are tried alone, so
 * that a bad one fails its own caller only.
 *
 * @param write writes the items in one transaction and answers in their order; it is run again for
 * single items, so it must change
 *   nothing but the database.
 */
export function groupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  limits: GroupCommitLimits = { batchMax: 500, waitingMax: 20_000 },
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;

  const writeAlone = async (each: Waiting<Item, Result>) => {
    try {
      const [result] = await write([each.item]);
      each.done(result as Result);
    } catch (error) {
      each.fail(error);
    }
  };
  const writeBatch = async (batch: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await write(batch.map(({ item }) => item));
      batch.forEach((each, index) => {
        each.done(results[index] as Result);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.fail(error);
      else for (const each of batch) await writeAlone(each);
    }
  };
  const run = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limits.batchMax);
      waiting = waiting.slice(limits.batchMax);
      await writeBatch(batch);
    }
    running = null;
  };
  return {
    submit(item) {
      if (waiting.length >= limits.waitingMax) return Promise.reject(tooMuch());
      return new Promise<Result>((done, fail) => {
        waiting.push({ item, done, fail });
        // The next turn of the loop, so that what arrives in the same one shares the first commit
        // too.
        running ??= Promise.resolve().then(run);
      });
    },
    async drained() {
      while (running !== null) await running;
    },
  };
}

function tooMuch(): Refusal {
  const entry = { status: 503, title: "Too much is being written at the moment." };
  return new Refusal(
    "database.busy",
    entry,
    {},
    "Nothing was recorded. Please try again in some seconds.",
  );
}
