import { Defect } from "./assert.ts";

/** What JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * What was given is not plain JSON. A defect for our own values; who writes strangers' values
 * catches it.
 */
export class NotJson extends Defect {}

/** Deeper values are a mistake or an attack; nothing of ours nests more than a dozen levels. */
const DEPTH_MAX = 64;

/**
 * Canonical JSON of a plain value (RFC 8785): keys sorted by UTF-16 code units, numbers and strings
 * as ECMAScript writes them, no white space. The same value gives the same bytes in every program
 * that follows the RFC, so it can be hashed and signed.
 *
 * A property that is `undefined` is left out, as it would be after a round trip. Whatever else JSON
 * cannot say is refused: `undefined` in a list, NaN, infinities, bigint, functions, symbols, dates,
 * maps, class instances, holes, lone surrogates, cycles.
 * @throws NotJson
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  must(depth <= DEPTH_MAX, `canonical JSON nests at most ${DEPTH_MAX} levels`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    must(Number.isFinite(value), "canonical JSON has finite numbers only");
    return JSON.stringify(value);
  }
  if (typeof value === "string") return writeString(value);
  if (Array.isArray(value)) return writeList(value, depth);
  must(typeof value === "object", `canonical JSON has no ${typeof value}`);
  return writeObject(value, depth);
}

function writeString(text: string): string {
  must(text.isWellFormed(), "canonical JSON has well-formed Unicode only");
  return JSON.stringify(text);
}

function writeList(list: readonly unknown[], depth: number): string {
  // Indexes instead of `map`, which would skip the holes of a sparse list.
  const parts: string[] = [];
  for (let index = 0; index < list.length; index += 1) parts.push(write(list[index], depth + 1));
  return `[${parts.join(",")}]`;
}

function writeObject(object: object, depth: number): string {
  const prototype = Object.getPrototypeOf(object);
  const isPlain = prototype === Object.prototype || prototype === null;
  must(isPlain, "canonical JSON has plain objects only");
  // The default order of `sort` is by UTF-16 code units: the one that RFC 8785, 3.2.3 asks for.
  const parts = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => `${writeString(key)}:${write(value, depth + 1)}`);
  return `{${parts.join(",")}}`;
}

function must(condition: unknown, message: string): asserts condition {
  if (!condition) throw new NotJson(message);
}
