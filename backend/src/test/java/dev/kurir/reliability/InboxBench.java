package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Seen;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How soon a mail is there, what a large mailbox takes, what watching costs, how long a long conversation needs. */
class InboxBench {
    private static final int MAILS = Integer.getInteger("bench.mails", 50_000);
    private static final int WATCHED = Integer.getInteger("bench.watched", 500);
    private static final int ARRIVALS = Integer.getInteger("bench.arrivals", 200);
    private static final int LONG_THREAD = 200;
    private static final int OPENINGS = 30;

    @Test
    void figures() throws IOException, GeneralSecurityException, InterruptedException {
        try (BenchStage stage = new BenchStage("inbox");
                MadeMailServer server = new MadeMailServer();
                MadeMailServer secure = new MadeMailServer(stage.certificate.sockets())) {
            arrivals(stage, server);
            thread(stage, server);
            backfill(stage, server);
            watching(stage, server, "none");
            watching(stage, secure, "tls");
        }
    }

    private static void arrivals(BenchStage stage, MadeMailServer server) {
        MadeMailbox box = server.open("arrivals", 0, number -> MadeMailbox.letter(number, 3_000));
        account(stage, server, "arrivals");
        await().atMost(BenchStage.PATIENCE).until(box::isWatched);
        arrive(stage, box, 50);
        List<Double> waits = arrive(stage, box, ARRIVALS);
        Seen.note(
                "mail-visible",
                "%d mails of 3 KB, one by one: in its conversation after p50 %.0f ms, p95 %.0f ms, at most %.0f ms",
                waits.size(),
                percentile(waits, 50),
                percentile(waits, 95),
                percentile(waits, 100));
    }

    /** Milliseconds from the server's word to the entry in the database. */
    private static List<Double> arrive(BenchStage stage, MadeMailbox box, int many) {
        List<Double> waits = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(BenchStage.PATIENCE)
                    .until(box::isWatched);
            String found =
                    "select count(*) from mail_content where internet_id = 'm%d@made.test'".formatted(box.count() + 1);
            long start = System.nanoTime();
            box.arrive();
            await().pollInterval(Duration.ofMillis(3))
                    .atMost(BenchStage.PATIENCE)
                    .until(() -> stage.world.number(found) > 0);
            waits.add(BenchStage.seconds(start) * 1e3);
        }
        return waits;
    }

    private static void thread(BenchStage stage, MadeMailServer server) {
        server.open("thread", LONG_THREAD, InboxBench::ofThread);
        account(stage, server, "thread");
        await().atMost(BenchStage.PATIENCE)
                .until(() ->
                        stage.world.number("select count(*) from mail_content where internet_id like 't%@made.test'")
                                == LONG_THREAD);
        JsonNode conversation =
                stage.api.get("/conversations?tab=all&q=thread200").get("items").get(0);
        String path = "/conversations/" + conversation.get("id").asString();
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int one = 0; one < OPENINGS; one++) {
            long start = System.nanoTime();
            stage.api.get(path);
            int entries = stage.api.get(path + "/entries?limit=50").get("items").size();
            first.add(BenchStage.seconds(start) * 1e3);
            entries = stage.api.get(path + "/entries?limit=200").get("items").size();
            whole.add(BenchStage.seconds(start) * 1e3);
            if (entries != LONG_THREAD) {
                throw new AssertionError("The conversation has " + entries + " entries.");
            }
        }
        Seen.note(
                "conversation-200",
                "the conversation and its newest 50 of %d mails after p50 %.0f ms, p95 %.0f ms; and all of them after p50 %.0f ms, p95 %.0f ms (%d times)",
                LONG_THREAD,
                percentile(first, 50),
                percentile(first, 95),
                percentile(whole, 50),
                percentile(whole, 95),
                OPENINGS);
    }

    private static String ofThread(int number) {
        return MadeMailbox.letter(number, 4_000)
                .replaceAll("<m(\\d+)@", "<t$1@")
                .replaceAll("Person \\d+ <p\\d+@", "Long <long@")
                .replaceAll("Subject: .*", "Subject: thread200")
                .replaceAll("References: .*\r\n", "")
                .replace("Date:", "References: <t1@made.test>\r\nDate:");
    }

    private static void backfill(BenchStage stage, MadeMailServer server) {
        MadeMailbox box = server.open("large", MAILS, number -> MadeMailbox.letter(1_000_000 + number, 3_000));
        long before = HeapUse.live(stage.program.pid());
        BenchStage.Cpu cpu = stage.cpu();
        long start = System.nanoTime();
        account(stage, server, "large");
        String read =
                "select count(*) from mail_content where internet_id like 'm1______@made.test' and from_address like 'p%'";
        long most = 0;
        List<Double> waits = new ArrayList<>();
        while (stage.world.number(read) < MAILS + waits.size()) {
            // seldom: whoever looks takes of the two cores
            if (waits.size() % 10 == 5) {
                most = Math.max(most, HeapUse.live(stage.program.pid()));
            }
            waits.add(arriveLate(stage, box));
        }
        double seconds = BenchStage.seconds(start);
        Seen.note(
                "backfill",
                "%,d mails of 3 KB in %.0f s: %.0f/s, CPU s per 1,000 %.2f; live heap %d MB before, at most %d MB meanwhile; %d new mails meanwhile there after p50 %.0f ms, p95 %.0f ms",
                MAILS,
                seconds,
                MAILS / seconds,
                stage.cpu().since(cpu).total() / MAILS * 1e3,
                before,
                most,
                waits.size(),
                percentile(waits, 50),
                percentile(waits, 95));
    }

    private static double arriveLate(BenchStage stage, MadeMailbox box) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        String found = "select count(*) from mail_content where internet_id = 'm%d@made.test'"
                .formatted(1_000_000 + box.count() + 1);
        long start = System.nanoTime();
        box.arrive();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(BenchStage.PATIENCE)
                .until(() -> stage.world.number(found) > 0);
        return BenchStage.seconds(start) * 1e3;
    }

    private static void watching(BenchStage stage, MadeMailServer server, String security) {
        long heap = HeapUse.live(stage.program.pid());
        long resident = stage.program.residentMegabytes();
        int before = server.connections();
        List<MadeMailbox> boxes = new ArrayList<>();
        for (int number = 0; number < WATCHED; number++) {
            String user = "watched-" + security + number;
            boxes.add(server.open(user, 0, mail -> MadeMailbox.letter(mail, 1_000)));
            account(stage, server, user, security);
        }
        await().atMost(BenchStage.PATIENCE).until(() -> boxes.stream().allMatch(MadeMailbox::isWatched));
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(30));
        long live = HeapUse.live(stage.program.pid());
        BenchStage.Cpu cpu = stage.cpu();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(30));
        Seen.note(
                "watched-" + security,
                "%d accounts with nothing to do (%d connections): live heap %d → %d MB, %.0f KB each; resident %d → %d MB; CPU %.1f %% of a core",
                WATCHED,
                server.connections() - before,
                heap,
                live,
                (live - heap) * 1024.0 / WATCHED,
                resident,
                stage.program.residentMegabytes(),
                stage.cpu().since(cpu).total() / 30 * 100);
    }

    private static void account(BenchStage stage, MadeMailServer server, String user) {
        account(stage, server, user, "none");
    }

    private static void account(BenchStage stage, MadeMailServer server, String user, String security) {
        String category = stage.api.get("/categories").get(0).get("id").asString();
        Map<String, Object> endpoint = Map.of("host", "127.0.0.1", "port", server.port(), "security", security);
        stage.api.post(
                "/accounts",
                Map.of(
                        "name",
                        user,
                        "categoryId",
                        category,
                        "fromAddress",
                        user + "@sender.test",
                        "username",
                        user,
                        "password",
                        "not a secret",
                        "smtp",
                        endpoint,
                        "imap",
                        endpoint));
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
