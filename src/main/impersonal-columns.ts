/**
 * Columns of those tables that say nothing of the person: versions, positions, instants, keys of
 * rows, states.
 */
export const IMPERSONAL_COLUMNS: { readonly [table: string]: readonly string[] } = {
  vault_value: ["compartment", "category"],
  vault_key: ["compartment", "key_id", "since"],
  vault_lookup: ["key_version", "proven_at"],
  staff_access: ["access_id", "at"],
  fact: ["position", "kind", "at", "notice_version", "nonce", "commitment"],
  subject_state: ["kind", "demo", "created_at", "epoch", "erased_position", "erased_at"],
  subject_link: ["position"],
  subject_choice: [
    ...["position", "choice_id", "at", "revision", "notice_version", "wording", "manner"],
    ...["named_signal", "replaces", "offline"],
  ],
  subject_objection: ["position", "at"],
  subject_restriction: ["position", "at", "ended_at"],
  subject_limit: ["position", "at", "lifted_at"],
  subject_signal: ["position", "at"],
  subject_relationship: ["position"],
  subject_interest: ["position"],
  subject_address: [
    ...["position", "kind", "channels", "context_kind", "context_family", "refusal_offered"],
    "verified_position",
  ],
  address_suppression: ["scope", "position"],
  subject_value: [
    ...["position", "form", "purposes", "notice_version", "collected_at", "shown", "notified"],
    ...["events", "compartment", "replaced_by"],
  ],
  form_submission: ["submission_id", "notice_version", "extract_sha256", "received_at"],
  form_submission_key: ["submission_id", "received_at"],
  message: [
    ...["message_id", "bucket", "class", "purpose", "channel", "topic", "family", "campaign_id"],
    ...["template", "marketing", "state", "attempts", "repeats", "claim_token", "lease_until"],
    ...["begun_at", "not_before", "created_at", "sent_at", "outcome"],
  ],
  message_attempt: ["message_id", "attempt", "begun_at", "ended_at"],
  message_asked: ["at"],
  rights_request_key: ["received_at"],
  rights_request: [
    ...["request_id", "regime", "state", "received_at", "proven_at", "due", "answered_at"],
    ...["clarification_asked_at", "clarified_at", "extended_at"],
  ],
  rights_request_step: ["request_id", "step_id", "at", "step", "ground"],
  staff_account: ["role", "state", "since"],
  staff_invitation: ["token_hash", "role", "expires_at", "used_at", "created_at"],
  staff_password_link: ["token_hash", "expires_at", "used_at", "created_at"],
  staff_session: ["token_hash", "started_at", "ended_at"],
  staff_attempt: ["at"],
  staff_network: ["seen_at"],
  notice_unreached: ["version", "rule"],
  notice_draft: [
    ...["draft_id", "base_version", "edit", "state", "created_at", "changed_at", "publish_at"],
    ...["scheduled_sha256", "published_version", "outcome"],
  ],
  notice_draft_edit: ["draft_id", "edit", "sha256", "source", "file_name", "at"],
  notice_draft_review: ["draft_id", "review_id", "edit", "sha256", "verdict", "at"],
  notice_impact: [
    ...["impact_id", "draft_id", "edit", "base_version", "hash", "epoch", "state", "phase"],
    ...["considered", "total", "counters", "began_at", "ended_at"],
  ],
  notice_telling: [
    ...["version", "base_version", "telling_id", "state", "pass", "second_pass_at", "considered"],
    ...["total", "affected", "unreached", "began_at", "ended_at"],
  ],
  campaign: [
    ...["campaign_id", "name", "purpose", "topic", "message_class", "state", "created_at"],
    ...["started_at", "finished_at", "considered", "selected"],
  ],
  campaign_content: ["campaign_id", "language"],
};
