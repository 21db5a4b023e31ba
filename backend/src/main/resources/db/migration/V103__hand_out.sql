-- New conversations are handed to whoever is online: of a team to its members, of no team to agents.
alter table team add hands_out boolean not null default false;
alter table inbox_settings add hands_out boolean not null default false;

-- Whose screen was open when; written with each heartbeat of the streams.
create table presence (
    user_id bigint primary key references app_user on delete cascade,
    workspace_id bigint not null,
    online_at timestamptz not null
);
-- When somebody was handed one. Not in presence: a sweep and a heartbeat never wait for each other.
alter table app_user add given_at timestamptz;

-- who waits and has nobody
create index conversation_unassigned on conversation (workspace_id, last_at)
    where assignee_id is null and state = 'open' and not archived and merged_into is null and waiting_since is not null;
-- how much somebody has
create index conversation_load on conversation (assignee_id)
    where assignee_id is not null and state = 'open' and not archived and merged_into is null;
