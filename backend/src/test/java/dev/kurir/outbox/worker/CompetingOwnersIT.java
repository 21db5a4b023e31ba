package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.testing.KurirTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Who gets an account when several want it, and when its owner died. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import({EngineIT.World.class, ChaosWorld.Program.class})
class CompetingOwnersIT {
    private static final int NODES = 10;
    private static final int MESSAGES = 100;
    /** Far below the lease. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private final ChaosWorld.Program program;

    @TempDir
    Path folder;

    CompetingOwnersIT(ChaosWorld.Program program) {
        this.program = program;
    }

    @RepeatedTest(3)
    void ofTenOwnersThatCompeteOneHandsOverEachMessageOnce() {
        ChaosWorld world = new ChaosWorld(program, folder);
        world.clear();
        AccountId account = world.outbox.account(4);
        CampaignId campaign = world.outbox.campaign(account, MESSAGES);
        world.outbox(campaign, "OPEN");
        List<ChaosNode> nodes = new ArrayList<>();
        try (ChaosMail mail = new ChaosMail(1)) {
            mail.beKind();
            for (int node = 0; node < NODES; node++) {
                nodes.add(world.node("n" + node, mail));
            }
            CompletableFuture.allOf(nodes.stream()
                            .map(node -> CompletableFuture.runAsync(
                                    () -> node.start(program.engine().time().clock())))
                            .toArray(CompletableFuture[]::new))
                    .join();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> world.outbox.number("select sum(n_accepted) from queue") == MESSAGES);

            assertThat(mail.handedOver()).isEqualTo(MESSAGES);
            assertThat(mail.taken)
                    .hasSize(MESSAGES)
                    .allSatisfy((_, times) -> assertThat(times).hasValue(1));
            assertThat(world.audit.breaches()).isEmpty();
        } finally {
            nodes.forEach(ChaosNode::end);
        }
    }

    @Test
    void whoJoinsGetsItsPartOfTheWorkThoughMostAccountsHaveNothingToSend() {
        ChaosWorld world = new ChaosWorld(program, folder);
        world.clear();
        for (int idle = 0; idle < 6; idle++) {
            world.outbox.account(1);
        }
        List<AccountId> busy =
                IntStream.range(0, 4).mapToObj(_ -> world.outbox.account(1)).toList();
        world.outbox.run("update account set gap_ms = 100");
        busy.forEach(account -> world.outbox(world.outbox.campaign(account, MESSAGES), "OPEN"));
        try (ChaosMail mail = new ChaosMail(1)) {
            mail.beKind();
            ChaosNode first = world.node("a", mail);
            ChaosNode second = world.node("b", mail);
            first.start(program.engine().time().clock());
            await().atMost(SOON).until(() -> world.accountsOf(first) == 10);
            second.start(program.engine().time().clock());
            try {
                await().atMost(SOON)
                        .until(() -> world.accountsOf(first, busy) == 2 && world.accountsOf(second, busy) == 2);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> world.outbox.number("select sum(n_accepted) from queue") == 4 * MESSAGES);
                assertThat(mail.taken)
                        .allSatisfy((_, times) -> assertThat(times).hasValue(1));
            } finally {
                first.end();
                second.end();
            }
        }
    }

    @Test
    void whatADeadStartOwnedBeyondTheShareOfTheNextGoesToAnotherNodeAtOnce() {
        ChaosWorld world = new ChaosWorld(program, folder);
        world.clear();
        world.outbox.account(1);
        world.outbox.account(1);
        try (ChaosMail mail = new ChaosMail(1)) {
            ChaosNode first = world.node("a", mail);
            ChaosNode second = world.node("b", mail);
            first.start(program.engine().time().clock());
            await().atMost(SOON).until(() -> world.accountsOf(first) == 2);
            first.kill(false);
            second.start(program.engine().time().clock());
            first.start(program.engine().time().clock());
            try {
                await().atMost(SOON).until(() -> world.accountsOf(first) == 1 && world.accountsOf(second) == 1);
            } finally {
                first.end();
                second.end();
            }
        }
    }
}
