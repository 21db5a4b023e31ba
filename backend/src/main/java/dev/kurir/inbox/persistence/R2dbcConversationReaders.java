package dev.kurir.inbox.persistence;

import dev.kurir.inbox.ConversationReaders;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcConversationReaders implements ConversationReaders {
    private static final String READERS = """
            select c.id, array(select m.user_id from team_member m where m.team_id = c.team_id
                                union select c.assignee_id where c.assignee_id is not null) as readers
              from conversation c where c.workspace_id = :workspace and c.id = any (:ids) and c.team_id is not null
            """;

    private final DatabaseClient database;

    R2dbcConversationReaders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<ConversationId, Set<UserId>>> of(WorkspaceId workspace, Collection<ConversationId> conversations) {
        return conversations.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(READERS)
                        .bind("workspace", workspace.value())
                        .bind(
                                "ids",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toArray(Long[]::new))
                        .map(row -> Map.entry(new ConversationId(Columns.number(row, "id")), readers(row)))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Set<UserId> readers(Readable row) {
        return Arrays.stream(Objects.requireNonNull(row.get("readers", Long[].class)))
                .map(UserId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
