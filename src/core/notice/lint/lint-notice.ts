import type { Notice } from "../notice.ts";
import { acceptFindings } from "./accept-findings.ts";
import { LintCase, type LintRule, type LintWorld, placeOf } from "./case.ts";
import type { LintFinding } from "./finding.ts";
import { lintBases } from "./lint-bases.ts";
import { lintCollection } from "./lint-collection.ts";
import { lintContradictions } from "./lint-contradictions.ts";
import { lintCookies } from "./lint-cookies.ts";
import { lintCertifications, lintFramework, lintLadder } from "./lint-framework.ts";
import { lintMarketing } from "./lint-marketing.ts";
import { lintPurposes } from "./lint-purposes.ts";
import { lintRecipients } from "./lint-recipients.ts";
import { lintRights } from "./lint-rights.ts";
import { lintTransfers } from "./lint-transfers.ts";
import { lintUnitedStates } from "./lint-united-states.ts";
import { lintWho } from "./lint-who.ts";

const RULES: readonly LintRule[] = [
  lintWho,
  lintTransfers,
  lintFramework,
  lintLadder,
  lintCertifications,
  lintRecipients,
  lintCookies,
  lintPurposes,
  lintBases,
  lintCollection,
  lintMarketing,
  lintRights,
  lintUnitedStates,
  lintContradictions,
];

/** How far ahead a law that is already made is told of. */
const AHEAD_DAYS = 180;

/** Regimes whose law on notices is known, parts of their places included, in the packs' order. */
export function lintableRegimes(world: LintWorld): readonly string[] {
  return world.packs
    .filter(({ id }) => placeOf(id, world) !== null)
    .flatMap(({ id, jurisdictions }) => [id, ...jurisdictions.map((each) => each.id)])
    .filter((id, index, all) => all.indexOf(id) === index);
}

/**
 * What a careful privacy lawyer would find in the notice under the law of each place on one day
 * (promise U5). Pure: the same notice of 2017 has other findings on the day it was made than today.
 * What a law asks only from a later day within half a year is a note that names the day.
 * @param regimes ids, each of `lintableRegimes`. @param day plain date.
 * @throws RangeError for a regime whose law on notices is not known.
 */
export function lintNotice(
  notice: Notice,
  regimes: readonly string[],
  day: string,
  world: LintWorld,
): readonly LintFinding[] {
  const found = regimes.flatMap((regime) => {
    const on = (date: string) => {
      const matter = new LintCase(notice, regime, date, world);
      return RULES.flatMap((rule) => rule(matter));
    };
    const now = on(day);
    return [
      ...now.map((each): LintFinding => ({ ...each, from: null })),
      ...ahead(now, on(daysLater(day, AHEAD_DAYS)), day),
    ];
  });
  return acceptFindings(notice, found, regimes, day);
}

/** What is new by then because a rule begins, and not because a day has passed. */
function ahead(now: readonly LintFinding[], then: readonly LintFinding[], day: string) {
  const known = new Set(now.map(keyOf));
  return then
    .filter((each) => each.from !== null && each.from > day && !known.has(keyOf(each)))
    .map((each): LintFinding => ({ ...each, level: "note" }));
}

const keyOf = ({ id, path, why }: LintFinding) => JSON.stringify([id, path, why]);

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
