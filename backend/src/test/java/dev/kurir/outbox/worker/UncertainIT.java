package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.StateCounts;
import dev.kurir.testing.KurirTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What people decide about messages of which nobody knows whether they arrived. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import(ThreeUncertainMessages.Sources.class)
class UncertainIT extends ThreeUncertainMessages {
    UncertainIT(ApplicationContext context) {
        super(context);
    }

    @Test
    void whatIsAssumedIsAcceptedVisiblyWithoutAReply() {
        assertThat(decide(Settlement.ASSUMED, uncertain.getFirst())).containsExactly(uncertain.getFirst());

        assertThat(counts())
                .extracting(StateCounts::accepted, StateCounts::uncertain)
                .containsExactly(1L, 2L);
        var seen = messages.get(world.workspace, uncertain.getFirst())
                .blockOptional(SOON)
                .orElseThrow();
        assertThat(seen.basis()).isEqualTo(Settlement.Basis.ASSUMED);
        assertThat(seen.replyCode()).isNull();
        assertThat(seen.sentAt()).isNull();
        assertThat(
                        texts(
                                "select reason || ' by ' || decided_by || ', attempt ' || attempt from attempt where outcome = 4"))
                .containsExactly("assumed by Sari, attempt 1");
        assertThat(texts("select actor || ' ' || (payload ->> 'to') from event where type = 'uncertain_assumed'"))
                .containsExactly("Sari u1@sandbox.test");
        assertAllWell();
    }

    @Test
    void aDecisionIsMadeOnce() {
        decide(Settlement.ASSUMED, uncertain.getFirst());

        assertThat(decide(Settlement.SENT_AGAIN, uncertain.getFirst())).isEmpty();
        assertThat(counts().accepted()).isOne();
        assertAllWell();
    }

    @Test
    void whatIsToBeSentAgainWaitsInTheQueueUnderItsOldAttempt() {
        decide(Settlement.SENT_AGAIN, uncertain.getFirst());

        assertThat(counts())
                .extracting(StateCounts::queued, StateCounts::uncertain)
                .containsExactly(3L, 2L);
        assertThat(texts("select kind from due where message_id = "
                        + uncertain.getFirst().value()))
                .containsExactly("again");
        assertAllWell();
    }

    @Test
    void bothDecisionsCanBeTakenBackUntilSomethingLeaves() {
        decide(Settlement.ASSUMED, uncertain.get(0));
        decide(Settlement.SENT_AGAIN, uncertain.get(1), uncertain.get(2));
        world.run("update message set state = 2, attempt = 2 where id = "
                + uncertain.get(2).value());
        world.run("update queue set n_queued = n_queued - 1, n_sending = n_sending + 1");

        List<MessageId> undone = desk.undo(world.workspace, uncertain, "Budi")
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(undone).containsExactlyInAnyOrder(uncertain.get(0), uncertain.get(1));
        assertThat(counts())
                .extracting(StateCounts::uncertain, StateCounts::sending)
                .containsExactly(2L, 1L);
        assertAllWell();
    }

    @Test
    void whoCancelsTheSecondCopyMakesTheMessageUncertainAgain() {
        decide(Settlement.SENT_AGAIN, uncertain.getFirst());

        messages.cancel(world.workspace, uncertain.getFirst()).block(SOON);

        assertThat(counts())
                .extracting(StateCounts::uncertain, StateCounts::cancelled)
                .containsExactly(3L, 0L);
        assertAllWell();
    }

    @Test
    void whatMayHaveArrivedIsNotGivenBackToBeWrittenOnceMore() {
        decide(Settlement.SENT_AGAIN, uncertain.getFirst());

        assertThatThrownBy(() -> outbox.takeBack(world.workspace, List.of(uncertain.getFirst()))
                        .block(SOON))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo("message_not_cancellable"));

        // nothing of it was done
        assertThat(texts("select kind from due where message_id = "
                        + uncertain.getFirst().value()))
                .containsExactly("again");
        assertAllWell();
    }

    @Test
    void aCancelledCampaignSendsNothingAgain() {
        outbox.cancel(campaign).block(SOON);

        assertThat(decide(Settlement.SENT_AGAIN, uncertain.getFirst())).isEmpty();
        assertThat(decide(Settlement.ASSUMED, uncertain.getFirst())).hasSize(1);
        assertAllWell();
    }

    @Test
    void allOfACampaignAreDecidedOnlyAsManyAsWereConfirmed() {
        assertThatThrownBy(() -> decideAll(2)).hasMessageContaining("3 uncertain");
        assertThat(counts().uncertain()).isEqualTo(3);

        assertThat(decideAll(3)).containsExactlyInAnyOrderElementsOf(uncertain);
        assertThat(texts("select payload ->> 'count' from event where type = 'uncertain_assumed'"))
                .containsExactly("3");
        assertAllWell();
    }

    private List<MessageId> decideAll(long confirmed) {
        return Objects.requireNonNull(desk.decideAll(world.workspace, campaign, confirmed, Settlement.ASSUMED, "Sari")
                .block(SOON));
    }
}
