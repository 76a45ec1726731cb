/** What prose may point at, and how. Shared by the check of a manifest and by the renderings. */

/** Placeholders that stand alone in a paragraph and become a table or list. */
export const PLACEHOLDERS = [
  "controllers",
  "contacts",
  "categories",
  "sources",
  "purposes",
  "retention",
  "recipients",
  "transfers",
  "cookies",
  "rights",
  "complaints",
  "authorities",
  "sites",
  "joint-control",
  "decisions",
  "frameworks",
  "california",
  "security",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Section of the manifest in which the id of a reference `{{kind:id}}` is looked up. */
export const REFERENCE_SECTIONS = {
  purpose: "purposes",
  category: "categories",
  source: "sources",
  recipient: "recipients",
  "stored-item": "storedItems",
  contact: "contacts",
  controller: "controllers",
  topic: "topics",
  form: "forms",
  "joint-control": "jointControl",
  decision: "decisions",
  framework: "frameworks",
} as const;

/**
 * Practices of the organisation that a clause may be about (`practice:fee`), for what has no id of
 * its own elsewhere in the manifest. Prose does not refer to them.
 */
export const PRACTICES = [
  "acceptance",
  "authorities",
  "automated-decisions",
  "change-notice",
  "complaints",
  "cookie-choice",
  "existing-customers",
  "fee",
  "identity",
  "transfer-copy",
] as const;

/** Pages of the running product that prose may link to with `{{page:preferences}}`. */
export const PAGES = ["privacy", "cookies", "preferences", "rights", "complaints"] as const;
export type PageName = (typeof PAGES)[number];
