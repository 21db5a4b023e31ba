package dev.kurir.outbox;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What became of messages after they had been accepted. All changes join the caller's transaction. */
public interface MessageMarks {
    /** One mark; a message has each at most once. */
    enum Mark {
        REPLIED,
        AUTO_REPLIED,
        BOUNCED,
        COMPLAINED,
        UNSUBSCRIBED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Mark of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A mark of a message, with what was said. */
    record Marked(
            MessageId message,
            Mark mark,
            Instant at,
            @Nullable String detail) {}

    /** False where it has the mark already, or there is no such message. */
    Mono<Boolean> mark(WorkspaceId workspace, MessageId message, Mark mark, Instant at, @Nullable String detail);

    /** A recipient that does not exist: too many of them stop the account. */
    Mono<Void> countHardBounce(WorkspaceId workspace, MessageId message, String reply);

    Mono<Map<Mark, Long>> counts(WorkspaceId workspace, CampaignId campaign);

    Mono<List<Marked>> of(Collection<MessageId> messages);
}
