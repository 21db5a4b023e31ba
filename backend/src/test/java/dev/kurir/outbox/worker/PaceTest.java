package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.Limits;
import dev.kurir.account.Ramp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pace alone, with a clock that the test moves and a database of one map. */
class PaceTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");

    private final List<Instant> sent = new ArrayList<>();
    private final UsageTable table = new UsageTable();
    private Pace pace = new Pace(new Random(7));
    private Instant now = MONDAY;

    @Test
    void anUnlimitedAccountNeedsNoPermit() {
        pace.limits(Limits.NONE);

        assertThat(pace.quota().wants(now, Share.WHOLE)).isNull();
        assertThat(pace.take(now, Share.WHOLE)).isTrue();
        assertThat(pace.take(now, Share.WHOLE)).isTrue();
        assertThat(pace.obstacle(now, Share.WHOLE)).isNull();
        assertThat(pace.status(now)).isSameAs(dev.kurir.outbox.PaceStatus.FREE);
    }

    @Test
    void theGapIsKeptAndNamed() {
        pace.limits(new Limits(Duration.ofSeconds(12), Duration.ZERO, null, 1));

        assertThat(pace.take(now, Share.WHOLE)).isTrue();
        assertThat(pace.take(now.plusSeconds(11), Share.WHOLE)).isFalse();
        assertThat(pace.obstacle(now, Share.WHOLE)).isEqualTo(new PaceWait(PaceWait.Reason.GAP, now.plusSeconds(12)));
        assertThat(pace.take(now.plusSeconds(12), Share.WHOLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWindowEverHoldsMoreThanItsLimitWhateverHappens(long seed) {
        Limits limits = limits(5, 40, 150);
        pace.limits(limits);
        Random random = new Random(seed);

        for (int step = 0; step < 20_000; step++) {
            now = now.plusMillis(random.nextInt(60_000));
            if (random.nextInt(200) == 0) {
                restart(limits);
            }
            send();
        }

        assertThat(sent).hasSizeGreaterThan(500);
        assertThat(most(Duration.ofMinutes(1))).isLessThanOrEqualTo(5);
        assertThat(most(Duration.ofHours(1))).isLessThanOrEqualTo(40);
        assertThat(most(Duration.ofDays(1))).isLessThanOrEqualTo(150);
    }

    @Test
    void aMessageCountsAsLongAsItsServerCountsIt() {
        pace.limits(limits(2, null, null));
        assertThat(send()).isTrue();
        assertThat(send()).isTrue();

        now = MONDAY.plusSeconds(30);
        pace.quota().arrived(MONDAY, now);

        now = MONDAY.plusSeconds(62);
        assertThat(send()).as("the one that arrived at once counts no more").isTrue();
        assertThat(send()).as("the one that took half a minute still does").isFalse();
        now = MONDAY.plusSeconds(92);
        assertThat(send()).isTrue();
    }

    @Test
    void theDayLimitIsUsedUpWholeAndTheNextTimeIsKnown() {
        pace.limits(limits(null, null, 100));
        for (int message = 0; message < 100; message++) {
            now = now.plusSeconds(90);
            assertThat(send()).isTrue();
        }

        PaceWait obstacle = Objects.requireNonNull(pace.obstacle(now, Share.WHOLE));
        assertThat(obstacle.reason()).isEqualTo(PaceWait.Reason.LIMIT_DAY);
        assertThat(obstacle.until()).isEqualTo(MONDAY.plusSeconds(121).plus(Duration.ofDays(1)));
        assertThat(pace.status(now).uses().getFirst().used()).isEqualTo(100);
        now = obstacle.until().minusMillis(1);
        assertThat(send()).isFalse();
        now = obstacle.until();
        assertThat(send()).isTrue();
    }

    @Test
    void whatARunUsedIsKnownToTheNextOne() {
        Limits limits = limits(null, 30, null);
        pace.limits(limits);
        for (int message = 0; message < 30; message++) {
            now = now.plusSeconds(1);
            assertThat(send()).isTrue();
        }

        restart(limits);

        assertThat(send()).isFalse();
        assertThat(Objects.requireNonNull(pace.obstacle(now, Share.WHOLE)).reason())
                .isEqualTo(PaceWait.Reason.LIMIT_HOUR);
        now = MONDAY.plus(Duration.ofMinutes(61)).plusSeconds(1);
        assertThat(send()).isTrue();
    }

    @Test
    void permitsThatAreLeftOverAreGivenBackNotLost() {
        pace.limits(limits(null, null, 500));
        for (int message = 0; message < 60; message++) {
            assertThat(send()).isTrue();
            now = now.plusSeconds(60);
        }

        // a block is 10; only the last one has some left
        assertThat(table.sum()).isBetween(60, 69);
    }

    @Test
    void aClockThatWasAheadDoesNotStopTheAccountForThatLong() {
        pace.limits(limits(3, null, null));
        now = MONDAY.plus(Duration.ofDays(3));
        send();
        send();
        send();

        now = MONDAY;
        assertThat(send()).isFalse();
        now = now.plusSeconds(63);
        assertThat(send()).isTrue();
    }

    @Test
    void aNewAccountStartsSlowlyAndGrowsOnDaysOnWhichItSends() {
        pace.limits(ramp(100));
        assertThat(sendAll()).isEqualTo(10);
        PaceWait obstacle = Objects.requireNonNull(pace.obstacle(now, Share.WHOLE));
        assertThat(obstacle).isEqualTo(new PaceWait(PaceWait.Reason.RAMP, MONDAY.plus(Duration.ofDays(1))));
        assertThat(pace.status(now).uses().getFirst().rampDay()).isOne();

        now = MONDAY.plus(Duration.ofDays(1)).plusSeconds(120);
        assertThat(sendAll()).isEqualTo(20);
        now = MONDAY.plus(Duration.ofDays(9)); // idle days do not count
        assertThat(sendAll()).isEqualTo(40);
        now = now.plus(Duration.ofDays(1)).plusSeconds(120);
        assertThat(sendAll()).isEqualTo(80);
        now = now.plus(Duration.ofDays(1)).plusSeconds(120);
        assertThat(sendAll()).isEqualTo(100);
        assertThat(Objects.requireNonNull(pace.obstacle(now, Share.WHOLE)).reason())
                .isEqualTo(PaceWait.Reason.LIMIT_DAY);
    }

    @Test
    void aRampSwitchedOnAgainBeginsAgain() {
        pace.limits(ramp(100));
        pace.quota().recall(new RampDay(5, MONDAY.minus(Duration.ofDays(100))));

        assertThat(sendAll()).isEqualTo(10);
    }

    // one message, with the permits that it needs
    private boolean send() {
        Quota.Reservation wanted = pace.quota().wants(now, Share.WHOLE);
        if (wanted != null) {
            pace.quota().reserving();
            table.reserve(wanted);
            pace.quota().reserved(wanted);
        }
        boolean goes = pace.take(now, Share.WHOLE);
        if (goes) {
            sent.add(now);
        }
        return goes;
    }

    private int sendAll() {
        int count = 0;
        while (send()) {
            count++;
        }
        return count;
    }

    private void restart(Limits limits) {
        @Nullable RampDay day = pace.quota().rampDay();
        pace = new Pace(new Random(8));
        pace.limits(limits);
        table.minutes.forEach(pace.quota()::recall);
        if (day != null) {
            pace.quota().recall(day);
        }
    }

    private long most(Duration span) {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(each -> !each.isBefore(from) && each.isBefore(from.plus(span)))
                        .count())
                .max()
                .orElse(0);
    }

    private static Limits limits(@Nullable Integer minute, @Nullable Integer hour, @Nullable Integer day) {
        return new Limits(Duration.ZERO, Duration.ZERO, minute, hour, day, 0, null, null, 1);
    }

    private static Limits ramp(int perDay) {
        Ramp slow = new Ramp(10, 2, MONDAY.minus(Duration.ofDays(1)));
        return new Limits(Duration.ZERO, Duration.ZERO, null, null, perDay, 0, null, slow, 1);
    }

    // what the table knows after every reservation
    private static final class UsageTable {
        private final TreeMap<Instant, Integer> minutes = new TreeMap<>();

        void reserve(Quota.Reservation wanted) {
            assertThat(wanted.minute()).isEqualTo(wanted.minute().truncatedTo(ChronoUnit.MINUTES));
            if (wanted.back() > 0) {
                minutes.merge(wanted.backFrom(), -wanted.back(), Integer::sum);
            }
            minutes.merge(wanted.minute(), wanted.count(), Integer::sum);
        }

        int sum() {
            return minutes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
