-- Rotation: a campaign is sent from one or more accounts; the generation decides who gets it from which.

create table campaign_account (
    workspace_id bigint not null,
    campaign_id bigint not null references campaign on delete cascade,
    account_id bigint not null,
    place smallint not null,  -- as they were chosen; the first one stands for all where there is room for one
    weight smallint not null default 1 check (weight between 1 and 100),
    draft_id bigint,          -- the frozen content, From this account
    primary key (campaign_id, account_id)
);
create index campaign_account_campaigns on campaign_account (account_id);

insert into campaign_account (workspace_id, campaign_id, account_id, place, draft_id)
select workspace_id, id, account_id, 1, draft_id from campaign where account_id is not null;

alter table campaign
    drop column account_id,
    drop column draft_id,
    add rotation text not null default 'even' check (rotation in ('even', 'weight', 'sticky')),
    add next_turn bigint not null default 0, -- how many messages were given to an account by its turn
    -- what was accepted later does not count: a chunk that is made again after a crash decides as before
    add familiar_until timestamptz;
