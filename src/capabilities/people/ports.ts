/** What people needs of the gate and the ledger. Same rank, so `main/` hands the functions in. */
import type { Decision } from "#core/gate/decision";
import type { Permit } from "#core/gate/permit";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Fact, FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import type { Tx } from "#platform/database/database";
import type { Vault } from "#vault";

export type Asked = { readonly decision: Decision; readonly permit: Permit | null };

export type PeoplePorts = {
  readonly vault: Vault;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<readonly Fact[]>;
  readonly ask: (tx: Tx, subjectId: string, use: Use) => Promise<Asked>;
  readonly askFor: (tx: Tx, subjectId: string, subject: Subject, use: Use) => Promise<Asked>;
  readonly subjects: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Subject>>;
  readonly lock: (tx: Tx, ids: readonly string[], how: "update") => Promise<readonly string[]>;
  readonly newId: () => string;
  readonly clock: () => number;
};
