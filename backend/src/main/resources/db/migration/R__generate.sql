-- Generation: one message per person of the campaign's lists and tags.

-- What makes two spellings the same recipient; equal to dev.kurir.kernel.EmailAddress.hash(). Not `immutable`: convert_to
-- is not, and the planner would then no longer inline it.
create or replace function address_hash(email text) returns bytea language sql stable parallel safe
return substring(sha256(convert_to(lower(email), 'UTF8')) from 1 for 16);

-- The variables that a contact gives to a template. The preview and the generation read them here, so they are the same.
create or replace view contact_variables as
select c.id as contact_id,
       c.workspace_id,
       c.email,
       c.name,
       jsonb_build_object(
           'name', c.name,
           'first_name', split_part(btrim(c.name), ' ', 1),
           'email', coalesce(c.email, ''),
           'phone', c.phone,
           'company', c.company)
           || coalesce(d.variables, '{}') as variables
from contact c
left join lateral (
    select jsonb_object_agg('data.' || e.key, coalesce(e.value, '')) as variables from jsonb_each_text(c.data) e
) d on c.data <> '{}';

-- The people of a campaign's lists and tags in the order of their ids, each once; `reason` says why somebody is left out.
-- With
-- p_limit null everybody; else the next ones after p_after, taken from each list by its index.
create or replace function campaign_audience(p_campaign bigint, p_after bigint, p_limit bigint)
returns table (contact_id bigint, workspace_id bigint, email text, name text, address_hash bytea, reason text)
language sql stable
begin atomic
    with member as materialized (
        select u.contact_id
        from (
            select m.contact_id
            from campaign_list l
            cross join lateral (
                select lm.contact_id from list_member lm
                where lm.list_id = l.list_id and lm.contact_id > p_after
                order by lm.contact_id limit p_limit) m
            where l.campaign_id = p_campaign
            union
            select m.contact_id
            from campaign_tag t
            cross join lateral (
                select ct.contact_id from contact_tag ct
                where ct.tag_id = t.tag_id and ct.contact_id > p_after
                order by ct.contact_id limit p_limit) m
            where t.campaign_id = p_campaign
        ) u
        order by u.contact_id
        limit p_limit
    ), person as materialized ( -- so that each address is hashed once
        select c.id, c.workspace_id, c.email, c.name, address_hash(nullif(c.email, '')) as address_hash
        from member
        join contact c on c.id = member.contact_id and c.id > p_after
    )
    select p.id,
           p.workspace_id,
           p.email,
           p.name,
           p.address_hash,
           case
               when p.address_hash is null then 'no_address'
               when s.reason = 'unsubscribed' then 'unsubscribed'
               when s.reason is not null then 'suppressed'
               when m.id is not null then 'duplicate'
               when row_number() over (partition by p.address_hash order by p.id) > 1 then 'duplicate'
           end
    from person p
    -- Looked up one by one: a chunk must not become slower with what was made before it.
    left join lateral (
        select s.reason from suppression s
        where s.workspace_id = p.workspace_id and s.address_hash = p.address_hash limit 1) s on true
    left join lateral (
        select m.id from message m
        where m.campaign_id = p_campaign and m.campaign_id > 0 and m.address_hash = p.address_hash limit 1) m on true
    order by p.id;
end;

-- Whose turn it is, one round of it: each account as often as it weighs, its turns spread over the round. A round that is walked to its
-- end shares out exactly.
create or replace function campaign_turns(p_campaign bigint) returns bigint[] language sql stable
begin atomic
    select array_agg(a.account_id order by (t.turn - 0.5) / a.weight, a.place)
    from (select ca.account_id, ca.place, case c.rotation when 'even' then 1 else ca.weight end as weight
          from campaign_account ca join campaign c on c.id = ca.campaign_id where c.id = p_campaign) a
    cross join lateral generate_series(1, a.weight) t (turn);
end;

-- Who of these has accepted mail of the campaign's accounts before then, and of which of them last. No index leads from an address to
-- its messages (it would cost every insert), so it reads them all, once per chunk.
create or replace function campaign_familiar(p_campaign bigint, p_hashes bytea[], p_until timestamptz)
returns table (address_hash bytea, account_id bigint)
language sql stable
begin atomic
    select distinct on (m.address_hash) m.address_hash, m.account_id
    from unnest(p_hashes) h (address_hash)
    join message m on m.address_hash = h.address_hash
    join campaign_account ca on ca.account_id = m.account_id and ca.workspace_id = m.workspace_id and ca.campaign_id = p_campaign
    where m.state = 4 and m.changed_at <= p_until
    order by m.address_hash, m.changed_at desc, m.id desc;
end;

-- One chunk of the generation. The caller's transaction is the chunk: after a crash it has happened or it has not.
-- VOLATILE, so the statements after the lock see what was committed before it.
create or replace function generate_chunk(p_campaign bigint, p_limit int, p_now timestamptz)
returns table (running boolean, looked_at bigint, made bigint, finished boolean)
language plpgsql volatile
set synchronous_commit = on
-- A plan for the numbers at hand: a plan made for an empty table joins ten thousand rows by ten thousand scans.
set plan_cache_mode = force_custom_plan
as $$
declare
    c campaign;
    turns bigint[];
    accounts bigint[]; -- of each person of the chunk
    n_turns bigint;
    contacts bigint[];
    hashes bytea[];
    reasons text[];
    n_looked int;
    n_made bigint;
    n_counted bigint;
    left_out jsonb;
begin
    select * into c from campaign where id = p_campaign for update;
    if not found or c.state <> 'generating' then
        return query select false, 0::bigint, 0::bigint, false;
        return;
    end if;

    select array_agg(a.contact_id order by a.contact_id),
           array_agg(a.address_hash order by a.contact_id),
           array_agg(a.reason order by a.contact_id)
    into contacts, hashes, reasons
    from campaign_audience(p_campaign, c.generated_through, p_limit) a;
    n_looked := coalesce(cardinality(contacts), 0);

    turns := campaign_turns(c.id);
    c.familiar_until := coalesce(c.familiar_until, p_now);
    if cardinality(turns) = 1 then
        accounts := array_fill(turns[1], array[n_looked]);
        n_turns := 0;
    else
        select array_agg(coalesce(p.familiar, turns[1 + (c.next_turn + p.turn - 1) % cardinality(turns)]) order by p.place), max(p.turn)
        into accounts, n_turns
        from (
            select l.place, f.account_id as familiar,
                   count(*) filter (where l.reason is null and f.account_id is null) over (order by l.place) as turn
            from unnest(hashes, reasons) with ordinality as l (address_hash, reason, place)
            left join campaign_familiar(c.id, case c.rotation when 'sticky' then hashes end, c.familiar_until) f
                on f.address_hash = l.address_hash) p;
    end if;

    with looked as materialized (
        select l.contact_id, l.address_hash, l.reason, l.account_id, c.next_ordinal - 1 + l.place as ordinal
        from unnest(contacts, hashes, reasons, accounts) with ordinality as l (contact_id, address_hash, reason, account_id, place)
    ), sender as materialized (
        select ca.account_id, ca.draft_id,
               jsonb_strip_nulls(jsonb_build_object(
                   'account.name', coalesce(nullif(a.from_name, ''), a.name), 'account.email', a.from_address,
                   -- whoever writes there is read
                   'account.mailbox', case when a.imap_host is not null then a.from_address end)) as variables
        from campaign_account ca join account a on a.id = ca.account_id and a.workspace_id = ca.workspace_id
        where ca.campaign_id = c.id
    ), added as (
        insert into message (workspace_id, campaign_id, account_id, ordinal, created_at, changed_at, address_hash)
        select c.workspace_id, c.id, l.account_id, l.ordinal, p_now, p_now, l.address_hash
        from looked l where l.reason is null
        order by l.ordinal
        -- no ON CONFLICT, which costs more than the rest of the insert: the lock on the campaign lets nobody else add a recipient
        returning id, account_id, ordinal
    ), frozen as (
        insert into message_input (message_id, workspace_id, draft_id, contact_id, address, name, data)
        select a.id, c.workspace_id, s.draft_id, v.contact_id, v.email, v.name, v.variables || s.variables
        from added a
        join sender s on s.account_id = a.account_id
        join looked l on l.ordinal = a.ordinal
        join contact_variables v on v.contact_id = l.contact_id and v.workspace_id = c.workspace_id
    ), skipped as (
        insert into audience_skip (campaign_id, contact_id, workspace_id, reason)
        select c.id, l.contact_id, c.workspace_id, l.reason from looked l where l.reason is not null
        returning reason
    ), counted as (
        update queue q
        set n_queued = q.n_queued + a.n, last_ordinal = a.last_ordinal
        from (select account_id, count(*) as n, max(ordinal) as last_ordinal from added group by account_id) a
        where q.account_id = a.account_id and q.campaign_id = c.id
        returning a.n as n
    )
    select (select count(*) from added),
           (select coalesce(sum(n), 0) from counted),
           (select jsonb_object_agg(s.reason, s.n) from (select reason, count(*) as n from skipped group by reason) s)
    into n_made, n_counted, left_out;

    if n_counted <> n_made then
        raise exception 'campaign % lacks a queue', c.id;
    end if;
    update campaign
    set audience = audience + n_looked,
        generated_through = coalesce(contacts[n_looked], generated_through),
        next_ordinal = next_ordinal + n_looked,
        next_turn = next_turn + coalesce(n_turns, 0),
        familiar_until = c.familiar_until,
        skipped_suppressed = skipped_suppressed + coalesce((left_out->>'suppressed')::bigint, 0),
        skipped_unsubscribed = skipped_unsubscribed + coalesce((left_out->>'unsubscribed')::bigint, 0),
        skipped_duplicate = skipped_duplicate + coalesce((left_out->>'duplicate')::bigint, 0),
        skipped_no_address = skipped_no_address + coalesce((left_out->>'no_address')::bigint, 0)
    where id = c.id;
    return query select true, n_looked::bigint, n_made, n_looked < p_limit;
end
$$;
