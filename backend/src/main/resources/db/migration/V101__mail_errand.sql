-- What is done on the servers of accounts beside reading: copies of what was answered, and marks of what was read.
alter table account
    add sent_copies text not null default 'automatic' check (sent_copies in ('automatic', 'always', 'never')),
    add sent_folder text, -- null: found by what the server says
    add mark_read boolean not null default false;

create table mail_errand (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    entry_id bigint unique references conversation_entry on delete cascade, -- to be kept in the Sent folder, once it was sent
    mail_id bigint unique references mail on delete cascade,                -- to be marked as read
    tries int not null default 0,
    due_at timestamptz not null,
    check ((entry_id is null) <> (mail_id is null))
);
create index mail_errand_due on mail_errand (account_id, due_at);

-- The server was told, or will be, that it was read.
alter table mail add told_read boolean not null default false;
