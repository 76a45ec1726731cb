import type { Mechanism } from "#core/gate/registers";
import type { Notice } from "../notice.ts";

export type LintLevel = "error" | "warning" | "note";

/** What a careful lawyer would say of one place of a notice, under the law of one place and day. */
export type LintFinding = {
  /** Stable: people accept findings by it. */
  readonly id: string;
  readonly level: LintLevel;
  readonly regime: string;
  /** Path in the manifest; its line is looked up by whoever prints it. */
  readonly path: string;
  /** Id of the clause that says it, where one does. */
  readonly clause: string | null;
  readonly provision: string;
  readonly why: string;
  /** What to write. */
  readonly write: string;
};

/** What the rules of the lint read. */
export type Law = {
  readonly regime: string;
  /** Plain date. */
  readonly day: string;
  /** Midnight of the day, UTC, epoch milliseconds. */
  readonly at: number;
  readonly mechanisms: readonly Mechanism[];
};

export type LintRule = (notice: Notice, law: Law) => readonly LintFinding[];

/** Whether the GDPR (or the FADP in Switzerland) is in force there on that day. */
export function isModern({ regime, day }: Law): boolean {
  if (regime === "ch") return day >= "2023-09-01";
  if (regime.startsWith("us-")) return day >= "2023-01-01";
  return day >= "2018-05-25";
}

/** Law of the Union or of the United Kingdom: the GDPR since 2018. */
export function isGdpr(law: Law): boolean {
  return !law.regime.startsWith("us-") && law.regime !== "ch" && isModern(law);
}

/** The provision by its name in this regime: `13(1)(c)` is `UK GDPR 13(1)(c)` there. */
export function gdpr(law: Law, article: string): string {
  return `${law.regime.startsWith("uk") ? "UK GDPR" : "GDPR"} ${article}`;
}
