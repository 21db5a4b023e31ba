-- Files that go along with a quick reply. They are nobody's uploads: each answer gets a copy of its own (of the name; octets are
-- stored once).
alter table attachment add column quick_reply_id bigint references quick_reply on delete set null;
create index attachment_quick_reply on attachment (quick_reply_id, place) where quick_reply_id is not null;
drop index attachment_waiting;
create index attachment_waiting on attachment (created_at) where entry_id is null and quick_reply_id is null;
