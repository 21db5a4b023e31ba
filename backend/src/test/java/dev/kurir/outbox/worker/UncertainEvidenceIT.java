package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.campaign.UncertainPolicies;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.StateCounts;
import dev.kurir.outbox.UncertainEvidence;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What decides without a person: a reply that is found later, other evidence, and the policy of the campaign. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import(ThreeUncertainMessages.Sources.class)
class UncertainEvidenceIT extends ThreeUncertainMessages {
    private final UncertainEvidence evidence;
    private final UncertainPolicies policies;

    UncertainEvidenceIT(ApplicationContext context, UncertainEvidence evidence, UncertainPolicies policies) {
        super(context);
        this.evidence = evidence;
        this.policies = policies;
    }

    @Test
    void theReplyThatIsFoundInAJournalLaterIsWorthMoreThanWhatWasAssumed() {
        decide(Settlement.ASSUMED, uncertain.toArray(MessageId[]::new));

        outcome(uncertain.get(0), 1, 4, 250, "2.0.0 queued");
        outcome(uncertain.get(1), 1, 5, 554, "refused");

        assertThat(counts())
                .extracting(StateCounts::accepted, StateCounts::rejected)
                .containsExactly(2L, 1L);
        assertThat(texts("select basis from trouble where state = 4")).containsExactly("assumed");
        assertAllWell();
    }

    @Test
    void aFailureThatIsFoundInAJournalLaterIsTheTruthToo() {
        decide(Settlement.ASSUMED, uncertain.get(0));
        decide(Settlement.SENT_AGAIN, uncertain.get(1));

        uncertain.forEach(id -> outcome(id, 1, 10, 552, "too big"));

        assertThat(counts())
                .extracting(StateCounts::failed, StateCounts::queued)
                .containsExactly(3L, 2L);
        assertThat(world.number("select count(*) from trouble where state = 10 and basis is null"))
                .isEqualTo(3);
        assertAllWell();
    }

    @Test
    void aReplyThatIsFoundBeforeTheSecondCopyLeavesStopsIt() {
        decide(Settlement.SENT_AGAIN, uncertain.getFirst());

        outcome(uncertain.getFirst(), 1, 4, 250, "2.0.0 queued");

        assertThat(counts())
                .extracting(StateCounts::queued, StateCounts::accepted)
                .containsExactly(2L, 1L);
        assertThat(world.number("select count(*) from due")).isZero();
        assertAllWell();
    }

    @Test
    void whatEvidenceShowsIsAcceptedAndStaysSo() {
        found.findings.put(uncertain.get(1), Finding.Kind.REPLY);

        assertThat(evidence.look().block(SOON)).isOne();
        assertThat(desk.undo(world.workspace, uncertain, "Budi").block(SOON)).isEmpty();

        assertThat(texts("select reason || ': ' || reply from attempt where outcome = 4"))
                .containsExactly("found_reply: as the test says");
        assertThat(messages.get(world.workspace, uncertain.get(1))
                        .blockOptional(SOON)
                        .orElseThrow()
                        .basis())
                .isEqualTo(Settlement.Basis.EVIDENCE);
        assertThat(counts())
                .extracting(StateCounts::accepted, StateCounts::uncertain)
                .containsExactly(1L, 2L);
    }

    @Test
    void thePolicyComesAfterTheEvidenceAndLeavesAloneWhatAPersonTookBack() {
        decide(Settlement.ASSUMED, uncertain.get(0));
        desk.undo(world.workspace, List.of(uncertain.get(0)), "Sari").block(SOON);
        world.run("update message set changed_at = now() - interval '2 hours' where state = 6");
        found.findings.put(uncertain.get(1), Finding.Kind.SENT_FOLDER);

        Long decided = evidence.decide(campaign, Settlement.SENT_AGAIN_BY_POLICY, Duration.ofMinutes(90))
                .block(SOON);

        assertThat(decided).isOne();
        assertThat(found.asked).extracting(Doubt::id).containsExactly(uncertain.get(1), uncertain.get(2));
        assertThat(counts())
                .extracting(StateCounts::uncertain, StateCounts::accepted, StateCounts::queued)
                .containsExactly(1L, 1L, 3L);
    }

    @Test
    void noPolicyDecidesBeforeAnHourHasPassed() {
        world.run("update message set changed_at = now() - interval '59 minutes' where state = 6");

        Long decided = evidence.decide(campaign, Settlement.SENT_AGAIN_BY_POLICY, Duration.ofMinutes(1))
                .block(SOON);

        assertThat(decided).isZero();
        assertThat(counts().uncertain()).isEqualTo(3);
    }

    @Test
    void theCampaignsPolicyIsCarriedOut() {
        world.run("update campaign set uncertain_policy = 'assume', uncertain_after_minutes = 90 where id = "
                + campaign.value());
        world.run("update message set changed_at = now() - interval '80 minutes' where id = "
                + uncertain.getFirst().value());

        assertThat(policies.carryOut().block(SOON)).isEqualTo(2);
        assertThat(policies.carryOut().block(SOON)).isZero();

        assertThat(counts())
                .extracting(StateCounts::accepted, StateCounts::uncertain)
                .containsExactly(2L, 1L);
        assertThat(texts("select distinct reason from attempt where outcome = 4"))
                .containsExactly("assumed_by_policy");
    }
}
