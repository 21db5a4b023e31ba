package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ListId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Drafts: how they are edited, listed, copied into mails and tried out. */
@KurirTest
class CampaignApiIT extends CampaignsOverHttp {
    CampaignApiIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        super(context, database, ids);
    }

    @Test
    void aDraftIsEditedWithVersions() {
        JsonNode draft = create(Map.of("name", "Promo"), 201);
        String id = text(draft, "id");

        JsonNode changed = json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "Halo"), 200);
        web.patch()
                .uri("/api/v1/campaigns/" + id)
                .header("If-Match", text(draft, "version"))
                .bodyValue(Map.of("subject", "Late"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);

        assertThat(text(draft, "state")).isEqualTo("draft");
        assertThat(text(changed, "subject")).isEqualTo("Halo");
        assertThat(text(changed, "name")).isEqualTo("Promo");
        assertThat(text(changed, "version")).isNotEqualTo(text(draft, "version"));
    }

    @Test
    void nullTakesTheAccountAwayAndAbsentLeavesIt() {
        String id = text(create(Map.of("name", "Promo", "accountId", id(rows.account())), 201), "id");

        assertThat(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "x"), 200)
                        .path("account")
                        .path("name")
                        .asString())
                .isEqualTo("Shop");
        assertThat(json(HttpMethod.PATCH, "/campaigns/" + id, "{\"accountId\": null}", 200)
                        .path("account")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsNotOfThisWorkspaceIsRefusedWithItsField() {
        assertProblem(create(Map.of("name", "P", "lists", List.of(id(new ListId(999_999)))), 422), "list_not_found");
        assertProblem(create(Map.of("name", "P", "accountId", id(new AccountId(999_999))), 422), "account_inactive");
        assertProblem(create(Map.of("name", "P", "subject", "a\r\nBcc: x@y.z"), 422), "control_character");
        json(HttpMethod.GET, "/campaigns/" + id(new CampaignId(999_999)), null, 404);
    }

    @Test
    void anInactiveAccountCannotBePicked() {
        rows.run(
                "update account set active = false where id = " + rows.account().value());

        assertProblem(create(Map.of("name", "P", "accountId", id(rows.account())), 422), "account_inactive");
    }

    @Test
    void whatBecomesOfUncertainMessagesIsSetInEveryStateAndLogged() {
        String id = text(create(Map.of("name", "Promo"), 201), "id");
        assertThat(json(HttpMethod.GET, "/campaigns/" + id, null, 200)
                        .path("uncertainPolicy")
                        .path("action")
                        .asString())
                .isEqualTo("ask");
        String path = "/campaigns/" + id + "/uncertain-policy";

        JsonNode set = json(HttpMethod.PUT, path, Map.of("action", "send_again", "afterMinutes", 90), 200);

        assertThat(set.path("uncertainPolicy").path("afterMinutes").asInt()).isEqualTo(90);
        assertProblem(
                json(HttpMethod.PUT, path, Map.of("action", "send_again", "afterMinutes", 30), 422), "out_of_range");
        assertThat(rows.texts(
                        "select actor || ' ' || (payload ->> 'policy') || ' ' || (payload ->> 'minutes') from event"
                                + " where type = 'campaign_uncertain_policy' and payload ->> 'name' = 'Promo'"))
                .containsExactly("Owner send_again 90");
    }

    @Test
    void listsNewestFirstWithStatesAndPages() {
        String older = text(create(Map.of("name", "Zebra one"), 201), "id");
        String newer = text(create(Map.of("name", "Zebra two"), 201), "id");

        JsonNode first = json(HttpMethod.GET, "/campaigns?q=zebra&limit=1", null, 200);
        JsonNode second = json(HttpMethod.GET, "/campaigns?q=zebra&limit=1&cursor=" + text(first, "next"), null, 200);

        assertThat(text(first.path("items").get(0), "id")).isEqualTo(newer);
        assertThat(text(second.path("items").get(0), "id")).isEqualTo(older);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(first.path("states").path("draft").asInt()).isEqualTo(2);
        assertThat(json(HttpMethod.GET, "/campaigns?q=zebra&state=paused", null, 200)
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void rendersAsAContactWouldReadIt() {
        long contact = rows.contact("sari@render.test");
        Map<String, Object> content = Map.of(
                "subject", "Halo {{first_name}}",
                "html", "<p>{{data.city}} {{data.nope|?}}</p><a href=\"{{unsubscribe_url}}\">x</a>",
                "text", "{{account.name}}",
                "accountId", id(rows.account()),
                "contactId", id(new ContactId(contact)));

        JsonNode rendered = json(HttpMethod.POST, "/render", content, 200);

        assertThat(text(rendered, "subject")).isEqualTo("Halo Budi");
        assertThat(text(rendered, "html")).contains("Bandung ?").contains("/u/");
        assertThat(text(rendered, "text")).contains("Sari");
        assertThat(text(rendered, "to")).isEqualTo("sari@render.test");
        assertThat(text(rendered, "from")).contains("sari@toko.test");
        assertThat(rendered.path("unknownVariables").get(0).asString()).isEqualTo("data.nope");
    }

    @Test
    void aBrokenTagIsAProblemWithItsField() {
        JsonNode problem = json(HttpMethod.POST, "/render", Map.of("subject", "{{name", "html", "", "text", ""), 422);

        assertProblem(problem, "content_malformed");
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/subject");
    }

    @Test
    void aTestGoesToAFewAddressesAndNotTooOften() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("first@tested.test", list);
        String id = ready(list);
        Map<String, Object> two = Map.of("to", List.of("a@me.test", "b@me.test", "a@me.test"));

        JsonNode sent = json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);
        json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);
        json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);

        assertThat(sent.path("messages").size()).isEqualTo(2);
        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 429), "too_many_tests");
        json(HttpMethod.POST, "/campaigns/" + id + "/test", Map.of("to", List.of("1", "2", "3", "4", "5", "6")), 422);
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void theSameKeyCreatesOneCampaign() {
        JsonNode one = createWithKey();
        JsonNode other = createWithKey();

        assertThat(other).isEqualTo(one);
    }

    private JsonNode createWithKey() {
        return body(web.post()
                .uri("/api/v1/campaigns")
                .header("Idempotency-Key", "key-" + rows.account().value())
                .bodyValue(Map.of("name", "Once", "accountId", id(rows.account())))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult());
    }
}
