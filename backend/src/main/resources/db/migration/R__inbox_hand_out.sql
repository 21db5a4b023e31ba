-- Conversations that are handed to whoever is online.

-- Those of a team (null: of no team) in which a person waits for an answer to a mail of the last day, the longest wait first.
-- Older mail that was fetched later, bounces and other machines make nobody wait. What a person gave back stays as it is until
-- there is more of it.
create or replace function unassigned_conversations(p_workspace bigint, p_team bigint, p_now timestamptz, p_most int) returns bigint[]
    language sql stable return (
    select array_agg(id) from (
        select c.id from conversation c
          join lateral (select e.id, e.at from conversation_entry e where e.conversation_id = c.id and e.kind = 'received' and e.calls
                        order by e.at desc, e.id desc limit 1) asked on true
         where c.workspace_id = p_workspace and c.team_id is not distinct from p_team
           and c.assignee_id is null and c.state = 'open' and not c.archived and c.merged_into is null and c.waiting_since is not null
           and c.last_at > p_now - interval '24 hours' and asked.at > p_now - interval '24 hours'
           and not exists (select from conversation_entry l where l.conversation_id = c.id and l.kind = 'line'
                              and l.data ->> 'code' = 'unassigned' and l.id > asked.id)
         order by c.waiting_since, c.id limit p_most) waiting);

-- Gives one to a person, with a line.
create or replace function hand_conversation(p_conversation bigint, p_to bigint, p_now timestamptz) returns void
    language plpgsql volatile as $$
begin
    update conversation set assignee_id = p_to, version = version + 1 where id = p_conversation;
    update app_user set given_at = p_now where id = p_to;
    insert into conversation_entry (workspace_id, conversation_id, at, kind, data)
    select c.workspace_id, c.id, p_now, 'line',
           jsonb_build_object('code', 'assigned_by_itself', 'params', jsonb_build_object('to', u.name))
    from conversation c join app_user u on u.id = p_to where c.id = p_conversation;
    insert into event (workspace_id, type, level, payload)
    select workspace_id, 'changed', 'none', jsonb_build_object('kind', 'conversation', 'id', id)
    from conversation where id = p_conversation;
end $$;

-- Each goes to whoever of those online has the fewest open ones, and of these to whoever was handed one the longest ago.
-- People are held first, and those that another node holds are passed over: it is handing out at this moment, or somebody
-- changes them. So nobody waits for anybody here. Answers how many there were.
create or replace function hand_out_conversations(p_now timestamptz, p_online_since timestamptz, p_most int) returns int
    language plpgsql volatile as $$
declare
    v_of record;
    v_waiting bigint[];
    v_people bigint[];
    v_conversation bigint;
    v_to bigint;
    v_count int := 0;
begin
    for v_of in select workspace_id, null::bigint as team_id from inbox_settings where hands_out
                union all select workspace_id, id from team where hands_out order by 1, 2 loop
        v_waiting := unassigned_conversations(v_of.workspace_id, v_of.team_id, p_now, p_most);
        continue when v_waiting is null;
        select array_agg(id) into v_people from (
            select u.id from app_user u join presence p on p.user_id = u.id
             where u.workspace_id = v_of.workspace_id and p.online_at > p_online_since
               and case when v_of.team_id is null then u.role = 'agent'
                   else exists (select from team_member m where m.team_id = v_of.team_id and m.user_id = u.id) end
             for no key update of u skip locked) online;
        continue when v_people is null;
        for v_conversation in
            -- whoever has just taken it over, or is about to, keeps it
            select c.id from unnest(v_waiting) with ordinality w (id, place) join conversation c on c.id = w.id
             where c.team_id is not distinct from v_of.team_id
               and c.assignee_id is null and c.state = 'open' and not c.archived and c.merged_into is null and c.waiting_since is not null
             order by w.place for update of c skip locked loop
            select u.id into v_to from app_user u where u.id = any (v_people)
            order by (select count(*) from conversation o
                       where o.assignee_id = u.id and o.state = 'open' and not o.archived and o.merged_into is null),
                     u.given_at nulls first, u.id limit 1;
            perform hand_conversation(v_conversation, v_to, p_now);
            v_count := v_count + 1;
        end loop;
    end loop;
    return v_count;
end $$;
