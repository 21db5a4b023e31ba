package dev.kurir.platform.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BlockingMailIoTest {
    private final BlockingMailIo mailIo = new BlockingMailIo();

    @AfterEach
    void stop() {
        mailIo.destroy();
    }

    @Test
    void callsOnAVirtualThread() {
        StepVerifier.create(mailIo.call(() -> Thread.currentThread().isVirtual()))
                .expectNext(true)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void ofManyThatWaitNoneWaitsForAnother() {
        int many = 200;
        CountDownLatch all = new CountDownLatch(many);
        Mono<Long> met = reactor.core.publisher.Flux.range(0, many)
                .flatMap(i -> mailIo.call(() -> meet(all)), many)
                .count();
        StepVerifier.create(met).expectNext((long) many).expectComplete().verify(Duration.ofSeconds(10));
    }

    @Test
    void cancellingInterruptsTheCall() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Disposable call = mailIo.call(() -> waitForEver(started, interrupted)).subscribe();
        started.await();

        call.dispose();

        assertThat(interrupted.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anErrorThatReactorTakesForTheEndOfTheMachineIsTheFailureOfItsCall() {
        Mono<Object> call = mailIo.call(() -> {
            throw new OutOfMemoryError("of one mail");
        });

        StepVerifier.create(call)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(FatalCallException.class)
                        .hasMessageContaining("of one mail")
                        .hasCauseInstanceOf(OutOfMemoryError.class))
                .verify(Duration.ofSeconds(5));
    }

    private static boolean meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        all.await();
        return true;
    }

    private static boolean waitForEver(CountDownLatch started, CountDownLatch interrupted) {
        started.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            interrupted.countDown();
        }
        return true;
    }
}
