package dev.kurir.activity;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The feed, read backwards. */
public interface LogEntries {
    /** Lines with a smaller number, the newest first. */
    Mono<List<LogEntry>> before(LogFilter filter, long number, int limit);

    /** Names also of accounts that were deleted: what they did stays in the log. */
    Mono<Map<AccountId, String>> accountNames(WorkspaceId workspaceId, Set<AccountId> accounts);
}
