-- What the circuit breakers count. Only refusals are written, each with how many messages had been accepted before it: the counters of
-- the queues say how many came between, so a rate over the last so many is exact over restarts and costs an accepted message nothing.
create table account_bounce (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    workspace_id bigint not null,
    accepted bigint not null
);
create index account_bounce_newest on account_bounce (account_id, id desc);

create table campaign_refusal (
    id bigint generated always as identity primary key,
    campaign_id bigint not null,
    workspace_id bigint not null,
    accepted bigint not null
);
create index campaign_refusal_newest on campaign_refusal (campaign_id, id desc);

-- The server's words that stopped a campaign; null: no server did.
alter table dispatch add column refused text;

-- On which days an address was full or refused for no known reason: not one refusal, but refusals on three days take it off the list.
create table strike (
    workspace_id bigint not null,
    address_hash bytea not null,
    reason text not null,
    day date not null,
    primary key (workspace_id, address_hash, reason, day)
);
create index dispatch_refused on dispatch (campaign_id) where refused is not null;
