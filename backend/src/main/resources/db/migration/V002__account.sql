create table category (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null,
    created_at timestamptz not null
);
create unique index category_name on category (workspace_id, lower(name));

create table account (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    version bigint not null default 1,
    name text not null,
    category_id bigint references category,
    channel text not null default 'email' check (channel in ('email')),
    active boolean not null default true,
    notes text not null default '',
    provider text not null default 'custom',
    from_name text not null default '',
    from_address text not null,
    username text not null,
    secret bytea,
    smtp_host text not null,
    smtp_port int not null,
    smtp_security text not null check (smtp_security in ('tls', 'starttls', 'none')),
    imap_host text,
    imap_port int,
    imap_security text check (imap_security in ('tls', 'starttls', 'none')),
    imap_username text,
    imap_secret bytea,
    gap_ms bigint not null default 0,
    jitter_ms bigint not null default 0,
    per_minute int,
    connections int not null default 1,
    -- 'standard' or 'sandbox' (seconds instead of hours, so that a newcomer sees the end)
    retry_schedule text not null default 'standard' check (retry_schedule in ('standard', 'sandbox')),
    sandbox boolean not null default false,
    -- the switch, and why the program itself stopped (a person's switch clears it)
    wanted text not null default 'ON' check (wanted in ('ON', 'OFF')),
    blocked_reason text,
    blocked_detail text,
    deleted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- a removed account lets go of its category, so that the category can be removed too
    check (category_id is not null or deleted_at is not null)
);
create index account_workspace on account (workspace_id) where deleted_at is null;
