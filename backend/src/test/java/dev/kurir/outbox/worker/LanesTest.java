package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that share the connections of a node. */
class LanesTest {
    private final ConnectionBudget budget = new ConnectionBudget(3);

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
    void theOnlyOneOfAnAccountIsNeverTaken() {
        List<Account> accounts = List.of(new Account(1), new Account(1), new Account(1));
        Account late = new Account(1);

        accounts.forEach(Account::pump);
        assertThat(accounts).allMatch(account -> account.closed().isEmpty());

        accounts.getFirst().hangUp(0);
        assertThat(late.open).hasSize(1);
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
        assertThat(greedy.lanes.mayGoOn()).isTrue();

        new Account(1);
        assertThat(greedy.lanes.mayGoOn()).isFalse();
    }

    /** Connects as its worker would, with connections that end when they are told to. */
    private final class Account {
        private final List<Lane> open = new ArrayList<>();
        private final List<Lane> asked = new ArrayList<>();
        private final Lanes lanes;
        private int wanted;

        Account(int wanted) {
            this.wanted = wanted;
            this.lanes = new Lanes(budget, this::pump);
            pump();
        }

        void pump() {
            lanes.yieldOne();
            lanes.open(wanted, wanted, lane -> {
                lane.connect(new Connection(() -> asked.add(lane)));
                lane.markReady();
                open.add(lane);
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
