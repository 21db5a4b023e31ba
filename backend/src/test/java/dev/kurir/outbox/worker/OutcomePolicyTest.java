package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.DeliveryOutcome.Deferred;
import dev.kurir.outbox.DeliveryOutcome.Rejected;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.RetrySchedule;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reply makes of the message, by whom it concerns. */
class OutcomePolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant ACCOUNT_FREE = NOON.plusSeconds(900);
    private static final EmailAddress SOMEBODY = new EmailAddress("u@sandbox.test");

    private final OutcomePolicy policy = new OutcomePolicy(RetrySchedule.CAMPAIGN, RetrySchedule.DIRECT, new Random(7));

    @ParameterizedTest
    @EnumSource(
            value = ReplyReason.class,
            names = {"CONTENT", "PROTOCOL"})
    void whatIsWrongWithTheMessageItselfIsAFailureNotARefusal(ReplyReason reason) {
        Ending ending = decided(refused(reason), NOON);

        assertThat(ending.state()).isEqualTo(MessageState.FAILED);
        assertThat(ending.reason()).isEqualTo(reason);
        assertThat(ending.nextAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyReason.class,
            names = {"HARD_BOUNCE", "POLICY", "UNKNOWN"})
    void whatConcernsTheRecipientOrTheCampaignIsARefusal(ReplyReason reason) {
        assertThat(decided(refused(reason), NOON).state()).isEqualTo(MessageState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyReason.class,
            names = {"AUTH_FAILED", "AUTH_BUSY", "THROTTLED", "QUOTA", "CONNECTION"})
    void whatConcernsTheAccountIsNoVerdictOnTheMessage(ReplyReason reason) {
        Ending ending = decided(refused(reason), NOON);

        assertThat(ending.state()).isEqualTo(MessageState.QUEUED);
        assertThat(ending.nextAt()).isEqualTo(ACCOUNT_FREE);
    }

    @Test
    void aFullMailboxIsTriedAgainForSeventyTwoHoursWhateverItsServerSays() {
        for (DeliveryOutcome full : new DeliveryOutcome[] {
            refused(ReplyReason.MAILBOX_FULL), new Deferred(reply(452), ReplyReason.MAILBOX_FULL)
        }) {
            Ending early = decided(full, NOON.plus(Duration.ofDays(3)).minusSeconds(1));

            assertThat(early.state()).isEqualTo(MessageState.DEFERRED);
            assertThat(Objects.requireNonNull(early.nextAt()))
                    .isCloseTo(NOON.plus(Duration.ofDays(3)).plusSeconds(299), within(1, ChronoUnit.MINUTES));
            assertThat(decided(full, NOON.plus(Duration.ofDays(3))).state()).isEqualTo(MessageState.EXPIRED);
        }
    }

    @Test
    void aMessageWithoutACampaignIsGivenUpAfterADay() {
        DeliveryOutcome later = new Deferred(reply(451), ReplyReason.SOFT);
        Instant day = NOON.plus(Duration.ofHours(24));

        assertThat(policy.decide(direct(), later, day, day.minusSeconds(1), ACCOUNT_FREE)
                        .state())
                .isEqualTo(MessageState.DEFERRED);
        assertThat(policy.decide(direct(), later, day, day, ACCOUNT_FREE).state())
                .isEqualTo(MessageState.EXPIRED);
        assertThat(decided(later, day).state()).isEqualTo(MessageState.DEFERRED);
    }

    private Ending decided(DeliveryOutcome outcome, Instant now) {
        return policy.decide(firstTriedAtNoon(), outcome, now, now, ACCOUNT_FREE);
    }

    private static DeliveryOutcome refused(ReplyReason reason) {
        return new Rejected(reply(552), reason);
    }

    private static SmtpReply reply(int code) {
        return new SmtpReply(SmtpPhase.DOT, code, null, "No");
    }

    private static Picked firstTriedAtNoon() {
        return firstTriedAtNoon(new CampaignId(7));
    }

    private static Picked direct() {
        return firstTriedAtNoon(CampaignId.NONE);
    }

    private static Picked firstTriedAtNoon(CampaignId campaign) {
        MessageId id = new MessageId(1);
        MessageInputs inputs = new MessageInputs(id, new WorkspaceId(1), campaign, SOMEBODY, "", Map.of(), NOON);
        OutgoingMessage outgoing = new OutgoingMessage(id, SOMEBODY, SOMEBODY, () -> new byte[0]);
        return new Picked(inputs, 1, 0, 0, false, 5, false, 1, SOMEBODY, null, outgoing);
    }
}
