-- Sealed values and the keys that open them. Destroying a person's keys and rows is erasure.
-- look-up: vault_lookup
-- append-only: staff_access

-- Which master key wrapped the keys; a value sealed under it shows a wrong key before anything is written.
create table vault_master (
  key_id text primary key,
  check_value bytea not null,
  since timestamptz not null
);

create table vault_key (
  subject_id uuid not null,
  compartment text not null,
  wrapped bytea not null,
  key_id text not null references vault_master (key_id),
  since timestamptz not null,
  primary key (subject_id, compartment)
);

create table vault_value (
  subject_id uuid not null,
  value_id uuid not null,
  compartment text not null,
  category text not null,
  sealed bytea not null,
  primary key (subject_id, value_id)
);

-- Who has an address, by keyed hash. The address itself is a sealed value under the same id.
create table vault_lookup (
  hash bytea not null,
  subject_id uuid not null,
  address_id uuid not null,
  key_version smallint not null,
  primary key (hash, subject_id, address_id)
);
create index vault_lookup_by_subject on vault_lookup (subject_id);

-- Each look of a colleague at a person's values (promise P47); the person sees it too.
create table staff_access (
  subject_id uuid not null,
  access_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  purpose text not null,
  categories text[] not null,
  primary key (subject_id, access_id)
);
