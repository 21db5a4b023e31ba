package dev.kurir.inbox.persistence;

import dev.kurir.inbox.MovedConversations;
import dev.kurir.inbox.SubjectKeys;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MoveId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMovedConversations implements MovedConversations {
    private static final String MERGE = """
            select refusal, move_id, :kept::bigint as seen from merge_conversations(:kept, :others, :user, :author, :now)
            """;
    private static final String SPLIT = """
            select refusal, move_id, new_id as seen
              from split_conversation(:from, :entry, :subject, :key, :name, :address, :user, :author, :now)
            """;

    private final DatabaseClient database;

    R2dbcMovedConversations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Outcome> merge(Caller caller, ConversationId kept, List<ConversationId> others, Instant now) {
        return database.sql(MERGE)
                .bind("kept", kept.value())
                .bind("others", others.stream().map(ConversationId::value).toArray(Long[]::new))
                .bind("user", caller.userId().value())
                .bind("author", caller.name())
                .bind("now", now)
                .map(R2dbcMovedConversations::outcome)
                .one();
    }

    @Override
    public Mono<Outcome> split(
            Caller caller, ConversationId from, EntryId entry, String subject, Person person, Instant now) {
        return database.sql(SPLIT)
                .bind("from", from.value())
                .bind("entry", entry.value())
                .bind("subject", subject)
                .bind("key", SubjectKeys.of(subject))
                .bind("name", person.name())
                .bind("address", person.address())
                .bind("user", caller.userId().value())
                .bind("author", caller.name())
                .bind("now", now)
                .map(R2dbcMovedConversations::outcome)
                .one();
    }

    @Override
    public Mono<List<ConversationId>> undo(WorkspaceId workspace, MoveId move) {
        return database.sql("select undo_move(:workspace, :move) as ids")
                .bind("workspace", workspace.value())
                .bind("move", move.value())
                .map(row -> Optional.ofNullable(row.get("ids", Long[].class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(ids -> Arrays.stream(ids).map(ConversationId::new).toList());
    }

    private static Outcome outcome(Readable row) {
        @Nullable Long move = row.get("move_id", Long.class);
        @Nullable Long seen = row.get("seen", Long.class);
        return new Outcome(
                row.get("refusal", String.class),
                move == null ? null : new MoveId(move),
                seen == null ? null : new ConversationId(seen));
    }
}
