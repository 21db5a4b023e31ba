package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A backup is taken in the middle of a campaign and starts in another place, beside its original. */
class RestoredCopyIT {
    private static final int PEOPLE = Boolean.getBoolean("restore.all") ? 4_000 : 2_000;
    /** So many that a backup is over before they are, on a slow machine too. */
    private static final int MANY = 1_200;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final KurirApi api = new KurirApi();

    @Test
    void aRestoredBackupSendsNothingUntilAPersonHasConfirmed() throws IOException {
        Path backup = folder.resolve("kurir.backup");
        try (RecordingSink sink = new RecordingSink(folder.resolve("sink.tsv"), Duration.ofMillis(30))) {
            Map<String, String> environment = Map.of("KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1:" + sink.port());
            try (ProgramUnderTest original = program("original", environment)) {
                inTheMiddle(original, sink, backup, PEOPLE);
                original.kill();
            }
            int sent = sink.count();
            try (ProgramUnderTest copy = program("copy", environment)) {
                copy.command("restore", backup.toString());
                copy.start();
                api.moved(copy.ready());
                JsonNode held = api.get("/sending");

                assertThat(held.get("state").asString()).isEqualTo("FENCED");
                assertThat(held.get("reason").asString()).isEqualTo("restored");
                long messages = held.get("held").get(0).get("messages").asLong();
                assertThat(messages).isBetween((long) PEOPLE - sent, (long) PEOPLE - 50);
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> sink.count() == sent);
                if (Boolean.getBoolean("restore.all")) {
                    copy.stop();
                    copy.start();
                    api.moved(copy.ready());
                    await().during(Duration.ofSeconds(3))
                            .atMost(Duration.ofSeconds(5))
                            .until(() -> sink.count() == sent);
                }

                api.post("/sending/confirm", null);

                await().atMost(PATIENCE).until(() -> sink.count() >= sent + messages);
                assertThat(api.get("/sending").get("state").asString()).isEqualTo("ON");
            }
        }
    }

    /** The database was lost and a backup put in its place; what the node wrote beside it is still there. */
    @Test
    @EnabledIfSystemProperty(
            named = "restore.all",
            matches = "true",
            disabledReason = "the long form; WentBackIT is the short one")
    void whatLeftAfterTheBackupIsNotSentAgainWhereTheOldFolderRemembersIt() throws IOException {
        Path backup = folder.resolve("kurir.backup");
        try (RecordingSink sink = new RecordingSink(folder.resolve("sink.tsv"), Duration.ofMillis(30))) {
            Map<String, String> environment = Map.of("KURIR_ALLOW_PRIVATE_TARGETS", "127.0.0.1:" + sink.port());
            try (ProgramUnderTest original = program("original", environment)) {
                inTheMiddle(original, sink, backup, MANY);
                original.kill();
            }
            try (ProgramUnderTest copy = program("copy", environment)) {
                copy.command("restore", backup.toString());
                FileSystemUtils.copyRecursively(
                        folder.resolve("original/data/intents"), folder.resolve("copy/data/intents"));
                copy.start();
                api.moved(copy.ready());
                SendingWorld world = new SendingWorld(copy::database, api);
                int sent = sink.count();
                await().atMost(PATIENCE).until(() -> world.number("select sum(n_uncertain) from queue") >= 50);

                api.post("/sending/confirm", null);

                long all = world.number("select count(*) from message");
                await().atMost(PATIENCE)
                        .until(() -> world.number("select sum(n_accepted + n_uncertain) from queue") == all);
                assertThat(sink.count()).isBetween(sent, MANY);
                assertThat(sink.recipients()).doesNotHaveDuplicates();
            }
        }
    }

    /** More than fifty messages have left before the backup, and more than fifty after it. */
    private void inTheMiddle(ProgramUnderTest original, RecordingSink sink, Path backup, int people) {
        original.start();
        api.setUp(original.ready());
        SendingWorld world = new SendingWorld(original::database, api);
        String campaign = world.campaign("c", world.account("a", sink.port(), 2), people);
        world.generate(campaign);
        world.process(campaign);
        await().atMost(PATIENCE).until(() -> sink.count() > 50);
        original.command("backup", backup.toString());
        int then = sink.count();
        await().atMost(PATIENCE).until(() -> sink.count() > then + 50);
    }

    private ProgramUnderTest program(String name, Map<String, String> environment) throws IOException {
        return new ProgramUnderTest(Files.createDirectories(folder.resolve(name)), environment);
    }
}
