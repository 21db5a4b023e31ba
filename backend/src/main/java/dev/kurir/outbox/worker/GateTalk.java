package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.platform.fault.Failpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Asks the gate for one account, and does what follows from a refusal. */
final class GateTalk {
    /** A grant that took longer than this is not used: the world may have moved on. */
    private static final Duration STALE_GRANT = Duration.ofSeconds(5);

    private final AccountId account;
    private final long fence;
    private final Flusher flusher;
    private final Backlog backlog;
    private final OutcomeDesk desk;
    private final WorkerHost host;
    private final Clock clock;
    private final Set<Long> asked = new HashSet<>();
    private boolean saidNo;
    private boolean over;

    GateTalk(
            AccountId account,
            long fence,
            Flusher flusher,
            Backlog backlog,
            OutcomeDesk desk,
            WorkerHost host,
            Clock clock) {
        this.account = account;
        this.fence = fence;
        this.flusher = flusher;
        this.backlog = backlog;
        this.desk = desk;
        this.host = host;
        this.clock = clock;
    }

    long fence() {
        return fence;
    }

    /**
     * @param goes hears whether the message may go, and answers whether it does; what does not go is dealt with here
     */
    void ask(Picked message, Predicate<Boolean> goes) {
        Failpoint.BEFORE_INTENT.reached();
        long since = System.nanoTime();
        asked.add(message.id());
        flusher.intent(new Intent(message, fence, since, verdict -> decided(message, verdict, since, goes)));
    }

    /** Whether its intent is on its way: then the verdict alone says what becomes of it. */
    boolean isAsked(Picked message) {
        return asked.contains(message.id());
    }

    /** Suppressed messages and those that cannot be built need the gate, but no connection. */
    void settleUnsendable() {
        for (Picked message = backlog.takeUnsendable(); message != null; message = backlog.takeUnsendable()) {
            settle(message);
        }
    }

    void settle(Picked unsendable) {
        desk.settleUnsendable(unsendable, fence, this::refused);
    }

    /** The gate has refused the whole account, or further tries are useless. */
    boolean hasSaidNo() {
        return saidNo;
    }

    void stopAsking() {
        saidNo = true;
    }

    void askAgain() {
        saidNo = false;
    }

    /** The account is not this worker's any more: what the gate still answers is no news. */
    void end() {
        over = true;
    }

    private void decided(Picked message, Verdict verdict, long since, Predicate<Boolean> goes) {
        asked.remove(message.id());
        boolean fresh = System.nanoTime() - since <= STALE_GRANT.toNanos() && host.mayWork();
        if (!goes.test(verdict == Verdict.GRANTED && fresh)) {
            refused(message, verdict);
        }
    }

    private void refused(Picked message, Verdict verdict) {
        switch (verdict) {
            // committed, or perhaps, and no octet of it was written: the living owner may take it back
            case GRANTED -> desk.giveBack(message, clock.instant());
            case UNKNOWN -> desk.giveBackIfTaken(message, clock.instant(), fence);
            case SUPPRESSED, STATE -> backlog.finished(message);
            case LOCKED -> backlog.release(message);
            case CAMPAIGN -> {
                backlog.release(message);
                backlog.hold(message.inputs().campaignId());
            }
            case WORKER, INSTANCE -> {
                backlog.release(message);
                saidNo = true;
            }
            case FENCE, LEASE -> {
                backlog.release(message);
                if (!over) {
                    host.lost(account);
                }
            }
        }
    }
}
