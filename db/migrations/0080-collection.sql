-- Forms as they were sent. The values themselves are in the vault; here is that it happened, and under which wording.
-- written-once: form_submission
-- look-up: form_submission_key

create table form_submission (
  subject_id uuid not null,
  submission_id uuid not null,
  form text not null,
  notice_version integer not null references notice_version (version),
  language text not null,
  -- SHA-256 of the extract that stood beside the form (notice_shown).
  extract_sha256 bytea not null,
  received_at timestamptz not null,
  -- Which document of the gated library was asked for; a code of the manifest or the site.
  asset text,
  primary key (subject_id, submission_id)
);

-- A form carries a key of its own, so that sending it twice is one submission.
create table form_submission_key (
  key_hash bytea primary key,
  subject_id uuid not null,
  submission_id uuid not null,
  -- Hash of the fields under a key of ours: the same key with other content is refused.
  content_hash bytea not null,
  received_at timestamptz not null
);
