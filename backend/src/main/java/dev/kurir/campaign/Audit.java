package dev.kurir.campaign;

import java.time.Instant;
import java.util.List;

/**
 * What a count of all rows of a campaign found, beside its counters.
 *
 * @param accounted people found: messages, and those who were left out
 */
public record Audit(Instant at, long accounted, List<Difference> differences) {

    /**
     * A counter that does not say what is there.
     *
     * @param what the audience, a message state, or a reason for being left out
     */
    public record Difference(String what, long counted, long found) {}

    public boolean isBalanced() {
        return differences.isEmpty();
    }
}
