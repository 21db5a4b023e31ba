-- A file that somebody has uploaded to send it. Without an entry it goes after a week (forget_uploads).
create table attachment (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    sha256 bytea not null,
    file_name text not null,
    type text not null,
    size int not null,
    entry_id bigint,                 -- what it was sent with
    place smallint,
    created_by bigint not null,
    created_at timestamptz not null
);
create index attachment_octets on attachment (workspace_id, sha256);
create index attachment_entry on attachment (entry_id) where entry_id is not null;
create index attachment_waiting on attachment (created_at) where entry_id is null;
