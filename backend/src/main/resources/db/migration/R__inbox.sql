-- What the inbox stores, each in one go.

-- The account is still worked for by whoever asks; nobody takes it over before this transaction ends.
create or replace function hold_account(p_account bigint, p_fence bigint) returns boolean language plpgsql volatile as $$
begin
    perform 1 from account_owner where account_id = p_account and fence = p_fence for share;
    return found;
end $$;

-- A mail and where it lies. Octets that are there already are the same mail: is_new is false, whatever became of it. But what lay in the Sent
-- folder alone, is no message of ours and in no conversation arrives with its place in the inbox: to some servers a mail to oneself is one
-- mail in both folders.
create or replace function store_mail(
    p_workspace bigint, p_account bigint, p_mailbox bigint, p_validity bigint, p_uid bigint, p_sha256 bytea, p_header_sha256 bytea,
    p_octets bytea, p_internet_id bytea, p_received_at timestamptz, p_baseline boolean, p_role text)
    returns table (mail_id bigint, is_new boolean) language plpgsql volatile as $$
begin
    insert into mail as m (workspace_id, account_id, sha256, header_sha256, size, internet_id, received_at, baseline, role)
    values (p_workspace, p_account, p_sha256, p_header_sha256, octet_length(p_octets), p_internet_id, p_received_at, p_baseline, p_role)
    on conflict do nothing returning m.id into mail_id;
    is_new := found;
    if is_new then
        insert into blob (workspace_id, sha256, octets) values (p_workspace, p_sha256, p_octets)
        on conflict (workspace_id, sha256) do update set created_at = excluded.created_at;
    else
        select m.id into mail_id from mail m where m.account_id = p_account and m.sha256 = p_sha256;
        update mail m set role = p_role, received_at = p_received_at, baseline = p_baseline
        where m.id = mail_id and m.role = 'sent' and p_role = 'inbox'
          and m.deleted_at is null and m.message_id is null and m.copy_of is null
          and not exists (select from conversation_entry e where e.mail_id = m.id);
        is_new := found;
        -- it is read once more
        delete from mail_content c where is_new and c.mail_id = store_mail.mail_id;
    end if;
    insert into mailbox_copy as c (mailbox_id, uid_validity, uid, workspace_id, mail_id)
    values (p_mailbox, p_validity, p_uid, p_workspace, mail_id)
    on conflict on constraint mailbox_copy_pkey do update set mail_id = excluded.mail_id;
    return next;
end $$;

-- Where a conversation is now that was merged into another, and that maybe into a third.
create or replace function kept_conversation(p_conversation bigint) returns bigint language plpgsql stable as $$
declare
    v_id bigint := p_conversation;
    v_into bigint;
begin
    loop
        select merged_into into v_into from conversation where id = v_id;
        exit when v_into is null;
        v_id := v_into;
    end loop;
    return v_id;
end $$;

-- What an entry is found by. An address is one word to PostgreSQL: its parts stand before it, in their order, so that a domain or half an
-- address is found too (ConversationQuery).
create or replace function search_words(p_words text) returns tsvector language sql immutable return (
    select to_tsvector('simple', coalesce(string_agg(translate(found.address[1], '@.+_-', '     '), ' '), ''))
           || to_tsvector('simple', left(p_words, 200000))
    from regexp_matches(left(p_words, 50000), '[^\s<>"(),;:@]+@[^\s<>"(),;:@]+', 'g') as found (address));

-- One more entry, and what it makes of its conversation. p_calls: it wants a person's attention. An automatic answer is none: whoever wrote
-- still waits, and what they wrote stays in sight.
create or replace function add_entry(
    p_conversation bigint, p_at timestamptz, p_kind text, p_mail bigint, p_author_id bigint, p_author text, p_body text, p_data jsonb,
    p_words text, p_snippet text, p_calls boolean, p_attachment boolean) returns bigint language plpgsql volatile as $$
declare
    v_conversation bigint := p_conversation;
    v_into bigint;
    v_id bigint;
    v_automatic boolean := p_data -> 'automatic' is not null;
begin
    loop
        -- whoever merges it at this moment comes first
        select merged_into into v_into from conversation where id = v_conversation for no key update;
        exit when v_into is null;
        v_conversation := v_into;
    end loop;
    insert into conversation_entry (workspace_id, conversation_id, at, kind, mail_id, author_id, author, body, snippet, calls, data, search)
    select workspace_id, id, p_at, p_kind, p_mail, p_author_id, p_author, p_body, p_snippet, p_calls, p_data,
           search_words(p_words)
    from conversation where id = v_conversation
    on conflict do nothing returning id into v_id;
    if v_id is null then
        return null;
    end if;
    update conversation c set
        version = c.version + 1,
        unread = c.unread + case when p_calls then 1 else 0 end,
        attachment = c.attachment or p_attachment,
        state = case when p_calls then 'open' else c.state end,
        snoozed_until = case when p_calls then null else c.snoozed_until end,
        archived = c.archived and not p_calls,
        waiting_since = case when p_kind in ('sent', 'elsewhere') and p_data -> 'forward' is null and not v_automatic and p_at >= c.last_at then null
                             when p_calls then coalesce(c.waiting_since, p_at) else c.waiting_since end,
        snippet = case when p_kind <> 'line' and not v_automatic and p_at >= c.last_at then p_snippet else c.snippet end,
        last_kind = case when p_kind <> 'line' and not v_automatic and p_at >= c.last_at then p_kind else c.last_kind end,
        last_at = case when p_kind <> 'line' and not v_automatic then greatest(c.last_at, p_at) else c.last_at end
    where c.id = v_conversation;
    return v_id;
end $$;

-- The conversation that an answer to our message goes to, if there is one. Whoever is about to begin it comes first.
create or replace function conversation_of_message(p_workspace bigint, p_message bigint) returns bigint language plpgsql volatile as $$
declare
    v_conversation bigint;
begin
    select conversation_id into v_conversation from entry_message where workspace_id = p_workspace and message_id = p_message;
    if v_conversation is null then
        perform pg_advisory_xact_lock(hashtextextended('answers to message ' || p_message, 0));
        select conversation_id into v_conversation from entry_message where workspace_id = p_workspace and message_id = p_message;
    end if;
    return v_conversation;
end $$;

-- Whether a mail is in a conversation already, as one with the same Message-ID and writer: then it is noted as its copy. It came to another
-- account too; or it lies in a Sent folder and in an inbox, of the same account or of a colleague's. That one is what we sent, wherever it
-- was found first; what the other side writes from an account of ours is its own all the same.
create or replace function note_copy(p_conversation bigint, p_mail bigint) returns boolean language plpgsql volatile as $$
declare
    v_conversation bigint := p_conversation;
    v_into bigint;
    v_copy record;
begin
    loop
        -- whoever adds the other one at this moment comes first
        select merged_into into v_into from conversation where id = v_conversation for no key update;
        exit when v_into is null;
        v_conversation := v_into;
    end loop;
    select e.id, e.kind, e.calls, o.id as original, m.role into v_copy
    from mail m join mail_content c on c.mail_id = m.id join conversation v on v.id = v_conversation
    join conversation_entry e on e.conversation_id = v.id join mail o on o.id = e.mail_id join mail_content d on d.mail_id = o.id
    where m.id = p_mail and o.id <> m.id and o.internet_id = m.internet_id and lower(d.from_address) = lower(c.from_address)
      and case when o.role = m.role
               -- careless programs give one Message-ID to several mails
               then o.account_id <> m.account_id and d.sent_at is not distinct from c.sent_at
               else o.account_id = m.account_id or lower(c.from_address) <> lower(v.person_address) end
    order by e.at limit 1;
    if not found then
        return false;
    end if;
    update mail set copy_of = v_copy.original where id = p_mail;
    if v_copy.role = 'sent' and v_copy.kind = 'received' then
        update conversation_entry set kind = 'elsewhere', calls = false where id = v_copy.id;
        update conversation set unread = greatest(unread - 1, 0) where id = v_conversation and v_copy.calls;
        perform refresh_conversation(v_conversation);
    end if;
    return true;
end $$;

-- What a conversation shows of itself, from the entries that it has now.
create or replace function refresh_conversation(p_conversation bigint) returns void language plpgsql volatile as $$
declare
    v_last conversation_entry;
    v_answered timestamptz;
begin
    select * into v_last from conversation_entry
    where conversation_id = p_conversation and kind <> 'line' and data -> 'automatic' is null order by at desc, id desc limit 1;
    select max(at) into v_answered from conversation_entry
    where conversation_id = p_conversation and kind in ('sent', 'elsewhere') and data -> 'forward' is null and data -> 'automatic' is null;
    update conversation c set
        version = c.version + 1,
        snippet = coalesce(v_last.snippet, ''),
        last_kind = coalesce(v_last.kind, 'line'),
        last_at = coalesce(v_last.at, c.created_at),
        unread = least(c.unread, (select count(*) from conversation_entry e where e.conversation_id = c.id and e.calls)),
        waiting_since = (select min(e.at) from conversation_entry e
                         where e.conversation_id = c.id and e.calls and e.at > coalesce(v_answered, '-infinity'))
    where c.id = p_conversation;
end $$;

-- Conversations whose time has come are open again; each gets a line. Answers how many.
create or replace function wake_conversations(p_now timestamptz) returns int language plpgsql volatile as $$
declare
    v_woken bigint[];
begin
    with woken as (
        update conversation set state = 'open', snoozed_until = null, archived = false, version = version + 1, unread = greatest(unread, 1)
        where state = 'snoozed' and snoozed_until <= p_now returning id
    )
    select array_agg(id) into v_woken from woken;
    if v_woken is null then
        return 0;
    end if;
    insert into conversation_entry (workspace_id, conversation_id, at, kind, data)
    select workspace_id, id, p_now, 'line', '{"code": "woken"}' from conversation where id = any (v_woken);
    insert into event (workspace_id, type, level, payload)
    select workspace_id, 'changed', 'none', jsonb_build_object('kind', 'conversation', 'id', id)
    from conversation where id = any (v_woken);
    return cardinality(v_woken);
end $$;

-- A mail that has to be told apart from others of the same person: the conversation of the last month that is about the same.
create or replace function similar_conversation(p_account bigint, p_address text, p_subject_key text, p_since timestamptz)
    returns bigint language sql stable return (
    select k.id from conversation c join conversation k on k.id = kept_conversation(c.id)
    where c.account_id = p_account and lower(c.person_address) = lower(p_address) and c.subject_key = p_subject_key and p_subject_key <> ''
      and k.last_at > p_since
    order by k.last_at desc limit 1);

-- Files that were uploaded and never sent, and their octets where nothing else has them. Whoever stores the same octets meanwhile
-- gives them a new time (Blobs), so that they stay. Answers how many.
create or replace function forget_uploads(p_before timestamptz) returns int language plpgsql volatile as $$
declare
    v_count int;
begin
    with gone as (
        delete from attachment where entry_id is null and quick_reply_id is null and created_at < p_before returning workspace_id, sha256
    ), forgotten as (
        delete from blob b using (select distinct workspace_id, sha256 from gone) g
        where b.workspace_id = g.workspace_id and b.sha256 = g.sha256 and b.created_at < p_before
          and not exists (select from mail m where m.workspace_id = b.workspace_id and m.sha256 = b.sha256 and m.deleted_at is null)
          and not exists (select from draft_attachment d where d.workspace_id = b.workspace_id and d.sha256 = b.sha256)
          and not exists (select from attachment a where a.workspace_id = b.workspace_id and a.sha256 = b.sha256
                             and (a.entry_id is not null or a.quick_reply_id is not null or a.created_at >= p_before))
    )
    select count(*) into v_count from gone;
    return v_count;
end $$;
