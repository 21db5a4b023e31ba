package dev.kurir.inbox.persistence;

import dev.kurir.inbox.StoredSent;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredSent implements StoredSent {
    private static final String NEWEST = """
            select x.message_id, d.letter ->> 'messageId' as internet_id, split_part(d.from_address, '@', 2) as domain,
                   array(select jsonb_array_elements_text(d.letter -> 'references')) as thread
              from conversation_entry e join entry_message x on x.entry_id = e.id
              join message_input i on i.message_id = x.message_id join draft d on d.id = i.draft_id
             where e.conversation_id = :id and e.kind = 'sent' and e.data -> 'automatic' is null and e.data -> 'forward' is null
             order by e.at desc, x.message_id limit 1
            """;
    private static final String OF_ENTRY = """
            select min(m.account_id) as account_id, case count(*) when 1 then min(m.id) end as only
              from entry_message x join message m on m.id = x.message_id
             where x.workspace_id = :workspace and x.entry_id = :entry having count(*) > 0
            """;
    private static final String ACCOUNTS = """
            select id from account
             where workspace_id = :workspace and deleted_at is null
               and lower(from_address) in (select lower(address) from unnest(:addresses::text[]) address)
            """;
    // The bubble of a campaign has no subject of its own: its conversation has it.
    private static final String OF_CONVERSATION = """
            select coalesce(c.subject, e.data ->> 'subject', v.subject) as subject
              from conversation v join conversation_entry e on e.conversation_id = v.id left join mail_content c on c.mail_id = e.mail_id
             where v.id = kept_conversation(:id) and e.kind in ('sent', 'elsewhere')
             limit 500
            """;
    private static final String OF_MAIL = """
            select c.subject from mail m join mail_content c on c.mail_id = m.id where m.id = :id and m.role = 'sent'
            """;

    private final DatabaseClient database;

    R2dbcStoredSent(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Newest> newest(ConversationId conversation) {
        return database.sql(NEWEST)
                .bind("id", conversation.value())
                .map(row -> new Newest(
                        new MessageId(Columns.number(row, "message_id")),
                        row.get("internet_id", String.class),
                        Columns.text(row, "domain"),
                        List.of(Objects.requireNonNull(row.get("thread", String[].class)))))
                .one();
    }

    @Override
    public Mono<SentAs> ofEntry(WorkspaceId workspace, EntryId entry) {
        return database.sql(OF_ENTRY)
                .bind("workspace", workspace.value())
                .bind("entry", entry.value())
                .map(R2dbcStoredSent::sentAs)
                .one();
    }

    private static SentAs sentAs(Readable row) {
        @Nullable Long only = row.get("only", Long.class);
        return new SentAs(new AccountId(Columns.number(row, "account_id")), only == null ? null : new MessageId(only));
    }

    @Override
    public Mono<Set<AccountId>> accounts(WorkspaceId workspace, List<String> addresses) {
        return database.sql(ACCOUNTS)
                .bind("workspace", workspace.value())
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row -> new AccountId(Columns.number(row, "id")))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<List<String>> subjects(ConversationId conversation) {
        return subjects(OF_CONVERSATION, conversation);
    }

    @Override
    public Mono<List<String>> subjects(MailId mail) {
        return subjects(OF_MAIL, mail);
    }

    private Mono<List<String>> subjects(String sql, Id id) {
        return database.sql(sql)
                .bind("id", id.value())
                .map(row -> Columns.text(row, "subject"))
                .all()
                .collectList();
    }
}
