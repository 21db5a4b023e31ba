package dev.kurir.platform.feed;

import java.util.List;
import reactor.core.publisher.Mono;

/** How a module shows its feed entries to clients. Implemented by the modules that write them. */
public interface StreamView {
    boolean accepts(String type);

    /**
     * Frames for accepted records of one workspace, in their order; all that were read at once, so that they can be
     * merged and looked up in one query.
     */
    Mono<List<StreamFrame>> frames(List<FeedRecord> records);
}
