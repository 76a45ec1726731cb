import { Temporal } from "temporal-polyfill";
import { jurisdictionFor, jurisdictionOf } from "#core/law/choose-regime";
import type { ClockEvent } from "#core/law/clock-rule";
import { type Due, dueDate } from "#core/law/due-date";
import type { Notice } from "#core/notice/notice";
import { REGIMES } from "#regimes/all";
import type { ClockEvents, RequestKind } from "#rights";

/** Where the law names no day: the day that the house sets itself, and says so. */
const HOUSE_DAYS = 30;

/** The clock of a request under a regime, in the words of the console. */
export function clockFor(
  regime: string,
  kind: RequestKind,
  { receivedAt, provenAt, clarificationAskedAt, clarifiedAt, extendedAt }: ClockEvents,
) {
  const place = jurisdictionOf(REGIMES, regime);
  const zone = place?.zone ?? "UTC";
  const day = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const received = day(receivedAt.getTime());
  const on = (name: ClockEvent, at: Date | null) =>
    at === null ? {} : { [name]: day(at.getTime()) };
  // The link that proves the address is sent with the receipt: proof was asked for on that day.
  const proven =
    provenAt === null
      ? {}
      : { "identity-asked": received, "identity-proven": day(provenAt.getTime()) };
  const events = {
    ...{ received, ...proven, ...on("clarification-asked", clarificationAskedAt) },
    ...{ ...on("clarified", clarifiedAt), ...on("extended", extendedAt) },
  };
  const found: Due | null = place === null ? null : dueDate(place, kind, events);
  const rules = found?.steps ?? [];
  const dayOf = (at: number) => day(at).toString();
  const lastDayToExtend = found?.lastDayToExtend?.toString() ?? null;
  if (found?.due) return { due: found.due.toString(), lastDayToExtend, dayOf, rules };
  const rule = `no law names a day, so the house sets ${HOUSE_DAYS} days after ${received}`;
  const house = { rule, provision: "practice of the house", confirmed: false };
  const due = received.add({ days: HOUSE_DAYS }).toString();
  return { due, lastDayToExtend, dayOf, rules: [...rules, house] };
}

/**
 * The law of the person's place where the notice declares it, with that place's holidays; else the
 * first that it declares.
 */
export function regimeFor(notice: Notice, country: string | null, at: number): string {
  const { regimes: declared } = notice;
  const found = jurisdictionFor(REGIMES, { residence: country, declared }, at);
  return found?.id ?? declared[0] ?? "";
}
