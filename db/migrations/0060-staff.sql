-- Colleagues: accounts by invitation, sessions by hashed token. Names and addresses are sealed.
create table staff_account (
  staff_id uuid primary key,
  role text not null check (role in ('owner', 'officer', 'marketer', 'agent', 'auditor')),
  email_hash bytea not null unique,
  email_sealed bytea not null,
  name_sealed bytea not null,
  password text not null,
  state text not null check (state in ('active', 'deactivated')),
  since timestamptz not null
);

create table staff_invitation (
  token_hash bytea primary key,
  role text not null,
  -- Null: the first owner's link, which is printed and goes to nobody.
  email_sealed bytea,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);

create table staff_session (
  token_hash bytea primary key,
  staff_id uuid not null references staff_account (staff_id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);

-- Failed sign-ins by keyed hash of address and of network, for throttling.
create table staff_attempt (
  key_hash bytea not null,
  at timestamptz not null
);
create index staff_attempt_by_key on staff_attempt (key_hash, at);
