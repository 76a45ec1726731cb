import { Temporal } from "temporal-polyfill";
import { addWorkingDays, type Calendar, nextWorkingDay, type PlainDate } from "./calendar.ts";
import type { Jurisdictional } from "./choose-regime.ts";
import type { Cited, ClockEvent, ClockKind, ClockRule, Extension, Length } from "./clock-rule.ts";
import { stillDays } from "./pauses.ts";

/** What happened to a request, as plain dates of the regime's zone. */
export type ClockEvents = {
  readonly received: PlainDate;
  /** Time of day at which it was known; only a length in hours reads it. Absent: midnight. */
  readonly time?: Temporal.PlainTime;
} & { readonly [E in ClockEvent]?: PlainDate };

export type Step = Cited & { readonly rule: string };

export type Due = {
  /** Null: the law names no day; the steps say what it says instead. */
  readonly due: PlainDate | null;
  /** Before the roll to a working day. */
  readonly raw: PlainDate | null;
  /** Time of the day it is due, where the law counts in hours. */
  readonly time: Temporal.PlainTime | null;
  /** Last day on which the person may be told of an extension; null: none is possible. */
  readonly lastDayToExtend: PlainDate | null;
  /** Last day on which the receipt may be confirmed to the person; null: nothing asks for it. */
  readonly confirmBy: PlainDate | null;
  /** Whether the regime has a rule on this kind of clock for what was received on that day. */
  readonly known: boolean;
  readonly steps: readonly Step[];
};

/**
 * By when a duty must be done. Reads the rule that was in force on the day of receipt: what was
 * received before a change of the law keeps the older rule. Where a reading is open the earlier day
 * is taken, and a step says so. Total: answers for every day, kind and set of events.
 */
export function dueDate(place: Jurisdictional, kind: ClockKind, events: ClockEvents): Due {
  const day = events.received.toString();
  const timed = place.regime.clocks
    .get(kind)
    ?.find(({ from, until }) => from <= day && (until === null || day < until));
  if (timed === undefined) {
    const rule = `no rule on \`${kind}\` is known in \`${place.id}\` for what was received on ${day}`;
    return { ...NONE, steps: [{ rule, provision: place.regime.name, confirmed: false }] };
  }
  const { rule, provision, confirmed } = timed;
  const law = { provision, confirmed };
  if (rule.length === null) {
    const said = `${rule.duty}: ${rule.reading ?? "the law names no day"}`;
    return { ...NONE, known: true, steps: [{ rule: said, ...law }] };
  }
  if (rule.length.unit === "hours") return inHours(place, rule, rule.length.count, law, events);
  return inDays(place, rule, rule.length, law, events);
}

const NONE: Due = {
  ...{ due: null, raw: null, time: null, lastDayToExtend: null, confirmBy: null },
  ...{ known: false, steps: [] },
};

/** Hours run through nights, weekends and holidays, and through a change of the clocks too. */
function inHours(
  { zone }: Jurisdictional,
  { duty, reading }: ClockRule,
  hours: number,
  law: Cited,
  { received, time }: ClockEvents,
): Due {
  const start = received.toZonedDateTime({ timeZone: zone, plainTime: time ?? MIDNIGHT });
  const end = start.add({ hours });
  const from = `${received}T${timeOf(start)}`;
  const steps: Step[] = [
    { rule: `${duty}: within ${hours} hours of ${from}, which never roll`, ...law },
  ];
  if (time === undefined) {
    const rule = "no time of day is given, so the first minute of the day counts";
    steps.push({ rule, ...law, confirmed: false });
  }
  if (reading !== null) steps.push({ rule: reading, ...law });
  const due = end.toPlainDate();
  return { ...NONE, due, raw: due, time: end.toPlainTime(), known: true, steps };
}

const MIDNIGHT = Temporal.PlainTime.from("00:00");
const timeOf = (at: Temporal.ZonedDateTime) =>
  at.toPlainTime().toString({ smallestUnit: "minute" });

function inDays(
  { calendars }: Jurisdictional,
  rule: ClockRule,
  length: Length,
  law: Cited,
  events: ClockEvents,
): Due {
  const steps: Step[] = [];
  const start = startOf(rule, events, steps);
  const count = (asked: Length) => lengthEnd(calendars, start, asked, rule.countsStart, null);
  const still = stillDays(rule.pauses, events, start);
  const paused = (raw: PlainDate) => still.after(raw);
  const first = paused(count(length)).end;
  const lastDay = rule.extension === null ? null : rolled(rule, calendars, first, null);
  const extended = extensionOf(rule.extension, events, lastDay, steps);
  const total = extended?.total ?? length;
  const counted = lengthEnd(calendars, start, total, rule.countsStart, { law, steps });
  const told = `${rule.duty}: ${lengthWords(total, rule.countsStart, start)}`;
  steps.push({ rule: extended?.total ? `${told}, extended` : told, ...law });
  if (rule.reading !== null) steps.push({ rule: rule.reading, ...law });
  steps.push(...still.unread);
  const after = paused(counted);
  steps.push(...after.steps);
  const raw = extended?.until ?? null;
  const end = raw !== null && Temporal.PlainDate.compare(raw, after.end) > 0 ? raw : after.end;
  const due = rolled(rule, calendars, end, steps);
  const confirmBy = confirmationOf(rule, calendars, events, steps);
  return { due, raw: end, time: null, lastDayToExtend: lastDay, confirmBy, known: true, steps };
}

/** The clock starts with the last thing that it waits for and that happened. */
function startOf({ starts }: ClockRule, events: ClockEvents, steps: Step[]): PlainDate {
  let start = events.received;
  let by: Step | null = null;
  for (const { event, reflectionDays, provision, confirmed } of starts) {
    const on = events[event];
    if (on === undefined) continue;
    const from = on.add({ days: reflectionDays });
    if (Temporal.PlainDate.compare(from, start) <= 0) continue;
    start = from;
    const why =
      reflectionDays === 0
        ? EVENT_WORDS[event]
        : `the end of ${reflectionDays} days to think over, from ${on}, ${EVENT_WORDS[event]}`;
    by = { rule: `the clock starts on ${from}, ${why}`, provision, confirmed };
  }
  if (by !== null) steps.push(by);
  return start;
}

const EVENT_WORDS: { readonly [E in ClockEvent]: string } = {
  "identity-asked": "when proof of identity was asked for",
  "identity-proven": "when identity was proven",
  located: "when the information to find the data was held",
  "fee-notified": "when the person was told of the fee",
  fee: "when the fee was paid",
  "clarification-asked": "when clarification was asked for",
  clarified: "when it was clarified",
  extended: "when the person was told of the extension",
  "extended-until": "to which it was extended",
  confirmed: "when receipt was confirmed",
};

/** Whoever tells of an extension when the first length is over is late; nothing is extended. */
function extensionOf(
  rule: Extension | null,
  events: ClockEvents,
  lastDay: PlainDate | null,
  steps: Step[],
): { readonly total: Length | null; readonly until: PlainDate | null } | null {
  const { extended } = events;
  if (extended === undefined || rule === null || lastDay === null) return null;
  const { provision, confirmed } = rule;
  if (Temporal.PlainDate.compare(extended, lastDay) > 0) {
    const late = `the extension of ${extended} came after ${lastDay}, the last day for it`;
    steps.push({ rule: late, provision, confirmed });
    return null;
  }
  if (rule.total !== null) return { total: rule.total, until: null };
  const until = events["extended-until"] ?? null;
  const told =
    until === null
      ? "extended to no day that is known, so the first length counts"
      : `extended to ${until}, as the person was told on ${extended}`;
  steps.push({ rule: told, provision, confirmed });
  return { total: null, until };
}

/** @param told where the reading of several calendars is said; null: nowhere. */
function lengthEnd(
  calendars: readonly Calendar[],
  start: PlainDate,
  { count, unit }: Length,
  countsStart: boolean,
  told: { readonly law: Cited; readonly steps: Step[] } | null,
): PlainDate {
  const before = countsStart ? start.subtract({ days: 1 }) : start;
  if (unit === "months") return before.add({ months: count }, { overflow: "constrain" });
  if (unit !== "business-days") return before.add({ days: count });
  return earliest(calendars, (calendar) => addWorkingDays(calendar, before, count), told);
}

/** By each calendar the day; the earliest counts, and a step says which they were. */
function earliest(
  calendars: readonly Calendar[],
  by: (calendar: Calendar) => PlainDate,
  told: { readonly law: Cited; readonly steps: Step[] } | null,
): PlainDate {
  const days = calendars.map((calendar) => ({ calendar, day: by(calendar) }));
  days.sort((one, other) => Temporal.PlainDate.compare(one.day, other.day));
  const [first, ...others] = days;
  if (first === undefined) throw new RangeError("a regime has a calendar");
  const different = others.filter(({ day }) => !day.equals(first.day));
  if (different.length > 0 && told !== null) {
    const which = days.map(({ calendar, day }) => `${day} by the holidays of ${calendar.name}`);
    const rule = `${which.join(", ")}: the earlier day counts`;
    told.steps.push({ rule, ...told.law, confirmed: false });
  }
  return first.day;
}

function lengthWords({ count, unit }: Length, countsStart: boolean, start: PlainDate): string {
  if (unit === "months") {
    const months = count === 1 ? "one month" : count === 3 ? "three months" : `${count} months`;
    return `${months} from ${start}: the same date, or the month's last day`;
  }
  const days = unit === "days" ? "days" : "working days";
  return countsStart
    ? `${count} ${days} beginning with ${start}`
    : `${count} ${days} after ${start}, which is not counted`;
}

/** A day on which nobody works moves to the next on which they do, where the rule has it so. */
function rolled(
  { roll }: ClockRule,
  calendars: readonly Calendar[],
  raw: PlainDate,
  steps: Step[] | null,
): PlainDate {
  if (roll === null) return raw;
  const told = steps === null ? null : { law: roll, steps };
  const due = earliest(calendars, (calendar) => nextWorkingDay(calendar, raw), told);
  if (steps !== null && !due.equals(raw)) {
    const { provision, confirmed } = roll;
    const rule = `${raw} is no working day, so the next one counts`;
    steps.push({ rule, provision, confirmed });
  }
  return due;
}

function confirmationOf(
  { confirmation }: ClockRule,
  calendars: readonly Calendar[],
  { received, confirmed: done }: ClockEvents,
  steps: Step[],
): PlainDate | null {
  if (confirmation === null) return null;
  const { provision, confirmed, length } = confirmation;
  const law = { provision, confirmed };
  const by = lengthEnd(calendars, received, length, false, { law, steps });
  const late = done !== undefined && Temporal.PlainDate.compare(done, by) > 0;
  const was = done === undefined ? "" : `; it was on ${done}${late ? ", too late" : ""}`;
  const rule = `the receipt is confirmed by ${by}: ${lengthWords(length, false, received)}${was}`;
  steps.push({ rule, ...law });
  return by;
}
