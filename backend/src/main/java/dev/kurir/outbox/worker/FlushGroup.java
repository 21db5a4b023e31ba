package dev.kurir.outbox.worker;

import dev.kurir.outbox.ReplyReason;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One flush: intents and endings of all connections, in one statement and one commit. */
record FlushGroup(List<Intent> intents, List<Ending> endings, List<Watermark> watermarks) {
    private static final String FLUSH = "select message_id, verdict from flush($1,$2,$3,$4,$5,$6::timestamptz[],"
            + "$7,$8,$9,$10,$11,$12,$13,$14,$15,$16::timestamptz[],$17::timestamptz[],$18::timestamptz[],$19,$20,$21,$22)";

    boolean isEmpty() {
        return intents.isEmpty() && endings.isEmpty() && watermarks.isEmpty();
    }

    List<Intent> granted(Map<Long, Verdict> verdicts) {
        return intents.stream()
                .filter(intent -> verdicts.get(intent.message().id()) == Verdict.GRANTED)
                .toList();
    }

    /** Runs it; answers the gate's verdicts by message. */
    Mono<Map<Long, Verdict>> run(FlushSession session) {
        Statement statement = session.connection().createStatement(FLUSH);
        statement.bind("$1", session.node());
        statement.bind("$2", session.number());
        bindIntents(statement);
        bindEndings(statement);
        longs(statement, "$19", watermarks, Watermark::account);
        longs(statement, "$20", watermarks, Watermark::campaign);
        longs(statement, "$21", watermarks, Watermark::fence);
        longs(statement, "$22", watermarks, Watermark::value);
        return Flux.from(statement.execute())
                .concatMap(result -> result.map(FlushGroup::verdict))
                .collect(HashMap::new, (verdicts, entry) -> verdicts.put(entry.getKey(), entry.getValue()));
    }

    private void bindIntents(Statement statement) {
        longs(statement, "$3", intents, intent -> intent.message().id());
        ints(statement, "$4", intents, intent -> intent.message().attempt());
        longs(statement, "$5", intents, Intent::fence);
        times(statement, "$6", intents, intent -> intent.message().first());
    }

    private void bindEndings(Statement statement) {
        longs(statement, "$7", endings, Ending::message);
        ints(statement, "$8", endings, Ending::attempt);
        longs(statement, "$9", endings, Ending::fence);
        ints(statement, "$10", endings, ending -> (int) ending.state().code());
        ints(statement, "$11", endings, ending -> ending.reply().phase().code());
        ints(statement, "$12", endings, ending -> ending.reply().code());
        texts(
                statement,
                "$13",
                endings,
                ending -> ending.reason() == ReplyReason.NONE
                        ? null
                        : ending.reason().word());
        texts(statement, "$14", endings, ending -> ending.reply().enhanced());
        texts(statement, "$15", endings, ending -> ending.reply().text());
        times(statement, "$16", endings, Ending::startedAt);
        times(statement, "$17", endings, Ending::endedAt);
        times(statement, "$18", endings, Ending::nextAt);
    }

    private static Map.Entry<Long, Verdict> verdict(Readable row) {
        return Map.entry(
                Objects.requireNonNull(row.get(0, Long.class)),
                Verdict.valueOf(Objects.requireNonNull(row.get(1, String.class))));
    }

    private static <T> void longs(Statement statement, String at, List<T> rows, Function<T, @Nullable Long> value) {
        statement.bind(at, rows.stream().map(value).toArray(Long[]::new));
    }

    private static <T> void ints(Statement statement, String at, List<T> rows, Function<T, Integer> value) {
        statement.bind(at, rows.stream().map(value).toArray(Integer[]::new));
    }

    private static <T> void texts(Statement statement, String at, List<T> rows, Function<T, @Nullable String> value) {
        statement.bind(at, rows.stream().map(value).toArray(String[]::new));
    }

    /** As text, in the microseconds that the database keeps; null stays null. */
    private static <T> void times(Statement statement, String at, List<T> rows, Function<T, @Nullable Instant> value) {
        texts(statement, at, rows, row -> text(value.apply(row)));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
