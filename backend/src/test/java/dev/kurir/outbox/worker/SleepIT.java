package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.WorkerBoard;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Accounts that have nothing to send cost nothing. */
@KurirTest
@Import(EngineIT.World.class)
class SleepIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeTransport mail;
    private final Outbox outbox;
    private final WorkerBoard board;
    private final OutboxWorld world;

    SleepIT(FakeTransport mail, DatabaseClient database, Outbox outbox, Queues queues, WorkerBoard board) {
        this.mail = mail;
        this.outbox = outbox;
        this.board = board;
        this.world = new OutboxWorld(database, outbox, queues);
    }

    @Test
    void whatNobodyHasTouchedAndHasNothingToSendIsLeftAlone() {
        AccountId untouched = world.forgottenAccount();
        send(world.account(1));

        assertThat(owners(untouched)).isOne();
        assertThat(mail.connections(untouched)).isZero();
        assertThat(board.of(untouched)).isEmpty();
    }

    @Test
    void whoIsAddedOrSwitchedOnLogsInThoughItHasNothingToSend() {
        AccountId added = world.account(1);

        await().atMost(SOON).until(() -> mail.connections(added) == 1);
    }

    @Test
    void aWorkerSleepsWhenItsConnectionsHaveEndedAndWakesForTheNextMail() {
        AccountId account = world.account(1);
        send(account);
        await().atMost(SOON).until(() -> said(account, "ON"));

        leaveAlone(account);
        mail.hangUp(account);
        await().atMost(SOON).until(() -> board.of(account).isEmpty());

        assertThat(said(account, "ON")).isTrue();
        send(account);
        assertThat(board.of(account)).isPresent();
    }

    @Test
    void aWorkerThatRestsOrWaitsDoesNotSleep() {
        AccountId account = world.account(1);
        world.run("update account set gap_ms = 3600000 where id = " + account.value());
        CampaignId campaign = world.campaign(account, 1);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 1);

        leaveAlone(account);
        mail.hangUp(account);
        send(world.account(1));

        assertThat(board.of(account)).isPresent();
    }

    @Test
    void whatASleeperHasReservedAndNotUsedIsGivenBack() {
        AccountId account = world.account(1);
        world.run("update account set per_day = 5000 where id = " + account.value());
        send(account);

        leaveAlone(account);
        mail.hangUp(account);
        await().atMost(SOON).until(() -> board.of(account).isEmpty());

        assertThat(world.number("select sum(reserved) from usage where account_id = " + account.value()))
                .isEqualTo(20);
    }

    private void send(AccountId account) {
        CampaignId campaign = world.campaign(account, 20);
        outbox.open(campaign).block(SOON);
        await().atMost(SOON).until(() -> world.counts(campaign).accepted() == 20);
    }

    private void leaveAlone(AccountId account) {
        world.run("update account set stirred_at = now() - interval '1 hour' where id = " + account.value());
    }

    private long owners(AccountId account) {
        return world.number("select count(*) from account_owner where account_id = " + account.value());
    }

    private boolean said(AccountId account, String state) {
        return world.number("select count(*) from worker_board where account_id = %d and status ->> 'state' = '%s'"
                        .formatted(account.value(), state))
                == 1;
    }
}
