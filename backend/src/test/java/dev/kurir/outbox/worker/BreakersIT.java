package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** What stops an account and a campaign by itself, on the real engine and database. */
@KurirTest
@Import(EngineIT.World.class)
class BreakersIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DeliveryOutcome NOBODY = new DeliveryOutcome.Rejected(
            new SmtpReply(SmtpPhase.RCPT, 550, "5.1.1", "No such user"), ReplyReason.HARD_BOUNCE);
    private static final DeliveryOutcome SPAM = new DeliveryOutcome.Rejected(
            new SmtpReply(SmtpPhase.RCPT, 554, "5.7.1", "Looks like spam, see policy 17"), ReplyReason.POLICY);

    private final FakeTransport mail;
    private final OutboxWorld world;
    private final Outbox outbox;
    private final Accounts accounts;
    private final DatabaseClient database;

    BreakersIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues, Accounts accounts) {
        this.mail = mail;
        this.outbox = outbox;
        this.accounts = accounts;
        this.database = database;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @BeforeEach
    void aFriendlyServer() {
        mail.beFriendly();
    }

    @Test
    void moreThanAFewHardBouncesStopTheAccountUntilAPersonSwitchesItOn() {
        AccountId account = world.account(1);
        mail.atRcpt = message -> number(message) > 50 && number(message) % 10 == 0 ? NOBODY : null;
        CampaignId campaign = world.campaign(account, 400);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> "bounces".equals(blockedReason(account)));

        // 60, 70 … 160 are eleven; one message may be on its way already
        await().atMost(SOON).until(() -> world.counts(campaign).sending() == 0);
        assertThat(world.counts(campaign).rejected()).isEqualTo(11);
        assertThat(world.counts(campaign).accepted()).isBetween(149L, 151L);
        assertThat(world.number(
                        "select count(*) from event where type = 'worker_blocked' and payload->>'detail' like '550 5.1.1 No such user' and account_id = "
                                + account.value()))
                .isOne();

        mail.atRcpt = _ -> null;
        accounts.want(world.workspace, account, true, "somebody").block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);
        assertThat(world.counts(campaign).accepted()).isEqualTo(389);
    }

    @Test
    void lessThanFivePercentOfTheLastTwoHundredIsBorne() {
        AccountId account = world.account(4);
        mail.atRcpt = message -> number(message) % 22 == 0 ? NOBODY : null;
        CampaignId campaign = world.campaign(account, 600);
        outbox.open(campaign).block(SOON);

        await().atMost(SOON).until(() -> world.counts(campaign).open() == 0);

        assertThat(world.counts(campaign).rejected()).isEqualTo(27);
        assertThat(blockedReason(account)).isEmpty();
    }

    @Test
    void theCountGoesOnWithTheNextOwner() {
        AccountId account = world.account(1);
        mail.atRcpt = message -> number(message) % 10 == 0 ? NOBODY : null;
        CampaignId first = world.campaign(account, 60);
        outbox.open(first).block(SOON);
        await().atMost(SOON).until(() -> world.counts(first).open() == 0);
        assertThat(blockedReason(account)).isEmpty();

        world.run("update account_owner set fence = fence + 1 where account_id = " + account.value());
        CampaignId second = world.campaign(account, 60);
        world.run("delete from suppression");
        outbox.open(second).block(SOON);

        await().atMost(SOON).until(() -> "bounces".equals(blockedReason(account)));
        assertThat(world.counts(first).rejected() + world.counts(second).rejected())
                .isEqualTo(11);
    }

    @Test
    void aCampaignThatServersRefuseIsPausedWithTheirWords() {
        AccountId account = world.account(1);
        mail.atRcpt = message -> number(message) > 30 && number(message) % 10 == 0 ? SPAM : null;
        CampaignId campaign = world.campaign(account, 300);
        world.run("update campaign set state = 'processing' where id = " + campaign.value());
        outbox.open(campaign).block(SOON);

        await().atMost(SOON)
                .until(() -> "paused".equals(text("select state as t from campaign where id = " + campaign.value())));

        await().atMost(SOON).until(() -> world.counts(campaign).sending() == 0);
        assertThat(world.counts(campaign).rejected()).isEqualTo(5);
        assertThat(world.counts(campaign).queued()).isPositive();
        assertThat(text("select refused as t from dispatch where campaign_id = " + campaign.value()))
                .isEqualTo("554 5.7.1 Looks like spam, see policy 17");
        assertThat(blockedReason(account)).isEmpty();
        assertThat(world.number("select count(*) from event where type = 'campaign_refused' and campaign_id = "
                        + campaign.value()))
                .isOne();

        outbox.open(campaign).block(SOON);
        assertThat(text("select refused as t from dispatch where campaign_id = " + campaign.value()))
                .isEmpty();
    }

    @Test
    void anAddressThatIsFullOnThreeDaysOfAWeekIsTakenOffTheList() {
        AccountId account = world.account(1);
        SmtpReply full = new SmtpReply(SmtpPhase.RCPT, 552, "5.2.2", "Mailbox full");
        mail.atRcpt = _ -> new DeliveryOutcome.Rejected(full, ReplyReason.MAILBOX_FULL);
        CampaignId early = world.campaign(account, 1);
        strikes(early, 3, 1);
        outbox.open(early).block(SOON);
        await().atMost(SOON).until(() -> world.counts(early).deferred() == 1);
        assertThat(suppressed()).isZero();

        CampaignId late = world.campaign(account, 1);
        strikes(late, 8);
        outbox.open(late).block(SOON);
        await().atMost(SOON).until(() -> world.counts(late).deferred() == 1);
        assertThat(suppressed()).isOne();
    }

    private void strikes(CampaignId campaign, int... daysAgo) {
        for (int days : daysAgo) {
            world.run("""
                    insert into strike (workspace_id, address_hash, reason, day)
                    select workspace_id, address_hash, 'mailbox_full', (now() at time zone 'UTC')::date - %d from message
                    where campaign_id = %d""".formatted(days, campaign.value()));
        }
    }

    private long suppressed() {
        return world.number("select count(*) from suppression where note = 'Mailbox full' and workspace_id = "
                + world.workspace.value());
    }

    private String blockedReason(AccountId account) {
        return text("select blocked_reason as t from account where id = " + account.value());
    }

    private String text(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNullElse(row.get("t", String.class), ""))
                .one()
                .block(SOON));
    }

    private static int number(OutgoingMessage message) {
        String address = message.to().value();
        return Integer.parseInt(address.substring(1, address.indexOf('@')));
    }
}
