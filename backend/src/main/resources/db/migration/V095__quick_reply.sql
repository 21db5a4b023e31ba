-- Texts that people insert while they write.
create table quick_reply (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null,
    shortcut text not null,          -- in lower case, without the slash
    text text not null,              -- with variables as templates have them
    changed_at timestamptz not null,
    unique (workspace_id, shortcut)
);
