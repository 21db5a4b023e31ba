-- Which key the stored passwords were sealed with (the start of a hash of it): a start with another one is refused.
alter table instance add column vault_key_id text;
