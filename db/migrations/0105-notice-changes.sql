-- What a draft would change for the people who are known, and the telling of those whom a version concerns.

create table notice_impact (
  impact_id uuid primary key,
  draft_id uuid not null references notice_draft (draft_id),
  edit integer not null,
  base_version integer not null references notice_version (version),
  -- Hash of the compiled draft, and position of the last fact when it began: the same again is not counted again.
  hash text not null,
  epoch bigint not null,
  state text not null check (state in ('running', 'done', 'failed')),
  phase text not null check (phase in ('people', 'devices')),
  -- Where it stands, so that it goes on after a restart: the last subject id looked at.
  looked_until uuid,
  considered bigint not null default 0,
  total bigint not null,
  counters jsonb not null,
  asked_by uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz
);
create index notice_impact_of_draft on notice_impact (draft_id, began_at);

create table notice_telling (
  version integer primary key references notice_version (version),
  base_version integer not null references notice_version (version),
  -- Names the letters in the mail queue.
  telling_id uuid not null unique,
  state text not null check (state in ('selecting', 'sending', 'ended')),
  -- A second pass finds those who came while the first ran and the version was not in force yet.
  pass smallint not null default 1,
  second_pass_at timestamptz not null,
  selected_until uuid,
  considered bigint not null default 0,
  total bigint not null default 0,
  affected bigint not null default 0,
  unreached bigint not null default 0,
  began_at timestamptz not null,
  ended_at timestamptz
);

-- Whom no mail can reach: to be told by post, or at the next visit.
create table notice_unreached (
  subject_id uuid not null,
  version integer not null references notice_version (version),
  rule smallint not null,
  code text not null,
  primary key (subject_id, version)
);
create index notice_unreached_by_version on notice_unreached (version, subject_id);
