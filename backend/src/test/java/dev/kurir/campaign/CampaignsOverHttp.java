package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Campaigns over HTTP, with the workers that make their messages; the account's worker is off, so nothing is sent. */
abstract class CampaignsOverHttp {
    static final Duration SOON = Duration.ofSeconds(20);
    static final String HTML = "<p>Hi {{name|friend}}</p><a href=\"{{unsubscribe_url}}\">Stop</a>";
    private static final String TEXT = "Hi {{name|friend}}\n{{unsubscribe_url}}";

    final WebTestClient web;
    final CampaignRowsFixture rows;
    private final PublicIds ids;

    CampaignsOverHttp(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        Owner owner = Owner.of(context);
        this.web = owner.web();
        this.ids = ids;
        this.rows = CampaignRowsFixture.in(database, owner.caller().workspaceId());
    }

    final String ready(long list) {
        return text(
                create(
                        Map.of(
                                "name",
                                "Promo",
                                "accountId",
                                id(rows.account()),
                                "lists",
                                List.of(id(new ListId(list))),
                                "subject",
                                "Halo {{email}}",
                                "html",
                                HTML,
                                "text",
                                TEXT),
                        201),
                "id");
    }

    /** Two people, messages made. */
    final String generated() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("a" + list + "@generated.test", list);
        rows.contact("b" + list + "@generated.test", list);
        String id = ready(list);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        return id;
    }

    final boolean balanced(String id) {
        return json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                .path("balanced")
                .asBoolean();
    }

    final void awaitState(String id, String state) {
        await().atMost(SOON).until(() -> state(id), state::equals);
    }

    final String state(String id) {
        return text(json(HttpMethod.GET, "/campaigns/" + id, null, 200), "state");
    }

    final String id(Id id) {
        return ids.encode(id).toString();
    }

    final JsonNode create(Map<String, Object> body, int status) {
        return json(HttpMethod.POST, "/campaigns", body, status);
    }

    final JsonNode json(HttpMethod method, String path, Object body, int status) {
        var request = web.method(method).uri("/api/v1" + path).header("Content-Type", "application/json");
        return body((body == null ? request : request.bodyValue(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult());
    }

    static JsonNode body(EntityExchangeResult<JsonNode> result) {
        return result.getResponseBody() == null ? NullNode.getInstance() : result.getResponseBody();
    }

    static void assertProblem(JsonNode problem, String code) {
        assertThat(text(problem, "code")).isEqualTo(code);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
