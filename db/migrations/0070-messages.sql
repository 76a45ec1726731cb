-- The durable mail queue. A row holds ids and codes; addresses and texts come from the vault and the templates when it is sent.
-- written-once: message_attempt

create table message (
  subject_id uuid not null,
  message_id uuid not null,
  -- Workers take the buckets in turn (SKIP LOCKED on one bucket at a time).
  bucket smallint not null,
  class text not null,
  purpose text not null,
  channel text not null,
  topic text,
  family text,
  campaign_id uuid,
  template text not null,
  params jsonb not null,
  language text not null,
  address_id uuid not null,
  marketing boolean not null,
  state text not null check (state in (
    'queued', 'claimed', 'begun', 'sent', 'failed', 'ambiguous', 'denied', 'cancelled')),
  -- Times that it was begun; and how many of them may have arrived without our knowing.
  attempts smallint not null default 0,
  repeats smallint not null default 0,
  -- Whose claim it is: a worker that lost its lease does not know the next one's token.
  claim_token uuid,
  -- By the database's clock, so that all workers mean the same instant.
  lease_until timestamptz,
  begun_at timestamptz,
  not_before timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- Codes of the gate's reasons, or of the mail server's reply.
  outcome text,
  primary key (subject_id, message_id)
);
create index message_waiting on message (bucket, marketing, not_before) where state = 'queued';
create index message_leased on message (bucket, lease_until) where state in ('claimed', 'begun');
create index message_of_campaign on message (campaign_id, state) where campaign_id is not null;
-- A report of a mail server names the message alone.
create index message_by_id on message (message_id);

-- Every time that a message was begun, and what came of it.
create table message_attempt (
  subject_id uuid not null,
  message_id uuid not null,
  attempt smallint not null,
  begun_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null,
  primary key (subject_id, message_id, attempt)
);
