-- An invitation carries the id that its account will have, by which it is renewed and revoked.
alter table staff_invitation add column staff_id uuid;

-- A link by which a colleague sets a new password, once. A table of its own: a link of one kind is
-- nothing to the other.
create table staff_password_link (
  token_hash bytea primary key,
  staff_id uuid not null references staff_account (staff_id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index staff_password_link_by_staff on staff_password_link (staff_id);
create index staff_session_by_staff on staff_session (staff_id);
