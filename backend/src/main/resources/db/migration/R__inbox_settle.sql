-- Conversations that end by themselves, each with a line. Answers how many.

create or replace function settle_line(p_conversations bigint[], p_now timestamptz, p_code text, p_hours int) returns int
    language plpgsql volatile as $$
begin
    insert into conversation_entry (workspace_id, conversation_id, at, kind, data)
    select workspace_id, id, p_now, 'line', jsonb_build_object('code', p_code, 'params', jsonb_build_object('hours', p_hours::text))
    from conversation where id = any (p_conversations);
    insert into event (workspace_id, type, level, payload)
    select workspace_id, 'changed', 'none', jsonb_build_object('kind', 'conversation', 'id', id)
    from conversation where id = any (p_conversations);
    return coalesce(cardinality(p_conversations), 0);
end $$;

-- Done: what we said last so long ago, and nobody answered; nobody waits, and nothing of it is
-- still to be sent, or did not arrive.
-- Archived: what was done so long ago. Pinned ones stay.
create or replace function settle_conversations(p_now timestamptz, p_most int) returns int language plpgsql volatile as $$
declare
    v_settings inbox_settings;
    v_ids bigint[];
    v_count int := 0;
begin
    for v_settings in select * from inbox_settings order by workspace_id loop
        with idle as (
            select c.id from conversation c
            where c.workspace_id = v_settings.workspace_id and c.state = 'open' and not c.archived and not c.pinned
              and c.merged_into is null and c.waiting_since is null and c.last_kind in ('sent', 'elsewhere')
              and c.last_at <= p_now - make_interval(hours => v_settings.done_after_hours)
              and not exists (select from entry_message em join message m on m.id = em.message_id
                               where em.conversation_id = c.id and m.state <> 4)
            order by c.last_at limit p_most for update skip locked
        ), settled as (
            update conversation c set state = 'done', unread = 0, version = c.version + 1 from idle where c.id = idle.id returning c.id
        )
        select array_agg(id) into v_ids from settled;
        v_count := v_count + settle_line(v_ids, p_now, 'done_by_itself', v_settings.done_after_hours);
        with idle as (
            select c.id from conversation c
            where c.workspace_id = v_settings.workspace_id and c.state = 'done' and not c.archived and not c.pinned
              and c.merged_into is null and c.last_at <= p_now - make_interval(hours => v_settings.archive_after_hours)
              and not exists (select from conversation_entry e
                               where e.conversation_id = c.id and e.kind = 'line' and e.data ->> 'code' in ('done', 'done_by_itself', 'unarchived')
                                 and e.at > p_now - make_interval(hours => v_settings.archive_after_hours))
            order by c.last_at limit p_most for update skip locked
        ), settled as (
            update conversation c set archived = true, version = c.version + 1 from idle where c.id = idle.id returning c.id
        )
        select array_agg(id) into v_ids from settled;
        v_count := v_count + settle_line(v_ids, p_now, 'archived_by_itself', v_settings.archive_after_hours);
    end loop;
    return v_count;
end $$;
