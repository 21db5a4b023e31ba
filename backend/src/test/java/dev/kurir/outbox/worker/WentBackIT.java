package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.testing.KurirTest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A database that is put back under the program: what left meanwhile is not handed over again. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import({EngineIT.World.class, ChaosWorld.Program.class})
class WentBackIT {
    private static final int WAITING = 25;
    private static final int LEFT_SINCE = 15;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ChaosWorld.Program program;

    @TempDir
    Path folder;

    WentBackIT(ChaosWorld.Program program) {
        this.program = program;
    }

    @Test
    void whatLeftSinceTheBackupIsUncertainAndTheRestWaitsForAPerson() {
        ChaosWorld world = new ChaosWorld(program, folder);
        world.clear();
        AccountId account = world.outbox.account(2);
        CampaignId left = world.outbox.campaign(account, LEFT_SINCE);
        CampaignId waiting = world.outbox.campaign(account, WAITING);
        try (ChaosMail mail = new ChaosMail(1)) {
            mail.beKind();
            ChaosNode node = world.node("a", mail);
            node.start(program.engine().time().clock());
            world.outbox(left, "OPEN");
            await().atMost(SOON).until(() -> world.outbox.number("select sum(n_accepted) from queue") == LEFT_SINCE);
            await().atMost(SOON).until(node::hasWitness);
            // its journal would prove the newest of them
            node.kill(true);
            putBack(world);
            world.outbox(waiting, "OPEN");

            node.start(program.engine().time().clock());
            try {
                assertThat(
                                world.outbox.number(
                                        "select count(*) from instance where sending = 'FENCED' and fenced_reason = 'went_back'"))
                        .isOne();
                assertThat(world.outbox.number("select sum(n_uncertain) from queue"))
                        .isEqualTo(LEFT_SINCE);
                assertThat(world.audit.breaches()).isEmpty();

                world.confirm();
                node.look();

                await().atMost(SOON).until(() -> world.outbox.number("select sum(n_accepted) from queue") == WAITING);
                assertThat(mail.begun).hasSize(LEFT_SINCE + WAITING);
                assertThat(mail.begun.values())
                        .allSatisfy(times -> assertThat(times).hasValue(1));
            } finally {
                node.end();
            }
        }
    }

    /** As the backup knew it: everything waits. */
    private static void putBack(ChaosWorld world) {
        world.outbox.run("delete from attempt");
        world.outbox.run("update message set state = 1, attempt = 0, reply_code = null, first_at = null");
        world.outbox.run("update queue set n_queued = n_queued + n_accepted, n_accepted = 0, watermark = 1");
        world.outbox.run("update node set flush_no = 0");
    }
}
