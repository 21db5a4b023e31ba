package dev.kurir.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.AccountSummary;
import dev.kurir.account.Limits;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How people see a worker whose account knows more than the worker has told yet. */
class WorkerViewTest {
    private static final AccountId ACCOUNT = new AccountId(1);
    private static final Instant LATER = Instant.parse("2026-11-23T12:00:00Z");
    private static final WorkerStatus SENDS =
            new WorkerStatus(ACCOUNT, WorkerStatus.State.ON, "limit_day", null, LATER, PaceStatus.FREE);

    @Test
    void anAccountThatWasStoppedIsStoppedBeforeItsWorkerHasSaidSo() {
        WorkerView view = WorkerView.of(account(true, "bounces"), new AccountLoad(3, 0), SENDS, 0);

        assertThat(view.isStopped()).isTrue();
        assertThat(view.state()).isEqualTo("blocked");
        assertThat(view.status().reason()).isEqualTo("bounces");
        assertThat(view.status().detail()).isEqualTo("550 5.1.1");
        assertThat(view.status().nextAt()).isNull();
    }

    @Test
    void aRestThatEndsByItselfIsNoStop() {
        WorkerStatus rests = new WorkerStatus(
                ACCOUNT, WorkerStatus.State.BLOCKED, "throttled", "4.7.0 Too fast", LATER, PaceStatus.FREE);

        WorkerView view = WorkerView.of(account(true, null), new AccountLoad(3, 0), rests, 0);

        assertThat(view.isStopped()).isFalse();
        assertThat(view.state()).isEqualTo("blocked");
        assertThat(view.status()).isSameAs(rests);
    }

    @Test
    void whatIsSwitchedOffIsOffWhateverStoppedIt() {
        WorkerView view = WorkerView.of(account(false, "bounces"), new AccountLoad(3, 0), SENDS, 0);

        assertThat(view.isStopped()).isFalse();
        assertThat(view.state()).isEqualTo("off");
    }

    private static AccountSummary account(boolean wanted, @Nullable String blocked) {
        return new AccountSummary(
                ACCOUNT,
                "Sales",
                new EmailAddress("sales@example.com"),
                "",
                wanted,
                blocked,
                blocked == null ? null : "550 5.1.1",
                Limits.NONE,
                false);
    }
}
