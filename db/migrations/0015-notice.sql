-- The published notices and the bytes that were shown of them.
-- append-only: notice_version
-- append-only: notice_shown

create table notice_version (
  version integer primary key check (version > 0),
  notice_id text not null,
  -- SHA-256 (hex) of the canonical JSON of the manifest: a republish without a change is refused by it.
  hash text not null unique,
  dated date not null,
  in_force_from timestamptz not null,
  -- The manifest as it was given, so that any decision can be replayed from it.
  source text not null,
  file_name text not null,
  published_at timestamptz not null
);

-- What people saw, byte for byte, by its hash (promise U13).
create table notice_shown (
  sha256 bytea primary key,
  version integer not null references notice_version (version),
  kind text not null check (kind in ('notice', 'extract', 'cookies', 'wording', 'terms')),
  language text not null,
  -- Which form, or which scope's wording; empty for the whole notice.
  part text not null default '',
  bytes bytea not null,
  first_shown_at timestamptz not null
);

create index notice_shown_by_part on notice_shown (version, kind, language, part);
