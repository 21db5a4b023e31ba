package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.platform.fault.Failpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that one account has to send, as far as it is in memory: the walks along its campaigns' orders, what is due, and
 * what is under way. Urgent and direct messages go first, then the campaigns and the returning messages in turn.
 */
final class Backlog {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);

    private final AccountId account;
    private final long fence;
    private final EngineReads reads;
    private final EngineLoop loop;
    private final Runnable changed;
    private final Map<CampaignId, OrderWalk> walks = new LinkedHashMap<>();
    private final DueShelf shelf = new DueShelf();
    private final Map<Long, Picked> underWay = new HashMap<>();
    private int turn;

    /** @param changed called when rows have arrived */
    Backlog(AccountId account, long fence, EngineReads reads, EngineLoop loop, Runnable changed) {
        this.account = account;
        this.fence = fence;
        this.reads = reads;
        this.loop = loop;
        this.changed = changed;
    }

    /** What the database says may run now. */
    void runnable(List<EngineReads.OpenQueue> queues, @Nullable Instant earliestDue) {
        Map<CampaignId, EngineReads.OpenQueue> open = new HashMap<>();
        queues.forEach(queue -> open.put(queue.campaign(), queue));
        walks.values().forEach(walk -> {
            if (!open.containsKey(walk.campaign())) {
                walk.hold();
            }
        });
        walks.values().removeIf(walk -> !open.containsKey(walk.campaign()) && walk.isIdle());
        open.values()
                .forEach(queue -> walks.computeIfAbsent(
                                queue.campaign(), id -> new OrderWalk(id, queue.watermark(), queue.last()))
                        .allow(queue.last()));
        shelf.announce(earliestDue);
        shelf.refreshIfPressing();
    }

    void readAhead(Instant now) {
        for (OrderWalk walk : walks.values()) {
            setLaggardAside(walk);
            if (walk.wantsRows()) {
                OrderWalk.Read read = walk.startReading();
                reads.order(account, walk.campaign(), read.from(), OrderWalk.PREFETCH)
                        .subscribe(
                                rows -> arrived(() -> walk.rows(read, rows, underWay::containsKey)),
                                failure -> failed(walk::readFailed, failure));
            }
        }
        if (shelf.wantsRows(now) || shelf.wantsFresh()) {
            shelf.startReading();
            reads.dueNow(account, DueShelf.PREFETCH + underWay.size())
                    .subscribe(
                            rows -> arrived(() -> shelf.rows(rows, underWay::containsKey)),
                            failure -> failed(shelf::readFailed, failure));
        }
    }

    /** The next message by right of turn; it is under way from now on. Null when there is none. */
    @Nullable Picked take() {
        for (Picked next = next(); next != null; next = next()) {
            if (began(next) != null) {
                return next;
            }
        }
        return null;
    }

    /** The next message that needs no connection: suppressed, or it cannot be built. */
    @Nullable Picked takeUnsendable() {
        Picked head = shelf.peek();
        if (head != null && head.isUnsendable()) {
            return began(shelf.take());
        }
        for (OrderWalk walk : walks.values()) {
            Picked first = walk.peek();
            if (first != null && first.isUnsendable()) {
                return began(walk.take());
            }
        }
        return null;
    }

    /** How many are ready in memory. */
    int ahead() {
        return shelf.size() + walks.values().stream().mapToInt(OrderWalk::size).sum();
    }

    /** How many of them are urgent or direct. */
    int pressing() {
        return shelf.pressing();
    }

    /** What the next one by right of turn may use of the account's limits. */
    Share share() {
        // what is under way by its order has had its turn
        shelf.skip(underWay::containsKey);
        return shelf.isPressing() ? Share.WHOLE : Share.CAMPAIGNS;
    }

    boolean hasNext() {
        return shelf.hasNext() || walks.values().stream().anyMatch(OrderWalk::hasNext);
    }

    boolean isEmpty() {
        return underWay.isEmpty() && !hasNext();
    }

    int underWay() {
        return underWay.size();
    }

    @Nullable Instant nextDue() {
        return shelf.next();
    }

    /** Its attempt is written. */
    void finished(Picked message) {
        underWay.remove(message.id());
        leaveOrder(message);
    }

    /** Nothing was decided about it: it will be read again. */
    void release(Picked message) {
        underWay.remove(message.id());
        OrderWalk walk = message.inOrder() ? walks.get(message.inputs().campaignId()) : null;
        if (walk != null) {
            walk.giveBack(message.ordinal());
        } else {
            shelf.refresh();
        }
    }

    /** The campaign may not send now. */
    void hold(CampaignId campaign) {
        OrderWalk walk = walks.get(campaign);
        if (walk != null) {
            walk.hold();
        }
        shelf.forget();
    }

    /** Nothing may leave now: what was read ahead may be stale when it may again. */
    void forget() {
        walks.values().forEach(OrderWalk::hold);
        shelf.forget();
    }

    List<Watermark> watermarks() {
        List<Watermark> moved = new ArrayList<>();
        for (OrderWalk walk : walks.values()) {
            Long value = walk.advance();
            if (value != null) {
                moved.add(new Watermark(account.value(), walk.campaign().value(), fence, value));
            }
        }
        return moved;
    }

    private @Nullable Picked began(@Nullable Picked next) {
        if (next == null || underWay.putIfAbsent(next.id(), next) == null) {
            return next;
        }
        // it is under way by its due row: the order is done with it
        leaveOrder(next);
        return null;
    }

    private @Nullable Picked next() {
        if (shelf.isPressing()) {
            return shelf.take();
        }
        List<OrderWalk> inTurn = List.copyOf(walks.values());
        int places = inTurn.size() + 1;
        for (int step = 0; step < places; step++) {
            int place = Math.floorMod(turn++, places);
            Picked next = place < inTurn.size() ? inTurn.get(place).take() : shelf.take();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private void setLaggardAside(OrderWalk walk) {
        Long ordinal = walk.laggard();
        if (ordinal == null) {
            return;
        }
        underWay.values().stream()
                .filter(message -> message.ordinal() == ordinal
                        && message.inputs().campaignId().equals(walk.campaign()))
                .findFirst()
                .ifPresent(message -> reads.setAside(message.id())
                        .subscribe(
                                _ -> {},
                                failure -> log.warn("A laggard stays", failure),
                                () -> loop.execute(() -> walk.ended(ordinal))));
    }

    private void leaveOrder(Picked message) {
        OrderWalk walk = walks.get(message.inputs().campaignId());
        if (walk != null && message.inOrder()) {
            walk.ended(message.ordinal());
        }
    }

    private void arrived(Runnable store) {
        loop.execute(() -> {
            store.run();
            Failpoint.AFTER_PREFETCH.reached();
            changed.run();
        });
    }

    private void failed(Runnable reset, Throwable failure) {
        log.warn("Messages could not be read: {}", failure.getMessage());
        loop.execute(reset);
    }
}
