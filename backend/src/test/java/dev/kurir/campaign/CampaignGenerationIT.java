package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** From a draft to its messages: who gets one, what stops it, and that it happens once. */
@KurirTest
class CampaignGenerationIT extends CampaignsOverHttp {
    CampaignGenerationIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        super(context, database, ids);
    }

    @Test
    void theAudienceIsCountedBeforeAndFrozenAfterGeneration() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("one@audience.test", list);
        rows.contact("", list);
        String id = ready(list);

        JsonNode before = json(HttpMethod.GET, "/campaigns/" + id + "/audience", null, 200);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        rows.contact("late@audience.test", list);
        JsonNode after = json(HttpMethod.GET, "/campaigns/" + id + "/audience", null, 200);

        assertThat(before.path("total").asInt()).isEqualTo(2);
        assertThat(before.path("skipped").path("noAddress").asInt()).isEqualTo(1);
        assertThat(before.path("sample").get(0).path("email").asString()).isEqualTo("one@audience.test");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void thePreflightBlocksGenerateAndProcess() {
        String id = text(create(Map.of("name", "Empty"), 201), "id");

        JsonNode preflight = json(HttpMethod.GET, "/campaigns/" + id + "/preflight", null, 200);
        JsonNode refused = json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 409);

        assertThat(preflight.path("ok").asBoolean()).isFalse();
        assertProblem(refused, "preflight_failed");
        assertThat(refused.path("errors").findValuesAsString("code"))
                .contains("account", "audience", "subject", "body");
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void fiftyAtOnceHaveOneEffect() {
        long list = rows.list("L" + rows.account().value());
        rows.people("fifty", 300, list);
        String id = ready(list);

        List<Integer> answers = Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(
                        at -> Mono.fromCallable(
                                        () -> status("/campaigns/" + id + (at % 2 == 0 ? "/generate" : "/process")))
                                .subscribeOn(Schedulers.boundedElastic()),
                        50)
                .collectList()
                .block(SOON));
        awaitState(id, "processing");

        assertThat(answers).allMatch(status -> status / 100 == 2);
        assertThat(json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                        .path("states")
                        .path("queued")
                        .asInt())
                .isEqualTo(300);
        assertThat(rows.count(
                        "select count(*) from draft d join campaign_account c on c.draft_id = d.id where c.account_id = "
                                + rows.account().value()))
                .isEqualTo(1);
        assertThat(rows.texts("select type from event where level = 'info' and account_id = "
                        + rows.account().value() + " order by seq"))
                .containsExactly("campaign_generating", "campaign_generated", "campaign_started");
        assertThat(balanced(id)).isTrue();
    }

    @Test
    void theOutboxListsEachSubjectAsItsRecipientSeesIt() {
        String id = generated();

        JsonNode page = json(HttpMethod.GET, "/outbox/messages?campaign=" + id, null, 200);

        assertThat(page.path("items").size()).isEqualTo(2);
        page.path("items")
                .forEach(message -> assertThat(text(message, "subject")).isEqualTo("Halo %s", text(message, "to")));
    }

    @Test
    void whatWasGeneratedIsFrozenAndCanBeDuplicated() {
        String id = generated();

        assertProblem(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "New"), 409), "campaign_frozen");
        assertThat(text(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("name", "Renamed"), 200), "name"))
                .isEqualTo("Renamed");
        JsonNode copy = json(HttpMethod.POST, "/campaigns/" + id + "/duplicate", null, 201);
        assertThat(text(copy, "name")).isEqualTo("Renamed (2)");
        assertThat(text(copy, "state")).isEqualTo("draft");
        assertThat(text(copy, "html")).isEqualTo(HTML);
        assertThat(copy.path("progress").path("audience").asInt()).isZero();
    }

    @Test
    void aGenerationThatWasInterruptedGoesOn() {
        long list = rows.list("L" + rows.account().value());
        rows.people("interrupted", 50, list);
        String id = id(rows.generating(list));
        rows.run("select count(*) from generate_chunk((select campaign_id from campaign_account where account_id = "
                + rows.account().value() + "), 20, now())");

        awaitState(id, "generated");

        assertThat(json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                        .path("states")
                        .path("queued")
                        .asInt())
                .isEqualTo(50);
        assertThat(balanced(id)).isTrue();
    }

    private int status(String path) {
        return web.post()
                .uri("/api/v1" + path)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
