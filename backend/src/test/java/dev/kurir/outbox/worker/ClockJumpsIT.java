package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.outbox.UncertainEvidence;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Somebody sets the clock of the machine while messages are sent: two days ahead, two days back, an hour to and fro.
 * The database stands on another machine, whose clock is right.
 */
@KurirTest
@Import({EngineIT.World.class, ClockJumpsIT.SetClock.class})
class ClockJumpsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<Duration> JUMPS = List.of(
            Duration.ofDays(2),
            Duration.ZERO,
            Duration.ofDays(-2),
            Duration.ofHours(1),
            Duration.ofHours(-1),
            Duration.ofHours(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofHours(-1));
    private static final SmtpReply LATER = new SmtpReply(SmtpPhase.RCPT, 450, "4.2.0", "Come back later");
    private static final SmtpReply SLOWLY = new SmtpReply(SmtpPhase.DOT, 421, "4.7.0", "Too fast");

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;
    private final UncertainEvidence evidence;
    private final JumpingClock clock;

    ClockJumpsIT(
            FakeTransport mail,
            DatabaseClient database,
            Outbox outbox,
            Queues queues,
            UncertainEvidence evidence,
            JumpingClock clock) {
        this.mail = mail;
        this.outbox = outbox;
        this.evidence = evidence;
        this.clock = clock;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @AfterEach
    void theRightTime() {
        clock.set(Duration.ZERO);
    }

    @Test
    void noLimitIsExceeded() {
        AccountId account = limited("per_day = 40, people_share = 0");
        CampaignId campaign = world.campaign(account, 200);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> mail.handedOver() == 40);

        jump(() -> {});

        assertThat(mail.handedOver()).isEqualTo(40);
        assertThat(world.number("select sum(reserved) from usage where account_id = " + account.value()))
                .isEqualTo(40);
    }

    @Test
    void noLeaseIsStolenAndNoAccountChangesItsOwner() {
        AccountId account = world.account(2);
        CampaignId campaign = world.campaign(account, 2_000);
        long other = world.number("""
                insert into node (name, boot, lease_until, started_at)
                values ('other', gen_random_uuid(), clock_timestamp(), clock_timestamp()) returning id""");
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> mail.handedOver() > 0);
        long fence = fence(account);

        jump(() -> assertThat(world.number("select count(*) from claim_accounts(%d, true) where account_id = %d"
                        .formatted(other, account.value())))
                .isZero());

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 2_000);
        assertThat(fence(account)).isEqualTo(fence);
        assertThat(mail.delivered)
                .allSatisfy((_, times) -> assertThat(times.get()).isOne());
    }

    @ParameterizedTest
    @ValueSource(longs = {48, -1})
    void whatIsPutOffWhileTheClockIsWrongComesBackWhenItIsRightAgain(long hours) {
        CampaignId campaign = world.campaign(world.account(1), 3);
        mail.atRcpt = _ -> new DeliveryOutcome.Deferred(LATER, ReplyReason.SOFT);
        clock.set(Duration.ofHours(hours));
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).deferred() == 3);

        clock.set(Duration.ZERO);
        mail.atRcpt = _ -> null;

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -48})
    void anAccountThatRestedWhileTheClockWasWrongGoesOn(long hours) {
        CampaignId campaign = world.campaign(world.account(1), 3);
        mail.atDot = _ -> new DeliveryOutcome.Deferred(SLOWLY, ReplyReason.THROTTLED);
        clock.set(Duration.ofHours(hours));
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> mail.handedOver() > 0);

        clock.set(Duration.ZERO);
        mail.atDot = _ -> new DeliveryOutcome.Accepted(FakeTransport.OK);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() > 0);
    }

    @Test
    void aPolicyDoesNotDecideEarly() {
        mail.atDot = _ -> new DeliveryOutcome.Uncertain(new SmtpReply(SmtpPhase.DOT, 0, null, "cut"));
        CampaignId campaign = world.campaign(world.account(1), 2);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).uncertain() == 2);

        clock.set(Duration.ofDays(2));

        assertThat(evidence.decide(campaign, Settlement.ASSUMED, Duration.ofHours(1))
                        .block(SOON))
                .isZero();
        assertThat(world.counts(campaign).uncertain()).isEqualTo(2);
    }

    @Test
    void whatAPersonSendsAgainWhileTheClockIsAheadLeavesAtOnce() {
        CampaignId campaign = world.campaign(world.account(1), 1);
        mail.atRcpt = _ -> new DeliveryOutcome.Rejected(LATER, ReplyReason.POLICY);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).rejected() == 1);
        mail.atRcpt = _ -> null;

        clock.set(Duration.ofDays(2));
        outbox.requeueFailures(world.workspace, campaign).block(SOON);
        clock.set(Duration.ZERO);

        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 1);
    }

    /** Through all jumps, with time for the engine to notice each. */
    private void jump(Runnable atEach) {
        for (Duration ahead : JUMPS) {
            clock.set(ahead);
            long since = System.nanoTime();
            await().pollInterval(Duration.ofMillis(50)).until(() -> System.nanoTime() - since > 700_000_000);
            atEach.run();
        }
        clock.set(Duration.ZERO);
    }

    private AccountId limited(String settings) {
        AccountId account = world.account(3);
        world.run("update account set " + settings + " where id = " + account.value());
        return account;
    }

    private long fence(AccountId account) {
        return world.number("select fence from account_owner where account_id = " + account.value());
    }

    @TestConfiguration
    static class SetClock {
        @Bean
        @Primary
        JumpingClock jumpingClock() {
            return new JumpingClock();
        }
    }
}
