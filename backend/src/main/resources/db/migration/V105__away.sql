-- What an account answers by itself while nobody is there, and whom it has answered.
alter table account
    add away_text text,          -- null: nothing
    add away_until timestamptz;  -- null: until somebody switches it off

create table away_answer (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    address text not null,       -- in lower case
    at timestamptz not null
);
create index away_answer_address on away_answer (account_id, address, at);
create index away_answer_at on away_answer (account_id, at);
