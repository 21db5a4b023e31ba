package dev.kurir.outbox.worker;

import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.platform.feed.FeedEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The workers of this node: it claims accounts, recovers what an earlier owner left under way, and keeps each worker's
 * picture of its account and queues fresh. Lives on the engine's thread.
 */
final class Engine implements WorkerHost {
    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    /** Whoever is told that something changed looks at once, but shares with the other nodes only so often. */
    private static final Duration SHARING = Duration.ofMillis(900);

    private static final Duration THOROUGH = Duration.ofSeconds(5);

    private final EngineParts parts;
    private final long node;
    private final NodeLease lease;
    private final Map<AccountId, AccountWorker> workers = new HashMap<>();
    private final Set<AccountId> recovering = new HashSet<>();
    /** Accounts that are ours but gone, with the fence under which their last messages were settled. */
    private final Map<AccountId, Long> settled = new HashMap<>();
    /** Accounts that were at rest when their worker ended, with the fence under which that was. */
    private final Map<AccountId, Long> asleep = new HashMap<>();

    private final Handover handover;

    private long thoroughAt = System.nanoTime() - THOROUGH.toNanos();
    private long sharedAt = System.nanoTime() - SHARING.toNanos();
    private boolean looking;
    private boolean lookAgain;
    private boolean closed;

    Engine(EngineParts parts, long node, NodeLease lease) {
        this.parts = parts;
        this.node = node;
        this.lease = lease;
        this.handover = new Handover(parts.loop(), id -> parts.reads().release(node, id));
    }

    /** Something may have changed: look, once more if a look is under way. */
    void look() {
        if (looking || closed) {
            lookAgain = true;
            return;
        }
        looking = true;
        lookAgain = false;
        Picture.Depth depth = depth(System.nanoTime());
        Picture.take(parts.reads(), parts.accounts(), node, Set.copyOf(workers.keySet()), depth)
                .subscribe(
                        seen -> parts.loop().execute(() -> {
                            looked(depth, System.nanoTime());
                            apply(seen);
                        }),
                        failure -> parts.loop().execute(() -> blind(failure)));
    }

    private Picture.Depth depth(long now) {
        if (now - thoroughAt >= THOROUGH.toNanos()) {
            return Picture.Depth.THOROUGH;
        }
        return now - sharedAt >= SHARING.toNanos() ? Picture.Depth.SHARING : Picture.Depth.OURS;
    }

    private void looked(Picture.Depth depth, long now) {
        sharedAt = depth == Picture.Depth.OURS ? sharedAt : now;
        thoroughAt = depth == Picture.Depth.THOROUGH ? now : thoroughAt;
    }

    void tick() {
        if (!lease.isValid()) {
            workers.values().forEach(AccountWorker::abort);
            handover.abort();
        }
        handover.goOn();
        look();
    }

    void pumpAll() {
        workers.values().forEach(AccountWorker::pump);
    }

    List<Watermark> watermarks() {
        return workers.values().stream()
                .flatMap(worker -> worker.backlog().watermarks().stream())
                .toList();
    }

    void close() {
        closed = true;
        workers.values().forEach(AccountWorker::retire);
    }

    boolean isQuiet() {
        return handover.isQuiet()
                && workers.values().stream().allMatch(worker -> worker.backlog().underWay() == 0);
    }

    @Override
    public boolean mayWork() {
        return lease.isValid() && !closed;
    }

    @Override
    public void lost(AccountId account) {
        drop(account);
        look();
    }

    @Override
    public void suspend(AccountId account, String reason, String detail) {
        parts.accounts()
                .suspend(account, reason, detail)
                .subscribe(_ -> {}, this::complain, () -> parts.loop().execute(this::look));
    }

    @Override
    public void tell(WorkerStatus status) {
        WorkerStatus told = parts.flusher().heldUpBy().map(status::heldUp).orElse(status);
        if (parts.board().post(told)) {
            parts.news().worker(told);
        }
    }

    @Override
    public void log(FeedEntry entry) {
        parts.news().log(entry);
    }

    @Override
    public void reserve(AccountId account, Quota.Reservation wanted, Runnable done, Runnable failed) {
        parts.permits()
                .reserve(account, wanted)
                .subscribe(
                        _ -> {},
                        failure -> {
                            complain(failure);
                            parts.loop().execute(failed);
                        },
                        () -> parts.loop().execute(done));
    }

    @Override
    public void giveBack(AccountId account, Quota.Reservation unused, Runnable done) {
        parts.permits()
                .giveBack(account, unused)
                .doFinally(_ -> parts.loop().execute(done))
                .subscribe(_ -> {}, this::complain);
    }

    @Override
    public void remember(AccountId account, PaceMemory memory) {
        parts.memories().keep(account, memory).subscribe(_ -> {}, this::complain);
    }

    private void apply(Picture seen) {
        looking = false;
        Set.copyOf(workers.keySet()).stream()
                .filter(id -> !seen.owned().containsKey(id) || !seen.accounts().containsKey(id))
                .forEach(this::drop);
        seen.owned().forEach((id, fence) -> keep(id, fence, seen));
        if (lookAgain) {
            look();
        }
    }

    private void keep(AccountId id, long fence, Picture seen) {
        AccountWorker worker = workers.get(id);
        if (handover.has(id)) {
            return;
        }
        if (worker != null && seen.surplus().contains(id)) {
            drop(id);
            handover.begin(id, worker);
            return;
        }
        if (worker != null && worker.fence() != fence) {
            // it was somebody else's in between: what we remember of it is worth nothing
            drop(id);
            worker = null;
        }
        SendingAccount account = seen.accounts().get(id);
        if (worker == null) {
            recover(id, fence, account);
        } else if (account != null) {
            goOn(worker, account, seen);
        }
    }

    private void goOn(AccountWorker worker, SendingAccount account, Picture seen) {
        AccountId id = account.id();
        worker.configure(account);
        worker.backlog()
                .runnable(seen.queues().getOrDefault(id, List.of()), seen.due().get(id));
        worker.pump();
        if (!seen.wakes(id) && worker.isAtRest() && worker.governor().hasNoPermits()) {
            sleep(id, worker);
        }
    }

    /** What it said last stays true, and stands where all nodes read it. */
    private void sleep(AccountId id, AccountWorker worker) {
        workers.remove(id);
        asleep.put(id, worker.fence());
        worker.retire();
        parts.board().remove(id);
        parts.news().sleeps(id);
    }

    /**
     * A new account of ours: behind the gate, what an earlier owner had under way is settled before anything is sent.
     */
    private void recover(AccountId id, long fence, @Nullable SendingAccount account) {
        boolean isDone = account == null && Objects.equals(settled.get(id), fence);
        if (isDone || !recovering.add(id)) {
            return;
        }
        // who fell asleep under this fence has left nothing, and nobody else had it in between
        Mono<EngineParts.Left> found =
                Objects.equals(asleep.remove(id), fence) ? parts.known(id) : behindTheGate(parts.left(id));
        found.subscribe(
                left -> parts.loop().execute(() -> settle(id, fence, account, left)),
                failure -> parts.loop().execute(() -> {
                    complain(failure);
                    recovering.remove(id);
                }));
    }

    private Mono<EngineParts.Left> behindTheGate(Mono<EngineParts.Left> read) {
        return parts.gate()
                .pass()
                .filter(passed -> passed)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the gate could not be passed")))
                .flatMap(_ -> read);
    }

    private void settle(AccountId id, long fence, @Nullable SendingAccount account, EngineParts.Left left) {
        List<Ending> underWay = left.underWay();
        if (!underWay.isEmpty()) {
            log.info(
                    "{} messages of account {} were under way when the program stopped: uncertain",
                    underWay.size(),
                    id.value());
        }
        Countdown settled = new Countdown(underWay.size(), () -> start(id, fence, account, left));
        underWay.forEach(ending -> parts.flusher().ending(ending, null, settled::step));
    }

    private void start(AccountId id, long fence, @Nullable SendingAccount account, EngineParts.Left left) {
        recovering.remove(id);
        settled.put(id, fence);
        if (account == null || closed || workers.containsKey(id)) {
            return;
        }
        AccountWorker worker = parts.worker(account, fence, this);
        worker.governor().recall(left.memory(), left.used());
        workers.put(id, worker);
        parts.news().knows(id, account.workspaceId());
        look();
    }

    private void drop(AccountId id) {
        AccountWorker worker = workers.remove(id);
        if (worker != null) {
            worker.retire();
            parts.board().remove(id);
            parts.news().forget(id);
        }
    }

    private void blind(Throwable failure) {
        looking = false;
        complain(failure);
    }

    private void complain(Throwable failure) {
        log.warn("The outbox could not reach the database: {}", failure.getMessage());
    }
}
