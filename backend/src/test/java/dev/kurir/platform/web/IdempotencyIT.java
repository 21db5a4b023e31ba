package dev.kurir.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicInteger done = new AtomicInteger();

    record Answer(int number) {}

    @BeforeAll
    static void aWorkspace() {
        DATABASE.client()
                .sql("insert into workspace (id, name, created_at) overriding system value values (1, 'W', now())")
                .then()
                .block(PATIENCE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void theSameRequestIsDoneOnce() {
        assertThat(once("same", "body", NOON)).isEqualTo(new Answer(1));
        assertThat(once("same", "body", NOON)).isEqualTo(new Answer(1));
        assertThat(done).hasValue(1);
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        assertThat(once(null, "body", NOON)).isEqualTo(new Answer(1));
        assertThat(once(null, "body", NOON)).isEqualTo(new Answer(2));
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        once("reused", "body", NOON);
        StepVerifier.create(request("reused", "another body", NOON, this::count))
                .expectErrorSatisfies(failure -> assertCode(failure, "idempotency_key_reused"))
                .verify(PATIENCE);
    }

    @Test
    void aRefusalIsNotRememberedBecauseItChangedNothing() {
        StepVerifier.create(request("refused", "body", NOON, () -> Mono.error(DomainException.notFound("thing"))))
                .expectErrorSatisfies(failure -> assertCode(failure, "thing_not_found"))
                .verify(PATIENCE);
        assertThat(once("refused", "body", NOON)).isEqualTo(new Answer(1));
    }

    @Test
    void ofManyAtOnceOneIsDoneAndAllGetItsAnswer() {
        List<Answer> answers = Flux.range(0, 6)
                .flatMap(
                        i -> request(
                                "parallel",
                                "body",
                                NOON,
                                () -> Mono.delay(Duration.ofMillis(100)).then(count())),
                        6)
                .collectList()
                .block(PATIENCE);

        assertThat(done).hasValue(1);
        assertThat(answers).hasSize(6).containsOnly(new Answer(1));
    }

    @Test
    void afterADayTheKeyIsFreeAgain() {
        once("old", "body", NOON);
        assertThat(once("old", "other body", NOON.plus(Duration.ofHours(25)))).isEqualTo(new Answer(2));
    }

    private Mono<Answer> count() {
        return Mono.fromSupplier(() -> new Answer(done.incrementAndGet()));
    }

    private Answer once(@Nullable String key, String body, Instant now) {
        return Objects.requireNonNull(request(key, body, now, this::count).block(PATIENCE));
    }

    private static Mono<Answer> request(
            @Nullable String key, String body, Instant now, java.util.function.Supplier<Mono<Answer>> action) {
        Idempotency idempotency = new Idempotency(
                DATABASE.client(), DATABASE.transactions(), new JsonMapper(), Clock.fixed(now, ZoneOffset.UTC));
        var request = new IdempotentRequest(new WorkspaceId(1), "createThing", key, Map.of("text", body));
        return idempotency.once(request, Answer.class, action);
    }

    private static void assertCode(Throwable failure, String code) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
