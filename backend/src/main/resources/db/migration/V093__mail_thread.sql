-- The mails that a mail names before it (RFC 5322 §3.6.4), by the hash of their Message-IDs: so the parts of a thread find each other
-- in whatever order they are read.
create table mail_thread (
    account_id bigint not null,
    named bytea not null,
    mail_id bigint not null references mail on delete cascade,
    primary key (account_id, named, mail_id)
);
create index mail_thread_mail on mail_thread (mail_id);

insert into mail_thread (account_id, named, mail_id)
select m.account_id, substring(sha256(convert_to(named.id, 'UTF8')) for 16), m.id
from mail m join mail_content c on c.mail_id = m.id cross join lateral jsonb_array_elements_text(c.thread) as named (id)
on conflict do nothing;
