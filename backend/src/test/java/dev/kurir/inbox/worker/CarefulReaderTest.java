package dev.kurir.inbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.inbox.mime.MailReader;
import dev.kurir.inbox.worker.CarefulReader.GivenUpException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CarefulReaderTest {
    private static final Duration A_BIT = Duration.ofMillis(200);

    private final CarefulReader reader = new CarefulReader(A_BIT);

    @Test
    void whatIsReadIsGivenBack() throws InterruptedException {
        assertThat(reader.read(() -> "read")).isEqualTo("read");
    }

    @Test
    void aMailThatTakesTooLongIsGivenUpAndToldSo() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> reader.read(() -> workUntilInterrupted(ended)))
                .isInstanceOf(GivenUpException.class)
                .hasMessageContaining("200 ms");

        ended.await();
    }

    @Test
    void theParserItselfHearsThatItIsGivenUp() throws InterruptedException {
        byte[] mail = ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + "x".repeat(1 << 20) + "\n--b--\n")
                .getBytes(StandardCharsets.US_ASCII);
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> reader.read(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        MailReader.read(mail);
                    }
                    ended.countDown();
                    return true;
                }))
                .isInstanceOf(GivenUpException.class);

        ended.await();
    }

    @Test
    void whoDoesNotHearThatItIsGivenUpTakesNobodysPlace() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        for (int stubborn = 0; stubborn < Runtime.getRuntime().availableProcessors() + 1; stubborn++) {
            assertThatThrownBy(() -> reader.read(() -> {
                        while (!over.get()) {
                            Thread.onSpinWait();
                        }
                        return true;
                    }))
                    .isInstanceOf(GivenUpException.class);
        }

        assertThat(reader.read(() -> "read")).isEqualTo("read");
        over.set(true);
    }

    @Test
    void memoryAndStackThatRunOutAreTheFaultOfTheMail() {
        assertThatThrownBy(() -> reader.read(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(GivenUpException.class)
                .hasMessageContaining("Java heap space");
        assertThatThrownBy(() -> reader.read(() -> deeper(0))).isInstanceOf(GivenUpException.class);
    }

    @Test
    void anOrdinaryFailureStaysWhatItIs() {
        assertThatThrownBy(() -> reader.read(() -> {
                    throw new IllegalArgumentException("nonsense");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean workUntilInterrupted(CountDownLatch ended) {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        ended.countDown();
        return true;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
