package dev.kurir.platform.feed;

import dev.kurir.kernel.Id;
import dev.kurir.platform.AfterCommit;
import io.r2dbc.postgresql.codec.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes the feed. Call it inside the transaction of the change. */
@Component
public class Feed {
    private static final String INSERT = """
            insert into event (workspace_id, type, level, account_id, campaign_id, message_id, actor, payload)
            values (:workspace, :type, :level, :account, :campaign, :message, :actor, :payload)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final FeedNotifier notifier;

    Feed(DatabaseClient database, JsonMapper json, FeedNotifier notifier) {
        this.database = database;
        this.json = json;
        this.notifier = notifier;
    }

    public Mono<Void> publish(FeedEntry entry) {
        var insert = database.sql(INSERT)
                .bind("workspace", entry.workspaceId().value())
                .bind("type", entry.type())
                .bind("level", entry.level().name().toLowerCase(Locale.ROOT))
                .bind("payload", Json.of(json.writeValueAsString(entry.payload())));
        insert = bindId(insert, "account", entry.accountId());
        insert = bindId(insert, "campaign", entry.campaignId());
        insert = bindId(insert, "message", entry.messageId());
        insert = entry.actor() == null ? insert.bindNull("actor", String.class) : insert.bind("actor", entry.actor());
        return insert.then().then(AfterCommit.run(notifier::wake));
    }

    private static DatabaseClient.GenericExecuteSpec bindId(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Id id) {
        return id == null ? statement.bindNull(name, Long.class) : statement.bind(name, id.value());
    }
}
