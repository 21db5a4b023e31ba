package dev.kurir.contact.worker;

import dev.kurir.contact.ImportRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** What one run of an import remembers between its batches, which come one after another. */
final class Progress {
    private static final Duration BETWEEN_NEWS = Duration.ofMillis(250);
    private static final int MOST_REFUSALS = 1000;

    private final Clock clock;
    private final LongSupplier octets;
    private Instant lastNews = Instant.MIN;
    private int refusals;

    Progress(Clock clock, LongSupplier octets) {
        this.clock = clock;
        this.octets = octets;
    }

    long octets() {
        return octets.getAsLong();
    }

    /** People are told at most four times a second. */
    boolean isDue() {
        Instant now = clock.instant();
        if (lastNews.plus(BETWEEN_NEWS).isAfter(now)) {
            return false;
        }
        lastNews = now;
        return true;
    }

    /** Of these refusals those that are kept: the first thousand of the file. */
    List<ImportRefusal> firstOf(List<ImportRefusal> more) {
        List<ImportRefusal> kept = more.subList(0, Math.min(more.size(), MOST_REFUSALS - refusals));
        refusals += kept.size();
        return kept;
    }
}
