import type { Fact, FactInput } from "#core/ledger/fact";
import { isNarrowing } from "#core/ledger/fact-catalogue";
import { assert } from "#kit/assert";
import type { Tx } from "#platform/database/database";
import type { Journal, JournalLine } from "#platform/journal/journal";

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
type Append = (tx: Tx, facts: readonly FactInput[]) => Promise<readonly Fact[]>;

export type Journalled = { readonly inTransaction: InTransaction; readonly append: Append };

/**
 * Sees to it that whatever takes a permission away stands in the journal outside the database,
 * fsynced, before anybody hears that its transaction is over (GATE.md, "Failure never widens"). It
 * is one place for every capability: whoever appends a narrowing fact cannot forget it.
 *
 * Written after the commit: a line of a transaction that was rolled back would refuse what nobody
 * refused. Where the journal cannot be written the caller gets the error, so the fact is in the
 * database and acknowledged to nobody.
 */
export function journalled(
  inTransaction: InTransaction,
  append: Append,
  journal: Pick<Journal, "append">,
): Journalled {
  const narrowed = new WeakMap<Tx, JournalLine[]>();
  return {
    async inTransaction(work) {
      const lines: JournalLine[] = [];
      const done = await inTransaction((tx) => {
        narrowed.set(tx, lines);
        return work(tx);
      });
      await journal.append(lines);
      return done;
    },
    async append(tx, given) {
      const lines = narrowed.get(tx);
      assert(lines !== undefined, "facts are appended in a transaction of the house");
      const facts = await append(tx, given);
      for (const fact of facts) {
        if (isNarrowing(fact.kind, fact.body as never)) lines.push(lineOf(fact));
      }
      return facts;
    },
  };
}

function lineOf({ position, subjectId, kind, at, noticeVersion, body }: Fact): JournalLine {
  return { position, subject: subjectId, kind, at, noticeVersion, body };
}
