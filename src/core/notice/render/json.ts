import type { Json } from "#kit/canonical-json";
import type { Notice } from "../notice.ts";

/**
 * The whole compiled notice as plain JSON, in all its languages: maps become objects by id, sets
 * become lists. For machines that enforce or compare; `renderJsonLd` says the same in a public
 * vocabulary.
 */
export function renderJson(notice: Notice): Json {
  return { format: "fairnotice/notice/1", ...(plain(notice) as { readonly [key: string]: Json }) };
}

function plain(value: unknown): Json {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, each]) => [String(key), plain(each)]));
  }
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)]),
  );
}
