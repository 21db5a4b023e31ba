package dev.kurir.outbox.worker;

import static dev.kurir.outbox.worker.Share.CAMPAIGNS;
import static dev.kurir.outbox.worker.Share.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.LimitSpan;
import dev.kurir.account.Limits;
import dev.kurir.account.Ramp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What campaigns leave to people, of the pace alone. */
class PeopleShareTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");

    private final Pace pace = new Pace(new Random(7));
    private Instant now = MONDAY;

    @ParameterizedTest
    @CsvSource({
        "100,10,90",
        "1000,0,1000",
        "100,50,50",
        "15,10,13",
        "2,10,1",
        "1,10,1",
        "1,50,1",
        "2147483647,50,1073741823"
    })
    void campaignsHaveWhatIsLeftButAtLeastOne(int limit, int share, int campaigns) {
        assertThat(limits(null, limit, null, share).forCampaigns(LimitSpan.HOUR, limit))
                .isEqualTo(campaigns);
        assertThat(limits(null, null, limit, share).forCampaigns(LimitSpan.DAY, limit))
                .isEqualTo(campaigns);
    }

    @Test
    void aMinuteIsEverybodys() {
        pace.limits(limits(10, null, null, 50));

        assertThat(sent(CAMPAIGNS)).isEqualTo(10);
        assertThat(reason(CAMPAIGNS)).isEqualTo(PaceWait.Reason.LIMIT_MINUTE);
    }

    @Test
    void campaignsWaitWhilePeopleGoOnUntilTheLimitIsUsedUp() {
        pace.limits(limits(null, 100, null, 10));

        assertThat(sent(CAMPAIGNS)).isEqualTo(90);
        assertThat(reason(CAMPAIGNS)).isEqualTo(PaceWait.Reason.PEOPLE_SHARE);
        assertThat(pace.obstacle(now, WHOLE)).isNull();
        assertThat(pace.status(now).uses().getFirst().used()).isEqualTo(90);
        assertThat(pace.status(now).uses().getFirst().limit()).isEqualTo(100);

        assertThat(sent(WHOLE)).isEqualTo(10);
        assertThat(reason(WHOLE)).isEqualTo(PaceWait.Reason.LIMIT_HOUR);
        assertThat(reason(CAMPAIGNS)).as("nothing is left for anybody").isEqualTo(PaceWait.Reason.LIMIT_HOUR);
    }

    @Test
    void whatPeopleUsedIsNotTakenFromWhatIsKeptForThem() {
        pace.limits(limits(null, 100, null, 10));
        for (int message = 0; message < 30; message++) {
            assertThat(send(WHOLE)).isTrue();
        }

        assertThat(sent(CAMPAIGNS)).isEqualTo(60);
        assertThat(sent(WHOLE)).isEqualTo(10);
    }

    @Test
    void campaignsGoOnWhenTheirPartIsFreeAgainAndThatTimeIsKnown() {
        pace.limits(limits(null, 100, null, 10));
        sent(CAMPAIGNS);

        PaceWait wait = Objects.requireNonNull(pace.obstacle(now, CAMPAIGNS));
        now = wait.until().minusMillis(1);
        assertThat(send(CAMPAIGNS)).isFalse();
        now = wait.until();
        assertThat(send(CAMPAIGNS)).isTrue();
    }

    @Test
    void permitsThatCampaignsMayNotUseAreNotReservedForThem() {
        pace.limits(limits(null, 100, null, 10));
        sent(CAMPAIGNS);

        assertThat(pace.quota().wants(now, CAMPAIGNS)).isNull();
        assertThat(pace.quota().wants(now, WHOLE)).isNotNull();
    }

    @Test
    void aSlowStartIsSharedToo() {
        Ramp slow = new Ramp(20, 2, MONDAY.minus(Duration.ofDays(1)));
        pace.limits(new Limits(Duration.ZERO, Duration.ZERO, null, null, 500, 10, null, slow, 1));

        assertThat(sent(CAMPAIGNS)).isEqualTo(18);
        assertThat(pace.obstacle(now, CAMPAIGNS))
                .isEqualTo(new PaceWait(PaceWait.Reason.PEOPLE_SHARE, MONDAY.plus(Duration.ofDays(1))));
        assertThat(sent(WHOLE)).isEqualTo(2);
        assertThat(reason(WHOLE)).isEqualTo(PaceWait.Reason.RAMP);
    }

    private PaceWait.Reason reason(Share share) {
        return Objects.requireNonNull(pace.obstacle(now, share)).reason();
    }

    private int sent(Share share) {
        int count = 0;
        while (send(share)) {
            count++;
        }
        return count;
    }

    private boolean send(Share share) {
        Quota.Reservation wanted = pace.quota().wants(now, share);
        if (wanted != null) {
            pace.quota().reserving();
            pace.quota().reserved(wanted);
        }
        return pace.take(now, share);
    }

    private static Limits limits(
            @Nullable Integer minute, @Nullable Integer hour, @Nullable Integer day, int peopleShare) {
        return new Limits(Duration.ZERO, Duration.ZERO, minute, hour, day, peopleShare, null, null, 1);
    }
}
