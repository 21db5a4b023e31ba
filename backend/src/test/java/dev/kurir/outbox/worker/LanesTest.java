package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that share the connections of a node. */
class LanesTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final ConnectionBudget budget = new ConnectionBudget(3);
    private Instant now = NOON;

    @Test
    void anAccountTakesWhatIsFree() {
        Account greedy = new Account(5);

        assertThat(greedy.open).hasSize(3);
    }

    @Test
    void whoHasNoneGetsOneOfAnAccountThatHoldsSeveral() {
        Account greedy = new Account(5);
        Account late = new Account(5);
        assertThat(late.open).isEmpty();

        greedy.pump();
        greedy.pump();
        assertThat(greedy.closed()).hasSize(1);
        assertThat(greedy.lanes.idle()).hasSize(2);

        // the account that ends it asks for another one in the same breath
        greedy.hangUpClosed();
        assertThat(greedy.open).hasSize(2);
        assertThat(late.open).hasSize(1);
    }

    @Test
    void theOnlyOneOfAnAccountThatSendsStaysForATurn() {
        List<Account> accounts = List.of(new Account(1), new Account(1), new Account(1));
        Account late = new Account(1);

        now = NOON.plusSeconds(9);
        accounts.forEach(Account::pump);
        assertThat(accounts).allMatch(account -> account.closed().isEmpty() && account.lanes.mayGoOn(now));

        now = NOON.plusSeconds(10);
        accounts.forEach(Account::pump);
        assertThat(accounts.getFirst().closed()).hasSize(1);
        assertThat(accounts.getLast().closed()).isEmpty();

        // who has given it up waits behind whoever waits already
        accounts.getFirst().hangUpClosed();
        assertThat(late.open).hasSize(1);
        assertThat(accounts.getFirst().open).isEmpty();
    }

    @Test
    void anIdleOneIsGivenUpAtOnceAlsoTheLast() {
        List<Account> accounts = List.of(new Account(1), new Account(1), new Account(1));
        Account late = new Account(1);
        accounts.getFirst().wanted = 0;

        accounts.getFirst().pump();
        accounts.getFirst().hangUpClosed();
        assertThat(late.open).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersDoesNotHoldThemAll() {
        Account silent = new Account(3, "silent.test", false);
        Account other = new Account(1, "mail.test", true);

        assertThat(silent.open).hasSize(2);
        assertThat(other.open).hasSize(1);

        silent.hangUp(0);
        assertThat(silent.open).hasSize(2);
    }

    @Test
    void theyGetTheirsInTheOrderInWhichTheyAsked() {
        Account greedy = new Account(3);
        List<Account> late = List.of(new Account(1), new Account(1), new Account(1));
        late.forEach(Account::pump);

        greedy.pump();
        greedy.hangUpClosed();
        assertThat(late).extracting(account -> account.open.size()).containsExactly(1, 0, 0);
        greedy.pump();
        greedy.hangUpClosed();
        assertThat(late).extracting(account -> account.open.size()).containsExactly(1, 1, 0);
        assertThat(greedy.open).hasSize(1);
    }

    @Test
    void whoDoesNotWantItAnyMoreLeavesItToTheOthers() {
        Account greedy = new Account(3);
        Account gone = new Account(1);
        Account late = new Account(1);
        gone.wanted = 0;

        greedy.pump();
        greedy.hangUpClosed();
        assertThat(gone.open).isEmpty();
        assertThat(late.open).hasSize(1);
    }

    @Test
    void whoHoldsSeveralTakesNoFurtherMessageWhileSomebodyHasNone() {
        Account greedy = new Account(3);
        assertThat(greedy.lanes.mayGoOn(now)).isTrue();

        new Account(1);
        assertThat(greedy.lanes.mayGoOn(now)).isFalse();
    }

    /** Connects as its worker would, with connections that end when they are told to. */
    private final class Account {
        private final List<Lane> open = new ArrayList<>();
        private final List<Lane> asked = new ArrayList<>();
        private final Lanes lanes = new Lanes(budget, this::pump);
        private final String server;
        private final boolean answers;
        private int wanted;

        Account(int wanted) {
            this(wanted, "mail.test", true);
        }

        Account(int wanted, String server, boolean answers) {
            this.wanted = wanted;
            this.server = server;
            this.answers = answers;
            pump();
        }

        void pump() {
            lanes.yieldOne(wanted > 0, now);
            lanes.open(server, wanted, wanted, now, lane -> {
                lane.connect(new Connection(() -> asked.add(lane)));
                open.add(lane);
                if (answers) {
                    lanes.ready(lane);
                }
            });
        }

        List<Lane> closed() {
            return asked;
        }

        void hangUpClosed() {
            List.copyOf(asked).forEach(lane -> hangUp(open.indexOf(lane)));
            asked.clear();
        }

        void hangUp(int index) {
            lanes.remove(open.remove(index));
            pump();
        }
    }

    private record Connection(Runnable closed) implements MailConnection {
        @Override
        public void offer(OutgoingMessage message) {}

        @Override
        public void grant(OutgoingMessage message) {}

        @Override
        public void refuse(OutgoingMessage message) {}

        @Override
        public void close() {
            closed.run();
        }

        @Override
        public void abort() {}
    }
}
