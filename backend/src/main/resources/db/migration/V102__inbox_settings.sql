-- What happens to conversations by itself; null: it does not.
create table inbox_settings (
    workspace_id bigint primary key references workspace,
    done_after_hours int check (done_after_hours between 1 and 8760),
    archive_after_hours int check (archive_after_hours between 1 and 8760)
);
create index conversation_idle on conversation (workspace_id, state, last_at) where not archived and not pinned and merged_into is null;
