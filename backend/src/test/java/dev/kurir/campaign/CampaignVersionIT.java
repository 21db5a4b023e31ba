package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** What goes out is what was read: a command can name the version of the campaign that it means. */
@KurirTest
class CampaignVersionIT extends CampaignsOverHttp {
    CampaignVersionIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        super(context, database, ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "process"})
    void whatSomebodyChangedSinceItWasReadDoesNotGoOut(String command) {
        String id = draft(command);
        String read = version(id);
        json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "Half a sent"), 200);

        JsonNode refused = body(ask(id, command, read)
                .expectStatus()
                .isEqualTo(412)
                .expectBody(JsonNode.class)
                .returnResult());

        assertProblem(refused, "stale");
        assertThat(state(id)).isEqualTo("draft");
        ask(id, command, version(id)).expectStatus().is2xxSuccessful();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "process"})
    void askingTwiceForTheSameVersionIsAskingOnce(String command) {
        String id = draft(command + "twice");
        String read = version(id);

        ask(id, command, "\"" + read + "\"").expectStatus().is2xxSuccessful();
        ask(id, command, read).expectStatus().is2xxSuccessful();
    }

    @Test
    void eitherTheChangeOrTheReleaseWinsNeverBoth() {
        List<String> drafts =
                Flux.range(0, 8).map(at -> draft("race" + at)).collectList().block(SOON);

        List<List<Integer>> answers = Objects.requireNonNull(Flux.fromIterable(Objects.requireNonNull(drafts))
                .concatMap(id -> raced(id, version(id)))
                .collectList()
                .block(SOON));

        assertThat(answers).allSatisfy(pair -> assertThat(pair).isIn(List.of(200, 412), List.of(409, 200)));
    }

    private Mono<List<Integer>> raced(String id, String read) {
        Mono<Integer> change = Mono.fromCallable(() -> status(web.patch()
                .uri("/api/v1/campaigns/" + id)
                .bodyValue(Map.of("subject", "Half"))
                .exchange()));
        Mono<Integer> release = Mono.fromCallable(() -> status(ask(id, "process", read)));
        return Mono.zip(
                change.subscribeOn(Schedulers.boundedElastic()),
                release.subscribeOn(Schedulers.boundedElastic()),
                List::of);
    }

    private String draft(String name) {
        long list = rows.list("L" + name + rows.account().value());
        rows.contact(name + list + "@version.test", list);
        return ready(list);
    }

    private String version(String id) {
        return text(json(HttpMethod.GET, "/campaigns/" + id, null, 200), "version");
    }

    private ResponseSpec ask(String id, String command, String version) {
        return web.post()
                .uri("/api/v1/campaigns/" + id + "/" + command)
                .header("If-Match", version)
                .exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }
}
