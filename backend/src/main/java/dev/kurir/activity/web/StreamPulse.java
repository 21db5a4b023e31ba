package dev.kurir.activity.web;

import dev.kurir.platform.feed.StreamPart;
import dev.kurir.workspace.Sessions;
import dev.kurir.workspace.Token;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The heartbeat of all streams: keeps proxies from closing them, lets a client notice a dead connection, and ends a
 * stream with its session. One statement asks for the sessions of all, and keeps that their people are online.
 */
@Component
class StreamPulse {
    static final StreamPart UNAUTHORIZED = StreamPart.of("unauthorized", Map.of(), null);
    private static final StreamPart PING = StreamPart.of("ping", Map.of(), null);

    private final Map<Token, Integer> streams = new ConcurrentHashMap<>();
    private final Flux<Set<Token>> beats;

    StreamPulse(Sessions sessions, @Value("${kurir.stream.heartbeat:15s}") Duration heartbeat) {
        this.beats = Flux.interval(heartbeat)
                .onBackpressureDrop()
                .concatMap(_ -> sessions.beat(Set.copyOf(streams.keySet())).onErrorReturn(Set.of()))
                .share();
    }

    /** The pings of one stream; {@link #UNAUTHORIZED} when its session is over. */
    Flux<StreamPart> of(Token session) {
        return Flux.using(
                () -> streams.merge(session, 1, Integer::sum),
                _ -> beats.onBackpressureLatest().map(ended -> ended.contains(session) ? UNAUTHORIZED : PING),
                _ -> streams.computeIfPresent(session, (_, count) -> count == 1 ? null : count - 1));
    }
}
