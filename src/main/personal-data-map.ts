import { STAFF_TABLES } from "./personal-data-staff.ts";

/**
 * The map of personal data: every column, file and job payload that can hold it, in which form, of
 * which category, how a person's copy includes it and what erasure does to it. `npm run check`
 * compares it with the migrated schema and fails on a column that neither list names.
 */

/**
 * `sealed`: under the person's own key. `keyed-hash`: HMAC under a key of ours. `code`: an
 * enumerated word or a number about the person. `reference`: an id that leads to the person while
 * their rows exist. `clear`: readable by whoever reads the database.
 */
export type Form = "sealed" | "keyed-hash" | "code" | "reference" | "clear";

export type PersonalTable = {
  /** Column -> form. */
  readonly columns: { readonly [column: string]: Form };
  readonly category: "identity" | "contact" | "preferences" | "correspondence" | "usage" | "staff";
  /** How the copy that a person asks for (GDPR 15, 20) includes it. */
  readonly exported: string;
  /** What erasure (GDPR 17) does to it. */
  readonly erased: string;
};

const EVIDENCE = "stays as evidence under an id that no longer leads to anybody";
const STATED_GONE = "deleted by the facts that state it gone";
const IN_CHOICES = "under `choices`";

export const PERSONAL_TABLES: { readonly [table: string]: PersonalTable } = {
  vault_value: {
    columns: { subject_id: "reference", value_id: "reference", sealed: "sealed" },
    category: "identity",
    exported: "each value in the clear, under `values`",
    erased: "deleted, and the keys that opened it with it",
  },
  vault_key: {
    columns: { subject_id: "reference", wrapped: "sealed" },
    category: "identity",
    exported: "no: a key says nothing of a person",
    erased: "deleted first of all",
  },
  vault_lookup: {
    columns: { hash: "keyed-hash", subject_id: "reference", address_id: "reference" },
    category: "contact",
    exported: "as the address itself, under `values`",
    erased: "deleted",
  },
  staff_access: {
    columns: {
      subject_id: "reference",
      staff_id: "reference",
      purpose: "code",
      categories: "code",
    },
    category: "usage",
    exported: "who looked at what and why, under `accesses`",
    erased: EVIDENCE,
  },
  fact: {
    columns: { subject_id: "reference", body: "code" },
    category: "usage",
    exported: "as choices, values and receipts",
    erased: `${EVIDENCE}; its commitment can no longer be opened`,
  },
  subject_state: {
    columns: {
      subject_id: "reference",
      cluster_id: "reference",
      residence_declared: "code",
      residence_predicted: "code",
      subscriber: "code",
      age_from: "code",
      age_below: "code",
      language: "code",
    },
    category: "identity",
    exported: "country and language, under `about`",
    erased:
      "guesses, age and kind of subscriber are emptied; the rest stays so that the id is known for erased",
  },
  subject_link: {
    columns: { subject_id: "reference", other_id: "reference" },
    category: "identity",
    exported: "no: ids only",
    erased: EVIDENCE,
  },
  subject_choice: {
    columns: {
      subject_id: "reference",
      act: "code",
      purpose: "code",
      channel: "code",
      topic: "code",
      refusals_shown: "code",
      names: "code",
    },
    category: "preferences",
    exported: IN_CHOICES,
    erased: EVIDENCE,
  },
  subject_objection: {
    columns: { subject_id: "reference", purpose: "code" },
    category: "preferences",
    exported: IN_CHOICES,
    erased: EVIDENCE,
  },
  subject_restriction: {
    columns: { subject_id: "reference" },
    category: "preferences",
    exported: IN_CHOICES,
    erased: EVIDENCE,
  },
  subject_limit: {
    columns: { subject_id: "reference", purposes: "code", categories: "code", recipients: "code" },
    category: "preferences",
    exported: IN_CHOICES,
    erased: EVIDENCE,
  },
  subject_signal: {
    columns: { subject_id: "reference", signal: "code" },
    category: "preferences",
    exported: IN_CHOICES,
    erased: EVIDENCE,
  },
  subject_relationship: {
    columns: { subject_id: "reference", kind: "code", family: "code" },
    category: "identity",
    exported: "under `about`",
    erased: EVIDENCE,
  },
  subject_interest: {
    columns: { subject_id: "reference", product: "code", kind: "code" },
    category: "usage",
    exported: "under `about`",
    erased: EVIDENCE,
  },
  subject_address: {
    columns: { subject_id: "reference", address_id: "reference", hash: "keyed-hash" },
    category: "contact",
    exported: "as the address itself, under `values`",
    erased: STATED_GONE,
  },
  address_suppression: {
    columns: { hash: "keyed-hash", reason: "code" },
    category: "contact",
    exported: "no: it is found by the address alone",
    erased: "stays, so that a re-import of the address meets it (GDPR 21(3), 17(3)(b))",
  },
  subject_value: {
    columns: { subject_id: "reference", value_id: "reference", category: "code", source: "code" },
    category: "identity",
    exported: "source, form, purposes and notice version beside each value",
    erased: STATED_GONE,
  },
  form_submission: {
    columns: { subject_id: "reference", form: "code", language: "code", asset: "code" },
    category: "correspondence",
    exported: "under `submissions`",
    erased: "deleted",
  },
  form_submission_key: {
    columns: { key_hash: "keyed-hash", subject_id: "reference", content_hash: "keyed-hash" },
    category: "correspondence",
    exported: "no: keyed hashes only",
    erased: "deleted",
  },
  message: {
    columns: { subject_id: "reference", address_id: "reference", params: "code", language: "code" },
    category: "correspondence",
    exported: "what was sent and when, under `messages`",
    erased: "deleted",
  },
  message_attempt: {
    columns: { subject_id: "reference", outcome: "code" },
    category: "correspondence",
    exported: "as the state of each message",
    erased: "deleted",
  },
  rights_request: {
    columns: {
      subject_id: "reference",
      address_id: "reference",
      kind: "code",
      language: "code",
      message_value_id: "reference",
    },
    category: "correspondence",
    exported: "under `requests`",
    erased: `${EVIDENCE}; what the person wrote is a sealed value and dies`,
  },
  message_asked: {
    columns: { address_hash: "keyed-hash", template: "code" },
    category: "contact",
    exported: "no: keyed hashes only",
    erased: "deleted by the nightly sweep after a day",
  },
  rights_request_key: {
    columns: { key_hash: "keyed-hash" },
    category: "correspondence",
    exported: "no: says only that a form was sent",
    erased: "deleted by the nightly sweep after a week",
  },
  rights_request_step: {
    columns: { subject_id: "reference", by_staff: "reference", words_value_id: "reference" },
    category: "correspondence",
    exported: "under `requests`; the words of both sides under `values`",
    erased: `${EVIDENCE}; the words are sealed values and die`,
  },
  notice_unreached: {
    columns: { subject_id: "reference", code: "code" },
    category: "contact",
    exported: "no: it says only that no mail could be sent",
    erased: "deleted",
  },
  notice_draft: {
    columns: { created_by: "reference", scheduled_by: "reference" },
    category: "staff",
    exported: "no",
    erased: "stays: which colleague wrote and which published it",
  },
  notice_draft_edit: {
    columns: { edited_by: "reference" },
    category: "staff",
    exported: "no",
    erased: "stays: which colleague wrote it",
  },
  notice_draft_review: {
    columns: { reviewed_by: "reference", note: "clear" },
    category: "staff",
    exported: "no",
    erased: "stays: which colleague answers for it, and why",
  },
  notice_impact: {
    columns: { asked_by: "reference", looked_until: "reference" },
    category: "staff",
    exported: "no: counts only",
    erased: "stays: which colleague asked",
  },
  notice_telling: {
    columns: { selected_until: "reference" },
    category: "usage",
    exported: "no: counts only",
    erased: "stays: an id that no longer leads to anybody",
  },
  ...STAFF_TABLES,
  campaign: {
    columns: { created_by: "reference", selected_until: "reference" },
    category: "staff",
    exported: "no",
    erased: "stays: which colleague made it",
  },
  campaign_content: {
    columns: { subject_line: "clear", body_markdown: "clear" },
    category: "correspondence",
    exported: "in the messages as they were sent",
    erased: "stays: the same text for all; it has no place for a name",
  },
};

/** Tables without anything about a person. */
export const IMPERSONAL_TABLES: ReadonlySet<string> = new Set([
  "fact_unsequenced",
  "log_leaf",
  "log_node",
  "log_checkpoint",
  "notice_version",
  "notice_shown",
  "notice_shown_as",
  "notice_origin",
  "register_entry",
  "campaign_denial",
  "vault_master",
  "migration",
]);

export type PersonalFile = {
  /** Below the data folder. */
  readonly path: string;
  readonly form: Form;
  readonly holds: string;
  readonly erased: string;
};

export const PERSONAL_FILES: readonly PersonalFile[] = [
  {
    path: "journal/narrowing.jsonl",
    form: "reference",
    holds:
      "ids and codes of what narrows: refusals, withdrawals, objections, erasures, suppressions by keyed hash",
    erased: "stays: it keeps a restored copy from being wider than the person's last word",
  },
  {
    path: "mailbox/",
    form: "clear",
    holds:
      "letters as a mail server would have taken them; only where no mail server is configured",
    erased: "deleted with the person, but for the letter that confirms it",
  },
  {
    path: "keys/master.key",
    form: "sealed",
    holds:
      "the key under which all others are wrapped; nothing about a person, and everything hangs on it",
    erased: "stays",
  },
];

/** Payloads of jobs are ids, codes and whole numbers: the queue refuses anything with a blank. */
export const JOB_PAYLOADS: { readonly [job: string]: { readonly [name: string]: Form } } = {
  sweep: {},
};
