package dev.kurir.inbox.persistence;

import dev.kurir.inbox.AnswerGuard.History;
import dev.kurir.inbox.StoredAwayAnswers;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAwayAnswers implements StoredAwayAnswers {
    private static final Duration SAME_PERSON = Duration.ofDays(7);
    private static final Duration RUSH = Duration.ofMinutes(10);

    private static final String HISTORY = """
            select not exists (select from account o where o.id = :account and o.wanted = 'ON' and o.blocked_reason is null) as off,
                   exists (select from account a
                            where a.workspace_id = :workspace and a.deleted_at is null and lower(a.from_address) = :address) as own,
                   exists (select from suppression s where s.workspace_id = :workspace and s.address_hash = :hash) as suppressed,
                   exists (select from away_answer w
                            where w.account_id = :account and w.address = :address and w.at > :lately) as recent,
                   (select count(*) from away_answer w where w.account_id = :account and w.at > :anHourAgo) as in_an_hour,
                   (select count(*) from conversation_entry e
                     where e.conversation_id = kept.id and e.data -> 'automatic' is not null
                       and e.at > coalesce((select max(p.at) from conversation_entry p
                                             where p.conversation_id = kept.id and p.kind in ('sent', 'elsewhere')
                                               and p.data -> 'automatic' is null), '-infinity')) as in_a_row,
                   (select count(*) from conversation_entry e
                     where e.conversation_id = kept.id and e.kind = 'received' and e.at > :rush) as received
              from kept_conversation(:conversation) as kept (id)
            """;

    private static final String SAID = """
            select exists (select from conversation_entry e
                            where e.conversation_id = kept_conversation(:conversation) and e.kind = 'line'
                              and e.data ->> 'code' = :code and e.data -> 'params' ->> 'reason' = :reason) as said
            """;

    private final DatabaseClient database;

    R2dbcAwayAnswers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<History> history(
            WorkspaceId workspace,
            AccountId account,
            ConversationId conversation,
            EmailAddress to,
            Instant receivedAt,
            Instant now) {
        return database.sql(HISTORY)
                .bind("workspace", workspace.value())
                .bind("account", account.value())
                .bind("conversation", conversation.value())
                .bind("address", key(to))
                .bind("hash", to.hash())
                .bind("lately", now.minus(SAME_PERSON))
                .bind("anHourAgo", now.minus(Duration.ofHours(1)))
                .bind("rush", receivedAt.minus(RUSH))
                .map(row -> new History(
                        Columns.flag(row, "off"),
                        Columns.flag(row, "own"),
                        Columns.flag(row, "suppressed"),
                        Columns.flag(row, "recent"),
                        Columns.number(row, "in_a_row"),
                        Columns.number(row, "received"),
                        Columns.number(row, "in_an_hour")))
                .one();
    }

    @Override
    public Mono<Void> note(WorkspaceId workspace, AccountId account, EmailAddress to, Instant now) {
        return database.sql("insert into away_answer (workspace_id, account_id, address, at)"
                        + " values (:workspace, :account, :address, :now)")
                .bind("workspace", workspace.value())
                .bind("account", account.value())
                .bind("address", key(to))
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<Boolean> isSaid(ConversationId conversation, String code, String reason) {
        return database.sql(SAID)
                .bind("conversation", conversation.value())
                .bind("code", code)
                .bind("reason", reason)
                .map(row -> Columns.flag(row, "said"))
                .one();
    }

    private static String key(EmailAddress address) {
        return address.value().toLowerCase(Locale.ROOT);
    }
}
