-- An account that has nothing to send costs nothing: its worker sleeps. Somebody who adds, changes or switches it wants to see what its
-- worker makes of it, so that wakes it for a while.
alter table account add stirred_at timestamptz not null default clock_timestamp();
create index account_stirred on account (stirred_at);
-- It answers something else now (R__owners.sql).
drop function if exists claim_accounts(bigint);
