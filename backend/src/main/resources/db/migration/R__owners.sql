-- Who works for which account.

-- Whether somebody else works for what this node owns. A node that starts ends the leases of its earlier starts.
create or replace function is_other_alive(p_owner bigint, p_node bigint) returns boolean language sql stable return exists (
    select from node where id = p_owner and id <> p_node and lease_until > clock_timestamp());

create or replace function living_nodes() returns bigint language sql stable return (
    select count(distinct name) from node where lease_until > clock_timestamp());

-- How many of so many each living node gets.
create or replace function fair_share(p_many bigint) returns bigint language sql stable return (
    ceil(p_many::numeric / greatest(1, living_nodes()))::bigint);

-- Orders that may be walked, and accounts with single or returning messages.
create or replace view open_queue as
    select q.account_id, q.campaign_id, q.watermark, q.last_ordinal
    from queue q join dispatch d using (campaign_id) where d.state = 'OPEN' and q.watermark <= q.last_ordinal;
create or replace view open_due as
    select d.account_id, d.due_at from due d left join dispatch p on p.campaign_id = d.campaign_id
    where d.kind <> 'evidence' and (d.campaign_id = 0 or p.state = 'OPEN');

-- Accounts that can send something now. What is due later, or waits for a switch, is no work.
create or replace view busy_account as
    select w.account_id
    from (select account_id from open_queue union select account_id from open_due where due_at <= clock_timestamp()) w
    join account a on a.id = w.account_id
    where a.deleted_at is null and a.active and a.wanted = 'ON' and a.blocked_reason is null;

-- Takes what nobody alive works for; answers what was taken. Accounts that can send something now and the others are shared out apart, so
-- that whoever holds many idle ones still gets its part of the work.
-- A thorough look counts them all; another one only where there is something to share, to take over, or new.
create or replace function claim_accounts(p_node bigint, p_thorough boolean) returns table (account_id bigint) language plpgsql volatile as $$
declare
    v_busy bigint; -- how many this node may still take
    v_idle bigint;
begin
    if not p_thorough and living_nodes() = 1
        and not exists (select from account_owner x where x.node_id <> p_node and not is_other_alive(x.node_id, p_node))
        and not exists (select from account a
                        where a.stirred_at > statement_timestamp() - interval '1 minute' and a.deleted_at is null
                          and not exists (select from account_owner x where x.account_id = a.id))
    then
        return;
    end if;
    with busy as materialized (
        select b.account_id from busy_account b
    ), mine as (
        select b.account_id is not null as is_busy
        from account_owner x join account a on a.id = x.account_id left join busy b on b.account_id = x.account_id
        where x.node_id = p_node and a.deleted_at is null
    ), total as (
        select (select count(*) from busy) as busy, (select count(*) from account where deleted_at is null) as everybody
    )
    select fair_share(t.busy) - (select count(*) from mine where is_busy),
           fair_share(t.everybody - t.busy) - (select count(*) from mine where not is_busy)
    into v_busy, v_idle from total t;

    -- what is beyond the share and has nothing to send goes to the others at once
    if v_idle < 0 then
        update account_owner o set node_id = 0, fence = o.fence + 1
        where o.node_id = p_node and o.account_id in (
            select x.account_id from account_owner x join account a on a.id = x.account_id
            where x.node_id = p_node and a.deleted_at is null
              and not exists (select from open_queue q where q.account_id = x.account_id)
              and not exists (select from open_due d where d.account_id = x.account_id)
              and not exists (select from queue q where q.account_id = x.account_id and q.n_sending > 0)
            order by x.account_id desc limit -v_idle);
    end if;
    return query
    insert into account_owner as o (account_id, workspace_id, node_id, fence)
    select free.id, free.workspace_id, p_node, 1
    from (select a.id, a.workspace_id, a.deleted_at, b.account_id is not null as is_busy,
                 row_number() over (partition by a.deleted_at is null, b.account_id is not null order by a.id) as place
          from account a
          left join account_owner x on x.account_id = a.id
          left join busy_account b on b.account_id = a.id
          where (x.account_id is null or x.node_id <> p_node and not is_other_alive(x.node_id, p_node))
            -- what was under way when its account was deleted must be settled by somebody
            and (a.deleted_at is null or exists (select from queue q where q.account_id = a.id and q.n_sending > 0))) free
    where free.deleted_at is not null or free.place <= case when free.is_busy then v_busy else v_idle end
    order by free.id
    -- who asks at the same moment may have been faster
    on conflict on constraint account_owner_pkey do update set node_id = excluded.node_id, fence = o.fence + 1
        where o.node_id <> p_node and not is_other_alive(o.node_id, p_node)
    returning o.account_id;
end $$;

-- Of the accounts of a node that can send something now, those beyond its share: another living node is to have them.
create or replace function surplus_accounts(p_node bigint) returns table (account_id bigint) language sql stable
begin atomic
    with busy as materialized (select account_id from busy_account)
    select o.account_id from busy b join account_owner o on o.account_id = b.account_id
    where o.node_id = p_node and living_nodes() > 1
    order by o.account_id
    offset (select fair_share(count(*)) from busy);
end;

drop function if exists working_share();
drop function if exists claim_accounts(bigint);

-- Accounts of a node whose worker should be awake though they may have nothing to send: somebody has touched them. A thorough look,
-- behind a start and now and then, also finds what a dead owner left under way, or said of itself that is not true any more.
create or replace function stirring_accounts(p_node bigint, p_thorough boolean) returns table (account_id bigint) language sql stable
begin atomic
    select o.account_id from account_owner o join account a on a.id = o.account_id
    where o.node_id = p_node and a.stirred_at > statement_timestamp() - interval '1 minute' -- stable, for the index
    union
    select q.account_id from queue q join account_owner o on o.account_id = q.account_id
    where p_thorough and o.node_id = p_node and q.n_sending > 0
    union
    select b.account_id from worker_board b
    join account_owner o on o.account_id = b.account_id join account a on a.id = o.account_id
    where p_thorough and o.node_id = p_node and a.deleted_at is null and a.blocked_reason is null
      and b.status ->> 'state' not in ('ON', 'OFF');
end;

-- Nobody's: the next claim of another node takes it. The fence ends what the old owner may still believe.
create or replace function release_account(p_node bigint, p_account bigint) returns void language sql
begin atomic
    update account_owner set node_id = 0, fence = fence + 1 where account_id = p_account and node_id = p_node;
end;
