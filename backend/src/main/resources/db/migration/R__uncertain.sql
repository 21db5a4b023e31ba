-- What is uncertain, and ends without a reply: by evidence, by a person, by a policy. Messages, due rows, trouble list, history and
-- counters change in one transaction, as everywhere.

-- The end that was decided. p_state: 4 it counts as sent, 1 it is sent once more. Only what is still uncertain changes.
create or replace function settle_uncertain(
    p_workspace bigint, p_ids bigint[], p_state int, p_reason text, p_basis text, p_words text, p_actor text, p_event text,
    p_now timestamptz) returns setof bigint language plpgsql volatile as $$
declare
    v_changes message_change[];
begin
    perform 1 from message where id = any (p_ids) order by id for update;
    with changed as (
        -- no reply code: nobody has read one
        update message m set state = p_state, reply_code = null, changed_at = p_now
        where m.id = any (p_ids) and m.workspace_id = p_workspace and m.state = 6
          -- what cannot leave any more is not put into the queue
          and (p_state = 4 or (
              not exists (select from dispatch d where d.campaign_id = m.campaign_id and d.state = 'CANCELLED')
              and exists (select from account a where a.id = m.account_id and a.deleted_at is null)))
        returning row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    )
    select array_agg(change) into v_changes from changed;
    if v_changes is null then
        return;
    end if;
    perform note_decision(v_changes, p_reason, p_words, p_actor, p_event, p_now);
    if p_state = 4 then
        update trouble t set state = 4, basis = p_basis from unnest(v_changes) c where t.message_id = c.id;
    else
        delete from trouble t using unnest(v_changes) c where t.message_id = c.id;
        insert into due (message_id, workspace_id, account_id, campaign_id, priority, due_at, kind)
        select c.id, c.workspace_id, c.account_id, c.campaign_id,
               case when m.urgent then 0 when c.campaign_id = 0 then 1 else 5 end, p_now, 'again'
        from unnest(v_changes) c join message m on m.id = c.id;
    end if;
    perform count_changes(v_changes, v_changes);
    return query select c.id from unnest(v_changes) c;
end $$;

-- Back to uncertain: what was assumed, and what was to be sent again and has not left. What evidence proved stays.
create or replace function reopen_uncertain(p_workspace bigint, p_ids bigint[], p_reason text, p_actor text, p_event text, p_now timestamptz)
    returns setof bigint language plpgsql volatile as $$
declare
    v_changes message_change[];
begin
    perform 1 from message where id = any (p_ids) order by id for update;
    with changed as (
        update message m set state = 6, changed_at = p_now
        where m.id = any (p_ids) and m.workspace_id = p_workspace
          and ((m.state = 4 and exists (select from trouble t where t.message_id = m.id and t.basis = 'assumed'))
               or (m.state = 1 and exists (select from due d where d.message_id = m.id and d.kind = 'again')))
        returning row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    )
    select array_agg(change) into v_changes from changed;
    if v_changes is null then
        return;
    end if;
    perform note_decision(v_changes, p_reason, null, p_actor, p_event, p_now);
    delete from due d using unnest(v_changes) c where d.message_id = c.id;
    insert into trouble (message_id, workspace_id, account_id, campaign_id, state)
    select c.id, c.workspace_id, c.account_id, c.campaign_id, 6 from unnest(v_changes) c
    on conflict on constraint trouble_pkey do update set state = excluded.state, basis = null;
    perform count_changes(v_changes, v_changes);
    return query select c.id from unnest(v_changes) c;
end $$;

-- The history of each message, and one line of the log per account and campaign: who decided, how many.
create or replace function note_decision(
    p_changes message_change[], p_reason text, p_words text, p_actor text, p_event text, p_now timestamptz)
    returns void language plpgsql volatile as $$
begin
    insert into attempt (workspace_id, account_id, campaign_id, message_id, attempt, outcome, phase, reason, reply, decided_by, ended_at)
    select c.workspace_id, c.account_id, c.campaign_id, c.id, c.attempt, c.now, 0, p_reason, p_words, p_actor, p_now
    from unnest(p_changes) c;
    insert into event (workspace_id, type, level, account_id, campaign_id, message_id, actor, payload)
    select c.workspace_id, p_event, case when p_event in ('uncertain_sent_again', 'uncertain_recalled') then 'warn' else 'info' end,
           c.account_id, nullif(c.campaign_id, 0), case when count(*) = 1 then min(c.id) end, p_actor,
           jsonb_strip_nulls(jsonb_build_object(
               'count', count(*), 'reason', p_reason, 'detail', p_words,
               'to', case when count(*) = 1 then min(i.address) end,
               'name', (select k.name from campaign k where k.id = c.campaign_id)))
    from unnest(p_changes) c join message_input i on i.message_id = c.id
    group by c.workspace_id, c.account_id, c.campaign_id;
end $$;

-- The database has gone back in time: what a node remembers to have been allowed to leave since may have arrived. p_times: when it was
-- allowed; a message that is younger bears the number of another one that is gone. Answers how many are uncertain now.
create or replace function recall_intents(p_ids bigint[], p_attempts int[], p_times timestamptz[], p_now timestamptz)
    returns bigint language plpgsql volatile as $$
declare
    v_changes message_change[];
begin
    perform 1 from message where id = any (p_ids) order by id for update;
    with remembered as (
        select id, max(attempt) as attempt, max(at) as at from unnest(p_ids, p_attempts, p_times) as r (id, attempt, at) group by id
    ), changed as (
        update message m set state = 6, attempt = r.attempt, first_at = coalesce(m.first_at, r.at), changed_at = p_now
        from remembered r
        where m.id = r.id and m.state in (1, 2, 3) and m.attempt < r.attempt and m.created_at <= r.at + interval '1 minute' -- not to the millisecond: other nodes have other clocks
        returning row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    )
    select array_agg(change) into v_changes from changed;
    if v_changes is null then
        return 0;
    end if;
    perform note_decision(v_changes, 'went_back', null, null, 'uncertain_recalled', p_now);
    delete from due d using unnest(v_changes) c where d.message_id = c.id;
    insert into trouble (message_id, workspace_id, account_id, campaign_id, state)
    select c.id, c.workspace_id, c.account_id, c.campaign_id, 6 from unnest(v_changes) c
    on conflict on constraint trouble_pkey do update set state = excluded.state, basis = null;
    perform count_changes(v_changes, v_changes);
    return cardinality(v_changes);
end $$;
