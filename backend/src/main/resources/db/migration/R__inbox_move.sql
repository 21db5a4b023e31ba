-- Merging and splitting conversations, and taking that back.

-- What people and mails change of a conversation: undoing needs it as it was left. That somebody reads it changes nothing.
create or replace function conversation_mark(p_conversation bigint) returns jsonb language sql stable as $$
    select jsonb_build_object('state', c.state, 'until', c.snoozed_until, 'archived', c.archived, 'pinned', c.pinned,
               'assignee', c.assignee_id, 'category', c.category, 'team', c.team_id, 'into', c.merged_into,
               'contact', c.contact_id,
               'tags', (select jsonb_agg(x.tag_id order by x.tag_id) from conversation_tag x where x.conversation_id = c.id),
               'entries', (select jsonb_build_array(count(*), max(e.id)) from conversation_entry e where e.conversation_id = c.id))
    from conversation c where c.id = p_conversation;
$$;

create or replace function conversation_marks(p_conversations bigint[]) returns jsonb language sql stable as $$
    select jsonb_object_agg(one.id, conversation_mark(one.id)) from unnest(p_conversations) one (id);
$$;

create or replace function conversation_tags(p_conversation bigint) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(x.tag_id), '[]') from conversation_tag x where x.conversation_id = p_conversation;
$$;

create or replace function conversation_drafts(p_conversations bigint[]) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(to_jsonb(d)), '[]') from conversation_draft d where conversation_id = any (p_conversations);
$$;

-- In one order, so that two who do the same never wait for each other.
create or replace function lock_conversations(p_conversations bigint[]) returns void language plpgsql volatile as $$
begin
    perform 1 from conversation where id = any (p_conversations) order by id for update;
end $$;

-- The entries of the other conversations, their messages and what people have begun to write go into p_kept. What the merged one is
-- then: open where one of them was; unread what was unread; somebody waits since the earliest; its own assignee, team, category,
-- contact and campaign, or where it has none those of the newest other; all of their tags. The refusal 'merged': one of them went elsewhere meanwhile.
create or replace function merge_conversations(
    p_kept bigint, p_others bigint[], p_user bigint, p_author text, p_now timestamptz, out refusal text, out move_id bigint)
    language plpgsql volatile as $$
declare
    v_all bigint[] := p_others || p_kept;
    v_before jsonb;
    v_sum record;
    v_lines bigint[] := '{}';
    v_other conversation;
    v_kept conversation;
begin
    perform lock_conversations(v_all);
    if exists (select from conversation where id = any (v_all) and merged_into is not null) then
        refusal := 'merged';
        return;
    end if;
    select * into v_kept from conversation where id = p_kept;
    v_before := jsonb_build_object(
        'conversations', (select jsonb_agg(to_jsonb(c)) from conversation c where id = any (v_all)),
        'entries', (select jsonb_agg(jsonb_build_array(id, conversation_id)) from conversation_entry where conversation_id = any (p_others)),
        'tags', conversation_tags(p_kept),
        'drafts', conversation_drafts(v_all));
    select case when bool_or(state = 'open') then 'open' when bool_or(state = 'snoozed') then 'snoozed' else 'done' end as state,
           case when not bool_or(state = 'open') then min(snoozed_until) end as until,
           bool_and(archived) as archived, bool_or(pinned) as pinned, bool_or(attachment) as attachment, sum(unread)::int as unread,
           min(waiting_since) as waiting,
           (array_agg(assignee_id order by last_at desc) filter (where assignee_id is not null))[1] as assignee,
           (array_agg(category order by last_at desc) filter (where category is not null))[1] as category,
           (array_agg(contact_id order by last_at desc) filter (where contact_id is not null))[1] as contact,
           (array_agg(campaign_id order by last_at desc) filter (where campaign_id is not null))[1] as campaign,
           (array_agg(team_id order by last_at desc) filter (where team_id is not null))[1] as team
    into v_sum from conversation where id = any (v_all);

    update conversation_entry set conversation_id = p_kept where conversation_id = any (p_others);
    update entry_message set conversation_id = p_kept where conversation_id = any (p_others);
    perform join_drafts(p_kept, p_others);
    insert into conversation_tag (conversation_id, tag_id, workspace_id)
    select distinct p_kept, x.tag_id, x.workspace_id from conversation_tag x where x.conversation_id = any (p_others)
    on conflict do nothing;
    perform refresh_conversation(p_kept);
    update conversation set state = v_sum.state, snoozed_until = v_sum.until, archived = v_sum.archived, pinned = v_sum.pinned,
        attachment = v_sum.attachment, unread = v_sum.unread, waiting_since = v_sum.waiting,
        assignee_id = coalesce(assignee_id, v_sum.assignee), category = coalesce(category, v_sum.category),
        contact_id = coalesce(contact_id, v_sum.contact), campaign_id = coalesce(campaign_id, v_sum.campaign),
        team_id = coalesce(team_id, v_sum.team)
    where id = p_kept;
    for v_other in select * from conversation where id = any (p_others) order by id loop
        v_lines := v_lines
            || move_line(p_kept, 'merged', v_other.id, v_other.subject, p_user, p_author, p_now)
            || move_line(v_other.id, 'merged_into', p_kept, v_kept.subject, p_user, p_author, p_now);
    end loop;
    update conversation set version = version + 1, merged_into = p_kept, state = 'done', snoozed_until = null, pinned = false, unread = 0,
        waiting_since = null
    where id = any (p_others);
    move_id := keep_move(p_kept, p_others, p_user, p_now, v_before, v_lines);
end $$;

-- An entry and the later ones become a conversation of their own: as open as the one that they leave, with its assignee, team, tags and
-- campaign, and of what was unread the newest. The refusal 'first': nothing would be left behind; 'gone': there is no such entry any more.
create or replace function split_conversation(
    p_from bigint, p_entry bigint, p_subject text, p_subject_key text, p_name text, p_address text, p_user bigint, p_author text,
    p_now timestamptz, out refusal text, out move_id bigint, out new_id bigint) language plpgsql volatile as $$
declare
    v_from conversation;
    v_entry conversation_entry;
    v_before jsonb;
    v_moved bigint[];
    v_new bigint;
    v_unread int;
    v_lines bigint[];
begin
    perform lock_conversations(array[p_from]);
    select * into v_from from conversation where id = p_from;
    select * into v_entry from conversation_entry e where e.id = p_entry and e.conversation_id = p_from and e.kind <> 'line';
    if not found then
        refusal := 'gone';
        return;
    end if;
    if not exists (select from conversation_entry e
                   where e.conversation_id = p_from and e.kind <> 'line' and (e.at, e.id) < (v_entry.at, v_entry.id)) then
        refusal := 'first';
        return;
    end if;
    select array_agg(e.id) into v_moved from conversation_entry e
    where e.conversation_id = p_from and (e.at, e.id) >= (v_entry.at, v_entry.id);
    v_before := jsonb_build_object(
        'conversations', jsonb_build_array(to_jsonb(v_from)),
        'entries', (select jsonb_agg(jsonb_build_array(moved.id, p_from)) from unnest(v_moved) moved (id)),
        'data', jsonb_build_array(v_entry.id, v_entry.data),
        'drafts', conversation_drafts(array[p_from]));
    insert into conversation (workspace_id, account_id, contact_id, campaign_id, subject, subject_key, person_name, person_address, state,
        archived, assignee_id, team_id, snoozed_until, last_at, created_at)
    values (v_from.workspace_id, v_from.account_id,
        case when lower(p_address) = lower(v_from.person_address) then v_from.contact_id
             else (select c.id from contact c where c.workspace_id = v_from.workspace_id and lower(c.email) = lower(p_address)) end,
        v_from.campaign_id, p_subject, p_subject_key, p_name, p_address, v_from.state, v_from.archived, v_from.assignee_id, v_from.team_id,
        v_from.snoozed_until, v_entry.at, p_now)
    returning id into v_new;
    insert into conversation_tag (conversation_id, tag_id, workspace_id)
    select v_new, x.tag_id, x.workspace_id from conversation_tag x where x.conversation_id = p_from;
    update conversation_entry e set conversation_id = v_new where e.id = any (v_moved);
    update entry_message m set conversation_id = v_new where m.entry_id = any (v_moved);
    -- a person has decided where it belongs
    update conversation_entry e set data = data - array['how', 'confidence', 'newSubject'] where e.id = v_entry.id;
    select least(v_from.unread, count(*)) into v_unread from conversation_entry e where e.conversation_id = v_new and e.calls;
    perform refresh_conversation(p_from), refresh_conversation(v_new);
    update conversation c set attachment = has_files(c.id),
        unread = case c.id when v_new then v_unread else v_from.unread - v_unread end
    where c.id in (p_from, v_new);
    v_lines := array[move_line(p_from, 'split_off', v_new, p_subject, p_user, p_author, p_now),
                     move_line(v_new, 'split_from', p_from, v_from.subject, p_user, p_author, p_now)];
    move_id := keep_move(p_from, array[v_new], p_user, p_now, v_before, v_lines);
    new_id := v_new;
end $$;

-- As if nothing had happened. A conversation that was split off leads to where its entries came from. Answers all conversations that it
-- was about, the one that keeps its place first; nothing where it is over, or something else was changed since.
create or replace function undo_move(p_workspace bigint, p_move bigint) returns bigint[] language plpgsql volatile as $$
declare
    v_move conversation_move;
    v_all bigint[];
    v_unread int;
begin
    select * into v_move from conversation_move where id = p_move and workspace_id = p_workspace for update;
    if not found then
        return null;
    end if;
    v_all := v_move.conversation_id || v_move.others;
    perform lock_conversations(v_all);
    if v_move.after -> 'marks' <> conversation_marks(v_all) then
        return null;
    end if;
    select sum(unread) into v_unread from conversation where id = any (v_all);
    delete from conversation_entry where id in (select line.id::bigint from jsonb_array_elements_text(v_move.after -> 'lines') line (id));
    update conversation_entry e set conversation_id = (moved.pair ->> 1)::bigint
    from jsonb_array_elements(v_move.before -> 'entries') moved (pair) where e.id = (moved.pair ->> 0)::bigint;
    update entry_message m set conversation_id = e.conversation_id from conversation_entry e
    where e.id = m.entry_id and m.conversation_id = any (v_all) and m.conversation_id <> e.conversation_id;
    update conversation_entry e set data = v_move.before -> 'data' -> 1 where e.id = (v_move.before -> 'data' ->> 0)::bigint;
    delete from conversation_tag x where x.conversation_id = v_move.conversation_id and v_move.before ? 'tags'
        and not v_move.before -> 'tags' @> to_jsonb(x.tag_id);
    perform restore_drafts(v_move);
    perform refresh_conversation(one.id) from unnest(v_all) one (id);
    update conversation c set state = b.state, snoozed_until = b.snoozed_until, archived = b.archived, pinned = b.pinned,
        attachment = b.attachment, assignee_id = b.assignee_id, category = b.category, contact_id = b.contact_id,
        campaign_id = b.campaign_id, team_id = b.team_id, waiting_since = b.waiting_since, merged_into = null, unread = least(b.unread, v_unread)
    from jsonb_populate_recordset(null::conversation, v_move.before -> 'conversations') b where c.id = b.id;
    update conversation c set merged_into = v_move.conversation_id, state = 'done', snoozed_until = null, unread = 0, waiting_since = null
    where c.id = any (v_move.others) and not exists (select from conversation_entry e where e.conversation_id = c.id);
    delete from conversation_move where id = p_move;
    return v_all;
end $$;

create or replace function keep_move(
    p_conversation bigint, p_others bigint[], p_user bigint, p_now timestamptz, p_before jsonb, p_lines bigint[])
    returns bigint language plpgsql volatile as $$
declare
    v_id bigint;
begin
    delete from conversation_move where made_at < p_now - interval '1 day';
    insert into conversation_move (workspace_id, conversation_id, others, made_by, made_at, before, after)
    select workspace_id, id, p_others, p_user, p_now, p_before,
           jsonb_build_object('marks', conversation_marks(p_conversation || p_others), 'lines', to_jsonb(p_lines),
               'drafts', conversation_drafts(array[p_conversation]))
    from conversation where id = p_conversation
    returning id into v_id;
    return v_id;
end $$;

create or replace function move_line(
    p_conversation bigint, p_code text, p_other bigint, p_subject text, p_user bigint, p_author text, p_now timestamptz)
    returns bigint language sql volatile as $$
    select add_entry(p_conversation, p_now, 'line', null, p_user, p_author, '',
        jsonb_build_object('code', p_code, 'params', jsonb_build_object('conversation', p_other, 'subject', p_subject)), '', '', false, false);
$$;

-- Whoever has begun an answer in several has one with all of their words, without their formatting.
create or replace function join_drafts(p_kept bigint, p_others bigint[]) returns void language plpgsql volatile as $$
begin
    insert into conversation_draft as d (conversation_id, user_id, workspace_id, content, updated_at)
    select p_kept, user_id, min(workspace_id),
           case count(*) when 1 then (array_agg(content))[1] else (array_agg(content order by updated_at desc))[1] - 'html'
               || jsonb_build_object('files', coalesce(jsonb_path_query_array(jsonb_agg(content), '$[*].files[*]'), '[]')) end
               || jsonb_build_object('text', string_agg(content ->> 'text', E'\n\n' order by updated_at)),
           max(updated_at)
    from conversation_draft where conversation_id = any (p_others) group by user_id
    on conflict (conversation_id, user_id) do update set
        content = d.content - 'html' || jsonb_build_object(
            'text', (d.content ->> 'text') || E'\n\n' || (excluded.content ->> 'text'),
            'files', coalesce(d.content -> 'files', '[]') || coalesce(excluded.content -> 'files', '[]')),
        updated_at = greatest(d.updated_at, excluded.updated_at);
    delete from conversation_draft where conversation_id = any (p_others);
end $$;

-- What was written since stays where it is.
create or replace function restore_drafts(p_move conversation_move) returns void language plpgsql volatile as $$
begin
    perform join_drafts(p_move.conversation_id, p_move.others);
    delete from conversation_draft d
    using jsonb_populate_recordset(null::conversation_draft, p_move.after -> 'drafts') a
    where d.conversation_id = p_move.conversation_id and d.user_id = a.user_id and d.content = a.content;
    insert into conversation_draft
    select b.* from jsonb_populate_recordset(null::conversation_draft, p_move.before -> 'drafts') b join app_user u on u.id = b.user_id
    on conflict do nothing;
end $$;

create or replace function has_files(p_conversation bigint) returns boolean language sql stable as $$
    select exists (
        select from conversation_entry e left join mail_content c on c.mail_id = e.mail_id
        where e.conversation_id = p_conversation
          and (jsonb_path_exists(c.parts, '$[*] ? (@.inline == false)') or jsonb_array_length(coalesce(e.data -> 'attachments', '[]')) > 0));
$$;
