-- How an uncertain message gets its end without a reply: evidence, a person, or the campaign's policy.

-- `again`: somebody decided that it is sent once more although it may have arrived.
alter table due drop constraint due_kind_check,
    add constraint due_kind_check check (kind in ('direct', 'urgent', 'retry', 'requeue', 'inflight', 'evidence', 'again'));
-- A decision stands in the history of attempts, beside the attempt that it is about.
alter table attempt add decided_by text;
-- Accepted without a reply stands here too, as state 4, with what the claim rests on. Its message has no reply code.
alter table trouble add basis text check (basis in ('assumed', 'evidence'));

alter table campaign
    add uncertain_policy text not null default 'ask' check (uncertain_policy in ('ask', 'assume', 'send_again')),
    add uncertain_after_minutes int,
    -- A frozen machine may still hand a message over long after its lease: no policy decides before an hour has passed.
    add constraint campaign_uncertain_after check (
        case uncertain_policy when 'ask' then uncertain_after_minutes is null else uncertain_after_minutes between 60 and 43200 end is true);
-- Evidence and policies look for what is uncertain, wherever it is.
create index trouble_uncertain on trouble (message_id) where state = 6;
