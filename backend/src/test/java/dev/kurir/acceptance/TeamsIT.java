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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Teams and their members; a campaign names whose its replies are. */
@KurirTest
class TeamsIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);

    private final ApplicationContext context;
    private final Api owner;
    private final InboxApi inbox;

    TeamsIT(ApplicationContext context) {
        this.context = context;
        this.owner = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(owner);
    }

    @BeforeEach
    void noTeams() {
        owner.list("/api/v1/teams")
                .forEach(team -> owner.delete("/api/v1/teams/" + team.get("id"))
                        .expectStatus()
                        .isNoContent());
    }

    @Test
    void managersMakeTeamsAndAgentsOnlyReadThem() {
        Colleague manager = Colleague.join(context, "manager", "Maya");
        Colleague agent = Colleague.join(context, "agent", "Adi");

        Map<String, Object> team = manager.api()
                .created("/api/v1/teams", Map.of("name", " Sales ", "members", List.of(agent.id(), agent.id())));
        assertThat(team).containsEntry("name", "Sales").containsEntry("members", List.of(agent.id()));
        assertThat(agent.api().list("/api/v1/teams")).containsExactly(team);
        Api.assertRefused(agent.api().post("/api/v1/teams", Map.of("name", "Mine")), 403, "forbidden");

        String path = "/api/v1/teams/" + team.get("id");
        Api.assertRefused(agent.api().patch(path, Map.of("members", List.of())), 403, "forbidden");
        Map<String, Object> changed = Api.body(manager.api()
                .patch(path, Map.of("name", "Support", "members", List.of(agent.id(), manager.id()))));
        assertThat(changed)
                .containsEntry("name", "Support")
                .containsEntry("members", List.of(agent.id(), manager.id()));
        Api.assertRefused(owner.post("/api/v1/teams", Map.of("name", "SUPPORT")), 422, "team_exists", "/name");
        String other = "/api/v1/teams/"
                + owner.created("/api/v1/teams", Map.of("name", "Other")).get("id");
        Api.assertRefused(owner.patch(other, Map.of("name", "support")), 422, "team_exists", "/name");
        manager.api().delete(path).expectStatus().isNoContent();
        Api.assertRefused(owner.patch(path, Map.of("name", "Gone")), 404, "team_not_found");
    }

    @Test
    void whoLeavesIsInNoTeam() {
        Colleague agent = Colleague.join(context, "agent", "Leaver");
        Object team = owner.created("/api/v1/teams", Map.of("name", "Short", "members", List.of(agent.id())))
                .get("id");
        owner.delete("/api/v1/users/" + agent.id()).expectStatus().isNoContent();
        assertThat(owner.list("/api/v1/teams"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("id", team).containsEntry("members", List.of()));
    }

    @Test
    void theRepliesOfACampaignAreItsTeams() {
        Object team = owner.created("/api/v1/teams", Map.of("name", "Sales")).get("id");
        String campaign = "/api/v1/campaigns/" + SmallSandbox.campaign(owner);
        Api.assertRefused(owner.patch(campaign, Map.of("teamId", deletedTeam())), 422, "team_not_found", "/teamId");
        assertThat(teamOf(owner.patch(campaign, Map.of("teamId", team)))).isEqualTo("Sales");
        assertThat(teamOf(owner.post(campaign + "/duplicate", Map.of()))).isEqualTo("Sales");

        owner.post(campaign + "/process", Map.of()).expectStatus().is2xxSuccessful();
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.conversations("all")).hasSize(4));
        assertThat(inbox.items("/api/v1/conversations?team=" + team)).hasSize(4);
        assertThat(owner.object("/api/v1/conversations/counts?team=" + team)).containsEntry("all", 4);

        owner.patch(campaign, Map.of("name", "Sent already", "teamId", team))
                .expectStatus()
                .isOk();
        owner.delete("/api/v1/teams/" + team).expectStatus().isNoContent();
        assertThat(inbox.conversations("all"))
                .allSatisfy(one -> assertThat(one.get("team")).isNull());
        assertThat(owner.object(campaign).get("team")).isNull();
    }

    private Object deletedTeam() {
        Object id = Objects.requireNonNull(
                owner.created("/api/v1/teams", Map.of("name", "Gone")).get("id"));
        owner.delete("/api/v1/teams/" + id).expectStatus().isNoContent();
        return id;
    }

    private static Object teamOf(ResponseSpec answer) {
        return Objects.requireNonNull(
                InboxApi.map(Api.body(answer.expectStatus().is2xxSuccessful()).get("team"))
                        .get("name"));
    }
}
