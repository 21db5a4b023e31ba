-- Gives a conversation tags and takes some away; p_exact: every other one too. False where it has them so already.
-- A tag that nobody uses takes the case that it is written in now.
create or replace function tag_conversation(p_workspace bigint, p_conversation bigint, p_add text[], p_remove text[], p_exact boolean)
    returns boolean language plpgsql volatile as $$
declare
    v_more int;
    v_less int;
begin
    insert into inbox_tag as t (workspace_id, name)
    select p_workspace, n from unnest(p_add) n order by lower(n)
    on conflict (workspace_id, lower(name)) do update
        set name = case when exists (select from conversation_tag x where x.tag_id = t.id) then t.name else excluded.name end;
    insert into conversation_tag (conversation_id, tag_id, workspace_id)
    select c.id, t.id, c.workspace_id
      from conversation c join inbox_tag t on t.workspace_id = c.workspace_id and lower(t.name) in (select lower(n) from unnest(p_add) n)
     where c.workspace_id = p_workspace and c.id = p_conversation
    on conflict do nothing;
    get diagnostics v_more = row_count;
    delete from conversation_tag x using inbox_tag t
     where x.conversation_id = p_conversation and x.workspace_id = p_workspace and t.id = x.tag_id
       and case when p_exact then lower(t.name) not in (select lower(n) from unnest(p_add) n)
                else lower(t.name) in (select lower(n) from unnest(p_remove) n) end;
    get diagnostics v_less = row_count;
    return v_more + v_less > 0;
end $$;
