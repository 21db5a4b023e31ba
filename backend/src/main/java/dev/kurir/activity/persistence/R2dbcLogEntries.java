package dev.kurir.activity.persistence;

import dev.kurir.activity.LogEntries;
import dev.kurir.activity.LogEntry;
import dev.kurir.activity.LogFilter;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLogEntries implements LogEntries {
    private static final String SELECT = """
            select e.*, a.name as account_name
              from event e left join account a on a.id = e.account_id and a.workspace_id = e.workspace_id
             where e.workspace_id = :workspace and e.level <> 'none' and e.seq < :before
            """;
    private static final String OF_ACCOUNT = " and e.account_id = :account";
    private static final String OF_LEVEL = " and e.level = :level";
    private static final String WITH_WORDS = """
             and (e.type ilike :search or a.name ilike :search or e.actor ilike :search
                  or exists (select from jsonb_each_text(e.payload) as p (name, value) where p.value ilike :search))
            """;
    private static final String NEWEST_FIRST = " order by e.seq desc limit :limit";

    private static final String NAMES =
            "select id, name from account where workspace_id = :workspace and id = any(:ids)";

    private final DatabaseClient database;
    private final FeedRows rows;

    R2dbcLogEntries(DatabaseClient database, FeedRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Mono<List<LogEntry>> before(LogFilter filter, long number, int limit) {
        return bind(filter, database.sql(sql(filter)))
                .bind("workspace", filter.workspaceId().value())
                .bind("before", number)
                .bind("limit", limit)
                .map(row -> LogEntry.of(rows.read(row), row.get("account_name", String.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<AccountId, String>> accountNames(WorkspaceId workspaceId, Set<AccountId> accounts) {
        return database.sql(NAMES)
                .bind("workspace", workspaceId.value())
                .bind("ids", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .map(row -> Map.entry(
                        new AccountId(Objects.requireNonNull(row.get("id", Long.class))),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static String sql(LogFilter filter) {
        return SELECT
                + (filter.accountId() == null ? "" : OF_ACCOUNT)
                + (filter.level() == null ? "" : OF_LEVEL)
                + (filter.search().isBlank() ? "" : WITH_WORDS)
                + NEWEST_FIRST;
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            LogFilter filter, DatabaseClient.GenericExecuteSpec statement) {
        var bound = statement;
        if (filter.accountId() != null) {
            bound = bound.bind("account", filter.accountId().value());
        }
        if (filter.level() != null) {
            bound = bound.bind("level", filter.level().name().toLowerCase(Locale.ROOT));
        }
        return filter.search().isBlank() ? bound : bound.bind("search", "%" + escaped(filter.search()) + "%");
    }

    /** Wildcards that a person typed are letters like others. */
    private static String escaped(String search) {
        return search.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
