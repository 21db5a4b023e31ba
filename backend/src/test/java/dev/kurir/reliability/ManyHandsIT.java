package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.KurirTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fifty hands on one button, over HTTP and SMTP: everybody gets the mail once. */
@KurirTest
class ManyHandsIT {
    private static final int HANDS = 50;
    private static final int PEOPLE = 200;
    private static final RecordingSink SINK = sink();

    private final KurirApi api = new KurirApi();
    private final SendingWorld world;

    ManyHandsIT(ApplicationContext context) {
        world = SendingWorld.in(context, api);
    }

    @DynamicPropertySource
    static void theSinkMayBeReached(DynamicPropertyRegistry properties) {
        properties.add("kurir.allow-private-targets", () -> "127.0.0.1:" + SINK.port());
    }

    @AfterAll
    static void close() {
        SINK.close();
    }

    @Test
    void fiftyPeoplePressGenerateAndProcessAtTheSameMoment() {
        String account = world.account("hands", SINK.port(), 4);
        String campaign = world.campaign("hands", account, PEOPLE);

        pressAtOnce("/campaigns/" + campaign + "/generate");
        pressAtOnce("/campaigns/" + campaign + "/process");

        await().atMost(Duration.ofSeconds(30)).until(() -> world.number("""
                        select count(*) from message m join message_input i on i.message_id = m.id
                        where i.address like 'hands-%' and m.state = 4""") == PEOPLE);
        assertThat(SINK.recipients()).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(world.states("hands-")).hasSize(PEOPLE);
    }

    /** Who comes too late may be told so; that is no failure. */
    private void pressAtOnce(String button) {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, HANDS)
                            .mapToObj(_ -> CompletableFuture.runAsync(() -> api.tryPost(button), hands))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static RecordingSink sink() {
        try {
            Path folder = Files.createTempDirectory("hands");
            return new RecordingSink(folder.resolve("sink.tsv"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
