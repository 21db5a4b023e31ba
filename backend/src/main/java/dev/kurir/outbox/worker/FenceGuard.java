package dev.kurir.outbox.worker;

import dev.kurir.outbox.FenceReason;
import dev.kurir.outbox.StoredFence;
import dev.kurir.platform.postgres.Restore;
import io.r2dbc.spi.Readable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Holds the sending when the database may be a copy, and keeps the witness that shows it. */
final class FenceGuard {
    static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(FenceGuard.class);
    private static final String FACTS = """
            select i.system_id = (select system_identifier::text from pg_control_system())
                       and i.database_oid = (select oid::bigint from pg_database where datname = current_database()) as own_server,
                   i.witnessed,
                   (select count(*) from node where lease_until > clock_timestamp() and name <> :name) as others,
                   (select flush_no from node where id = :node) as flushes,
                   extract(epoch from clock_timestamp() - i.alive_at)::bigint as silence,
                   exists (select from queue q join dispatch d using (campaign_id) where d.state = 'OPEN' and q.n_queued > 0)
                       or exists (select from due d left join dispatch p using (campaign_id)
                                  where d.campaign_id = 0 or p.state = 'OPEN') as has_due
            from instance i
            """;
    /** Says that somebody lives; nothing is remembered while the sending is held. */
    private static final String ALIVE = "update instance set alive_at = clock_timestamp() where sending = 'ON'";
    /** Behind the file and behind the lease: who starts at the same moment must find one of them. */
    private static final String WITNESSED = "update instance set witnessed = true where not witnessed";

    private final DatabaseClient database;
    private final StoredFence fence;
    private final IntentRecall recall;
    private final Path data;
    private final String instance;
    private final String machine = Witness.thisMachine();
    private final boolean isNamed;

    /** @param named id of the installation that the operator takes for the right one ({@code KURIR_INSTANCE}) */
    FenceGuard(
            DatabaseClient database,
            StoredFence fence,
            IntentRecall recall,
            Path data,
            String instance,
            @Nullable String named) {
        this.database = database;
        this.fence = fence;
        this.recall = recall;
        this.data = data;
        this.instance = instance;
        this.isNamed = instance.equals(named);
    }

    /** Before anything else is done with the database. */
    Mono<Void> check(String name) {
        return Mono.defer(() -> Files.exists(data.resolve(Restore.MARK)) ? restored() : judged(name))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The mark goes when the fence stands in the database. */
    private Mono<Void> restored() {
        return raise(FenceReason.RESTORED)
                .publishOn(Schedulers.boundedElastic())
                .then(Mono.fromCallable(() -> Files.deleteIfExists(data.resolve(Restore.MARK))))
                .then();
    }

    private Mono<Void> judged(String name) {
        return Mono.fromCallable(() -> Optional.ofNullable(Witness.read(data, instance)))
                .flatMap(witness -> facts(name, witness.map(Witness::node).orElse(0L))
                        .map(facts -> FenceRule.judge(facts, witness.orElse(null), machine, isNamed))
                        .flatMap(reason -> reason.map(this::raise).orElseGet(Mono::empty)));
    }

    /** For all nodes, until a person has confirmed; then what may have left and is forgotten becomes uncertain. */
    Mono<Void> raise(FenceReason reason) {
        log.error(
                "Nothing is sent until a person has confirmed: {}. For a machine that is thrown away again and again,"
                        + " KURIR_INSTANCE={} takes every one for the right one",
                reason.word(),
                instance);
        return fence.raise(reason).then(Mono.defer(recall::tell));
    }

    /** This node lives, and so many of its flushes are acknowledged. */
    Mono<Void> alive(long node, long flushes) {
        Witness witness = new Witness(instance, machine, node, flushes);
        return database.sql(ALIVE)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(_ -> witness.write(data))
                .flatMap(_ -> database.sql(WITNESSED).then());
    }

    private Mono<FenceRule.Facts> facts(String name, long node) {
        return database.sql(FACTS)
                .bind("name", name)
                .bind("node", node)
                .map(FenceGuard::facts)
                .one();
    }

    private static FenceRule.Facts facts(Readable row) {
        return new FenceRule.Facts(
                get(row, "own_server", Boolean.class),
                get(row, "witnessed", Boolean.class),
                get(row, "others", Long.class),
                row.get("flushes", Long.class),
                Duration.ofSeconds(get(row, "silence", Long.class)),
                get(row, "has_due", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
