-- The mail that stands in a conversation where this one would be the same once more: it came to another account too, or lies in both
-- folders. It makes no entry; whoever answers it finds that conversation.
alter table mail add copy_of bigint references mail on delete set null;
create index mail_copy_of on mail (copy_of) where copy_of is not null;

-- Parts of addresses are words of their own (search_words in R__inbox.sql); of what is here only the addresses themselves are known.
update conversation_entry e
set search = parts.words || e.search
from (select x.id, to_tsvector('simple', string_agg(translate(l.lexeme, '@.+_-', '     '), ' ' order by l.lexeme)) as words
      from conversation_entry x cross join lateral unnest(x.search) l
      where l.lexeme like '%@%' group by x.id) parts
where parts.id = e.id;
