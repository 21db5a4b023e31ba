package dev.kurir.platform.web;

import dev.kurir.kernel.DomainException;
import dev.kurir.platform.web.IdempotencyRow.Stored;
import io.r2dbc.spi.R2dbcException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same request with the same key is done once; who asks again gets the first answer.
 *
 * <p>Key, change and answer are written in one transaction: after a crash either all are there or none. The unique key
 * makes a parallel duplicate wait for the first. What must follow the commit (waking a worker, a barrier) belongs after
 * {@link #once}, or into a transaction synchronisation, not into the action itself.
 */
@Component
public class Idempotency {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final String LOCK_TIMEOUT = "55P03";
    private static final int MAX_KEY = 200;

    private static final String RESERVE = """
            insert into idempotency (workspace_id, operation, key, request_hash, created_at)
            values (:workspace, :operation, :key, :hash, :now)
            on conflict (workspace_id, operation, key) do update
               set request_hash = excluded.request_hash, body = null, created_at = excluded.created_at
             where idempotency.created_at < :forgotten
            """;
    private static final String ANSWER = """
            update idempotency set body = :body where workspace_id = :workspace and operation = :operation and key = :key
            """;
    private static final String READ = """
            select request_hash, body from idempotency
             where workspace_id = :workspace and operation = :operation and key = :key
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(DatabaseClient database, TransactionalOperator transaction, JsonMapper json, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Runs the action unless it was done before; a refusal is not remembered, because it changed nothing. */
    public <T> Mono<T> once(IdempotentRequest request, Class<T> answer, Supplier<Mono<T>> action) {
        if (request.key() == null) {
            return Mono.defer(action);
        }
        IdempotencyRow.Key key = keyOf(request, request.key());
        return reserve(key)
                .flatMap(isFirst -> isFirst ? run(key, action) : replay(key, answer))
                .as(transaction::transactional);
    }

    @Scheduled(fixedDelayString = "PT1H")
    Mono<Void> forget() {
        return database.sql("delete from idempotency where created_at < :forgotten")
                .bind("forgotten", forgotten())
                .then();
    }

    private Mono<Boolean> reserve(IdempotencyRow.Key key) {
        return database.sql("select set_config('lock_timeout', '5s', true)")
                .then()
                .then(key.bind(database.sql(RESERVE))
                        .bind("hash", key.hash())
                        .bind("now", clock.instant())
                        .bind("forgotten", forgotten())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1)
                .onErrorMap(DataAccessException.class, Idempotency::inProgress);
    }

    private <T> Mono<T> run(IdempotencyRow.Key key, Supplier<Mono<T>> action) {
        return Mono.defer(action).single().delayUntil(answer -> store(key, json.writeValueAsString(answer)));
    }

    private Mono<Void> store(IdempotencyRow.Key key, String answer) {
        return key.bind(database.sql(ANSWER)).bind("body", answer).then();
    }

    private <T> Mono<T> replay(IdempotencyRow.Key key, Class<T> answer) {
        return key.bind(database.sql(READ))
                .map(row -> new Stored(row.get("request_hash", byte[].class), row.get("body", String.class)))
                .one()
                .map(stored -> json.readValue(stored.answerTo(key), answer));
    }

    private IdempotencyRow.Key keyOf(IdempotentRequest request, String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw DomainException.invalid("/Idempotency-Key", "invalid", "A key has 1 to 200 characters.");
        }
        return new IdempotencyRow.Key(
                request.workspaceId().value(), request.operation(), key, sha256(request.content()));
    }

    private byte[] sha256(Object content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private Instant forgotten() {
        return clock.instant().minus(REMEMBERED);
    }

    private static Throwable inProgress(DataAccessException failure) {
        return failure.getCause() instanceof R2dbcException cause && LOCK_TIMEOUT.equals(cause.getSqlState())
                ? new DomainException(
                        DomainException.Kind.CONFLICT, "in_progress", "The same request is still being worked on.")
                : failure;
    }
}
