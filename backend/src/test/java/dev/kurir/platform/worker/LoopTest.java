package dev.kurir.platform.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.KurirProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LoopTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final Counting hourly = new Counting(Duration.ofHours(1));

    @AfterEach
    void end() {
        hourly.stop();
    }

    @Test
    void itRunsAtItsStartAndWhenItIsWoken() {
        hourly.start();
        await().until(() -> runs.get() == 1);
        hourly.wake();
        await().until(() -> runs.get() == 2);
    }

    @Test
    void itMayBeStartedAgain() {
        hourly.start();
        await().until(() -> runs.get() == 1);
        hourly.stop();
        assertThat(hourly.isRunning()).isFalse();

        hourly.start();

        assertThat(hourly.isRunning()).isTrue();
        await().until(() -> runs.get() == 2);
    }

    @Test
    void aRunThatFailsIsTriedAgain() {
        hourly.step = Mono.error(new IllegalStateException("broken on purpose"));
        hourly.start();
        await().until(() -> runs.get() == 1);
        hourly.wake();
        await().until(() -> runs.get() == 2);
    }

    @Test
    void itsEndWaitsForTheRunThatIsOnItsWay() {
        Sinks.Empty<Void> work = Sinks.empty();
        AtomicBoolean ended = new AtomicBoolean();
        hourly.step = work.asMono();
        hourly.start();
        await().until(() -> runs.get() == 1);

        hourly.stop(() -> ended.set(true));

        assertThat(ended).isFalse();
        work.tryEmitEmpty();
        await().untilTrue(ended);
    }

    private final class Counting extends Loop {
        private Mono<Void> step = Mono.empty();

        Counting(Duration period) {
            super(
                    new KurirProperties(
                            Path.of("."),
                            Set.of(KurirProperties.Role.WORKER),
                            false,
                            null,
                            Duration.ofSeconds(20),
                            null,
                            1,
                            null),
                    period);
        }

        @Override
        protected Mono<Void> run() {
            runs.incrementAndGet();
            return step;
        }
    }
}
