package dev.kurir.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.ContactId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@KurirTest
@TestPropertySource(properties = "kurir.stream.heartbeat=300ms")
class StreamIT {
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApplicationContext context;
    private final Feed feed;
    private final FeedStream stream;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final PublicIds ids;
    private Owner owner;

    StreamIT(
            ApplicationContext context,
            Feed feed,
            FeedStream stream,
            DatabaseClient database,
            TransactionalOperator transaction,
            PublicIds ids) {
        this.context = context;
        this.feed = feed;
        this.stream = stream;
        this.database = database;
        this.transaction = transaction;
        this.ids = ids;
    }

    @BeforeEach
    void logIn() {
        owner = Owner.of(context);
        // The set-up is news too: a stream that opens before it was read would begin with it.
        Awaitility.await().atMost(PATIENCE).until(this::allNewsAreOld);
    }

    private boolean allNewsAreOld() {
        long newest = count("select coalesce(max(tx), 0) from event");
        return stream.position().tx() > newest;
    }

    @Test
    void saysHelloAndThenWhatHappens() {
        StepVerifier.create(events("?topics=contacts,log"))
                .assertNext(hello -> {
                    assertThat(hello.event()).isEqualTo("hello");
                    assertThat(hello.id()).matches("\\d+-\\d+");
                    assertThat(hello.data()).containsKeys("buildId", "serverTime");
                })
                .then(() -> publish(changed(5)))
                .assertNext(changed -> {
                    assertThat(changed.event()).isEqualTo("changed");
                    assertThat(changed.data())
                            .containsEntry("kind", "contact")
                            .containsEntry("id", ids.encode(new ContactId(5)).toString());
                })
                .then(() -> publish(FeedEntry.log(
                        owner.caller().workspaceId(),
                        "worker_ready",
                        FeedEntry.Level.INFO,
                        Map.of("count", 3, "detail", "250 ok"))))
                .assertNext(log -> assertThat(log.data())
                        .containsEntry("code", "worker_ready")
                        .containsEntry("detail", "250 ok")
                        .containsEntry("params", Map.of("count", "3")))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void whoComesBackWithItsCursorMissesNothing() {
        String cursor =
                Objects.requireNonNull(events("").next().block(PATIENCE)).id();
        publish(changed(6));
        publish(changed(7));
        publish(changed(6));

        StepVerifier.create(events("?topics=contacts&lastEventId=" + cursor)
                        .skip(1)
                        .map(ServerSentEvent::data)
                        .map(data -> data.get("id")))
                // Twice the same is once.
                .expectNext(ids.encode(new ContactId(6)).toString())
                .expectNext(ids.encode(new ContactId(7)).toString())
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void anUnknownCursorGetsTheAdviceToReadAgain() {
        StepVerifier.create(events("?lastEventId=nonsense").map(ServerSentEvent::event))
                .expectNext("hello")
                .expectNext("resync")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void theStreamEndsWithItsSession() {
        StepVerifier.create(all("").map(ServerSentEvent::event))
                .expectNext("hello")
                .expectNext("ping")
                .then(() -> database.sql("delete from user_session").then().block(PATIENCE))
                .thenConsumeWhile("ping"::equals)
                .expectNext("unauthorized")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whatWasRolledBackIsNeverSeen() {
        Mono<Void> failing = feed.publish(changed(8))
                .then(Mono.<Void>error(new IllegalStateException("on purpose")))
                .as(transaction::transactional)
                .onErrorComplete();

        StepVerifier.create(events("?topics=contacts")
                        .skip(1)
                        .map(ServerSentEvent::data)
                        .map(data -> data.get("id")))
                .then(() -> failing.block(PATIENCE))
                .then(() -> publish(changed(9)))
                .expectNext(ids.encode(new ContactId(9)).toString())
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void aLostListenerComesBack() {
        String listeners =
                "select count(*) from pg_stat_activity where query = 'listen kurir_feed' and datname = current_database()";
        String kill =
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where query = 'listen kurir_feed' and datname = current_database()";

        assertThat(count(kill)).isEqualTo(1);
        Awaitility.await().atMost(PATIENCE).until(() -> count(listeners) == 1);
    }

    private Long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(PATIENCE));
    }

    private FeedEntry changed(long contact) {
        return FeedEntry.changed(owner.caller().workspaceId(), "contact", Map.of("id", new ContactId(contact)));
    }

    private void publish(FeedEntry entry) {
        feed.publish(entry).as(transaction::transactional).block(PATIENCE);
    }

    private Flux<ServerSentEvent<Map<String, Object>>> events(String query) {
        return all(query).filter(event -> !"ping".equals(event.event()));
    }

    private Flux<ServerSentEvent<Map<String, Object>>> all(String query) {
        WebTestClient web = owner.web();
        return web.get()
                .uri("/api/v1/stream" + query)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectHeader()
                .valueEquals("X-Accel-Buffering", "no")
                .returnResult(EVENT)
                .getResponseBody();
    }
}
