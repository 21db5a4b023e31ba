package dev.kurir.activity.web;

import dev.kurir.platform.build.BuildId;
import dev.kurir.platform.feed.FeedCursor;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamAudience;
import dev.kurir.platform.feed.StreamPart;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Role;
import dev.kurir.workspace.Token;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The live changes of a workspace as server-sent events. */
@RestController
class StreamController {
    private static final StreamPart END = StreamPart.of("end", Map.of(), null);

    private final FeedStream feed;
    private final StreamPulse pulse;
    private final BuildId build;
    private final Clock clock;
    private final JsonMapper json;

    StreamController(FeedStream feed, StreamPulse pulse, BuildId build, Clock clock, JsonMapper json) {
        this.feed = feed;
        this.pulse = pulse;
        this.build = build;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "stream", tags = "stream")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = StreamHello.class)))
    Mono<Void> stream(
            Caller caller,
            Token session,
            @RequestParam(defaultValue = "") String topics,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdOfQuery,
            ServerHttpResponse response) {
        // A proxy that collects the answer first would make the stream stand still.
        response.getHeaders().set("X-Accel-Buffering", "no");
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        String comesFrom = lastEventId == null ? lastEventIdOfQuery : lastEventId;
        FeedCursor start = feed.position();
        FeedCursor since =
                comesFrom == null ? start : FeedCursor.parse(comesFrom).orElse(FeedCursor.UNKNOWN);
        Flux<StreamPart> live = feed.open(audience(caller, topics), since).concatWithValues(END);
        Flux<StreamPart> parts = Flux.just(hello(comesFrom == null ? start : null))
                .concatWith(Flux.merge(1, live, pulse.of(session)))
                .takeWhile(part -> part != END)
                .takeUntil(part -> part == StreamPulse.UNAUTHORIZED);
        return send(response, parts);
    }

    /** Not by Spring's writer of events: the octets of a part are made once for all clients. */
    @SuppressWarnings("NestedPublishers") // each inner one is flushed by itself: that is the method's contract
    private Mono<Void> send(ServerHttpResponse response, Flux<StreamPart> parts) {
        return response.writeAndFlushWith(
                parts.map(part -> Mono.just(response.bufferFactory().wrap(part.octets(json)))));
    }

    /** Its id is where a new client starts; one that comes back keeps its own until it has what it missed. */
    private StreamPart hello(@Nullable FeedCursor start) {
        return StreamPart.of("hello", new StreamHello(build.value(), clock.instant()), start);
    }

    /** Agents do not hear of what only other teams may see. */
    private static StreamAudience audience(Caller caller, String topics) {
        return new StreamAudience(
                caller.workspaceId(), parse(topics), caller.role() == Role.AGENT ? caller.userId() : null);
    }

    private static Set<String> parse(String topics) {
        return Arrays.stream(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
    }
}
