-- Who was asked to join. Only the hash of the token is kept; the row goes when it is used.
create table user_invite (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    email text not null,
    role text not null check (role in ('owner', 'manager', 'agent')),
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create unique index user_invite_email on user_invite (workspace_id, lower(email));
