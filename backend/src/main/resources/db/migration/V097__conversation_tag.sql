-- What people call conversations. A tag is its name, whatever its case; one that no conversation has is forgotten by the lists.
create table inbox_tag (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null
);
create unique index inbox_tag_name on inbox_tag (workspace_id, lower(name));

create table conversation_tag (
    conversation_id bigint not null references conversation on delete cascade,
    tag_id bigint not null references inbox_tag,
    workspace_id bigint not null,
    primary key (conversation_id, tag_id)
);
create index conversation_tag_tag on conversation_tag (tag_id);
