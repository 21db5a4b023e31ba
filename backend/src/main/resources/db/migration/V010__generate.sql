-- Generation: one message per person of the campaign's lists and tags.

-- Process was asked for while the messages are still being made: they are released when all of them are there.
alter table campaign add release boolean not null default false;
-- Exact counts of audience_skip, changed in the transaction that adds its rows.
alter table campaign add skipped_suppressed bigint not null default 0;
alter table campaign add skipped_unsubscribed bigint not null default 0;
alter table campaign add skipped_duplicate bigint not null default 0;
alter table campaign add skipped_no_address bigint not null default 0;
-- Generation goes on after a restart; the watch looks at what is being sent.
create index campaign_busy on campaign (state) where state in ('generating', 'processing');
