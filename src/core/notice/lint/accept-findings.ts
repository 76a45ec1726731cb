import type { AcceptedFinding, Notice } from "../notice.ts";
import { isFindingId } from "./catalogue.ts";
import type { LintFinding } from "./finding.ts";

/**
 * Marks the findings that the manifest accepts. An acceptance ends after its last day: the finding
 * is back then, and says that it was accepted. One that matches nothing is a finding itself.
 */
export function acceptFindings(
  notice: Notice,
  found: readonly LintFinding[],
  regimes: readonly string[],
  day: string,
): readonly LintFinding[] {
  const { accepted } = notice;
  if (accepted.length === 0) return found;
  const marked = found.map((finding): LintFinding => {
    const fitting = accepted.filter((each) => fits(each, finding));
    const live = fitting.find(({ until }) => day <= until);
    if (live !== undefined) {
      const { reason, until, by } = live;
      return { ...finding, accepted: { reason, until, by } };
    }
    const [ended] = fitting;
    if (ended === undefined) return finding;
    return { ...finding, why: `${finding.why} (accepted until ${ended.until}; that has ended)` };
  });
  const unmatched = accepted.flatMap((each, index) =>
    isJudged(each, notice, regimes) && !found.some((finding) => fits(each, finding))
      ? [unmatchedOf(each, index, regimes)]
      : [],
  );
  return [...marked, ...unmatched];
}

function fits(accepted: AcceptedFinding, finding: LintFinding): boolean {
  return (
    accepted.finding === finding.id &&
    (accepted.path === null || accepted.path === finding.path) &&
    (accepted.regime === null || accepted.regime === finding.regime)
  );
}

/** Whether enough was looked at to say that it matches nothing. */
function isJudged(
  { regime }: AcceptedFinding,
  notice: Notice,
  regimes: readonly string[],
): boolean {
  const wanted = regime === null ? notice.regimes : [regime];
  return wanted.every((each) => regimes.includes(each));
}

function unmatchedOf(
  { finding, path, regime }: AcceptedFinding,
  index: number,
  regimes: readonly string[],
): LintFinding {
  const where = path === null ? "" : ` at \`${path}\``;
  const place = regime === null ? "" : ` for \`${regime}\``;
  return {
    id: "acceptance.unmatched",
    level: "warning",
    regime: regime ?? regimes[0] ?? "",
    path: `accepted[${index}]`,
    clause: null,
    provision: "the manifest's own `accepted`",
    confirmed: true,
    why: isFindingId(finding)
      ? `\`${finding}\`${where}${place} is accepted, and there is no such finding`
      : `\`${finding}\` is no finding of the lint`,
    write: "take it out of `accepted`, or mend its id, path or regime",
    from: null,
    accepted: null,
  };
}
