package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Messages that fail for what they are or for how we speak: nobody's address is to blame. */
@KurirTest
@Import(EngineIT.World.class)
class FailuresIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DeliveryOutcome TOO_BIG = new DeliveryOutcome.Rejected(
            new SmtpReply(SmtpPhase.DOT, 552, "5.3.4", "Message too big"), ReplyReason.CONTENT);
    private static final DeliveryOutcome NOT_UNDERSTOOD = new DeliveryOutcome.Rejected(
            new SmtpReply(SmtpPhase.MAIL, 503, "5.5.1", "Bad sequence"), ReplyReason.PROTOCOL);

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;

    FailuresIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues) {
        this.mail = mail;
        this.outbox = outbox;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @Test
    void aMessageThatIsTooBigHasFailedAndBlamesNobody() {
        mail.atDot = _ -> TOO_BIG;
        CampaignId campaign = sent(20);

        assertThat(world.counts(campaign).failed()).isEqualTo(20);
        assertThat(world.count(campaign, MessageState.FAILED.code())).isEqualTo(20);
        assertThat(world.number("select count(*) from trouble where state = 10 and campaign_id = " + campaign.value()))
                .isEqualTo(20);
        assertThat(events(campaign, "message_failed", "warn", "content")).isEqualTo(20);
        assertThat(world.number("select count(*) from suppression where workspace_id = " + world.workspace.value()))
                .isZero();
        for (String counted : new String[] {"strike", "account_bounce", "campaign_refusal"}) {
            assertThat(world.number(
                            "select count(*) from " + counted + " where workspace_id = " + world.workspace.value()))
                    .isZero();
        }
    }

    @Test
    void aServerThatDoesNotUnderstandUsIsAnAlert() {
        mail.atRcpt = _ -> NOT_UNDERSTOOD;
        CampaignId campaign = sent(3);

        assertThat(world.counts(campaign).failed()).isEqualTo(3);
        assertThat(events(campaign, "message_failed", "error", "protocol")).isEqualTo(3);
    }

    @Test
    void whatFailedIsTriedAgainWithTheOtherFailures() {
        mail.atDot = _ -> TOO_BIG;
        CampaignId campaign = sent(3);
        mail.atDot = _ -> new DeliveryOutcome.Accepted(FakeTransport.OK);

        assertThat(outbox.requeueFailures(world.workspace, campaign).block(SOON))
                .isEqualTo(3);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 3);
        assertThat(world.number("select count(*) from trouble where campaign_id = " + campaign.value()))
                .isZero();
    }

    private CampaignId sent(int messages) {
        CampaignId campaign = world.campaign(world.account(1), messages);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);
        return campaign;
    }

    private long events(CampaignId campaign, String type, String level, String reason) {
        return world.number("""
                select count(*) from event where campaign_id = %d and type = '%s' and level = '%s' and payload ->> 'reason' = '%s'
                """.formatted(campaign.value(), type, level, reason));
    }
}
