-- Tells conversations of what people wrote there and what was never sent: a line, and it waits for somebody again. Conversations that
-- somebody holds are passed over until the next time. Automatic answers call nobody. Answers how many.
create or replace function tell_unsent(p_now timestamptz, p_most int) returns int language plpgsql volatile as $$
declare
    v_conversations bigint[];
    v_ended record;
    v_count int := 0;
begin
    select array_agg(id) into v_conversations from (
        select c.id from conversation c
        where c.id in (select em.conversation_id from entry_message em join message m on m.id = em.message_id
                        where not em.told and m.state in (4, 5, 7, 8, 9, 10) limit p_most)
        order by c.id for no key update skip locked) held;
    for v_ended in
        update entry_message em set told = true from message m, message_input i, conversation_entry e
        where em.conversation_id = any (v_conversations) and not em.told and m.id = em.message_id and m.state in (4, 5, 7, 8, 9, 10)
          and i.message_id = m.id and e.id = em.entry_id
        returning em.conversation_id, em.workspace_id, i.address, e.data -> 'automatic' is not null as is_automatic,
                  case m.state when 5 then 'rejected' when 7 then 'suppressed' when 9 then 'expired' when 10 then 'failed' end as reason
    loop
        continue when v_ended.reason is null or v_ended.is_automatic;
        perform add_entry(v_ended.conversation_id, p_now, 'line', null, null, '', '',
            jsonb_build_object('code', 'not_sent', 'params', jsonb_build_object('to', v_ended.address, 'reason', v_ended.reason)),
            '', '', true, false);
        insert into event (workspace_id, type, level, payload)
        values (v_ended.workspace_id, 'changed', 'none', jsonb_build_object('kind', 'conversation', 'id', v_ended.conversation_id));
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;
