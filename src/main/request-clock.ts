import { Temporal } from "temporal-polyfill";
import { type Due, dueDate } from "#core/law/due-date";
import type { Notice } from "#core/notice/notice";
import { REGIMES } from "#regimes/all";
import type { RequestKind } from "#rights";

/** The clock of a request under a regime, in the words of the console. */
export function clockFor(
  regime: string,
  kind: RequestKind,
  receivedAt: number,
  provenAt: number | null,
) {
  const zone = regime === "uk" ? "Europe/London" : "Europe/Brussels";
  const day = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const proven = provenAt === null ? {} : { identityProven: day(provenAt) };
  const found: Due = dueDate(regime, kind, { received: day(receivedAt), ...proven });
  return { due: found.due.toString(), rules: found.steps };
}

/** The law of the person's place where the notice declares it, else the first that it declares. */
export function regimeFor(notice: Notice, country: string | null): string {
  const own = REGIMES.find((regime) => country !== null && regime.covers.has(country));
  const [first = "uk"] = notice.regimes;
  return own !== undefined && notice.regimes.includes(own.id) ? own.id : first;
}
