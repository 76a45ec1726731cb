/**
 * Ids that every notice has without declaring them (GATE.md, "Built-in purposes"). Their names are
 * in the catalogue of the renderings.
 */
export const BUILT_IN_PURPOSE_IDS = [
  "rights",
  "notice-change",
  "security",
  "confirm-address",
] as const;
export type BuiltInPurposeId = (typeof BUILT_IN_PURPOSE_IDS)[number];

/** A manifest may declare these itself, to give them a name of its own. */
export const BUILT_IN_CATEGORY_IDS = ["address", "name", "language", "request"] as const;
export type BuiltInCategoryId = (typeof BUILT_IN_CATEGORY_IDS)[number];

export const BUILT_IN_MESSAGE_CLASSES = {
  marketing: { marketing: true },
  service: { marketing: false },
  legal: { marketing: false },
} as const;
export type BuiltInMessageClass = keyof typeof BUILT_IN_MESSAGE_CLASSES;

export function isBuiltInPurpose(id: string): id is BuiltInPurposeId {
  const ids: readonly string[] = BUILT_IN_PURPOSE_IDS;
  return ids.includes(id);
}

export function isBuiltInCategory(id: string): id is BuiltInCategoryId {
  const ids: readonly string[] = BUILT_IN_CATEGORY_IDS;
  return ids.includes(id);
}

export function isBuiltInMessageClass(id: string): id is BuiltInMessageClass {
  return Object.hasOwn(BUILT_IN_MESSAGE_CLASSES, id);
}
