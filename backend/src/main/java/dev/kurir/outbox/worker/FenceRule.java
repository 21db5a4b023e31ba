package dev.kurir.outbox.worker;

import dev.kurir.outbox.FenceReason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a database that is about to be worked on may be a copy, or may have forgotten something. */
final class FenceRule {
    private static final Duration SILENCE = Duration.ofHours(1);

    private FenceRule() {}

    /**
     * What the database says.
     *
     * @param isOwnServer server and database are those that it was made in
     * @param witnessed some node has kept a witness before
     * @param othersAlive nodes with a lease, without this one
     * @param flushes of the node that the witness remembers; null: the database does not know that node
     * @param silence since a node last said that it lives
     * @param hasDue something would leave
     */
    record Facts(
            boolean isOwnServer,
            boolean witnessed,
            long othersAlive,
            @Nullable Long flushes,
            Duration silence,
            boolean hasDue) {}

    /**
     * The first reason that holds.
     *
     * @param witness what this node remembers; null: nothing
     * @param machine id of this machine; empty: it has none
     * @param isNamed the operator has named this installation as the right one
     */
    static Optional<FenceReason> judge(Facts facts, @Nullable Witness witness, String machine, boolean isNamed) {
        if (!facts.isOwnServer()) {
            return Optional.of(FenceReason.COPIED);
        }
        if (witness != null && witness.node() > 0 && (facts.flushes() == null || facts.flushes() < witness.flushes())) {
            return Optional.of(FenceReason.WENT_BACK);
        }
        boolean isStranger = witness == null || !Objects.equals(witness.machine(), machine);
        if (isStranger && facts.witnessed() && facts.othersAlive() == 0 && !isNamed) {
            return Optional.of(FenceReason.MOVED);
        }
        if (facts.othersAlive() == 0 && facts.hasDue() && facts.silence().compareTo(SILENCE) > 0) {
            return Optional.of(FenceReason.SILENT);
        }
        return Optional.empty();
    }
}
