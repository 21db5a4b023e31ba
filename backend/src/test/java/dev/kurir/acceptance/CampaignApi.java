package dev.kurir.acceptance;

import dev.kurir.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What became of a campaign, as its screens read it. */
record CampaignApi(Api api) {
    List<String> ledger(String of, boolean bom) {
        String csv = api.get(of + "/ledger?bom=" + bom)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(csv).lines().toList();
    }

    static Map<String, Long> results(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", 5)[3])
                .collect(Collectors.groupingBy(result -> result, Collectors.counting()));
    }

    WebTestClient.ResponseSpec decide(String decision, Map<String, Object> about) {
        Map<String, Object> body = new HashMap<>(about);
        body.put("decision", decision);
        return api.post("/api/v1/outbox/uncertain/decide", body);
    }

    static List<Object> idsOf(WebTestClient.ResponseSpec answer) {
        return List.copyOf((List<?>)
                Objects.requireNonNull(Api.body(answer.expectStatus().isOk()).get("ids")));
    }

    /** Outcome and code of each attempt at this address, the newest first. */
    List<String> attempts(String address) {
        Object message = new InboxApi(api)
                .items("/api/v1/outbox/messages?limit=200").stream()
                        .filter(row -> String.valueOf(row.get("to")).startsWith(address))
                        .findFirst()
                        .orElseThrow()
                        .get("id");
        return attemptsOf(Objects.requireNonNull(message));
    }

    List<String> attemptsOf(Object message) {
        return api.list("/api/v1/outbox/messages/" + message + "/attempts").stream()
                .map(attempt -> attempt.get("outcome") + " " + Objects.requireNonNullElse(attempt.get("code"), 0))
                .toList();
    }
}
