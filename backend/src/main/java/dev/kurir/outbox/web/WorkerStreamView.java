package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.WorkerDesk;
import dev.kurir.outbox.WorkerView;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the workers do, as it is now: an entry only says whose state to look up. */
@Component
class WorkerStreamView implements StreamView {
    private static final Set<String> TYPES = Set.of("worker", "worker_wanted", "worker_blocked");

    private final WorkerDesk desk;

    WorkerStreamView(WorkerDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean accepts(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        Set<AccountId> accounts = records.stream()
                .flatMap(entry -> Optional.ofNullable(entry.accountId()).stream())
                .collect(Collectors.toSet());
        return desk.some(records.getFirst().workspaceId(), accounts::contains)
                .map(changed -> changed.stream().map(WorkerStreamView::frame).toList());
    }

    private static StreamFrame frame(WorkerView view) {
        return new StreamFrame(
                "worker", "outbox", Long.toString(view.account().id().value()), WorkerResponse.of(view));
    }
}
