-- The outbox (engine). Message states: 1 queued, 2 sending, 3 deferred, 4 accepted, 5 rejected, 6 uncertain, 7 suppressed,
-- 8 cancelled, 9 expired, 10 failed. No index mentions the state: state changes stay HOT updates.

-- Frozen content, shared by all messages that were generated from it. A message renders from it for ever with the same bytes.
create table draft (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    kind text not null check (kind in ('campaign', 'direct', 'test')),
    subject text not null,
    preheader text not null default '',
    html text not null,
    text text not null,
    from_name text not null,
    from_address text not null,
    created_at timestamptz not null
);

create table message (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    campaign_id bigint not null default 0, -- 0: no campaign
    account_id bigint not null,
    ordinal bigint not null default 0,     -- place in the campaign's order; 0: none
    created_at timestamptz not null,
    changed_at timestamptz not null,
    first_at timestamptz,                  -- first intent: the Date header of every attempt
    state smallint not null default 1 check (state between 1 and 10),
    attempt smallint not null default 0,   -- raised by each intent, never lowered: it keys the outcome
    deferrals smallint not null default 0, -- attempts that count against the retry schedule
    reply_code smallint,
    urgent boolean not null default false,
    address_hash bytea not null
) with (fillfactor = 50);
create unique index message_order on message (account_id, campaign_id, ordinal) where campaign_id > 0;
create unique index message_once on message (campaign_id, address_hash) where campaign_id > 0;

-- The frozen inputs of a message, written once.
create table message_input (
    message_id bigint primary key,
    workspace_id bigint not null,
    draft_id bigint not null,
    contact_id bigint,
    address text not null,
    name text not null default '',
    data jsonb not null default '{}' -- variable name → value, flat
);

-- One row per (account, campaign): how far the order was walked, and exact counters, changed in the transaction that changes messages.
create table queue (
    account_id bigint not null,
    campaign_id bigint not null default 0,
    workspace_id bigint not null,
    watermark bigint not null default 1,    -- every ordinal below it has ended its first intent or has a due row
    last_ordinal bigint not null default 0,
    n_queued bigint not null default 0,
    n_sending bigint not null default 0,
    n_deferred bigint not null default 0,
    n_accepted bigint not null default 0,
    n_rejected bigint not null default 0,
    n_uncertain bigint not null default 0,
    n_suppressed bigint not null default 0,
    n_cancelled bigint not null default 0,
    n_expired bigint not null default 0,
    n_failed bigint not null default 0,
    primary key (account_id, campaign_id)
) with (fillfactor = 50);
create index queue_campaign on queue (campaign_id, account_id);

-- May this campaign's messages leave? The gate reads it; pause and cancel write it.
create table dispatch (
    campaign_id bigint primary key,
    workspace_id bigint not null,
    state text not null check (state in ('HELD', 'OPEN', 'CANCELLED'))
);

-- Whatever arrives singly or comes back. Deleted by the outcome, never by the intent.
create table due (
    message_id bigint primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    campaign_id bigint not null default 0,
    priority smallint not null,   -- 0 urgent, 1 direct, 5 everything else
    due_at timestamptz not null,
    kind text not null check (kind in ('direct', 'urgent', 'retry', 'requeue', 'inflight', 'evidence'))
);
create index due_next on due (account_id, priority, due_at);
create index due_campaign on due (campaign_id);

-- rejected, failed, uncertain, expired, suppressed: the lists of problems.
create table trouble (
    message_id bigint primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    campaign_id bigint not null default 0,
    state smallint not null
);
create index trouble_list on trouble (workspace_id, campaign_id, state, message_id);

-- One narrow row per ended delivery attempt; daily partitions.
create table attempt (
    tx bigint not null default (pg_current_xact_id()::text::bigint),
    seq bigint not null generated always as identity,
    workspace_id bigint not null,
    account_id bigint not null,
    campaign_id bigint not null,
    message_id bigint not null,
    attempt smallint not null,
    outcome smallint not null,   -- the state that the message took
    phase smallint not null,
    code smallint,
    reason text,
    enhanced text,
    reply text,
    next_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz not null
) partition by range (ended_at);
create index attempt_feed on attempt (tx, seq);
create index attempt_message on attempt (message_id);
create table attempt_other partition of attempt default;

-- A running program.
create table node (
    id bigint generated always as identity primary key,
    name text not null,
    boot uuid not null,
    lease_until timestamptz not null,
    flush_no bigint not null default 0,
    session int not null default 0, -- raised by each new connection of the flush: what an older one still sends is refused
    started_at timestamptz not null
);

-- Which node works for an account; changes only on moves. The fence rises with every move.
create table account_owner (
    account_id bigint primary key,
    workspace_id bigint not null,
    node_id bigint not null,
    fence bigint not null
);

-- Permits reserved before use, in blocks; what is left of a block after a crash counts as used.
create table usage (
    account_id bigint not null,
    minute timestamptz not null,
    workspace_id bigint not null,
    reserved int not null,
    primary key (account_id, minute)
);
