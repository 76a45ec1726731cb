-- Requests of people about their own data, with their clock. Each step is also a fact of the ledger.

create table rights_request (
  subject_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in (
    'access', 'correction', 'erasure', 'restriction', 'portability', 'objection', 'opt-out', 'complaint')),
  regime text not null,
  language text not null,
  address_id uuid not null,
  state text not null check (state in (
    'awaiting-proof', 'open', 'erasing', 'answered', 'refused', 'lapsed')),
  received_at timestamptz not null,
  proven_at timestamptz,
  -- Plain date by the regime's counting rules; recomputed at each event of the clock.
  due date not null,
  answered_at timestamptz,
  -- What the person wrote, sealed in the vault under this value id.
  message_value_id uuid,
  primary key (subject_id, request_id)
);

create index rights_request_by_state on rights_request (state, due);

create table rights_request_step (
  subject_id uuid not null,
  request_id uuid not null,
  step_id uuid not null,
  at timestamptz not null,
  step text not null,
  by_staff uuid,
  primary key (subject_id, request_id, step_id)
);
-- append-only: rights_request_step
