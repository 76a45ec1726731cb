import { Temporal } from "temporal-polyfill";
import { nextWorkingDay, type PlainDate } from "./calendar.ts";

export type ClockKind =
  | "access"
  | "correction"
  | "erasure"
  | "restriction"
  | "portability"
  | "objection"
  | "opt-out"
  | "complaint";

/** What happened to a request, as plain dates of the regime's zone. */
export type ClockEvents = {
  readonly received: PlainDate;
  readonly identityProven?: PlainDate;
  /** Pauses for clarification, both end-days inclusive. */
  readonly clarificationAsked?: PlainDate;
  readonly clarified?: PlainDate;
  /** The day on which the person was told of an extension. */
  readonly extended?: PlainDate;
};

export type Step = {
  readonly rule: string;
  readonly provision: string;
  readonly confirmed: boolean;
};

export type Due = {
  readonly due: PlainDate;
  /** Before the roll to a working day. */
  readonly raw: PlainDate;
  /** Last day on which the person may be told of an extension; null: none is possible. */
  readonly lastDayToExtend: PlainDate | null;
  readonly steps: readonly Step[];
};

const GDPR_FROM = Temporal.PlainDate.from("2018-05-25");
/** The end of the transition: from here on it is the United Kingdom's own. */
const UK_GDPR_FROM = Temporal.PlainDate.from("2021-01-01");
/** Complaints to controllers (DUAA 2025 s. 103). */
const COMPLAINTS_FROM = Temporal.PlainDate.from("2026-06-19");
/** Requests received before keep the old Article 12 (SI 2026/82 reg. 4). */
const DUAA_FROM = Temporal.PlainDate.from("2026-02-05");

/**
 * By when a request must be answered. Counting is by Regulation 1182/71 art. 3: the day of the
 * event is not counted, the same date of the next month is the last day, a date that the month
 * lacks is its last day, and a Saturday, Sunday or holiday rolls to the next working day. The DPA
 * 1998 counts forty days beginning with the day of receipt and does not roll. Where a reading is
 * open the earlier day is taken.
 * @param regime `uk`, `uk-sct`, `eu`, or a member state for its holidays.
 */
export function dueDate(regime: string, kind: ClockKind, events: ClockEvents): Due {
  const isUk = regime === "uk" || regime.startsWith("uk-");
  const before = Temporal.PlainDate.compare(events.received, GDPR_FROM) < 0;
  if (isUk && before) return dpa1998(kind, events);
  return monthClock(regime, isUk, kind, events);
}

function dpa1998(kind: ClockKind, { received, identityProven }: ClockEvents): Due {
  const start = later(received, identityProven);
  const isNotice = kind === "objection" || kind === "opt-out";
  const days = isNotice ? 21 : 40;
  const raw = isNotice ? start.add({ days }) : start.add({ days: days - 1 });
  const provision = isNotice ? "DPA 1998 ss. 10(3), 12(3)" : "DPA 1998 s. 7(8), (10)";
  const rule = isNotice
    ? "21 days after receipt, without a roll to a working day"
    : "40 days beginning with the day on which request, fee, proof and locating information were held";
  const steps = [{ rule, provision, confirmed: true }];
  return { due: raw, raw, lastDayToExtend: null, steps };
}

function monthClock(regime: string, isUk: boolean, kind: ClockKind, events: ClockEvents): Due {
  const steps: Step[] = [];
  if (isUk && kind === "complaint" && isSince(events.received, COMPLAINTS_FROM)) {
    return acknowledgement(regime, events.received);
  }
  const provision = provisionOf(isUk, kind, events.received);
  const start = startOf(isUk, events, steps);
  const lastDayToExtend = nextWorkingDay(
    regime,
    addMonths(start, 1).add({ days: pauseDays(events, start) }),
  );
  const months = isExtended(events, lastDayToExtend, steps, provision) ? 3 : 1;
  let raw = addMonths(start, months);
  const counted = months === 1 ? "one month" : "three months, extended";
  steps.push({
    rule: `${counted} from ${start}: the same date, or the month's last day`,
    provision,
    confirmed: true,
  });
  const paused = pauseDays(events, start);
  const hasPauses = isUk && isSince(events.received, DUAA_FROM);
  if (paused > 0) {
    raw = raw.add({ days: paused });
    const rule = `the clock stood still for ${paused} days of clarification, both end-days counted`;
    steps.push({
      rule,
      provision: hasPauses ? "UK GDPR 12A" : "EDPB Guidelines 01/2022",
      confirmed: hasPauses,
    });
  }
  const due = rolled(regime, raw, steps);
  return { due, raw, lastDayToExtend, steps };
}

/** A day on which nobody works rolls to the next on which they do. */
function rolled(regime: string, raw: PlainDate, steps: Step[]): PlainDate {
  const due = nextWorkingDay(regime, raw);
  if (due.equals(raw)) return due;
  const rule = `${raw} is no working day, so the next one counts`;
  steps.push({ rule, provision: "Regulation 1182/71 art. 3(4)", confirmed: true });
  return due;
}

/** A complaint to a controller in the United Kingdom is acknowledged; the answer has no day. */
function acknowledgement(regime: string, received: PlainDate): Due {
  const raw = received.add({ days: 30 });
  const rule = `acknowledged within 30 days of ${received}; answered without undue delay`;
  const steps = [{ rule, provision: "DPA 2018 s. 164A(3)", confirmed: true }];
  return { due: rolled(regime, raw, steps), raw, lastDayToExtend: null, steps };
}

/** Whoever tells of an extension when the month is over is late, and nothing is extended. */
function isExtended(
  { extended }: ClockEvents,
  lastDay: PlainDate,
  steps: Step[],
  provision: string,
): boolean {
  if (extended === undefined) return false;
  if (Temporal.PlainDate.compare(extended, lastDay) <= 0) return true;
  const rule = `the extension of ${extended} came after ${lastDay}, the last day for it`;
  steps.push({ rule, provision, confirmed: true });
  return false;
}

function isSince(day: PlainDate, from: PlainDate): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0;
}

/**
 * In the United Kingdom the clock of an access request starts when identity was proven; elsewhere
 * waiting for the proof suspends it.
 */
function startOf(
  isUk: boolean,
  { received, identityProven }: ClockEvents,
  steps: Step[],
): PlainDate {
  const since2026 = Temporal.PlainDate.compare(received, DUAA_FROM) >= 0;
  if (identityProven === undefined || Temporal.PlainDate.compare(identityProven, received) <= 0)
    return received;
  if (isUk && since2026) {
    const rule = `the clock starts on ${identityProven}, when identity was proven`;
    steps.push({ rule, provision: "UK GDPR 12A(2)", confirmed: true });
    return identityProven;
  }
  const rule = "CHOICE: waiting for the proof of identity is not taken off; the earlier day counts";
  steps.push({ rule, provision: "EDPB Guidelines 01/2022", confirmed: false });
  return received;
}

/** Days on which the started clock stood still, both end-days counted. */
function pauseDays({ clarificationAsked, clarified }: ClockEvents, start: PlainDate): number {
  if (clarificationAsked === undefined || clarified === undefined) return 0;
  const from = later(clarificationAsked, start);
  return Math.max(0, from.until(clarified).days + 1);
}

function provisionOf(isUk: boolean, kind: ClockKind, received: PlainDate): string {
  if (!isUk || !isSince(received, UK_GDPR_FROM)) return "GDPR 12(3)";
  if (kind === "complaint") return "UK GDPR 12(3)";
  return isSince(received, DUAA_FROM) ? "UK GDPR 12(3), 12A" : "UK GDPR 12(3)";
}

function addMonths(from: PlainDate, months: number): PlainDate {
  return from.add({ months }, { overflow: "constrain" });
}

function later(one: PlainDate, other: PlainDate | undefined): PlainDate {
  if (other === undefined) return one;
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}
