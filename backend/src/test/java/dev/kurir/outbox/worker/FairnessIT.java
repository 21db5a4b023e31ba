package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who goes first where one account has much to send. */
@KurirTest
@Import(EngineIT.World.class)
class FairnessIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int HUGE = Integer.getInteger("fairness.people", 50_000);
    private static final Duration GAP = Duration.ofMillis(1_500);
    private static final DraftContent REPLY = new DraftContent(
            DraftContent.Kind.DIRECT, "Re", "", "<p>Re</p>", "Re", "A", new EmailAddress("a@sandbox.test"));

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;
    private final List<String> order = new CopyOnWriteArrayList<>();

    FairnessIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues) {
        this.mail = mail;
        this.outbox = outbox;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aServerThatNotesTheOrder() {
        mail.beFriendly();
        mail.atDot = message -> {
            order.add(message.to().value());
            return new DeliveryOutcome.Accepted(FakeTransport.OK);
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHugeCampaignDelaysAReplyByNoMoreThanOneGap(boolean urgent) {
        AccountId account = world.account(2);
        world.run("update account set gap_ms = %d where id = %d".formatted(GAP.toMillis(), account.value()));
        outbox.open(world.campaign(account, HUGE)).block(SOON);
        await().atMost(SOON).until(() -> order.size() >= 2);

        int before = order.size();
        long written = System.nanoTime();
        outbox.send(reply(account, urgent), REPLY).block(SOON);
        await().atMost(SOON).until(() -> order.contains("reply@sandbox.test"));
        long waited = Duration.ofNanos(System.nanoTime() - written).toMillis();

        // one may have been on its way when the reply was written
        assertThat(order.indexOf("reply@sandbox.test")).isLessThanOrEqualTo(before + 1);
        Seen.note(
                urgent ? "fair-urgent" : "fair-direct",
                "left %,d ms after it was written, beside %,d waiting messages; gap %,d ms",
                waited,
                HUGE,
                GAP.toMillis());
        world.run("update account set wanted = 'OFF' where id = " + account.value());
    }

    @Test
    void twoCampaignsTakeTurns() {
        AccountId account = world.account(1);
        CampaignId large = world.campaign(account, 2_000);
        CampaignId small = world.campaign(account, 200);
        outbox.open(large).block(SOON);
        await().atMost(SOON).until(() -> world.counts(large).accepted() > 20);
        outbox.open(small).block(SOON);

        await().atMost(SOON).until(() -> world.counts(small).open() == 0);

        long between = world.number("""
                select count(*) from attempt l where l.campaign_id = %d and l.seq between
                    (select min(seq) from attempt where campaign_id = %d) and (select max(seq) from attempt where campaign_id = %d)
                """.formatted(large.value(), small.value(), small.value()));
        assertThat(between).isBetween(150L, 260L);
    }

    private DirectMessage reply(AccountId account, boolean urgent) {
        return new DirectMessage(
                world.workspace, account, null, new EmailAddress("reply@sandbox.test"), "", Map.of(), urgent);
    }
}
