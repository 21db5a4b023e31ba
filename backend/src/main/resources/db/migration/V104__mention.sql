-- Colleagues whom a note names, and when they looked at it. A mention goes where its entry goes.
create table mention (
    entry_id bigint not null references conversation_entry on delete cascade,
    user_id bigint not null references app_user on delete cascade,
    workspace_id bigint not null,
    name text not null,              -- as it stands in the note, whatever the person is called later
    seen_at timestamptz,
    primary key (entry_id, user_id)
);
create index mention_user on mention (user_id);
create index mention_unseen on mention (user_id) where seen_at is null;
