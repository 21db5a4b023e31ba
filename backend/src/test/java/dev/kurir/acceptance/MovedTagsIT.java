package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What conversations are called, and whose they are, when they become one or two, and back. */
@KurirTest(program = "inbox")
class MovedTagsIT {
    private static final String CONVERSATIONS = "/api/v1/conversations/";

    private final Api api;
    private final InboxApi inbox;

    MovedTagsIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        this.inbox = new InboxApi(api);
    }

    @Test
    void aMergedOneHasTheTagsOfAllAndATeamAndUndoingTakesThemAway() {
        Object team = Objects.requireNonNull(
                api.created("/api/v1/teams", Map.of("name", "Sales")).get("id"));
        Object kept = inbox.begun("Price");
        Object other = inbox.begun("Delivery");
        change(kept, Map.of("tags", List.of("price")));
        change(other, Map.of("tags", List.of("Price", "urgent"), "teamId", team));

        Map<String, Object> moved = merge(kept, other);

        assertThat(conversation(kept)).containsEntry("tags", List.of("price", "urgent"));
        assertThat(teamOf(kept)).isEqualTo(team);
        undo(moved);
        assertThat(conversation(kept)).containsEntry("tags", List.of("price")).containsEntry("team", null);
        assertThat(conversation(other)).containsEntry("tags", List.of("price", "urgent"));
        assertThat(teamOf(other)).isEqualTo(team);
    }

    @Test
    void whoeverTagsTheMergedOneKeepsItAsItIs() {
        Object kept = inbox.begun("Price");
        Map<String, Object> moved = merge(kept, inbox.begun("Delivery"));
        change(kept, Map.of("tags", List.of("since")));

        Api.assertRefused(
                api.post("/api/v1/conversation-moves/" + moved.get("moveId") + "/undo", Map.of()),
                409,
                "undo_too_late");
    }

    private void change(Object id, Map<String, Object> change) {
        api.patch(CONVERSATIONS + id, change).expectStatus().isOk();
    }

    private Map<String, Object> merge(Object kept, Object other) {
        return Api.body(api.post(CONVERSATIONS + kept + "/merge", Map.of("ids", List.of(other)))
                .expectStatus()
                .isOk());
    }

    private void undo(Map<String, Object> moved) {
        api.post("/api/v1/conversation-moves/" + moved.get("moveId") + "/undo", Map.of())
                .expectStatus()
                .isOk();
    }

    private Map<String, Object> conversation(Object id) {
        return api.object(CONVERSATIONS + id);
    }

    private Object teamOf(Object id) {
        return InboxApi.map(conversation(id).get("team")).get("id");
    }
}
