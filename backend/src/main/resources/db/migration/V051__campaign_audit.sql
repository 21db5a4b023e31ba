-- The last time that a campaign's counters were compared with its rows.
create table campaign_audit (
    campaign_id bigint primary key references campaign on delete cascade,
    workspace_id bigint not null,
    checked_at timestamptz not null,
    accounted bigint not null,               -- people found: messages and those who were left out
    differences jsonb not null default '[]'  -- [[what, what the counter says, what was found]]
);
