-- Called by the flush for what was refused: it opens the circuit breakers in the same commit, so no crash can forget what was counted.
-- A rate of "more than n of the last m" is: the n-th last refusal is so near that it and what was accepted since are not more than m.

-- Too many hard bounces, more than 5 % of 200: the account stops until a person switches it on. Its counting begins anew.
create or replace function break_account(p_account bigint, p_reply text) returns void language plpgsql volatile as $$
declare
    c_most constant int := 11;
    c_window constant int := 200;
    v_newest bigint;
    v_nth bigint;
begin
    select accepted into v_newest from account_bounce where account_id = p_account order by id desc limit 1;
    select accepted into v_nth from account_bounce where account_id = p_account order by id desc offset c_most - 1 limit 1;
    delete from account_bounce where account_id = p_account and accepted < v_newest - c_window;
    if v_nth is null or v_newest - v_nth + c_most > c_window then
        return;
    end if;
    with stopped as (
        update account set blocked_reason = 'bounces', blocked_detail = p_reply
        where id = p_account and blocked_reason is null returning workspace_id
    )
    insert into event (workspace_id, type, level, account_id, payload)
    select workspace_id, 'worker_blocked', 'error', p_account,
           jsonb_strip_nulls(jsonb_build_object('reason', 'bounces', 'detail', p_reply, 'count', c_most,
                                                'of', v_newest - v_nth + c_most))
    from stopped;
    delete from account_bounce where account_id = p_account;
end $$;

-- Refused for what it is, more than 2 % of the last 100 and at least five: the campaign is held, and the campaign's own watch pauses it.
create or replace function break_campaign(p_campaign bigint, p_reply text) returns void language plpgsql volatile as $$
declare
    c_most constant int := 5;
    c_window constant int := 100;
    v_newest bigint;
    v_nth bigint;
begin
    select accepted into v_newest from campaign_refusal where campaign_id = p_campaign order by id desc limit 1;
    select accepted into v_nth from campaign_refusal where campaign_id = p_campaign order by id desc offset c_most - 1 limit 1;
    delete from campaign_refusal where campaign_id = p_campaign and accepted < v_newest - c_window;
    if v_nth is null or v_newest - v_nth + c_most > c_window then
        return;
    end if;
    update dispatch set state = 'HELD', refused = p_reply where campaign_id = p_campaign and state = 'OPEN';
    delete from campaign_refusal where campaign_id = p_campaign;
end $$;

-- No single one of these refusals takes an address off the list; the days do on which they came, each day (UTC) once, however many
-- tries it saw. Three days do where nobody can read the refusal; a mailbox must have been full on three days of which the last is at least
-- a week after the first. A message that any server accepts for the address in between makes the count begin anew (flush_outcomes does
-- that), and what is thirty days old is forgotten. The two kinds are counted apart.
create or replace function count_strikes(p_told told_outcome[]) returns void language plpgsql volatile as $$
begin
    with struck as (
        select distinct (t.change).workspace_id, m.address_hash, t.reason, (t.ended_at at time zone 'UTC')::date as day
        from unnest(p_told) t join message m on m.id = (t.change).id
        where (t.reason = 'mailbox_full' and (t.change).now in (3, 5, 9)) or (t.reason = 'unknown' and (t.change).now = 5)
    ), forgotten as (
        delete from strike s using struck k
        where s.workspace_id = k.workspace_id and s.address_hash = k.address_hash and s.reason = k.reason and s.day <= k.day - 30
    )
    insert into strike (workspace_id, address_hash, reason, day) select * from struck order by 1, 2, 3, 4
    on conflict do nothing;

    insert into suppression (workspace_id, address_hash, email, reason, note, campaign_id, message_id, since)
    select (t.change).workspace_id, m.address_hash, i.address, 'hard_bounce', t.reply, nullif((t.change).campaign_id, 0),
           (t.change).id, t.ended_at
    from unnest(p_told) t join message m on m.id = (t.change).id join message_input i on i.message_id = m.id
    cross join lateral (
        select count(*) as days, max(s.day) - min(s.day) as span from strike s
        where s.workspace_id = (t.change).workspace_id and s.address_hash = m.address_hash and s.reason = t.reason
          and s.day > (t.ended_at at time zone 'UTC')::date - 30) seen
    where t.reason in ('mailbox_full', 'unknown') and seen.days >= 3 and (t.reason = 'unknown' or seen.span >= 7)
    on conflict do nothing;
end $$;

-- A hard bounce that came by mail, after the message had been accepted.
create or replace function note_late_bounce(p_account bigint, p_workspace bigint, p_reply text) returns void language plpgsql volatile as $$
begin
    insert into account_bounce (account_id, workspace_id, accepted)
    select p_account, p_workspace, coalesce(sum(q.n_accepted), 0) from queue q where q.account_id = p_account;
    perform break_account(p_account, p_reply);
end $$;

create or replace function note_refusals(p_changes message_change[], p_told told_outcome[]) returns void language plpgsql volatile as $$
declare
    v_of record;
begin
    if not exists (select from unnest(p_told) t where t.reason in ('hard_bounce', 'policy', 'mailbox_full', 'unknown')) then
        return;
    end if;
    -- what this flush itself accepts is not counted in the queues yet: what stands before the refusal is added
    insert into account_bounce (account_id, workspace_id, accepted)
    select c.account_id, c.workspace_id,
           (select coalesce(sum(q.n_accepted), 0) from queue q where q.account_id = c.account_id)
           + (select count(*) from unnest(p_changes) with ordinality b
              where b.account_id = c.account_id and b.now = 4 and b.ordinality < c.ordinality)
    from unnest(p_changes) with ordinality c join unnest(p_told) t on (t.change).id = c.id
    where c.now = 5 and t.reason = 'hard_bounce' order by c.ordinality;

    insert into campaign_refusal (campaign_id, workspace_id, accepted)
    select c.campaign_id, c.workspace_id,
           (select coalesce(sum(q.n_accepted), 0) from queue q where q.campaign_id = c.campaign_id)
           + (select count(*) from unnest(p_changes) with ordinality b
              where b.campaign_id = c.campaign_id and b.now = 4 and b.ordinality < c.ordinality)
    from unnest(p_changes) with ordinality c join unnest(p_told) t on (t.change).id = c.id
    where c.now = 5 and t.reason = 'policy' and c.campaign_id > 0 order by c.ordinality;

    for v_of in
        select (t.change).account_id, (t.change).campaign_id, t.reason,
               (array_agg(concat_ws(' ', (t.change).code, t.enhanced, t.reply) order by t.ended_at desc))[1] as reply
        from unnest(p_told) t where (t.change).now = 5 and t.reason in ('hard_bounce', 'policy')
        group by 1, 2, 3 order by 1, 2
    loop
        if v_of.reason = 'hard_bounce' then
            perform break_account(v_of.account_id, v_of.reply);
        elsif v_of.campaign_id > 0 then
            perform break_campaign(v_of.campaign_id, v_of.reply);
        end if;
    end loop;
    perform count_strikes(p_told);
end $$;
