create extension if not exists pg_trgm;

create table contact (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    version bigint not null default 1,
    email text,
    name text not null default '',
    phone text not null default '',
    company text not null default '',
    data jsonb not null default '{}',
    sample boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
-- An address may stand on two contacts only by history; the import and the screen find it by this index.
create unique index contact_email on contact (workspace_id, lower(email)) where email is not null;
create index contact_newest on contact (workspace_id, id desc);
create index contact_search on contact using gin ((lower(name || ' ' || coalesce(email, '') || ' ' || company || ' ' || phone)) gin_trgm_ops);

create table contact_list (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null,
    sample boolean not null default false,
    created_at timestamptz not null
);
create unique index contact_list_name on contact_list (workspace_id, lower(name));

create table list_member (
    workspace_id bigint not null,
    list_id bigint not null references contact_list on delete cascade,
    contact_id bigint not null references contact on delete cascade,
    primary key (list_id, contact_id)
);
create index list_member_contact on list_member (contact_id);

create table tag (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null,
    created_at timestamptz not null
);
create unique index tag_name on tag (workspace_id, lower(name));

create table contact_tag (
    workspace_id bigint not null,
    tag_id bigint not null references tag on delete cascade,
    contact_id bigint not null references contact on delete cascade,
    primary key (tag_id, contact_id)
);
create index contact_tag_contact on contact_tag (contact_id);

create table contact_import (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    file_name text not null,
    state text not null check (state in ('running', 'done', 'failed')),
    bytes_total bigint,
    bytes_read bigint not null default 0,
    lines bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    skipped bigint not null default 0,
    refused bigint not null default 0,
    problem text,
    created_at timestamptz not null
);

create table contact_import_refusal (
    import_id bigint not null references contact_import on delete cascade,
    workspace_id bigint not null,
    line bigint not null,
    code text not null,
    detail text not null,
    content text not null,
    primary key (import_id, line)
);

-- Who must not be mailed. The hash is what the intent looks at: sha256 of the lower-cased address, first 16 octets.
create table suppression (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    address_hash bytea not null,
    email text not null,
    reason text not null check (reason in ('unsubscribed', 'hard_bounce', 'complaint', 'manual')),
    note text,
    campaign_id bigint,
    message_id bigint,
    since timestamptz not null,
    unique (workspace_id, address_hash)
);
create index suppression_newest on suppression (workspace_id, id desc);
