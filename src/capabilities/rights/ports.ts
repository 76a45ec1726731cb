/** What rights need of other capabilities and of the law; `main/` hands it in. */
import type { FactInput } from "#core/ledger/fact";
import type { Notice } from "#core/notice/notice";
import type { Messages } from "#messages";
import type { People } from "#people";
import type { Tx } from "#platform/database/database";
import type { RequestKind } from "./store.ts";

/** What happened to a request so far, as instants; null: not yet. */
export type ClockEvents = {
  readonly receivedAt: Date;
  readonly provenAt: Date | null;
  readonly clarificationAskedAt: Date | null;
  readonly clarifiedAt: Date | null;
  readonly extendedAt: Date | null;
};

export type Clocked = {
  /** Plain date. */
  readonly due: string;
  /** Last plain date on which the person may be told of an extension; null: none is possible. */
  readonly lastDayToExtend: string | null;
  /** The plain date of a moment in the zone of the law. */
  readonly dayOf: (at: number) => string;
  readonly rules: readonly {
    readonly rule: string;
    readonly provision: string;
    readonly confirmed: boolean;
  }[];
};

export type RightsDeps = {
  readonly people: People;
  readonly messages: Messages;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly append: (tx: Tx, facts: readonly FactInput[]) => Promise<unknown>;
  readonly restrict: (tx: Tx, id: string) => Promise<unknown>;
  readonly object: (tx: Tx, id: string) => Promise<unknown>;
  /** The day by which the law of the person's place wants an answer. */
  readonly dueDate: (regime: string, kind: RequestKind, events: ClockEvents) => Clocked;
  readonly regimeFor: (notice: Notice, country: string | null, at: number) => string;
  /** What else is kept of a person under these ids, by the capabilities that keep it. */
  readonly eraseElsewhere: (tx: Tx, ids: readonly string[]) => Promise<void>;
  readonly newId: () => string;
  readonly clock: () => number;
};
