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
    sender jsonb;
    contacts bigint[];
    hashes bytea[];
    reasons text[];
    n_looked int;
    n_made bigint;
    last_made bigint;
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

    select jsonb_build_object('account.name', coalesce(nullif(a.from_name, ''), a.name), 'account.email', a.from_address)
    into strict sender
    from account a where a.id = c.account_id and a.workspace_id = c.workspace_id;

    with looked as materialized (
        select l.contact_id, l.address_hash, l.reason, c.next_ordinal - 1 + l.place as ordinal
        from unnest(contacts, hashes, reasons) with ordinality as l (contact_id, address_hash, reason, place)
    ), added as (
        insert into message (workspace_id, campaign_id, account_id, ordinal, created_at, changed_at, address_hash)
        select c.workspace_id, c.id, c.account_id, l.ordinal, p_now, p_now, l.address_hash
        from looked l where l.reason is null
        order by l.ordinal
        -- no ON CONFLICT, which costs more than the rest of the insert: the lock on the campaign lets nobody else add a recipient
        returning id, ordinal
    ), frozen as (
        insert into message_input (message_id, workspace_id, draft_id, contact_id, address, name, data)
        select a.id, c.workspace_id, c.draft_id, v.contact_id, v.email, v.name, v.variables || sender
        from added a
        join looked l on l.ordinal = a.ordinal
        join contact_variables v on v.contact_id = l.contact_id and v.workspace_id = c.workspace_id
    ), skipped as (
        insert into audience_skip (campaign_id, contact_id, workspace_id, reason)
        select c.id, l.contact_id, c.workspace_id, l.reason from looked l where l.reason is not null
        returning reason
    )
    select (select count(*) from added),
           (select max(ordinal) from added),
           (select jsonb_object_agg(s.reason, s.n) from (select reason, count(*) as n from skipped group by reason) s)
    into n_made, last_made, left_out;

    update queue q
    set n_queued = q.n_queued + n_made, last_ordinal = coalesce(last_made, q.last_ordinal)
    where q.account_id = c.account_id and q.campaign_id = c.id;
    if not found then
        raise exception 'campaign % has no queue', c.id;
    end if;
    update campaign
    set audience = audience + n_looked,
        generated_through = coalesce(contacts[n_looked], generated_through),
        next_ordinal = next_ordinal + n_looked,
        skipped_suppressed = skipped_suppressed + coalesce((left_out->>'suppressed')::bigint, 0),
        skipped_unsubscribed = skipped_unsubscribed + coalesce((left_out->>'unsubscribed')::bigint, 0),
        skipped_duplicate = skipped_duplicate + coalesce((left_out->>'duplicate')::bigint, 0),
        skipped_no_address = skipped_no_address + coalesce((left_out->>'no_address')::bigint, 0)
    where id = c.id;
    return query select true, n_looked::bigint, n_made, n_looked < p_limit;
end
$$;
