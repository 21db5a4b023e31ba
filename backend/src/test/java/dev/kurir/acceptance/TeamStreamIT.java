package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamAudience;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** Screens that are open hear of the conversations of a team only where they may be seen. */
@KurirTest
class TeamStreamIT extends ConversationOfATeam {
    TeamStreamIT(ApplicationContext context) {
        super(context);
    }

    @Test
    void theLiveFeedNamesItOnlyToThoseWhoMaySeeIt() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> others = new ConcurrentLinkedQueue<>();
        Queue<String> owners = new ConcurrentLinkedQueue<>();
        List<Disposable> streams =
                List.of(listen(keyOf(member), heard), listen(keyOf(outsider), others), listen(null, owners));
        try {
            owner.patch(path, Map.of("read", true)).expectStatus().isOk();
            owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(event -> event.contains(id)));
            assertThat(others).noneMatch(event -> event.contains(id));

            give(null);
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(others).anyMatch(event -> event.contains(id)));
        } finally {
            streams.forEach(Disposable::dispose);
        }
    }

    @Test
    void theLogIsNotForAgents() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> owners = new ConcurrentLinkedQueue<>();
        List<Disposable> streams = List.of(listen(keyOf(member), heard), listen(null, owners));
        try {
            workers("OFF");
            owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(TeamStreamIT::isLog));
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
            assertThat(heard).noneMatch(TeamStreamIT::isLog);
        } finally {
            streams.forEach(Disposable::dispose);
            workers("ON");
        }
    }

    private void workers(String wanted) {
        owner.web()
                .put()
                .uri("/api/v1/workers")
                .bodyValue(Map.of("wanted", wanted))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static boolean isLog(String event) {
        return event.contains("event: log") || event.contains("event:log");
    }

    private Disposable listen(@Nullable UserId reader, Queue<String> heard) {
        JsonMapper json = context.getBean(JsonMapper.class);
        var audience = new StreamAudience(someone.caller().workspaceId(), Set.of("inbox", "log"), reader);
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
