-- The inbox: mails as they lie in the mailboxes of accounts, and the conversations that people make of them.

-- Octets by their hash: raw mails, attachments.
create table blob (
    workspace_id bigint not null,
    sha256 bytea not null,
    octets bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, sha256)
);

-- A folder that is read, and how far. UIDs from backfill_uid up to next_uid are settled; backfill goes down to backfill_until.
create table mailbox (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    role text not null check (role in ('inbox', 'sent')),
    name text not null,
    uid_validity bigint not null,
    next_uid bigint not null,
    backfill_uid bigint not null,
    backfill_until bigint not null,
    backfill_total int not null default 0,
    backfill_done int not null default 0,
    epoch int not null default 1,    -- raised when the server has numbered its mails anew
    live_since timestamptz not null, -- what is older was there before us: it triggers nothing
    unique (account_id, role)
);

-- A mail of an account, once for the same octets. A row stays when people delete the mail: it must not come back.
create table mail (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    account_id bigint not null,
    sha256 bytea not null,
    header_sha256 bytea not null,
    size bigint not null,
    internet_id bytea,               -- hash of the Message-ID; null: it has none
    received_at timestamptz not null,
    baseline boolean not null,
    role text not null,
    kind text,                       -- null: not read
    message_id bigint,               -- the message of ours that it is a copy of, or is about
    quarantine text,                 -- why it was not read
    quarantine_detail text,
    deleted_at timestamptz,
    unique (account_id, sha256)
);
create index mail_internet_id on mail (account_id, internet_id) where internet_id is not null;
create index mail_octets on mail (workspace_id, sha256);
create index mail_header on mail (account_id, header_sha256, size);
create index mail_message on mail (message_id) where message_id is not null;
create index mail_quarantine on mail (workspace_id, id) where quarantine is not null;

-- Where it lies on the server. mail_id is null where it could not be fetched: tries says how often that was tried.
create table mailbox_copy (
    mailbox_id bigint not null references mailbox on delete cascade,
    uid_validity bigint not null,
    uid bigint not null,
    workspace_id bigint not null,
    mail_id bigint,
    tries int not null default 0,
    primary key (mailbox_id, uid_validity, uid)
);
create index mailbox_copy_mail on mailbox_copy (mail_id);

-- What was read of a mail.
create table mail_content (
    mail_id bigint primary key references mail on delete cascade,
    workspace_id bigint not null,
    subject text not null,
    from_name text not null,
    from_address text not null,
    people jsonb not null,           -- {"to": [[name, address]], "cc": …, "replyTo": …}
    sent_at timestamptz,
    internet_id text,                -- Message-ID, and the thread before it, the oldest first
    thread jsonb not null default '[]',
    text text not null,
    quoted text not null,
    html text not null,              -- cleaned
    remote_images jsonb not null,
    parts jsonb not null,
    report jsonb                     -- what a bounce or a complaint says
);

create table conversation (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references workspace,
    version bigint not null default 1,
    account_id bigint not null,
    contact_id bigint,
    campaign_id bigint,
    subject text not null,
    subject_key text not null,       -- without Re: and the like, in lower case
    person_name text not null,
    person_address text not null,
    state text not null default 'open' check (state in ('open', 'snoozed', 'done')),
    archived boolean not null default false,
    pinned boolean not null default false,
    assignee_id bigint references app_user on delete set null,
    category text check (category in ('interested', 'question', 'not_now', 'out_of_office', 'unsubscribe', 'bounce')),
    snoozed_until timestamptz,
    unread int not null default 0,
    attachment boolean not null default false,
    snippet text not null default '',
    last_kind text not null default 'line',
    last_at timestamptz not null,
    waiting_since timestamptz,       -- a person waits for an answer since then
    created_at timestamptz not null,
    check ((state = 'snoozed') = (snoozed_until is not null))
);
create index conversation_newest on conversation (workspace_id, pinned desc, last_at desc, id desc);
create index conversation_person on conversation (account_id, lower(person_address), subject_key);
create index conversation_contact on conversation (contact_id) where contact_id is not null;
create index conversation_campaign on conversation (campaign_id) where campaign_id is not null;
create index conversation_snoozed on conversation (snoozed_until) where state = 'snoozed';

create table conversation_entry (
    id bigint generated always as identity primary key,
    workspace_id bigint not null,
    conversation_id bigint not null references conversation on delete cascade,
    at timestamptz not null,
    kind text not null check (kind in ('received', 'sent', 'elsewhere', 'note', 'line')),
    mail_id bigint references mail on delete cascade,
    author_id bigint,
    author text,                     -- the name, as it was
    body text not null default '',
    snippet text not null default '',
    calls boolean not null default false, -- it wants a person's attention
    data jsonb not null default '{}',
    search tsvector not null default ''
);
create index conversation_entry_thread on conversation_entry (conversation_id, at, id);
create unique index conversation_entry_mail on conversation_entry (mail_id) where mail_id is not null;
create index conversation_entry_search on conversation_entry using gin (search);

-- The messages of the outbox that an entry was sent as: one for each recipient.
create table entry_message (
    message_id bigint primary key,
    workspace_id bigint not null,
    entry_id bigint not null references conversation_entry on delete cascade,
    conversation_id bigint not null
);
create index entry_message_entry on entry_message (entry_id);
create index entry_message_conversation on entry_message (conversation_id);

-- What a person has begun to write.
create table conversation_draft (
    conversation_id bigint not null references conversation on delete cascade,
    user_id bigint not null references app_user on delete cascade,
    workspace_id bigint not null,
    content jsonb not null,
    updated_at timestamptz not null,
    primary key (conversation_id, user_id)
);

-- What a watcher says of its account, for all nodes. Written by the owner when it changes.
create table mail_watch (
    account_id bigint primary key,
    workspace_id bigint not null,
    state text not null check (state in ('connecting', 'watching', 'failed')),
    detail text,
    since timestamptz not null,
    checked_at timestamptz
);

-- What became of an accepted message later. Not a state: it was accepted all the same.
create table message_mark (
    message_id bigint not null,
    kind text not null check (kind in ('replied', 'auto_replied', 'bounced', 'complained', 'unsubscribed')),
    workspace_id bigint not null,
    account_id bigint not null,
    campaign_id bigint not null default 0,
    at timestamptz not null,
    detail text,
    primary key (message_id, kind)
);
create index message_mark_campaign on message_mark (campaign_id, kind) where campaign_id > 0;

-- A person's own mail: it is sent as it was written, with the headers of its thread.
alter table draft drop constraint draft_kind_check,
    add constraint draft_kind_check check (kind in ('campaign', 'direct', 'test', 'reply')),
    add letter jsonb;
create table draft_attachment (
    draft_id bigint not null references draft on delete cascade,
    place smallint not null,
    workspace_id bigint not null,
    sha256 bytea not null,
    file_name text not null,
    type text not null,
    primary key (draft_id, place)
);
create index draft_attachment_octets on draft_attachment (workspace_id, sha256);
-- It takes one more argument now (R__messages.sql).
drop function if exists add_message(bigint, bigint, bigint, bigint, text, bytea, text, jsonb, boolean, timestamptz);
