create table campaign (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    version bigint not null default 1,
    name text not null,
    channel text not null default 'email' check (channel in ('email')),
    -- what was asked for; done is computed from the queue, never stored as a wish
    state text not null default 'draft' check (state in ('draft', 'generating', 'generated', 'processing', 'paused', 'cancelled')),
    account_id bigint,
    draft_id bigint,
    subject text not null default '',
    preheader text not null default '',
    html text not null default '',
    text text not null default '',
    -- generation: contacts up to this id were looked at
    generated_through bigint not null default 0,
    audience bigint not null default 0,
    next_ordinal bigint not null default 1,
    problem text,
    sample boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    started_at timestamptz,
    done_at timestamptz
);
create index campaign_newest on campaign (workspace_id, id desc);

create table campaign_list (
    workspace_id bigint not null,
    campaign_id bigint not null references campaign on delete cascade,
    list_id bigint not null references contact_list on delete cascade,
    primary key (campaign_id, list_id)
);
create table campaign_tag (
    workspace_id bigint not null,
    campaign_id bigint not null references campaign on delete cascade,
    tag_id bigint not null references tag on delete cascade,
    primary key (campaign_id, tag_id)
);

-- Who was left out at generation, and why.
create table audience_skip (
    campaign_id bigint not null references campaign on delete cascade,
    contact_id bigint not null,
    workspace_id bigint not null,
    reason text not null check (reason in ('suppressed', 'unsubscribed', 'duplicate', 'no_address')),
    primary key (campaign_id, contact_id)
);
