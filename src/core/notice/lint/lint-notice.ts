import type { Mechanism } from "#core/gate/registers";
import type { Notice } from "../notice.ts";
import type { LintFinding, LintRule } from "./finding.ts";
import { lintCookies } from "./lint-cookies.ts";
import { lintPurposes } from "./lint-purposes.ts";
import { lintRecipients } from "./lint-recipients.ts";
import { lintRights } from "./lint-rights.ts";

const RULES: readonly LintRule[] = [lintRecipients, lintCookies, lintPurposes, lintRights];

/** Places whose law the lint knows. */
export const LINT_REGIMES = ["uk", "eu", "ch", "us-ca"] as const;

/**
 * What a careful privacy lawyer would find in the notice under the law of one place and day
 * (promise U5). Pure: the same notice of 2017 has other findings on the day it was made than today.
 * @param day plain date. @param mechanisms transfer mechanisms with their lives.
 */
export function lintNotice(
  notice: Notice,
  regime: string,
  day: string,
  mechanisms: readonly Mechanism[],
): readonly LintFinding[] {
  const law = { regime, day, at: Date.parse(`${day}T00:00:00Z`), mechanisms };
  return RULES.flatMap((rule) => rule(notice, law));
}
