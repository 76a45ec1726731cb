-- Campaigns: what a marketer sends, to which topic, in which languages. Recipients are rows of the mail queue.

create table campaign (
  campaign_id uuid primary key,
  name text not null,
  purpose text not null,
  topic text,
  message_class text not null,
  state text not null check (state in ('draft', 'selecting', 'sending', 'sent', 'stopped')),
  created_by uuid not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- Where the selection stands, so that it goes on after a restart: the last subject id looked at.
  selected_until uuid,
  considered bigint not null default 0,
  selected bigint not null default 0
);

create table campaign_content (
  campaign_id uuid not null references campaign (campaign_id),
  language text not null,
  subject_line text not null,
  body_markdown text not null,
  primary key (campaign_id, language)
);

-- Why people fell out of the selection, by the gate's reason.
create table campaign_denial (
  campaign_id uuid not null references campaign (campaign_id),
  rule smallint not null,
  code text not null,
  people bigint not null,
  primary key (campaign_id, rule, code)
);
