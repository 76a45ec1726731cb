import type { FactInput } from "#core/ledger/fact";
import type { Gate } from "#gate";
import type { Messages } from "#messages";
import type { NoticeDoor } from "#notice";
import type { Tx } from "#platform/database/database";

export type ChangeDeps = {
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly notices: Pick<
    NoticeDoor,
    "inForce" | "version" | "heads" | "drafts" | "keepShown" | "lastShown"
  >;
  readonly gate: Gate;
  readonly messages: Messages;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  /** Languages of people, for the letter that each gets. */
  readonly languagesOf: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly newId: () => string;
  readonly clock: () => number;
  /**
   * From the instant at which a version is in force until nobody can come in under the one before
   * any more: longer than any request lasts.
   */
  readonly settleMs: number;
};
