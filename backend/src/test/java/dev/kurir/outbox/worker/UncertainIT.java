package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.campaign.UncertainPolicies;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;
import dev.kurir.outbox.KnownEvidence;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.StateCounts;
import dev.kurir.outbox.UncertainDesk;
import dev.kurir.outbox.UncertainEvidence;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/** What becomes of messages of which nobody knows whether they arrived. No worker runs: the test says what they did. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import(UncertainIT.Sources.class)
class UncertainIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final DatabaseClient database;
    private final UncertainDesk desk;
    private final UncertainEvidence evidence;
    private final UncertainPolicies policies;
    private final MessageDesk messages;
    private final Outbox outbox;
    private final OutboxWorld world;
    private final Audit audit;
    private final KnownEvidence found;
    private CampaignId campaign = CampaignId.NONE;
    private List<MessageId> uncertain = List.of();

    UncertainIT(
            DatabaseClient database,
            UncertainDesk desk,
            UncertainEvidence evidence,
            UncertainPolicies policies,
            MessageDesk messages,
            Outbox outbox,
            Queues queues,
            KnownEvidence found) {
        this.database = database;
        this.desk = desk;
        this.evidence = evidence;
        this.policies = policies;
        this.messages = messages;
        this.outbox = outbox;
        this.world = new OutboxWorld(database, outbox, queues);
        this.audit = new Audit(database);
        this.found = found;
    }

    /** Three uncertain messages of five, two hours old. */
    @BeforeEach
    void threeOfFiveAreUncertain() {
        world.run("truncate message, message_input, queue, dispatch, due, trouble, attempt, event");
        found.findings.clear();
        found.asked.clear();
        AccountId account = world.account(1);
        campaign = world.campaign(account, 5);
        uncertain = database.sql("select id from message order by ordinal limit 3")
                .mapValue(Long.class)
                .all()
                .map(MessageId::new)
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
        uncertain.forEach(id -> {
            world.run("update message set state = 2, attempt = 1 where id = " + id.value());
            world.run("update queue set n_queued = n_queued - 1, n_sending = n_sending + 1");
            outcome(id, 1, 6, 0, "the connection broke");
        });
        world.run("update message set changed_at = now() - interval '2 hours' where state = 6");
        world.run("update queue set watermark = 4");
        assertThat(counts().uncertain()).isEqualTo(3);
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

    private List<MessageId> decide(Settlement decision, MessageId... ids) {
        return Objects.requireNonNull(
                desk.decide(world.workspace, List.of(ids), decision, "Sari").block(SOON));
    }

    private List<MessageId> decideAll(long confirmed) {
        return Objects.requireNonNull(desk.decideAll(world.workspace, campaign, confirmed, Settlement.ASSUMED, "Sari")
                .block(SOON));
    }

    private StateCounts counts() {
        return world.counts(campaign);
    }

    private void assertAllWell() {
        assertThat(audit.breaches()).isEmpty();
    }

    /** As a flush writes it, whoever does. */
    private void outcome(MessageId id, int attempt, int state, int code, String reply) {
        database.sql("""
                        with told as (
                            select flush_outcomes(array[:id]::bigint[], array[:attempt], array[null]::bigint[], array[:state], array[8],
                                array[:code], array['connection'], array[null]::text[], array[:reply], array[now()], array[now()],
                                array[null]::timestamptz[]) as changes)
                        select count_changes(changes, changes) from told
                        """)
                .bind("id", id.value())
                .bind("attempt", attempt)
                .bind("state", state)
                .bind("code", code)
                .bind("reply", reply)
                .then()
                .block(SOON);
    }

    private List<String> texts(String sql) {
        return database.sql(sql)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    @TestConfiguration
    static class Sources {
        @Bean
        KnownEvidence known() {
            return new KnownEvidence();
        }
    }
}
