package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.account.LimitSpan;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.PaceStatus;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.outbox.WorkerBoard;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Limits on the real engine and database. */
@KurirTest
@Import(EngineIT.World.class)
class LimitsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final DeliveryOutcome SLOWLY =
            new DeliveryOutcome.Deferred(new SmtpReply(SmtpPhase.DOT, 421, "4.7.0", "Too fast"), ReplyReason.THROTTLED);

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;
    private final WorkerBoard board;

    LimitsIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues, WorkerBoard board) {
        this.mail = mail;
        this.outbox = outbox;
        this.world = new OutboxWorld(database, outbox, queues);
        this.board = board;
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @Test
    void aDayLimitIsNeverExceededAlsoNotByATakeover() {
        AccountId account = limited("per_day = 60, people_share = 0");
        CampaignId campaign = world.campaign(account, 200);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("limit_day")));
        await().atMost(SOON).until(() -> mail.handedOver() == 60);
        assertThat(world.number("select sum(reserved) from usage where account_id = " + account.value()))
                .isEqualTo(60);

        takeOver(account);

        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("limit_day")));
        assertThat(mail.handedOver()).isEqualTo(60);
        WorkerStatus status = board.of(account).orElseThrow();
        assertThat(status.nextAt()).isNotNull();
        assertThat(status.pace().uses()).containsExactly(new PaceStatus.Use(LimitSpan.DAY, 60, 60, null));
    }

    @Test
    void aRampHoldsTheFirstDayDownAndATakeoverDoesNotForgetIt() {
        AccountId account =
                limited("per_day = 500, people_share = 0, ramp_start = 7, ramp_factor = 2, ramp_since = now()");
        CampaignId campaign = world.campaign(account, 50);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("ramp")));

        await().atMost(SOON).until(() -> mail.handedOver() == 7);
        await().atMost(SOON)
                .until(() -> world.number("select count(*) from account_pace where ramp_day = 1 and account_id = "
                                + account.value())
                        == 1);
        takeOver(account);
        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("ramp")));
        assertThat(mail.handedOver()).isEqualTo(7);
    }

    @Test
    void aDirectMessageLeavesAtOnceWhileACampaignWaitsBecauseItsPartOfTheHourIsUsedUp() {
        AccountId account = limited("per_hour = 20");
        CampaignId campaign = world.campaign(account, 100);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("people_share")));
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 18);
        assertThat(board.of(account).orElseThrow().pace().uses())
                .containsExactly(new PaceStatus.Use(LimitSpan.HOUR, 20, 18, null));

        world.direct(account, "friend@sandbox.test");
        await().atMost(SOON).until(() -> mail.recipients.containsValue("friend@sandbox.test"));
        hurryOneOf(campaign);
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 19);

        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("limit_hour")));
        assertThat(mail.handedOver()).isEqualTo(20);
        assertThat(world.number("select sum(reserved) from usage where account_id = " + account.value()))
                .isEqualTo(20);
    }

    @Test
    void outsideTheWindowNothingLeavesAndTheNextTimeIsKnown() {
        AccountId account = limited("""
                window_days = array[lower(to_char(now() at time zone 'UTC' + interval '2 days', 'dy'))],
                window_from = '08:00', window_to = '17:00', window_zone = 'UTC'""");
        CampaignId campaign = world.campaign(account, 5);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> waitsFor(account).equals(Optional.of("window")));

        assertThat(board.of(account).orElseThrow().nextAt()).isNotNull();
        assertThat(mail.handedOver()).isZero();
    }

    @Test
    void aServerThatAsksToSlowDownIsObeyedAlsoByTheNextOwner() {
        AccountId account = world.account(3);
        mail.atDot = _ -> mail.handedOver() > 100 ? SLOWLY : new DeliveryOutcome.Accepted(FakeTransport.OK);
        CampaignId campaign = world.campaign(account, 200);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> slowed(account).isPresent());

        PaceStatus.Slowed slowed = slowed(account).orElseThrow();
        assertThat(slowed.perMinute()).isEqualTo(slowed.normal() / 2);
        assertThat(slowed.normal()).isBetween(2.0, 100.0);
        assertThat(slowed.detail()).isEqualTo("Too fast");
        mail.atDot = _ -> new DeliveryOutcome.Accepted(FakeTransport.OK);
        takeOver(account);
        await().atMost(SOON).until(() -> slowed(account).isPresent());
        assertThat(slowed(account).orElseThrow().perMinute()).isLessThan(slowed.normal());
    }

    @Test
    void anUnlimitedAccountWritesNoPermits() {
        AccountId account = world.account(4);
        CampaignId campaign = world.campaign(account, 300);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 300);

        assertThat(world.number("select count(*) from usage where account_id = " + account.value()))
                .isZero();
        assertThat(world.number("select count(*) from account_pace where account_id = " + account.value()))
                .isZero();
    }

    private void hurryOneOf(CampaignId campaign) {
        assertThat(world.number("""
                        select hurry_message(workspace_id, id, clock_timestamp())::int::bigint
                        from message where campaign_id = %d and ordinal = 100""".formatted(campaign.value()))).isOne();
    }

    /** A new worker that knows nothing but what the database knows. */
    private void takeOver(AccountId account) {
        long logins = logins(account);
        world.run("update account_owner set fence = fence + 1 where account_id = " + account.value());
        await().atMost(SOON).until(() -> logins(account) > logins);
    }

    private long logins(AccountId account) {
        return world.number(
                "select count(*) from event where type = 'worker_ready' and account_id = " + account.value());
    }

    private AccountId limited(String settings) {
        AccountId account = world.account(3);
        world.run("update account set " + settings + " where id = " + account.value());
        return account;
    }

    private Optional<PaceStatus.Slowed> slowed(AccountId account) {
        return board.of(account)
                .flatMap(status -> Optional.ofNullable(status.pace().slowed()));
    }

    private Optional<String> waitsFor(AccountId account) {
        return board.of(account).map(WorkerStatus::reason);
    }
}
