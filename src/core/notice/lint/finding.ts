import type { FindingId } from "./catalogue.ts";

export type LintLevel = "error" | "warning" | "note";

/** What an acceptance in the manifest says of a finding. */
export type Acceptance = {
  readonly reason: string;
  /** Plain date: the last day on which it is accepted. */
  readonly until: string;
  readonly by: string | null;
};

/** What a careful lawyer would say of one place of a notice, under the law of one place and day. */
export type LintFinding = {
  /** Stable: people accept findings by it. */
  readonly id: FindingId;
  readonly level: LintLevel;
  readonly regime: string;
  /** Path in the manifest; its line is looked up by whoever prints it. */
  readonly path: string;
  /** Id of the clause that says it, where one does. */
  readonly clause: string | null;
  readonly provision: string;
  /** False where the provision or its dates still await a source. */
  readonly confirmed: boolean;
  readonly why: string;
  /** What to write. */
  readonly write: string;
  /** Plain date from which the law asks for it, where that is still to come; else null. */
  readonly from: string | null;
  /** Set while the manifest accepts it: then it is shown, and does not count. */
  readonly accepted: Acceptance | null;
};

/** Whether a finding stands against the notice: an accepted one does not. */
export function counts(finding: LintFinding): boolean {
  return finding.accepted === null;
}
