package dev.kurir.outbox;

import java.util.List;

/** How many messages are in which state. */
public record StateCounts(
        long queued,
        long sending,
        long deferred,
        long accepted,
        long rejected,
        long uncertain,
        long suppressed,
        long cancelled,
        long expired,
        long failed) {
    public static final StateCounts NONE = new StateCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** In the order of {@link MessageState}. */
    public static StateCounts of(List<Long> counts) {
        return new StateCounts(
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                counts.get(5),
                counts.get(6),
                counts.get(7),
                counts.get(8),
                counts.get(9));
    }

    public long of(MessageState state) {
        return switch (state) {
            case QUEUED -> queued;
            case SENDING -> sending;
            case DEFERRED -> deferred;
            case ACCEPTED -> accepted;
            case REJECTED -> rejected;
            case UNCERTAIN -> uncertain;
            case SUPPRESSED -> suppressed;
            case CANCELLED -> cancelled;
            case EXPIRED -> expired;
            case FAILED -> failed;
        };
    }

    public StateCounts plus(StateCounts other) {
        return new StateCounts(
                queued + other.queued,
                sending + other.sending,
                deferred + other.deferred,
                accepted + other.accepted,
                rejected + other.rejected,
                uncertain + other.uncertain,
                suppressed + other.suppressed,
                cancelled + other.cancelled,
                expired + other.expired,
                failed + other.failed);
    }

    public long sum() {
        return open() + accepted + rejected + uncertain + suppressed + cancelled + expired + failed;
    }

    /** What still moves by itself. Zero of a generated campaign means done; `uncertain` does not block it. */
    public long open() {
        return queued + sending + deferred;
    }
}
