import { Temporal } from "temporal-polyfill";
import type { PlainDate } from "./calendar.ts";
import type { ClockEvent, Pause } from "./clock-rule.ts";
import type { Step } from "./due-date.ts";

type Events = { readonly [E in ClockEvent]?: PlainDate };

/** A time in which the clock stood still, the end not counted. */
type Still = { readonly from: PlainDate; readonly until: PlainDate; readonly pause: Pause };

const { compare } = Temporal.PlainDate;

/**
 * Times in which a started clock stood still. A day that two pauses share is counted once, and a
 * pause that begins when the time is over stops nothing.
 */
export function stillDays(pauses: readonly Pause[], events: Events, start: PlainDate) {
  const stills: Still[] = [];
  const unread: Step[] = [];
  for (const pause of pauses) {
    const { provision, endDays } = pause;
    const asked = events[pause.from];
    const given = events[pause.to];
    if (given === undefined || compare(given, start) < 0) continue;
    if (asked === undefined) {
      const rule = `CHOICE: the day of \`${pause.from}\` is not known, so nothing is taken off until \`${pause.to}\`; the earlier day counts`;
      unread.push({ rule, provision, confirmed: false });
      continue;
    }
    const from = compare(asked, start) < 0 ? start : asked;
    const until = endDays === "both" ? given.add({ days: 1 }) : given;
    if (compare(from, until) < 0) stills.push({ from, until, pause });
  }
  stills.sort((one, other) => compare(one.from, other.from));
  return { unread, after: (end: PlainDate) => after(stills, end) };
}

/** @param end the last day without any pause. */
function after(stills: readonly Still[], end: PlainDate) {
  const steps: Step[] = [];
  let last = end;
  let covered: PlainDate | null = null;
  for (const { from, until, pause } of stills) {
    if (compare(from, last) > 0) continue;
    const begin: PlainDate = covered !== null && compare(covered, from) > 0 ? covered : from;
    const days = Math.max(0, begin.until(until).days);
    if (days === 0) continue;
    covered = until;
    last = last.add({ days });
    const what = pause.to === "clarified" ? "clarification" : "the proof of identity";
    const ends =
      pause.endDays === "both"
        ? "both end-days counted"
        : "the day that ended it not counted: the earlier reading";
    const rule = `the clock stood still for ${days} days of ${what}, ${ends}`;
    steps.push({ rule, provision: pause.provision, confirmed: pause.confirmed });
  }
  return { end: last, steps };
}
