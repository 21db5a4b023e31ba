-- The flush: intents and outcomes of all connections of a node in one commit. It has no timer: one flush is in flight per node, and
-- what arrives meanwhile is the next group.

-- Every stop (worker off, pause, cancel, suppression, takeover, fence) commits its fact and then passes this lock alone; every flush
-- holds it shared. After the stop has passed, each older intent is committed and each newer one sees the fact.
create or replace function gate() returns bigint language sql immutable return 730500100;

-- p_told: the changes that are worth telling, in the order in which they came about.
create or replace function count_changes(p_changes message_change[], p_told message_change[]) returns void language plpgsql volatile as $$
begin
    with delta as (
        select account_id, campaign_id,
               sum((now = 1)::int - (was = 1)::int) d1, sum((now = 2)::int - (was = 2)::int) d2,
               sum((now = 3)::int - (was = 3)::int) d3, sum((now = 4)::int - (was = 4)::int) d4,
               sum((now = 5)::int - (was = 5)::int) d5, sum((now = 6)::int - (was = 6)::int) d6,
               sum((now = 7)::int - (was = 7)::int) d7, sum((now = 8)::int - (was = 8)::int) d8,
               sum((now = 9)::int - (was = 9)::int) d9, sum((now = 10)::int - (was = 10)::int) d10
        from unnest(p_changes) group by account_id, campaign_id
    ), counted as (
        update queue q set
            n_queued = n_queued + d1, n_sending = n_sending + d2, n_deferred = n_deferred + d3, n_accepted = n_accepted + d4,
            n_rejected = n_rejected + d5, n_uncertain = n_uncertain + d6, n_suppressed = n_suppressed + d7,
            n_cancelled = n_cancelled + d8, n_expired = n_expired + d9, n_failed = n_failed + d10
        from delta d where q.account_id = d.account_id and q.campaign_id = d.campaign_id
        returning q.*
    )
    insert into event (workspace_id, type, level, account_id, campaign_id, payload)
    select q.workspace_id, 'outbox', 'none', q.account_id, nullif(q.campaign_id, 0), jsonb_build_object(
        'states', jsonb_build_array(n_queued, n_sending, n_deferred, n_accepted, n_rejected, n_uncertain, n_suppressed,
                                    n_cancelled, n_expired, n_failed),
        'rows', t.rows)
    from counted q cross join lateral (
        select jsonb_agg(jsonb_build_array(c.id, c.now, c.attempt, c.next_at, c.code)) as rows from (
            select * from unnest(p_told) with ordinality u
            where u.account_id = q.account_id and u.campaign_id = q.campaign_id order by u.ordinality desc limit 20) c) t
    where t.rows is not null;
end $$;

-- Intents: may this message leave now? GRANTED, or the reason why not. A message is refused for what is true behind the gate. What is
-- missing in the answer is locked by somebody.
create or replace function flush_intents(p_node bigint, i_message bigint[], i_attempt int[], i_fence bigint[], i_first timestamptz[])
    returns intent_verdict[] language plpgsql volatile as $$
declare
    v_leased boolean;
    v_sending boolean;
    v_verdicts intent_verdict[];
    v_suppressed boolean;
begin
    select lease_until > clock_timestamp() into v_leased from node where id = p_node;
    select sending = 'ON' into v_sending from instance;

    with locked as (
        select m.id, m.workspace_id, m.account_id, m.campaign_id, m.address_hash, m.state, m.attempt,
               w.attempt as expected, w.fence, w.first_at
        from unnest(i_message, i_attempt, i_fence, i_first) as w (id, attempt, fence, first_at) join message m on m.id = w.id
        order by m.id for update of m skip locked
    ), judged as materialized (
        select l.id, l.first_at,
               case
                   when l.attempt <> l.expected or l.state not in (1, 3) then 'STATE'
                   when not coalesce(v_leased, false) then 'LEASE'
                   -- looked up by their keys alone: EXISTS may be planned as a hash of a whole table, a condition as another index
                   when (select o.node_id = p_node and o.fence = l.fence from account_owner o where o.account_id = l.account_id)
                       is distinct from true then 'FENCE'
                   when not coalesce(v_sending, false) then 'INSTANCE'
                   when (select a.active and a.wanted = 'ON' and a.blocked_reason is null and a.deleted_at is null
                         from account a where a.id = l.account_id) is distinct from true then 'WORKER'
                   when l.campaign_id > 0 and (select d.state = 'OPEN' from dispatch d where d.campaign_id = l.campaign_id)
                       is distinct from true then 'CAMPAIGN'
                   when (select true from suppression s
                         where s.workspace_id = l.workspace_id and s.address_hash = l.address_hash limit 1) then 'SUPPRESSED'
                   else 'GRANTED'
               end as verdict
        from locked l
    ), changed as (
        update message m set
            state = case j.verdict when 'GRANTED' then 2 else 7 end,
            attempt = m.attempt + 1,
            first_at = coalesce(m.first_at, j.first_at),
            changed_at = clock_timestamp()
        from judged j where m.id = j.id and j.verdict in ('GRANTED', 'SUPPRESSED')
        returning m.id, j.verdict,
            row (m.id, m.workspace_id, m.account_id, m.campaign_id, old.state, new.state, new.attempt, null, null)::message_change as change
    ), answered as (
        select id, verdict, change from changed
        union all
        select id, verdict, null from judged where verdict not in ('GRANTED', 'SUPPRESSED')
    )
    select array_agg(row (id, verdict, change)::intent_verdict), bool_or(verdict = 'SUPPRESSED') into v_verdicts, v_suppressed
    from answered;

    if v_suppressed then
        with gone as (
            select (v.change).* from unnest(v_verdicts) v where v.verdict = 'SUPPRESSED'
        ), freed as (
            delete from due d using gone g where d.message_id = g.id
        ), listed as (
            insert into trouble (message_id, workspace_id, account_id, campaign_id, state)
            select id, workspace_id, account_id, campaign_id, now from gone
            on conflict on constraint trouble_pkey do update set state = excluded.state
        )
        insert into attempt (workspace_id, account_id, campaign_id, message_id, attempt, outcome, phase, reason, ended_at)
        select workspace_id, account_id, campaign_id, id, attempt, now, 0, 'suppressed', clock_timestamp() from gone;
    end if;
    return v_verdicts;
end $$;

-- Outcomes: keyed by (message, attempt). They turn `sending` or `uncertain` into the truth, whoever writes them, once; also where
-- somebody has decided about the uncertainty meanwhile and nothing has left since. An attempt number means one attempt only to those
-- who know that its intent was committed; who does not know gives the fence that it asked with: if the account has moved since, the
-- number may be the new owner's, and the outcome is nothing.
-- State 1 gives a message back: nothing of it left, the attempt does not count. The caller has locked the messages.
create or replace function flush_outcomes(
    o_message bigint[], o_attempt int[], o_fence bigint[], o_state int[], o_phase int[], o_code int[], o_reason text[], o_enhanced text[],
    o_reply text[], o_started timestamptz[], o_ended timestamptz[], o_next timestamptz[])
    returns message_change[] language plpgsql volatile as $$
declare
    v_changes message_change[];
    v_told told_outcome[]; -- what was not simply accepted
begin
    with o as (
        select * from unnest(o_message, o_attempt, o_fence, o_state, o_phase, o_code, o_reason, o_enhanced, o_reply, o_started, o_ended, o_next)
            as u (id, attempt, fence, state, phase, code, reason, enhanced, reply, started_at, ended_at, next_at)
    ), changed as (
        update message m set
            state = o.state, reply_code = coalesce(nullif(o.code, 0), m.reply_code), changed_at = o.ended_at,
            deferrals = m.deferrals + (o.state = 3)::int
        from o
        where m.id = o.id and m.attempt = o.attempt
          and (m.state = 2
               or (o.state in (3, 4, 5, 9, 10) and (
                   m.state = 6
                   or (m.state = 4 and m.reply_code is null)
                   or (m.state = 1 and exists (select from due d where d.message_id = m.id and d.kind = 'again')))))
          and (o.fence is null or o.fence = (select w.fence from account_owner w where w.account_id = m.account_id))
        returning m.id, m.workspace_id, m.account_id, m.campaign_id, m.address_hash, old.state as was, new.state as now, new.attempt,
            o.next_at, m.urgent, o.phase, nullif(o.code, 0) as code, o.reason, o.enhanced, o.reply, o.started_at, o.ended_at
    ), noted as (
        insert into attempt (workspace_id, account_id, campaign_id, message_id, attempt, outcome, phase, code, reason, enhanced, reply,
                             next_at, started_at, ended_at)
        select workspace_id, account_id, campaign_id, id, attempt, now, phase, code, reason, enhanced, reply, next_at, started_at, ended_at
        from changed
    ), freed as (
        delete from due d using changed c where d.message_id = c.id and c.now not in (1, 3)
    ), forgiven as (
        -- the rule is at count_strikes; what another flush deletes just now needs nobody to wait for it
        delete from strike s using (
            select k.ctid as place from changed c join strike k
                on k.workspace_id = c.workspace_id and k.address_hash = c.address_hash
                and k.day <= (c.ended_at at time zone 'UTC')::date
            where c.now = 4 for update of k skip locked) f
        where s.ctid = f.place
    ), told as (
        select row (id, workspace_id, account_id, campaign_id, was, now, attempt, next_at, code)::message_change as change, c.*
        from changed c
    )
    select array_agg(change),
           array_agg(row (change, urgent, reason, enhanced, reply, ended_at)::told_outcome) filter (where now <> 4 or was <> 2)
    into v_changes, v_told from told;
    if v_told is null then
        return v_changes;
    end if;

    with told as (
        select (n.change).*, n.urgent, n.reason, n.enhanced, n.reply, n.ended_at from unnest(v_told) n
    ), waits as (
        insert into due (message_id, workspace_id, account_id, campaign_id, priority, due_at, kind)
        select id, workspace_id, account_id, campaign_id,
               case when urgent then 0 when campaign_id = 0 then 1 else 5 end,
               coalesce(next_at, ended_at), case now when 3 then 'retry' else 'requeue' end
        from told where now in (1, 3)
        on conflict on constraint due_pkey do update set due_at = excluded.due_at, kind = excluded.kind
    ), listed as (
        insert into trouble (message_id, workspace_id, account_id, campaign_id, state)
        select id, workspace_id, account_id, campaign_id, now from told where now in (5, 6, 9, 10)
        on conflict on constraint trouble_pkey do update set state = excluded.state, basis = null
    ), resolved as (
        delete from trouble r using told t where r.message_id = t.id and t.was in (4, 6) and t.now in (3, 4)
    ), banned as (
        insert into suppression (workspace_id, address_hash, email, reason, note, campaign_id, message_id, since)
        select t.workspace_id, m.address_hash, i.address, 'hard_bounce', t.reply, nullif(t.campaign_id, 0), t.id, t.ended_at
        from told t join message m on m.id = t.id join message_input i on i.message_id = t.id
        where t.now = 5 and t.reason = 'hard_bounce'
        on conflict do nothing
    )
    insert into event (workspace_id, type, level, account_id, campaign_id, message_id, payload)
    select t.workspace_id,
           case t.now when 5 then 'message_rejected' when 6 then 'message_uncertain' when 3 then 'message_deferred'
                      when 9 then 'message_expired' else 'message_failed' end,
           -- a server that does not understand us is our bug: an alert
           case when t.now = 3 then 'info' when t.now = 10 and t.reason = 'protocol' then 'error' else 'warn' end,
           t.account_id, nullif(t.campaign_id, 0), t.id,
           jsonb_strip_nulls(jsonb_build_object('to', i.address, 'code', t.code, 'enhanced', t.enhanced, 'reason', t.reason,
                                                'detail', t.reply, 'nextAt', t.next_at))
    from told t join message_input i on i.message_id = t.id where t.now in (3, 5, 6, 9, 10);
    perform note_refusals(v_changes, v_told);
    return v_changes;
end $$;

-- One commit for all: the gate, the intents, the outcomes, how far the orders were walked. Intents come first, so that a message
-- whose envelope was refused takes its attempt and its outcome in one flush. Rows are locked in one order everywhere: messages, then
-- queues.
create or replace function flush(
    p_node bigint, p_session int,
    i_message bigint[], i_attempt int[], i_fence bigint[], i_first timestamptz[],
    o_message bigint[], o_attempt int[], o_fence bigint[], o_state int[], o_phase int[], o_code int[], o_reason text[], o_enhanced text[],
    o_reply text[], o_started timestamptz[], o_ended timestamptz[], o_next timestamptz[],
    w_account bigint[], w_campaign bigint[], w_fence bigint[], w_value bigint[])
    returns table (message_id bigint, verdict text) language plpgsql volatile
    -- Planning took half of a small flush's time. So one plan for ever: row by row through the indexes, whatever the size that the
    -- tables had when it was made.
    set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
    set random_page_cost = 1
as $$
declare
    v_verdicts intent_verdict[];
    v_intents message_change[];
    v_outcomes message_change[];
begin
    perform pg_advisory_xact_lock_shared(gate());
    perform set_config('synchronous_commit', 'on', true);
    update node set flush_no = flush_no + 1 where id = p_node and session = p_session;
    if not found then
        -- the client has given this connection up, told its messages so and gone on with another one
        raise exception 'flush of a connection that was given up' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if cardinality(o_message) > 0 then
        perform 1 from message m where m.id = any (o_message) order by m.id for update;
    end if;
    if cardinality(i_message) > 0 then
        v_verdicts := flush_intents(p_node, i_message, i_attempt, i_fence, i_first);
        select array_agg(v.change) into v_intents from unnest(v_verdicts) v where v.verdict in ('GRANTED', 'SUPPRESSED');
        return query select v.id, v.verdict from unnest(v_verdicts) v;
    end if;
    if cardinality(o_message) > 0 then
        v_outcomes := flush_outcomes(
            o_message, o_attempt, o_fence, o_state, o_phase, o_code, o_reason, o_enhanced, o_reply, o_started, o_ended, o_next);
    end if;
    if v_intents is not null or v_outcomes is not null then
        perform count_changes(
            v_intents || v_outcomes,
            -- `sending` is told only when there is time to see it
            case when cardinality(i_message) <= 8 then v_intents || v_outcomes else v_outcomes end);
    end if;
    if cardinality(w_account) > 0 then
        update queue q set watermark = greatest(q.watermark, w.value)
        from unnest(w_account, w_campaign, w_fence, w_value) as w (account_id, campaign_id, fence, value), account_owner o
        where q.account_id = w.account_id and q.campaign_id = w.campaign_id
          and o.account_id = q.account_id and o.node_id = p_node and o.fence = w.fence;
    end if;
end $$;

-- Times travel as texts: a function that made them of numbers took a tenth of a small flush.
drop function if exists to_times(bigint[]);
