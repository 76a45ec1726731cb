import { assert } from "#kit/assert";

/**
 * Seconds of each unit. A month is 30 days and a year 365: at most as long as declared, never
 * longer (GATE.md, rule 7).
 */
const SECONDS: { readonly [unit: string]: number } = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  months: 30 * 86_400,
  years: 365 * 86_400,
};

/**
 * Seconds of a stored item's lifetime; 0: ends with the session; null: the manifest does not say.
 */
export function lifetimeSeconds(written: string): number | null {
  if (written === "session") return 0;
  if (written === "persistent") return null;
  const { count, unit } = periodOf(written);
  const seconds = SECONDS[unit];
  assert(seconds !== undefined, "the schema allows no other unit");
  return count * seconds;
}

/** Calendar months or days, which are not the same thing: months are counted on the calendar. */
export function retentionPeriod(
  written: string,
): { readonly months: number } | { readonly days: number } | "open" {
  if (written === "open") return "open";
  const { count, unit } = periodOf(written);
  return unit === "days" ? { days: count } : { months: monthsOf(written) };
}

/** Months of `24 months` or `2 years`. */
export function monthsOf(written: string): number {
  const { count, unit } = periodOf(written);
  assert(unit === "months" || unit === "years", "the schema allows no other unit");
  return unit === "years" ? count * 12 : count;
}

function periodOf(written: string): { readonly count: number; readonly unit: string } {
  const [count = "", unit = ""] = written.split(" ");
  assert(/^\d+$/.test(count), "the schema allows no other period");
  return { count: Number(count), unit };
}
