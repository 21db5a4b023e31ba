package dev.kurir.suppression.persistence;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.StoredSuppressions;
import dev.kurir.suppression.Suppression;
import dev.kurir.suppression.SuppressionReason;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcStoredSuppressions implements StoredSuppressions {
    // The order of SuppressionReason.
    private static final String STRENGTH =
            "array_position(array['manual', 'hard_bounce', 'unsubscribed', 'complaint'], %s)";
    private static final String STRONGER =
            STRENGTH.formatted("excluded.reason") + " > " + STRENGTH.formatted("s.reason");
    private static final String PUT = """
            insert into suppression as s (workspace_id, address_hash, email, reason, note, campaign_id, message_id, since)
            values (:workspace, :hash, :email, :reason, :note, :campaign, :message, :now)
            on conflict (workspace_id, address_hash) do update set
                   reason = case when %1$s then excluded.reason else s.reason end,
                   note = case when %1$s then excluded.note else s.note end,
                   campaign_id = case when %1$s then excluded.campaign_id else s.campaign_id end,
                   message_id = case when %1$s then excluded.message_id else s.message_id end
            returning id, email, reason, note, since
            """.formatted(STRONGER);
    private static final String REMOVE = """
            delete from suppression where workspace_id = :workspace and id = :id returning email
            """;
    private static final String FOUND = """
             from suppression
             where workspace_id = :workspace and lower(email) like '%' || lower(:search) || '%' escape '\\'
            """;
    private static final String PAGE = "select id, email, reason, note, since " + FOUND
            + " and (:after::bigint is null or id < :after) order by id desc limit :limit";
    private static final String COUNT = "select count(*) as n " + FOUND;
    private static final String REASONS = """
            select encode(address_hash, 'hex') as hash, reason
              from suppression
             where workspace_id = :workspace
               and address_hash in (select decode(h, 'hex') from unnest(:hashes::text[]) h)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcStoredSuppressions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Suppression> put(WorkspaceId workspace, NewSuppression suppression) {
        return database.sql(PUT)
                .bind("workspace", workspace.value())
                .bind("hash", suppression.email().hash())
                .bind("email", suppression.email().value())
                .bind("reason", suppression.reason().word())
                .bind("note", Parameters.in(R2dbcType.VARCHAR, suppression.note()))
                .bind("campaign", key(suppression.campaignId()))
                .bind("message", key(suppression.messageId()))
                .bind("now", clock.instant())
                .map(R2dbcStoredSuppressions::read)
                .one();
    }

    @Override
    public Mono<EmailAddress> remove(WorkspaceId workspace, SuppressionId id) {
        return database.sql(REMOVE)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map(row -> new EmailAddress(text(row, "email")))
                .one();
    }

    @Override
    public Mono<List<Suppression>> page(
            WorkspaceId workspace, String search, @Nullable SuppressionId after, int limit) {
        return database.sql(PAGE)
                .bind("workspace", workspace.value())
                .bind("search", escaped(search))
                .bind("after", key(after))
                .bind("limit", limit)
                .map(R2dbcStoredSuppressions::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, String search) {
        return database.sql(COUNT)
                .bind("workspace", workspace.value())
                .bind("search", escaped(search))
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one();
    }

    @Override
    public Mono<Map<EmailAddress, SuppressionReason>> reasons(
            WorkspaceId workspace, Collection<EmailAddress> addresses) {
        return database.sql(REASONS)
                .bind("workspace", workspace.value())
                .bind(
                        "hashes",
                        addresses.stream().map(R2dbcStoredSuppressions::hex).toArray(String[]::new))
                .map(row -> Map.entry(text(row, "hash"), SuppressionReason.of(text(row, "reason"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(byHash -> byAddress(addresses, byHash));
    }

    private static Map<EmailAddress, SuppressionReason> byAddress(
            Collection<EmailAddress> addresses, Map<String, SuppressionReason> byHash) {
        return addresses.stream()
                .distinct()
                .filter(address -> byHash.containsKey(hex(address)))
                .collect(Collectors.toMap(address -> address, address -> byHash.get(hex(address))));
    }

    private static String hex(EmailAddress address) {
        return HexFormat.of().formatHex(address.hash());
    }

    private static Suppression read(Readable row) {
        return new Suppression(
                new SuppressionId(Objects.requireNonNull(row.get("id", Long.class))),
                new EmailAddress(text(row, "email")),
                SuppressionReason.of(text(row, "reason")),
                row.get("note", String.class),
                Objects.requireNonNull(row.get("since", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static Object key(@Nullable Id id) {
        return Parameters.in(R2dbcType.BIGINT, id == null || id.value() == 0 ? null : id.value());
    }

    /** The search as a person typed it: its wildcards are letters like others. */
    private static String escaped(String search) {
        return search.replace("\0", "")
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
