package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MessageAssembly;
import dev.kurir.outbox.MessageDecorator;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.outbox.Stopped;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;

/** The engine on the real database, with a mail world in memory. */
@KurirTest
@Import(EngineIT.World.class)
class EngineIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;

    EngineIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues) {
        this.mail = mail;
        this.outbox = outbox;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @Test
    void aCampaignLeavesWholeAndOnce() {
        CampaignId campaign = world.campaign(world.account(8), 3_000);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 3_000);

        assertThat(world.counts(campaign).open()).isZero();
        assertThat(world.count(campaign, 4)).isEqualTo(3_000);
        assertThat(mail.delivered)
                .hasSize(3_000)
                .allSatisfy((_, times) -> assertThat(times.get()).isOne());
        await().atMost(SOON)
                .until(() ->
                        world.number("select watermark from queue where campaign_id = " + campaign.value()) == 3_001);
    }

    @Test
    void afterAHoldNothingLeavesButWhatItNamed() {
        CampaignId campaign = world.campaign(world.account(8), 20_000);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> mail.handedOver() > 300);

        Stopped stopped = Objects.requireNonNull(
                outbox.hold(campaign).then(outbox.settle(campaign)).block(SOON));
        long acceptedThen = world.counts(campaign).accepted();

        assertThat(stopped.confirmed()).isTrue();
        await().atMost(SOON).until(() -> world.counts(campaign).sending() == 0);
        assertThat(world.counts(campaign).accepted()).isLessThanOrEqualTo(acceptedThen + stopped.inFlight());
        long after = mail.handedOver();
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> mail.handedOver() > after);
        outbox.cancel(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);
        assertThat(world.counts(campaign).sum()).isEqualTo(20_000);
        assertThat(mail.delivered)
                .allSatisfy((_, times) -> assertThat(times.get()).isOne());
    }

    @Test
    void aRefusedRecipientIsRejectedAndSuppressed() {
        SmtpReply unknown = new SmtpReply(SmtpPhase.RCPT, 550, "5.1.1", "No such user");
        mail.atRcpt = message -> message.to().value().startsWith("u7@")
                ? new DeliveryOutcome.Rejected(unknown, ReplyReason.HARD_BOUNCE)
                : null;
        CampaignId campaign = world.campaign(world.account(2), 20);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);

        assertThat(world.counts(campaign).rejected()).isOne();
        assertThat(world.counts(campaign).accepted()).isEqualTo(19);
        assertThat(world.number(
                        "select count(*) from suppression where email = 'u7@sandbox.test' and reason = 'hard_bounce'"))
                .isOne();
        assertThat(world.number("select count(*) from attempt where code = 550"))
                .isOne();
    }

    @Test
    void aSuppressedAddressIsRefusedAtTheLastMoment() {
        CampaignId campaign = world.campaign(world.account(2), 10);
        world.run("""
                insert into suppression (workspace_id, address_hash, email, reason, since)
                select workspace_id, address_hash, 'u3@sandbox.test', 'unsubscribed', now() from message
                where campaign_id = %d and ordinal = 3""".formatted(campaign.value()));
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);

        assertThat(world.counts(campaign).suppressed()).isOne();
        assertThat(mail.handedOver()).isEqualTo(9);
    }

    @Test
    void aDeferredMessageComesBackByItselfAndIsSentOnce() {
        AccountId account = world.account(1);
        SmtpReply later = new SmtpReply(SmtpPhase.RCPT, 450, "4.2.0", "Come back later");
        CampaignId campaign = world.campaign(account, 5);
        mail.atRcpt = message -> message.to().value().startsWith("u2@") && !seenTwice()
                ? new DeliveryOutcome.Deferred(later, ReplyReason.SOFT)
                : null;
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 5);

        assertThat(world.number("select deferrals::bigint from message where ordinal = 2 and campaign_id = "
                        + campaign.value()))
                .isPositive();
        assertThat(mail.delivered)
                .allSatisfy((_, times) -> assertThat(times.get()).isOne());
    }

    @Test
    void whatNobodyCanKnowIsUncertainAndIsNotSentAgain() {
        mail.atDot = message -> message.to().value().startsWith("u4@")
                ? new DeliveryOutcome.Uncertain(new SmtpReply(SmtpPhase.DOT, 0, null, "connection cut"))
                : new DeliveryOutcome.Accepted(FakeTransport.OK);
        CampaignId campaign = world.campaign(world.account(2), 10);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);

        assertThat(world.counts(campaign).uncertain()).isOne();
        assertThat(mail.delivered)
                .hasSize(10)
                .allSatisfy((_, times) -> assertThat(times.get()).isOne());
    }

    private int refused;

    private boolean seenTwice() {
        return refused++ >= 1;
    }

    @TestConfiguration
    static class World {
        @Bean
        @Primary
        FakeTransport fakeTransport() {
            return new FakeTransport();
        }

        @Bean
        @Primary
        MessageAssembly fakeAssembly() {
            return _ -> new MessageAssembly.CompiledDraft() {
                @Override
                public byte[] splice(MessageInputs inputs, MessageDecorator.Decoration decoration) {
                    return new byte[] {1};
                }

                @Override
                public String subject(MessageInputs inputs) {
                    return "s";
                }

                @Override
                public MessageAssembly.Rendered render(MessageInputs inputs, MessageDecorator.Decoration decoration) {
                    return new MessageAssembly.Rendered("s", "h", "t", List.of(), 1);
                }
            };
        }

        @Bean
        @Primary
        dev.kurir.account.CredentialVault noSecrets() {
            return new dev.kurir.account.CredentialVault() {
                @Override
                public byte[] seal(
                        Purpose purpose, dev.kurir.kernel.WorkspaceId w, AccountId a, dev.kurir.account.Secret secret) {
                    return new byte[0];
                }

                @Override
                public dev.kurir.account.@org.jspecify.annotations.Nullable Secret open(
                        Purpose purpose,
                        dev.kurir.kernel.WorkspaceId w,
                        AccountId a,
                        byte @org.jspecify.annotations.Nullable [] sealed) {
                    return null;
                }
            };
        }

        @Bean
        @Primary
        MessageDecorator fakeDecorator() {
            return (_, _) -> MessageDecorator.Decoration.NONE;
        }
    }
}
