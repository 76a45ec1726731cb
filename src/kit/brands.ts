import { assert } from "./assert.ts";

declare const brand: unique symbol;

/** A `T` that went through the one function that makes an `N` of it. Costs nothing at run time. */
export type Brand<T, N extends string> = T & { readonly [brand]: N };

/** Id of a subject (person, device, or the organisation itself): a UUID in lower case. */
export type SubjectId = Brand<string, "SubjectId">;
/**
 * Where a fact stands: a positive safe integer. Only its order within one person means something.
 */
export type FactPosition = Brand<number, "FactPosition">;
/** An instant in epoch milliseconds. */
export type AtMs = Brand<number, "AtMs">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Years 1970 to 9999: outside, a date is a mistake of units. */
const AT_MS_MAX = 253_402_300_799_999;

/** The organisation's own subject: facts without a person belong to it. */
export const ORGANISATION = "00000000-0000-0000-0000-000000000000" as SubjectId;

/** Null for anything but a UUID; upper case is folded. */
export function parseSubjectId(text: unknown): SubjectId | null {
  if (typeof text !== "string" || text.length !== 36) return null;
  const folded = text.toLowerCase();
  return UUID.test(folded) ? (folded as SubjectId) : null;
}

/**
 * Null for anything but a positive safe integer, given as number or as decimal text (as node-pg
 * gives `bigint`).
 */
export function parseFactPosition(value: unknown): FactPosition | null {
  const number = typeof value === "string" && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) > 0 ? (number as FactPosition) : null;
}

/** Null for anything but whole milliseconds between 1970 and 9999. */
export function parseAtMs(value: unknown): AtMs | null {
  const inRange = Number.isSafeInteger(value) && (value as number) >= 0;
  return inRange && (value as number) <= AT_MS_MAX ? (value as AtMs) : null;
}

/** For values that our own code made. Anything else is a defect. */
export function subjectId(text: string): SubjectId {
  const id = parseSubjectId(text);
  assert(id !== null, "a subject id must be a UUID");
  return id;
}

/** For values that our own code or database made. Anything else is a defect. */
export function factPosition(value: number | string): FactPosition {
  const position = parseFactPosition(value);
  assert(position !== null, "a fact position must be a positive safe integer");
  return position;
}

/** For values that our own code or clock made. Anything else is a defect. */
export function atMs(value: number): AtMs {
  const at = parseAtMs(value);
  assert(at !== null, "an instant must be whole epoch milliseconds between 1970 and 9999");
  return at;
}
