-- What people do to messages one by one. Each function changes messages, due rows, trouble list and counters in one transaction.

create or replace function add_message(
    p_workspace bigint, p_account bigint, p_contact bigint, p_draft bigint, p_address text, p_hash bytea, p_name text, p_data jsonb,
    p_urgent boolean, p_now timestamptz, p_due timestamptz) returns bigint language plpgsql volatile as $$
declare
    v_id bigint;
    v_changes message_change[];
begin
    insert into message (workspace_id, account_id, created_at, changed_at, urgent, address_hash)
    values (p_workspace, p_account, p_now, p_now, p_urgent, p_hash) returning id into v_id;
    insert into message_input (message_id, workspace_id, draft_id, contact_id, address, name, data)
    values (v_id, p_workspace, p_draft, p_contact, p_address, p_name, p_data);
    insert into due (message_id, workspace_id, account_id, priority, due_at, kind)
    values (v_id, p_workspace, p_account, case when p_urgent then 0 else 1 end, greatest(p_now, p_due), case when p_urgent then 'urgent' else 'direct' end);
    insert into queue (account_id, workspace_id) values (p_account, p_workspace) on conflict do nothing;
    -- a change out of no state: only the new state is counted
    v_changes := array[row (v_id, p_workspace, p_account, 0, 0, 1, 0, null, null)::message_change];
    perform count_changes(v_changes, v_changes);
    return v_id;
end $$;

-- Rejected, failed, expired and deferred messages come back, due now. Uncertain ones never come back this way.
create or replace function requeue_messages(p_workspace bigint, p_ids bigint[], p_now timestamptz) returns int language plpgsql volatile as $$
declare
    v_changes message_change[];
begin
    perform 1 from message where id = any (p_ids) order by id for update;
    with changed as (
        update message m set state = 1, changed_at = p_now
        where m.id = any (p_ids) and m.workspace_id = p_workspace and m.state in (3, 5, 9, 10)
        returning row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    )
    select array_agg(change) into v_changes from changed;
    if v_changes is null then
        return 0;
    end if;
    insert into due (message_id, workspace_id, account_id, campaign_id, priority, due_at, kind)
    select c.id, c.workspace_id, c.account_id, c.campaign_id,
           case when m.urgent then 0 when c.campaign_id = 0 then 1 else 5 end, p_now, 'requeue'
    from unnest(v_changes) c join message m on m.id = c.id
    on conflict on constraint due_pkey do update set due_at = excluded.due_at, kind = excluded.kind;
    delete from trouble t using unnest(v_changes) c where t.message_id = c.id;
    perform count_changes(v_changes, v_changes);
    return cardinality(v_changes);
end $$;

-- Queued or deferred messages end here (p_state: cancelled or expired). What was to be sent once more and has not left is what it was
-- before: uncertain.
create or replace function close_messages(p_workspace bigint, p_ids bigint[], p_state int) returns int language plpgsql volatile as $$
declare
    v_changes message_change[];
    v_doubtful bigint[];
    v_reopened bigint;
begin
    perform 1 from message where id = any (p_ids) order by id for update;
    select array_agg(message_id) into v_doubtful from due where message_id = any (p_ids) and kind = 'again';
    if v_doubtful is not null then
        select count(*) into v_reopened
        from reopen_uncertain(p_workspace, v_doubtful, 'not_sent_again', null, 'uncertain_reopened', clock_timestamp());
    end if;
    with changed as (
        update message m set state = p_state, changed_at = clock_timestamp()
        where m.id = any (p_ids) and m.workspace_id = p_workspace and m.state in (1, 3)
        returning row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    )
    select array_agg(change) into v_changes from changed;
    if v_changes is null then
        return coalesce(v_reopened, 0);
    end if;
    delete from due d using unnest(v_changes) c where d.message_id = c.id;
    perform count_changes(v_changes, v_changes);
    return cardinality(v_changes) + coalesce(v_reopened, 0);
end $$;

-- One chunk of a cancelled campaign: first what is due, then what the order still holds.
create or replace function close_cancelled(p_campaign bigint, p_limit int) returns int language plpgsql volatile as $$
declare
    v_workspace bigint;
    v_ids bigint[];
    v_closed int := 0;
    v_queue record;
begin
    select workspace_id into v_workspace from dispatch where campaign_id = p_campaign and state = 'CANCELLED';
    if not found then
        return 0;
    end if;
    select array_agg(message_id) into v_ids from (
        select message_id from due where campaign_id = p_campaign limit p_limit) d;
    if v_ids is not null then
        v_closed := close_messages(v_workspace, v_ids, 8);
    end if;
    if v_closed > 0 then
        return v_closed;
    end if;
    for v_queue in select * from queue where campaign_id = p_campaign and n_queued + n_deferred > 0 loop
        select array_agg(id) into v_ids from (
            select id from message
            where account_id = v_queue.account_id and campaign_id = p_campaign and ordinal >= v_queue.watermark and state in (1, 3)
            order by ordinal limit p_limit) m;
        if v_ids is not null then
            v_closed := v_closed + close_messages(v_workspace, v_ids, 8);
            -- the order is walked up to here, but for what is still under way
            update queue q set watermark = greatest(q.watermark, least(
                (select max(ordinal) + 1 from message where id = any (v_ids)),
                (select min(ordinal) from message m
                 where m.account_id = q.account_id and m.campaign_id = p_campaign and m.ordinal >= q.watermark and m.state = 2)))
            where q.account_id = v_queue.account_id and q.campaign_id = p_campaign;
        end if;
    end loop;
    return v_closed;
end $$;

-- To the front of its account. False when it is under way or over.
create or replace function hurry_message(p_workspace bigint, p_id bigint, p_now timestamptz) returns boolean language plpgsql volatile as $$
declare
    v_message message;
    v_changes message_change[];
begin
    update message m set urgent = true, changed_at = p_now
    where m.id = p_id and m.workspace_id = p_workspace and m.state in (1, 3) returning m.* into v_message;
    if not found then
        return false;
    end if;
    insert into due (message_id, workspace_id, account_id, campaign_id, priority, due_at, kind)
    values (v_message.id, p_workspace, v_message.account_id, v_message.campaign_id, 0, p_now, 'urgent')
    on conflict on constraint due_pkey do update set priority = 0,
        due_at = case when v_message.state = 3 then due.due_at else least(due.due_at, excluded.due_at) end;
    v_changes := array[row (v_message.id, p_workspace, v_message.account_id, v_message.campaign_id, v_message.state, v_message.state,
                            v_message.attempt, null, null)::message_change];
    perform count_changes(v_changes, v_changes);
    return true;
end $$;
