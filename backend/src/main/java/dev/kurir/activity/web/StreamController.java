package dev.kurir.activity.web;

import dev.kurir.platform.build.BuildId;
import dev.kurir.platform.feed.FeedCursor;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamEvent;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Sessions;
import dev.kurir.workspace.Token;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The live changes of a workspace as server-sent events. */
@RestController
class StreamController {
    private static final String UNAUTHORIZED = "unauthorized";
    private static final StreamEvent END = StreamEvent.of(null, "end", Map.of());

    private final FeedStream feed;
    private final Sessions sessions;
    private final BuildId build;
    private final Clock clock;
    private final JsonMapper json;
    private final Duration heartbeat;

    StreamController(
            FeedStream feed,
            Sessions sessions,
            BuildId build,
            Clock clock,
            JsonMapper json,
            @Value("${kurir.stream.heartbeat:15s}") Duration heartbeat) {
        this.feed = feed;
        this.sessions = sessions;
        this.build = build;
        this.clock = clock;
        this.json = json;
        this.heartbeat = heartbeat;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "stream", tags = "stream")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = StreamHello.class)))
    Flux<ServerSentEvent<Object>> stream(
            Caller caller,
            Token session,
            @RequestParam(defaultValue = "") String topics,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdOfQuery,
            ServerHttpResponse response) {
        // A proxy that collects the answer first would make the stream stand still.
        response.getHeaders().set("X-Accel-Buffering", "no");
        String comesFrom = lastEventId == null ? lastEventIdOfQuery : lastEventId;
        FeedCursor start = feed.position();
        FeedCursor since =
                comesFrom == null ? start : FeedCursor.parse(comesFrom).orElse(FeedCursor.UNKNOWN);
        Flux<StreamEvent> live =
                feed.open(caller.workspaceId(), parse(topics), since).concatWithValues(END);
        return Flux.just(hello(comesFrom == null ? start : null))
                .concatWith(Flux.merge(live, heartbeat(session)))
                .takeWhile(event -> !event.equals(END))
                .takeUntil(event -> event.event().equals(UNAUTHORIZED))
                .map(this::toServerSent);
    }

    /** Its id is where a new client starts; one that comes back keeps its own until it has what it missed. */
    private StreamEvent hello(@Nullable FeedCursor start) {
        StreamHello hello = new StreamHello(build.value(), clock.instant());
        return StreamEvent.of(start == null ? null : start.toString(), "hello", hello);
    }

    /** Keeps proxies from closing, lets the client notice a dead connection, and ends the stream with its session. */
    private Flux<StreamEvent> heartbeat(Token session) {
        return Flux.interval(heartbeat)
                .onBackpressureDrop()
                .concatMap(_ -> sessions.isAlive(session).onErrorReturn(true))
                .map(isAlive -> StreamEvent.of(null, isAlive ? "ping" : UNAUTHORIZED, Map.of()));
    }

    private static Set<String> parse(String topics) {
        return Arrays.stream(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
    }

    private ServerSentEvent<Object> toServerSent(StreamEvent event) {
        var builder = ServerSentEvent.<Object>builder(event.data().json(json)).event(event.event());
        return event.id() == null ? builder.build() : builder.id(event.id()).build();
    }
}
