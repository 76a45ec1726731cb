-- The durable mail queue. A row holds ids and codes; addresses and texts come from the vault and the templates when it is sent.
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
  attempts smallint not null default 0,
  lease_until timestamptz,
  not_before timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- Codes of the gate's reasons, or the reply code of the mail server.
  outcome text,
  primary key (subject_id, message_id)
);
create index message_waiting on message (bucket, not_before) where state = 'queued';
create index message_leased on message (lease_until) where state in ('claimed', 'begun');
create index message_of_campaign on message (campaign_id, state) where campaign_id is not null;
