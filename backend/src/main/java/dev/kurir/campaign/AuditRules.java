package dev.kurir.campaign;

import dev.kurir.campaign.Audit.Difference;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.StateCounts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Compares counters with rows. */
final class AuditRules {
    private AuditRules() {}

    static Audit compare(Progress counted, Rows found, Instant at) {
        StateCounts states = counted.figures().states();
        Skipped skipped = counted.skipped();
        Stream<Difference> ofStates = Stream.of(MessageState.values())
                .map(state -> new Difference(
                        state.word(), states.of(state), found.states().of(state)));
        Stream<Difference> others = Stream.of(
                new Difference("audience", counted.audience(), found.people()),
                new Difference(
                        "skipped_suppressed",
                        skipped.suppressed(),
                        found.skipped().suppressed()),
                new Difference(
                        "skipped_unsubscribed",
                        skipped.unsubscribed(),
                        found.skipped().unsubscribed()),
                new Difference(
                        "skipped_duplicate",
                        skipped.duplicate(),
                        found.skipped().duplicate()),
                new Difference(
                        "skipped_no_address",
                        skipped.noAddress(),
                        found.skipped().noAddress()));
        List<Difference> differences = Stream.concat(others, ofStates)
                .filter(one -> one.counted() != one.found())
                .toList();
        return new Audit(at, found.people(), differences);
    }
}
