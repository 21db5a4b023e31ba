package dev.kurir.activity;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Slice;
import dev.kurir.kernel.WorkspaceId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What happened, in words, newest first. */
@Component
public class Log {
    private final LogEntries entries;

    Log(LogEntries entries) {
        this.entries = entries;
    }

    /** The cursor is the number of the last line of the page before. */
    public Mono<Slice<LogEntry>> page(LogFilter filter, @Nullable String cursor, int limit) {
        return entries.before(filter, number(cursor), limit + 1)
                .map(found -> Slice.of(found, limit, last -> Long.toString(last.number())));
    }

    public Mono<Map<AccountId, String>> accountNames(WorkspaceId workspaceId, Set<AccountId> accounts) {
        return accounts.isEmpty() ? Mono.just(Map.of()) : entries.accountNames(workspaceId, accounts);
    }

    private static long number(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw DomainException.invalid("/cursor", "cursor_invalid", "This cursor is not one of ours: start again.");
        }
        return Long.parseLong(cursor);
    }
}
