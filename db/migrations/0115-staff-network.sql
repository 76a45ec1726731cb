-- Networks from which a colleague signed in, by keyed hash of account and network together: a stranger's guesses from
-- elsewhere do not shut them out of these.
create table staff_network (
  key_hash bytea primary key,
  seen_at timestamptz not null
);
