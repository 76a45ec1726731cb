import { Temporal } from "temporal-polyfill";
import { FINDING_IDS, isFindingId } from "../lint/catalogue.ts";
import { ACCEPTED_MONTHS_MAX } from "../manifest-accepted.ts";
import { nearest } from "./nearest.ts";
import { child, itemsOf, type Node, type Report, textOf } from "./tree.ts";

/**
 * Acceptances name a finding that exists and end in time. CHOICE: at most 24 months after the date
 * of the version, so that nothing is accepted for good.
 */
export function checkAccepted(root: Node, report: Report): void {
  const last = lastDay(textOf(child(root, "date")));
  for (const [index, accepted] of itemsOf(child(root, "accepted")).entries()) {
    const path = `accepted[${index}]`;
    const finding = child(accepted, "finding");
    const id = textOf(finding);
    if (finding !== undefined && id !== null && !isFindingId(id)) {
      const message = `there is no finding \`${id}\``;
      const suggestion = () => nearest(id, FINDING_IDS);
      report({ at: finding.at, path: `${path}.finding`, message, suggestion });
    }
    const until = child(accepted, "until");
    const end = dateOf(textOf(until));
    if (until === undefined || end === null || last === null) continue;
    if (Temporal.PlainDate.compare(end, last) <= 0) continue;
    const message = `an acceptance ends at most ${ACCEPTED_MONTHS_MAX} months after the date of the version, by ${last}`;
    report({ at: until.at, path: `${path}.until`, message });
  }
}

function lastDay(date: string | null): Temporal.PlainDate | null {
  return dateOf(date)?.add({ months: ACCEPTED_MONTHS_MAX }) ?? null;
}

/** Null for what is no day: that is reported elsewhere. */
function dateOf(text: string | null): Temporal.PlainDate | null {
  if (text === null) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
