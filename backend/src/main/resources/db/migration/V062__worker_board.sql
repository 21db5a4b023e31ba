-- What the worker of an account says of itself, for the screens that other nodes show. Written by its owner when it changes.
create table worker_board (
    account_id bigint primary key,
    workspace_id bigint not null,
    status jsonb not null,
    rate bigint not null,       -- accepted in the last minute
    at timestamptz not null
) with (fillfactor = 50);
