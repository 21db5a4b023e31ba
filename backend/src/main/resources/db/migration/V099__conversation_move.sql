-- A conversation that was merged stays as a place that leads to where its entries are now.
alter table conversation add merged_into bigint references conversation;
create index conversation_merged on conversation (merged_into) where merged_into is not null;

-- What was merged or split, with what it takes to undo that as long as nothing else was changed (R__inbox_move.sql).
create table conversation_move (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    conversation_id bigint not null references conversation, -- where the others went, or what was split
    others bigint[] not null,
    made_by bigint not null,
    made_at timestamptz not null,
    before jsonb not null,           -- the conversations, the entries that moved, the drafts
    after jsonb not null             -- what must still be so
);
create index conversation_move_made on conversation_move (made_at);
