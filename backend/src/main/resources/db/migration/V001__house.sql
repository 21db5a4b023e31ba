-- Keys inside are bigint; outside every id is a keyed encoding of (kind, key), see dev.kurir.platform.ids.
-- workspace_id stands in every table and every unique key: no row refers across workspaces.

create table workspace (
    id bigint generated always as identity primary key,
    name text not null,
    onboarding_dismissed_at timestamptz,
    created_at timestamptz not null
);

create table app_user (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    email text not null,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('owner', 'manager', 'agent')),
    language text not null check (language in ('id', 'en')),
    created_at timestamptz not null
);
-- One person, one login: the e-mail alone finds the user at login.
create unique index app_user_email on app_user (lower(email));

create table user_session (
    token_hash bytea primary key,
    workspace_id bigint not null references workspace,
    user_id bigint not null references app_user on delete cascade,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index user_session_user on user_session (user_id);

create table login_failure (
    key text not null,
    at timestamptz not null
);
create index login_failure_key on login_failure (key, at);

create table idempotency (
    workspace_id bigint not null references workspace,
    operation text not null,
    key text not null,
    request_hash bytea not null,
    status int,
    body text,
    created_at timestamptz not null,
    primary key (workspace_id, operation, key)
);

-- One row: which installation this database belongs to, and whether it may send (engine: restore and clone fence).
create table instance (
    one boolean primary key default true check (one),
    id uuid not null,
    system_id text not null,
    database_oid bigint not null,
    sending text not null default 'ON' check (sending in ('ON', 'FENCED')),
    fenced_reason text,
    feed_base bigint not null default 0,
    id_key bytea not null,
    link_key bytea not null,
    setup_token_hash bytea,
    alive_at timestamptz not null
);

-- The feed: what happened, written in the same transaction as the change it tells of. Readers keep a cursor (tx, seq) and
-- read only behind the oldest running transaction, so that one that commits late is never skipped.
create table event (
    tx bigint not null default (pg_current_xact_id()::text::bigint),
    seq bigint generated always as identity,
    workspace_id bigint not null,
    at timestamptz not null default clock_timestamp(),
    type text not null,
    level text not null default 'info' check (level in ('info', 'warn', 'error', 'none')),
    account_id bigint,
    campaign_id bigint,
    message_id bigint,
    actor text,
    payload jsonb not null default '{}',
    primary key (tx, seq)
);
-- The log that people read, newest first; `none` is for programs only.
create index event_log on event (workspace_id, seq desc) where level <> 'none';
create index event_log_account on event (account_id, seq desc) where level <> 'none' and account_id is not null;
