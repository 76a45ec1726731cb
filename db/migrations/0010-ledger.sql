-- Facts, each appended once in the transaction of its effect, and the Merkle log over them.
-- append-only: fact
-- append-only: log_leaf
-- append-only: log_node
-- append-only: log_checkpoint

create sequence fact_position;

create table fact (
  subject_id uuid not null,
  position bigint not null,
  kind text not null,
  at timestamptz not null,
  notice_version integer,
  -- Codes, ids and hashes; never a personal value.
  body jsonb not null,
  nonce bytea not null,
  commitment bytea not null,
  primary key (subject_id, position)
);
create index fact_by_time on fact (at);

-- Committed facts that have no place in the log yet. Appenders of different people never wait for each other here.
create table fact_unsequenced (
  subject_id uuid not null,
  position bigint not null,
  leaf bytea not null,
  primary key (subject_id, position)
);

create table log_leaf (
  leaf_index bigint primary key,
  position bigint not null unique,
  leaf bytea not null,
  hash bytea not null
);

-- Roots of full tiles: nodes whose level is a multiple of eight (C2SP tlog-tiles).
create table log_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null,
  primary key (level, node_index)
);

create table log_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null
);
