-- Whether its conversation knows how the message ended (tell_unsent). What there was so far is told.
alter table entry_message add column told boolean not null default false;
update entry_message set told = true;
create index entry_message_untold on entry_message (message_id) where not told;

-- An account that is pointed at another mailbox begins there as if it were new: what lies there was there before us.
create or replace function begin_other_mailbox() returns trigger language plpgsql as $$
begin
    update mailbox set uid_validity = 0, epoch = 0, live_since = clock_timestamp() where account_id = new.id;
    return null;
end $$;
create trigger account_other_mailbox after update of imap_host, imap_username, username on account for each row
    when ((lower(old.imap_host), coalesce(old.imap_username, old.username))
          is distinct from (lower(new.imap_host), coalesce(new.imap_username, new.username)))
    execute function begin_other_mailbox();
