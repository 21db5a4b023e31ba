package dev.kurir.inbox.persistence;

import dev.kurir.inbox.Category;
import dev.kurir.inbox.Origin;
import dev.kurir.inbox.StoredConversations;
import dev.kurir.inbox.SubjectKeys;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcStoredConversations implements StoredConversations {
    private static final String ORIGIN = """
            select m.id, m.account_id, nullif(m.campaign_id, 0) as campaign_id, i.contact_id, i.address, i.name,
                   coalesce(m.first_at, m.created_at) as at, m.state = 6 as uncertain
              from message m join message_input i on i.message_id = m.id
             where m.workspace_id = :workspace and m.id = :id
            """;
    private static final String OF_MESSAGE = """
            select conversation_id from conversation_of_message(:workspace, :id) as known (conversation_id) where conversation_id is not null
            """;
    private static final String OF_ENTRY =
            "select conversation_id from conversation_entry where workspace_id = :workspace and id = :id";
    // What it answers, then what names the same or names it: an answer may be read before what it answers.
    private static final String IN_THREAD = """
            select id, conversation_id, sent_as from (
                select m.id, e.conversation_id, case m.role when 'sent' then m.message_id end as sent_as, m.received_at, false as beside, b.place
                  from unnest(:before::text[]) with ordinality b (h, place)
                  join mail m on m.account_id = :account and m.internet_id = decode(b.h, 'hex') and m.deleted_at is null
                  left join conversation_entry e on e.mail_id = coalesce(m.copy_of, m.id)
                union all
                select m.id, e.conversation_id, null, m.received_at, true, 0
                  from mail_thread t join mail m on m.id = t.mail_id join conversation_entry e on e.mail_id = m.id
                 where t.account_id = :account and t.named in (select decode(h, 'hex') from unnest(:before::text[] || :own::text[]) h)
                ) known
             order by conversation_id is null and sent_as is null, beside, place, received_at desc limit 1
            """;
    private static final String NEAREST = """
            select e.conversation_id
              from unnest(:ids::text[]) with ordinality b (h, place)
              join mail m on m.account_id = :account and m.internet_id = decode(b.h, 'hex') and m.deleted_at is null
              join conversation_entry e on e.mail_id = coalesce(m.copy_of, m.id)
             order by b.place, m.received_at desc limit 1
            """;
    private static final String SUBJECTS = """
            select subject from conversation where id = :id
            union
            select coalesce(c.subject, e.data ->> 'subject', '')
              from conversation_entry e left join mail_content c on c.mail_id = e.mail_id
             where e.conversation_id = :id and e.kind in ('received', 'sent', 'elsewhere')
             limit 500
            """;
    // By the index that keeps a campaign from writing to anybody twice, and by the person's conversations.
    private static final String LATEST_TO = """
            select m.id
              from queue q join message m
                on m.campaign_id = q.campaign_id and m.campaign_id > 0 and m.address_hash = :hash and m.account_id = q.account_id
             where q.account_id = :account and m.state in (4, 6) and m.changed_at > :since
            union all
            select m.id
              from conversation c join entry_message e on e.conversation_id = kept_conversation(c.id) join message m on m.id = e.message_id
             where c.account_id = :account and lower(c.person_address) = lower(:address) and m.address_hash = :hash and m.state in (4, 6) and m.changed_at > :since
             order by 1 desc limit 1
            """;
    private static final String CREATE = """
            insert into conversation (workspace_id, account_id, contact_id, campaign_id, subject, subject_key, person_name,
                   person_address, state, category, team_id, last_at, created_at)
            values (:workspace, :account,
                    coalesce(:contact, (select c.id from contact c where c.workspace_id = :workspace and lower(c.email) = lower(:address))),
                    :campaign, :subject, :key, :name, :address, :state, :category,
                    (select p.team_id from campaign p where p.workspace_id = :workspace and p.id = :campaign::bigint), :at, clock_timestamp())
            returning id
            """;
    private static final String ADD = """
            select add_entry(:conversation, :at, :kind, :mail, :authorId, :author, :body, :data, :words, :snippet, :calls, :attachment) as id
            """;
    private static final String ADOPT = """
            select add_entry(:conversation, m.received_at, case m.role when 'sent' then 'elsewhere' else 'received' end, m.id, null, null,
                   '', '{}', c.subject || ' ' || c.from_address || ' ' || c.text, left(c.text, 160), false, false)
              from mail m join mail_content c on c.mail_id = m.id where m.id = :mail
            """;
    private static final String LINK = """
            insert into entry_message (message_id, workspace_id, entry_id, conversation_id)
            select unnest(:messages::bigint[]), :workspace, id, conversation_id from conversation_entry where id = :entry
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcStoredConversations(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Origin> origin(WorkspaceId workspace, MessageId message) {
        return database.sql(ORIGIN)
                .bind("workspace", workspace.value())
                .bind("id", message.value())
                .map(R2dbcStoredConversations::origin)
                .one();
    }

    @Override
    public Mono<ConversationId> ofMessage(WorkspaceId workspace, MessageId message) {
        return conversation(OF_MESSAGE, workspace, message.value());
    }

    @Override
    public Mono<ConversationId> ofEntry(WorkspaceId workspace, EntryId entry) {
        return conversation(OF_ENTRY, workspace, entry.value());
    }

    @Override
    public Mono<KnownMail> inThread(AccountId account, @Nullable String own, Collection<String> before) {
        return database.sql(IN_THREAD)
                .bind("account", account.value())
                .bind("before", InternetIds.hexOf(before))
                .bind("own", InternetIds.hexOf(own == null ? List.of() : List.of(own)))
                .map(row -> {
                    @Nullable Long conversation = row.get("conversation_id", Long.class);
                    @Nullable Long sentAs = row.get("sent_as", Long.class);
                    return new KnownMail(
                            new MailId(Columns.number(row, "id")),
                            conversation == null ? null : new ConversationId(conversation),
                            sentAs == null ? null : new MessageId(sentAs));
                })
                .one();
    }

    @Override
    public Mono<ConversationId> nearest(AccountId account, List<String> ids) {
        return database.sql(NEAREST)
                .bind("account", account.value())
                .bind("ids", InternetIds.hexOf(ids))
                .map(row -> new ConversationId(Columns.number(row, "conversation_id")))
                .one();
    }

    @Override
    public Mono<List<String>> subjects(ConversationId conversation) {
        return database.sql(SUBJECTS)
                .bind("id", conversation.value())
                .map(row -> Columns.text(row, "subject"))
                .all()
                .collectList();
    }

    @Override
    public Mono<ConversationId> similar(AccountId account, String address, String subjectKey, Instant since) {
        return database.sql("select similar_conversation(:account, :address, :key, :since) as id")
                .bind("account", account.value())
                .bind("address", address)
                .bind("key", subjectKey)
                .bind("since", since)
                .map(row -> Optional.ofNullable(row.get("id", Long.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(ConversationId::new);
    }

    @Override
    public Mono<MessageId> latestTo(AccountId account, String address, Instant since) {
        return Mono.justOrEmpty(EmailAddress.parse(address))
                .flatMap(email -> database.sql(LATEST_TO)
                        .bind("hash", email.hash())
                        .bind("account", account.value())
                        .bind("since", since)
                        .bind("address", address)
                        .map(row -> new MessageId(Columns.number(row, "id")))
                        .one());
    }

    @Override
    public Mono<ConversationId> create(NewConversation conversation) {
        Category category = conversation.category();
        return database.sql(CREATE)
                .bind("workspace", conversation.workspaceId().value())
                .bind("account", conversation.accountId().value())
                .bind("contact", Columns.key(conversation.contactId()))
                .bind("campaign", Columns.key(conversation.campaignId()))
                .bind("subject", clean(conversation.subject()))
                .bind("key", clean(SubjectKeys.of(conversation.subject())))
                .bind("name", clean(conversation.personName()))
                .bind("address", clean(conversation.personAddress()))
                .bind("state", conversation.isOpen() ? "open" : "done")
                .bind("category", Columns.text(category == null ? null : category.word()))
                .bind("at", conversation.at())
                .map(row -> new ConversationId(Columns.number(row, "id")))
                .one();
    }

    @Override
    public Mono<EntryId> add(NewEntry entry) {
        return database.sql(ADD)
                .bind("conversation", entry.conversationId().value())
                .bind("at", entry.at())
                .bind("kind", entry.kind().word())
                .bind("mail", Columns.key(entry.mail()))
                .bind("authorId", Columns.key(entry.authorId()))
                .bind("author", Columns.text(entry.author()))
                .bind("body", clean(entry.body()))
                .bind("data", Json.of(json.writeValueAsString(entry.data())))
                .bind("words", clean(entry.words()))
                .bind("snippet", clean(entry.snippet()))
                .bind("calls", entry.calls())
                .bind("attachment", entry.attachment())
                .map(row -> Optional.ofNullable(row.get("id", Long.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(EntryId::new);
    }

    @Override
    public Mono<Boolean> noteCopy(ConversationId conversation, MailId mail) {
        return database.sql("select note_copy(:conversation, :mail)")
                .bind("conversation", conversation.value())
                .bind("mail", mail.value())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Void> adopt(ConversationId conversation, MailId mail) {
        return database.sql(ADOPT)
                .bind("conversation", conversation.value())
                .bind("mail", mail.value())
                .then();
    }

    @Override
    public Mono<Void> link(WorkspaceId workspace, EntryId entry, List<MessageId> messages) {
        return database.sql(LINK)
                .bind("messages", messages.stream().map(MessageId::value).toArray(Long[]::new))
                .bind("workspace", workspace.value())
                .bind("entry", entry.value())
                .then();
    }

    @Override
    public Mono<Void> categorise(ConversationId conversation, Category category) {
        return database.sql("update conversation set category = :category where id = :id and category is null")
                .bind("category", category.word())
                .bind("id", conversation.value())
                .then();
    }

    private Mono<ConversationId> conversation(String sql, WorkspaceId workspace, long id) {
        return database.sql(sql)
                .bind("workspace", workspace.value())
                .bind("id", id)
                .map(row -> new ConversationId(Columns.number(row, "conversation_id")))
                .one();
    }

    private static Origin origin(Readable row) {
        @Nullable Long contact = row.get("contact_id", Long.class);
        @Nullable Long campaign = row.get("campaign_id", Long.class);
        return new Origin(
                new MessageId(Columns.number(row, "id")),
                new AccountId(Columns.number(row, "account_id")),
                contact == null ? null : new ContactId(contact),
                campaign == null ? null : new CampaignId(campaign),
                Columns.text(row, "address"),
                Columns.text(row, "name"),
                Columns.time(row, "at"),
                Columns.flag(row, "uncertain"));
    }

    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
