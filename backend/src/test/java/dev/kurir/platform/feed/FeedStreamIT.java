package dev.kurir.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class FeedStreamIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final WorkspaceId HERE = new WorkspaceId(1);
    private static final WorkspaceId ELSEWHERE = new WorkspaceId(2);

    private final FeedRecords records = new FeedRecords(DATABASE.client(), new FeedRows(new JsonMapper()));
    private final StreamViews views = new StreamViews(List.of(new Words()));
    private final FeedStream stream = new FeedStream(records, views, new StreamReplay(records, views));

    /** Shows each entry as its own word; one word it cannot show. */
    private static final class Words implements StreamView {
        @Override
        public boolean accepts(String type) {
            return !type.equals("hidden");
        }

        @Override
        public Mono<List<StreamFrame>> frames(List<FeedRecord> accepted) {
            List<StreamFrame> frames = new ArrayList<>();
            for (FeedRecord record : accepted) {
                if (record.type().equals("broken")) {
                    return Mono.error(new IllegalStateException("a view that fails on purpose"));
                }
                frames.add(new StreamFrame("word", "words", null, record.type()));
            }
            return Mono.just(frames);
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void start() {
        stream.start().block(PATIENCE);
    }

    @Test
    void aClientGetsWhatHappensInItsWorkspaceOnly() {
        List<StreamEvent> here = listen(HERE, null);
        List<StreamEvent> elsewhere = listen(ELSEWHERE, null);

        write(HERE, "one");
        write(ELSEWHERE, "two");
        write(HERE, "hidden");
        catchUp();

        assertThat(here).extracting(event -> event.data()).containsExactly("one");
        assertThat(elsewhere).extracting(event -> event.data()).containsExactly("two");
    }

    @Test
    void whoComesBackGetsWhatItMissedOnce() {
        List<StreamEvent> before = listen(HERE, null);
        write(HERE, "seen");
        catchUp();
        FeedCursor cursor = FeedCursor.parse(before.getLast().id()).orElseThrow();
        write(HERE, "missed");
        write(ELSEWHERE, "not mine");
        catchUp();

        List<StreamEvent> again = listen(HERE, cursor);
        write(HERE, "new");
        catchUp();

        eventually(() -> assertThat(again).extracting(event -> event.data()).containsExactly("missed", "new"));
    }

    @Test
    void whatHappensWhileTheMissedPartIsReadIsNotLost() {
        FeedCursor cursor = stream.position();
        write(HERE, "missed");
        catchUp();
        List<Object> got = new CopyOnWriteArrayList<>();
        var client = stream.open(new StreamAudience(HERE, Set.of()), cursor)
                .concatMapIterable(StreamPart::events)
                .subscribe(event -> {
                    got.add(event.data());
                    if (event.data().equals("missed")) {
                        // Now the replay is on its way and the live part has not begun.
                        DATABASE.client()
                                .sql("insert into event (workspace_id, type) values (1, 'between')")
                                .then()
                                .subscribe();
                    }
                });
        eventually(() -> {
            catchUp();
            assertThat(got).hasSizeGreaterThanOrEqualTo(2);
        });
        client.dispose();
        assertThat(got).containsExactly("missed", "between");
    }

    @Test
    void whoWasAwayForTooLongReadsEverythingAgain() {
        FeedCursor cursor = stream.position();
        DATABASE.client()
                .sql("insert into event (workspace_id, type) select 1, 'flood' from generate_series(1, :many)")
                .bind("many", StreamReplay.MOST + 1)
                .then()
                .block(PATIENCE);
        catchUp();

        List<StreamEvent> events = listen(HERE, cursor);
        eventually(() -> assertThat(events).extracting(StreamEvent::event).containsExactly("resync"));
    }

    @Test
    void aCursorOfAnotherDatabaseReadsEverythingAgain() {
        List<StreamEvent> events = listen(HERE, FeedCursor.UNKNOWN);
        eventually(() -> assertThat(events).extracting(StreamEvent::event).containsExactly("resync"));
    }

    @Test
    void aCursorThatAnotherNodeGaveIsTaken() {
        FeedCursor ofAFasterNode = afterOneMore();
        List<StreamEvent> events = listen(HERE, ofAFasterNode);
        catchUp();
        write(HERE, "here too");
        catchUp();
        eventually(() -> assertThat(events).extracting(event -> event.data()).endsWith("here too"));
        assertThat(events).extracting(StreamEvent::event).doesNotContain("resync");
    }

    @Test
    void anEntryThatCannotBeShownStopsNobody() {
        List<StreamEvent> here = listen(HERE, null);
        List<StreamEvent> elsewhere = listen(ELSEWHERE, null);
        write(HERE, "broken");
        write(ELSEWHERE, "fine");
        catchUp();
        write(HERE, "afterwards");
        catchUp();

        assertThat(here).extracting(StreamEvent::event).containsExactly("resync", "word");
        assertThat(elsewhere).extracting(event -> event.data()).containsExactly("fine");
    }

    @Test
    void streamsEndWithTheProgram() {
        StepVerifier.create(stream.open(new StreamAudience(HERE, Set.of()), null))
                .then(() -> stream.onStop(new ContextClosedEvent(new StaticApplicationContext())))
                .expectComplete()
                .verify(PATIENCE);
    }

    private List<StreamEvent> listen(WorkspaceId workspace, @Nullable FeedCursor since) {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        stream.open(new StreamAudience(workspace, Set.of()), since).subscribe(part -> events.addAll(part.events()));
        return events;
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
    }

    private FeedCursor afterOneMore() {
        write(HERE, "on the other node");
        FeedPage page = records.after(stream.position(), 100).block(PATIENCE);
        return page.next();
    }

    private void catchUp() {
        stream.catchUp().block(PATIENCE);
    }

    private static void write(WorkspaceId workspace, String type) {
        DATABASE.client()
                .sql("insert into event (workspace_id, type) values (:workspace, :type)")
                .bind("workspace", workspace.value())
                .bind("type", type)
                .then()
                .block(PATIENCE);
    }
}
