-- Mails that anybody can make us send by naming an address: when, for which keyed hash. Bounded in the database, so that the
-- bound holds over restarts and for all servers together.
create table message_asked (
  address_hash bytea not null,
  template text not null,
  at timestamptz not null
);
create index message_asked_by_address on message_asked (address_hash, template, at);

-- Who proved an address is found before whoever only claims it, however many those are.
alter table vault_lookup add column proven_at timestamptz;
update vault_lookup l set proven_at = now()
  from subject_address a
 where a.subject_id = l.subject_id and a.address_id = l.address_id and a.verified_position is not null;
create index vault_lookup_ranked on vault_lookup (hash, proven_at nulls last, subject_id desc);

-- A request carries its form's own key, so that sending it twice is one request. The hash covers the content too.
-- look-up: rights_request_key
create table rights_request_key (
  key_hash bytea primary key,
  received_at timestamptz not null
);
