package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.KurirTest;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Screens that are open hear of the conversations of a team only where they may be seen. */
@KurirTest
class TeamStreamIT extends ConversationOfATeam {
    private final OpenScreens screens;

    TeamStreamIT(ApplicationContext context) {
        super(context);
        screens = new OpenScreens(context, someone.caller().workspaceId());
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void theLiveFeedNamesItOnlyToThoseWhoMaySeeIt() {
        Queue<String> heard = screens.of(member);
        Queue<String> others = screens.of(outsider);
        Queue<String> owners = screens.ofTheOwner();

        owner.patch(path, Map.of("read", true)).expectStatus().isOk();
        owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(event -> event.contains(id)));
        assertThat(others).noneMatch(event -> event.contains(id));

        give(null);
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(others).anyMatch(event -> event.contains(id)));
    }

    @Test
    void theLogIsNotForAgents() {
        Queue<String> heard = screens.of(member);
        Queue<String> owners = screens.ofTheOwner();
        try {
            workers("OFF");
            owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(TeamStreamIT::isLog));
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
            assertThat(heard).noneMatch(TeamStreamIT::isLog);
        } finally {
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
}
