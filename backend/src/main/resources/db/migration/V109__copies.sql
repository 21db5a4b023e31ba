-- The mail that stands in a conversation where this one would be the same once more: it came to another account too, or lies in both
-- folders. It makes no entry; whoever answers it finds that conversation.
alter table mail add copy_of bigint references mail on delete set null;
create index mail_copy_of on mail (copy_of) where copy_of is not null;
