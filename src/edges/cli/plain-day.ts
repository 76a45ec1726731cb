import { Temporal } from "temporal-polyfill";

/** A day as it is written on the command line (`2026-01-31`), 1900 to 2199; null: it is none. */
export function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
