package dev.kurir.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kurir.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StreamPartTest {
    private static final FeedCursor START = new FeedCursor(10, 0);
    private static final FeedCursor LATER = new FeedCursor(12, 5);

    private final StreamClient client = new StreamClient(new StreamAudience(new WorkspaceId(1), Set.of()), START);

    private record Sum(int value) implements StreamFrame.Mergeable {
        @Override
        public Object mergedWith(Object newer) {
            return new Sum(value + ((Sum) newer).value);
        }
    }

    @Test
    void aClientTakesWhatWasOfferedInItsOrderAndOnce() {
        client.offer(StreamPart.of(List.of(line("a"), line("b")), LATER));

        assertThat(client.take().events()).extracting(StreamEvent::data).containsExactly("a", "b");
        assertThat(client.take().events()).isEmpty();
    }

    @Test
    void onlyTheLastEventOfThoseSentTogetherMovesTheCursor() {
        StreamPart part = StreamPart.of(List.of(line("a"), line("b")), LATER);

        assertThat(part.events()).extracting(StreamEvent::id).containsExactly(null, "12-5");
    }

    @Test
    void framesOfOneKeyMergeWhileTheyWait() {
        client.offer(StreamPart.of(List.of(sum("x", 1), sum("y", 5)), START));
        client.offer(
                StreamPart.of(List.of(sum("x", 2), changed("contact 1", "old"), changed("contact 1", "new")), LATER));

        assertThat(client.take().events()).extracting(StreamEvent::data).containsExactly(new Sum(5), new Sum(3), "new");
    }

    @Test
    void whatWasSentDoesNotMergeAnyMore() {
        client.offer(StreamPart.of(List.of(sum("x", 1)), START));
        client.take();
        client.offer(StreamPart.of(List.of(sum("x", 2)), LATER));

        assertThat(client.take().events()).extracting(StreamEvent::data).containsExactly(new Sum(2));
    }

    @Test
    void aPartThatShowsNothingMovesTheCursorOfWhatWaits() {
        client.offer(StreamPart.of(List.of(line("a")), START));
        client.offer(StreamPart.nothing(LATER));

        assertThat(client.take().events())
                .extracting(StreamEvent::id, StreamEvent::data)
                .containsExactly(tuple("12-5", "a"));
    }

    @Test
    void slowClientsThatWaitForTheSameShareIt() {
        StreamPart first = StreamPart.of(List.of(sum("x", 1)), START);
        StreamPart second = StreamPart.of(List.of(sum("x", 2)), LATER);

        assertThat(first.then(second)).isSameAs(first.then(second));
        assertThat(first.then(second).octets(new JsonMapper()))
                .isSameAs(first.then(second).octets(new JsonMapper()));
    }

    @Test
    void tooMuchForASlowClientBecomesOneResync() {
        List<StreamFrame> many = IntStream.range(0, StreamPart.MOST)
                .mapToObj(i -> line("line " + i))
                .toList();
        client.offer(StreamPart.of(many, START));
        client.offer(StreamPart.of(List.of(line("one more")), LATER));

        assertThat(client.take().events())
                .extracting(StreamEvent::id, StreamEvent::event)
                .containsExactly(tuple("12-5", "resync"));
    }

    @Test
    void whatComesAfterAResyncFollowsIt() {
        client.offer(StreamPart.of(List.of(line("missed")), START));
        client.offer(StreamPart.resync(START));
        client.offer(StreamPart.of(List.of(line("new")), LATER));

        assertThat(client.take().events())
                .extracting(StreamEvent::id, StreamEvent::event)
                .containsExactly(tuple(null, "resync"), tuple("12-5", "log"));
    }

    @Test
    void manyChangesOfOneThingAreNotTooMuch() {
        for (int i = 0; i < 100_000; i++) {
            client.offer(StreamPart.of(List.of(sum("x", 1)), LATER));
        }

        assertThat(client.take().events()).extracting(StreamEvent::data).containsExactly(new Sum(100_000));
    }

    @Test
    void topicsThatNobodyAskedForStayAway() {
        StreamAudience audience = new StreamAudience(new WorkspaceId(1), Set.of("outbox"));

        assertThat(audience.part(List.of(line("a"), sum("x", 1)), LATER).events())
                .extracting(StreamEvent::event)
                .containsExactly("outbox");
    }

    @Test
    void isWrittenAsAnEventStream() {
        StreamPart part = StreamPart.of(
                List.of(line("a"), new StreamFrame("word", "words", null, Map.of("text", "dua\nbaris"))), LATER);

        assertThat(new String(part.octets(new JsonMapper()), StandardCharsets.UTF_8))
                .isEqualTo("event:log\ndata:\"a\"\n\nid:12-5\nevent:word\ndata:{\"text\":\"dua\\nbaris\"}\n\n");
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
