package dev.kurir.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamClientTest {
    private static final FeedCursor START = new FeedCursor(10, 0);
    private static final FeedCursor LATER = new FeedCursor(12, 5);

    private record Sum(int value) implements StreamFrame.Mergeable {
        @Override
        public Object mergedWith(Object newer) {
            return new Sum(value + ((Sum) newer).value);
        }
    }

    @Test
    void givesWhatWasOfferedInItsOrder() {
        StreamClient client = client();
        client.offer(List.of(line("a"), line("b")), LATER);

        assertThat(client.drain()).extracting(event -> event.data().value()).containsExactly("a", "b");
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void onlyTheLastEventOfThoseSentTogetherMovesTheCursor() {
        StreamClient client = client();
        client.offer(List.of(line("a"), line("b")), LATER);

        assertThat(client.drain()).extracting(StreamEvent::id).containsExactly(null, "12-5");
    }

    @Test
    void framesOfOneKeyMergeWhileTheyWait() {
        StreamClient client = client();
        client.offer(List.of(sum("x", 1), sum("y", 5)), START);
        client.offer(List.of(sum("x", 2), changed("contact 1", "old"), changed("contact 1", "new")), LATER);

        assertThat(client.drain())
                .extracting(event -> event.data().value())
                .containsExactly(new Sum(5), new Sum(3), "new");
    }

    @Test
    void whatWasSentDoesNotMergeAnyMore() {
        StreamClient client = client();
        client.offer(List.of(sum("x", 1)), START);
        client.drain();
        client.offer(List.of(sum("x", 2)), LATER);

        assertThat(client.drain()).extracting(event -> event.data().value()).containsExactly(new Sum(2));
    }

    @Test
    void tooMuchForASlowClientBecomesOneResync() {
        StreamClient client = client();
        List<StreamFrame> many = IntStream.rangeClosed(1, StreamClient.MOST_WAITING + 1)
                .mapToObj(i -> line("line " + i))
                .toList();
        client.offer(many, LATER);

        assertThat(client.drain())
                .extracting(StreamEvent::id, StreamEvent::event)
                .containsExactly(tuple("12-5", "resync"));
    }

    @Test
    void manyChangesOfOneThingAreNotTooMuch() {
        StreamClient client = client();
        Stream.generate(() -> sum("x", 1)).limit(100_000).forEach(frame -> client.offer(List.of(frame), LATER));

        assertThat(client.drain()).extracting(event -> event.data().value()).containsExactly(new Sum(100_000));
    }

    @Test
    void topicsThatNobodyAskedForStayAway() {
        StreamClient client = new StreamClient(new WorkspaceId(1), Set.of("outbox"), START);
        client.offer(List.of(line("a"), sum("x", 1)), LATER);

        assertThat(client.drain()).extracting(StreamEvent::event).containsExactly("outbox");
    }

    private static StreamClient client() {
        return new StreamClient(new WorkspaceId(1), Set.of(), START);
    }

    private static StreamFrame line(String text) {
        return new StreamFrame("log", "log", null, text);
    }

    private static StreamFrame sum(String key, int value) {
        return new StreamFrame("outbox", "outbox", key, new Sum(value));
    }

    private static StreamFrame changed(String key, String text) {
        return new StreamFrame("changed", "contacts", key, text);
    }
}
