package dev.kurir.outbox.web;

import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The flushes, as the live outbox sees them. */
@Component
class OutboxStreamView implements StreamView {
    @Override
    public boolean accepts(String type) {
        return type.equals("outbox");
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        return Mono.just(records.stream()
                .filter(entry -> entry.accountId() != null)
                .map(OutboxDelta::of)
                .map(delta -> new StreamFrame("outbox", "outbox", delta.key(), delta))
                .toList());
    }
}
