-- What colleagues do with a request: events of its clock, and what each step says besides.
alter table rights_request
  add column clarification_asked_at timestamptz,
  add column clarified_at timestamptz,
  add column extended_at timestamptz;

-- Ground of a refusal or an extension; and the words of the person or the colleague, sealed in the vault.
alter table rights_request_step
  add column ground text,
  add column words_value_id uuid;
