package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamAudience;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** Screens that are open hear at once who is mentioned. */
@KurirTest
class MentionStreamIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final ApplicationContext context;
    private final Owner owner;

    MentionStreamIT(ApplicationContext context) {
        this.context = context;
        this.owner = Owner.of(context);
    }

    @Test
    void theLiveFeedTellsThoseWhoAreMentionedAndNoOtherAgent() {
        Colleague budi = Colleague.join(context, "agent", "Budi");
        Colleague oki = Colleague.join(context, "agent", "Oki");
        InboxApi inbox = new InboxApi(new Api(owner.web()));
        inbox.api().post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        String everybodys = inbox.begun("Open to all");
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> others = new ConcurrentLinkedQueue<>();
        List<Disposable> streams = List.of(listen(keyOf(budi), heard), listen(keyOf(oki), others));
        try {
            inbox.noted(everybodys, "@Budi", budi.id());
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(heard)
                            .anyMatch(event -> event.contains("event:mention")
                                    && event.contains("\"subject\":\"Open to all\"")
                                    && event.contains("\"by\":\"Owner\"")
                                    && event.contains(budi.id())));
            inbox.noted(everybodys, "@Oki", oki.id());
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(others).anyMatch(event -> event.contains(oki.id())));
            assertThat(others).noneMatch(event -> event.contains(budi.id()));
        } finally {
            streams.forEach(Disposable::dispose);
        }
    }

    private Disposable listen(UserId reader, Queue<String> heard) {
        JsonMapper json = context.getBean(JsonMapper.class);
        var audience = new StreamAudience(owner.caller().workspaceId(), Set.of("inbox"), reader);
        return context.getBean(FeedStream.class)
                .open(audience, null)
                .subscribe(part -> heard.add(new String(part.octets(json), StandardCharsets.UTF_8)));
    }

    private UserId keyOf(Colleague colleague) {
        return context.getBean(PublicIds.class)
                .decode(UserId.class, UUID.fromString(colleague.id()))
                .orElseThrow();
    }
}
