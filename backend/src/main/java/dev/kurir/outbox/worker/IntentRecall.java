package dev.kurir.outbox.worker;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells a database that may have gone back in time what was allowed to leave meanwhile: that is uncertain then. */
record IntentRecall(DatabaseClient database, IntentLog intents, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(IntentRecall.class);

    /** Finds nothing, and changes nothing, in a database that knows them all. */
    Mono<Void> tell() {
        return Flux.fromStream(intents::read)
                .subscribeOn(Schedulers.boundedElastic())
                .concatMap(this::tell)
                .reduce(0L, Long::sum)
                .doOnNext(found -> log.warn("{} messages that the database takes for waiting may have left", found))
                .then();
    }

    private Mono<Long> tell(List<IntentLog.Granted> granted) {
        return database.sql("select recall_intents(:messages, :attempts, :times, :now)")
                .bind("messages", array(granted, IntentLog.Granted::message, Long[]::new))
                .bind("attempts", array(granted, IntentLog.Granted::attempt, Integer[]::new))
                .bind("times", array(granted, IntentLog.Granted::at, Instant[]::new))
                .bind("now", clock.instant())
                .mapValue(Long.class)
                .one();
    }

    private static <T> T[] array(
            List<IntentLog.Granted> granted, Function<IntentLog.Granted, T> value, IntFunction<T[]> array) {
        return granted.stream().map(value).toArray(array);
    }
}
