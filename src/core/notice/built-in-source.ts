import type { Notice, Source } from "./notice.ts";

/**
 * Sources that every notice has without declaring them, as the built-in purpose `rights` needs them
 * (GATE.md, "Built-in purposes"): what a person asks about their own data, and what a colleague
 * writes or corrects in answer to it.
 */
export const BUILT_IN_SOURCE_IDS = ["rights-request", "rights-answer"] as const;
export type BuiltInSourceId = (typeof BUILT_IN_SOURCE_IDS)[number];

type Given = Pick<Source, "categories" | "fromPerson" | "children">;

/** A declared source; or a built-in one, which serves the purpose `rights` and no other. */
export function sourceOf(notice: Notice, id: string, purpose: string): Given | undefined {
  const declared = notice.sources.get(id);
  if (declared !== undefined) return declared;
  if (!isBuiltInSource(id) || purpose !== "rights") return undefined;
  const categories = new Set(notice.categories.keys());
  return { categories, fromPerson: id === "rights-request", children: false };
}

export function isBuiltInSource(id: string): id is BuiltInSourceId {
  const ids: readonly string[] = BUILT_IN_SOURCE_IDS;
  return ids.includes(id);
}
