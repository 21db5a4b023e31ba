package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.SmallSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;

/** Whoever of a team has a screen open is handed the replies of its campaign. */
@KurirTest
@TestPropertySource(properties = "kurir.stream.heartbeat=300ms")
class HandOutJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);

    private final ApplicationContext context;
    private final Api owner;
    private final InboxApi inbox;

    HandOutJourneyIT(ApplicationContext context) {
        this.context = context;
        this.owner = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(owner);
    }

    @Test
    void theWorkspaceWantsItOrNot() {
        assertThat(owner.object("/api/v1/inbox-settings")).containsEntry("handsOut", false);
        Map<String, Object> kept = Api.body(put(Map.of("handsOut", true)));
        assertThat(kept).containsEntry("handsOut", true);
        assertThat(owner.object("/api/v1/inbox-settings")).containsEntry("handsOut", true);
        put(Map.of()).expectStatus().isOk();
        assertThat(owner.object("/api/v1/inbox-settings")).containsEntry("handsOut", false);
    }

    @Test
    void repliesGoToWhoIsOnlineAndMachinesToNobody() {
        Colleague here = Colleague.join(context, "agent", "Hera");
        Colleague away = Colleague.join(context, "agent", "Away");
        Map<String, Object> team = owner.created(
                "/api/v1/teams", Map.of("name", "Replies", "members", List.of(here.id(), away.id()), "handsOut", true));
        assertThat(team).containsEntry("handsOut", true);
        Disposable screen = open(here);
        try {
            await().atMost(A_MINUTE).until(() -> isOnline(here));
            assertThat(isOnline(away)).isFalse();
            String campaign = "/api/v1/campaigns/" + SmallSandbox.campaign(owner);
            owner.patch(campaign, Map.of("teamId", Objects.requireNonNull(team.get("id"))))
                    .expectStatus()
                    .isOk();
            owner.post(campaign + "/process", Map.of()).expectStatus().is2xxSuccessful();

            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(inbox.conversations("all"))
                            .extracting(one -> InboxApi.person(one) + " " + holder(one))
                            .containsExactlyInAnyOrder(
                                    "reply@sandbox.test Hera",
                                    "ooo@sandbox.test nobody",
                                    "gone@sandbox.test nobody",
                                    "complain@sandbox.test nobody"));
            assertThat(inbox.entries("reply@sandbox.test"))
                    .filteredOn(entry -> "line".equals(entry.get("kind")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.get("author")).isNull())
                    .satisfies(line -> assertThat(line.get("line"))
                            .isEqualTo(Map.of("code", "assigned_by_itself", "params", Map.of("to", "Hera"))));
        } finally {
            screen.dispose();
        }
    }

    private ResponseSpec put(Map<String, Object> settings) {
        return owner.web()
                .put()
                .uri("/api/v1/inbox-settings")
                .bodyValue(settings)
                .exchange();
    }

    private boolean isOnline(Colleague colleague) {
        return owner.list("/api/v1/users").stream()
                .filter(user -> colleague.id().equals(user.get("id")))
                .allMatch(user -> Boolean.TRUE.equals(user.get("online")));
    }

    private static Object holder(Map<String, Object> conversation) {
        return conversation.get("assignee") == null
                ? "nobody"
                : Objects.requireNonNull(
                        InboxApi.map(conversation.get("assignee")).get("name"));
    }

    private static Disposable open(Colleague colleague) {
        return colleague
                .api()
                .web()
                .get()
                .uri("/api/v1/stream")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(String.class)
                .getResponseBody()
                .subscribe();
    }
}
