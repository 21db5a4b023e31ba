package dev.kurir.inbox.persistence;

import dev.kurir.inbox.StoredSent;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredSent implements StoredSent {
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
