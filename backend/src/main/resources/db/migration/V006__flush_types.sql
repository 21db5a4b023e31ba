-- What the functions of the outbox hand to each other. The functions themselves are in the R__ files: always the newest.

-- What a message changed by, summed into its queue, and one feed entry per queue for the live screens.
create type message_change as (
    id bigint, workspace_id bigint, account_id bigint, campaign_id bigint, was smallint, now smallint, attempt smallint,
    next_at timestamptz, code smallint);
create type intent_verdict as (id bigint, verdict text, change message_change);
create type told_outcome as (change message_change, urgent boolean, reason text, enhanced text, reply text, ended_at timestamptz);
