-- What decisions are made of: the state of each subject, projected from facts and from nothing else.
-- look-up: address_suppression
-- append-only: register_entry

create table subject_state (
  subject_id uuid primary key,
  kind text not null check (kind in ('person', 'device')),
  demo boolean not null,
  created_at timestamptz not null,
  -- Position of the subject's last fact: permits and caches are void when it moved.
  epoch bigint not null,
  -- Smallest id among the linked ones: derived, so that a person is found by one comparison.
  cluster_id uuid not null,
  residence_declared text,
  residence_predicted text,
  subscriber text,
  age_from smallint,
  age_below smallint,
  language text,
  erased_position bigint,
  erased_at timestamptz
);
create index subject_state_by_cluster on subject_state (cluster_id);

create table subject_link (
  subject_id uuid not null,
  other_id uuid not null,
  position bigint not null,
  primary key (subject_id, other_id)
);

create table subject_choice (
  subject_id uuid not null,
  position bigint not null,
  choice_id uuid not null,
  at timestamptz not null,
  act text not null,
  purpose text not null,
  channel text,
  topic text,
  revision integer not null,
  notice_version integer not null,
  wording text not null,
  manner text not null,
  refusals_shown jsonb not null,
  named_signal boolean not null,
  names jsonb,
  replaces bigint,
  offline boolean not null,
  primary key (subject_id, position)
);

create table subject_objection (
  subject_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  -- Null: to direct marketing.
  purpose text,
  primary key (subject_id, position)
);

create table subject_restriction (
  subject_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (subject_id, position)
);

create table subject_limit (
  subject_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  purposes text[],
  categories text[],
  recipients text[],
  lifted_at timestamptz,
  primary key (subject_id, position)
);

create table subject_signal (
  subject_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  signal text not null,
  primary key (subject_id, position)
);

create table subject_relationship (
  subject_id uuid not null,
  kind text not null,
  -- Empty: of no product family.
  family text not null default '',
  position bigint not null,
  primary key (subject_id, kind, family)
);

create table subject_address (
  subject_id uuid not null,
  address_id uuid not null,
  position bigint not null,
  kind text not null,
  channels text[] not null,
  hash text not null,
  context_kind text,
  context_family text,
  refusal_offered boolean,
  verified_position bigint,
  primary key (subject_id, address_id)
);
create index subject_address_by_hash on subject_address (hash);

-- By keyed hash, so that it outlives the person and meets whoever brings the address again.
create table address_suppression (
  hash text not null,
  scope text not null check (scope in ('marketing', 'all')),
  position bigint not null,
  reason text not null,
  primary key (hash, scope)
);

create table subject_value (
  subject_id uuid not null,
  value_id uuid not null,
  position bigint not null,
  category text not null,
  source text not null,
  form text,
  purposes text[] not null,
  notice_version integer,
  collected_at timestamptz,
  shown jsonb not null,
  notified jsonb not null default '{}',
  events jsonb not null default '{}',
  compartment text not null,
  -- The value that took its place; it stays as history and serves the person's own rights only.
  replaced_by uuid,
  primary key (subject_id, value_id)
);

create table subject_interest (
  subject_id uuid not null,
  product text not null,
  kind text not null,
  position bigint not null,
  primary key (subject_id, product, kind)
);

-- What is true of the organisation and the world. The newest entry of an id counts.
create table register_entry (
  register text not null,
  entry_id text not null,
  position bigint not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  body jsonb not null,
  primary key (register, entry_id, position)
);
