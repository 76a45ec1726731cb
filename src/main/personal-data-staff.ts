import type { PersonalTable } from "./personal-data-map.ts";

/** The part of the map that is about colleagues. */
export const STAFF_TABLES: { readonly [table: string]: PersonalTable } = {
  staff_account: {
    columns: {
      staff_id: "reference",
      email_hash: "keyed-hash",
      email_sealed: "sealed",
      name_sealed: "sealed",
      password: "keyed-hash",
    },
    category: "staff",
    exported: "to the colleague, on their own page",
    erased: "stays while the records name who acted; deactivated accounts cannot sign in",
  },
  staff_invitation: {
    columns: { staff_id: "reference", email_sealed: "sealed" },
    category: "staff",
    exported: "no: it has become the account, or lapsed",
    erased: "deleted by the nightly sweep a month after it was used or lapsed",
  },
  staff_password_link: {
    columns: { staff_id: "reference" },
    category: "staff",
    exported: "no: tokens are hashed",
    erased: "deleted by the nightly sweep a month after it was used or lapsed",
  },
  staff_session: {
    columns: { staff_id: "reference", seen_at: "code" },
    category: "staff",
    exported: "no: tokens are hashed",
    erased: "deleted by the nightly sweep when it ended or lapsed",
  },
  staff_network: {
    columns: { key_hash: "keyed-hash" },
    category: "staff",
    exported: "no: keyed hashes only",
    erased: "deleted by the nightly sweep when it was not used for 90 days",
  },
  staff_attempt: {
    columns: { key_hash: "keyed-hash" },
    category: "staff",
    exported: "no: keyed hashes only",
    erased: "deleted by the nightly sweep",
  },
};
