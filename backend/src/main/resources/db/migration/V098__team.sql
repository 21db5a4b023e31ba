-- People who work on the same conversations. What has a team is seen by its members, by whom it was given to, and by owners and managers.
create table team (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    name text not null,
    created_at timestamptz not null
);
create unique index team_name on team (workspace_id, lower(name));

create table team_member (
    team_id bigint not null references team on delete cascade,
    user_id bigint not null references app_user on delete cascade,
    workspace_id bigint not null,
    primary key (team_id, user_id)
);
create index team_member_user on team_member (user_id);

-- whose the replies are; null: everybody's
alter table campaign add team_id bigint references team on delete set null;
create index campaign_team on campaign (team_id) where team_id is not null;
alter table conversation add team_id bigint references team on delete set null;
create index conversation_team on conversation (team_id) where team_id is not null;
