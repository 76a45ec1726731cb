-- Drafts of the notice, who reviewed them, what they would change, and who is told of what changed.
-- append-only: notice_draft_edit
-- append-only: notice_draft_review
-- append-only: notice_shown_as
-- append-only: notice_origin

create table notice_draft (
  draft_id uuid primary key,
  base_version integer references notice_version (version),
  -- Number of the newest edit: whoever saves names the one that they started from.
  edit integer not null check (edit > 0),
  state text not null check (state in (
    'draft', 'in-review', 'approved', 'scheduled', 'published', 'abandoned')),
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  publish_at timestamptz,
  scheduled_by uuid,
  -- The text that was scheduled; nothing else is brought into force.
  scheduled_sha256 bytea,
  published_version integer references notice_version (version),
  -- Why a scheduled draft could not be brought into force.
  outcome text
);
create index notice_draft_due on notice_draft (publish_at) where state = 'scheduled';

-- Every text that was saved: a review is bound to one of them by its hash, and nothing is lost.
create table notice_draft_edit (
  draft_id uuid not null references notice_draft (draft_id),
  edit integer not null,
  sha256 bytea not null,
  source text not null,
  file_name text not null,
  edited_by uuid not null,
  at timestamptz not null,
  primary key (draft_id, edit)
);

create table notice_draft_review (
  draft_id uuid not null references notice_draft (draft_id),
  review_id uuid not null,
  edit integer not null,
  sha256 bytea not null,
  -- `override`: the owner, alone in the house, took it upon themselves.
  verdict text not null check (verdict in ('approve', 'ask-changes', 'override')),
  note text not null,
  reviewed_by uuid not null,
  at timestamptz not null,
  primary key (draft_id, review_id)
);

-- Where a version came from: a draft, or the manifest on the server's disk.
create table notice_origin (
  version integer primary key references notice_version (version),
  draft_id uuid references notice_draft (draft_id)
);

-- What was shown, by version, language and part. The same bytes may belong to many of them.
create table notice_shown_as (
  version integer not null references notice_version (version),
  kind text not null check (kind in ('notice', 'extract', 'cookies', 'wording', 'terms', 'change')),
  language text not null,
  part text not null,
  sha256 bytea not null references notice_shown (sha256),
  first_shown_at timestamptz not null,
  primary key (version, kind, language, part, sha256)
);
insert into notice_shown_as (version, kind, language, part, sha256, first_shown_at)
  select version, kind, language, part, sha256, first_shown_at from notice_shown;

alter table notice_shown drop constraint notice_shown_kind_check;
alter table notice_shown add constraint notice_shown_kind_check
  check (kind in ('notice', 'extract', 'cookies', 'wording', 'terms', 'change'));
