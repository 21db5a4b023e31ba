-- It answers one column more now (R__flush.sql).
drop function if exists claim_accounts(bigint);
