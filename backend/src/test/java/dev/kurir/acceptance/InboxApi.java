package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The inbox as a screen reads it. */
record InboxApi(Api api) {
    /**
     * The sandbox, whose mailbox is watched: what arrives from now on is new, what was there before makes nobody wait.
     */
    void watched() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(api.list("/api/v1/mailboxes"))
                        .extracting(one -> one.get("state"))
                        .containsExactly("watching"));
    }

    String id(String person) {
        return String.valueOf(conversations("all").stream()
                .filter(one -> person(one).equals(person))
                .findFirst()
                .orElseThrow()
                .get("id"));
    }

    List<Map<String, Object>> entries(String person) {
        return items("/api/v1/conversations/" + id(person) + "/entries");
    }

    List<Map<String, Object>> conversations(String tab) {
        return items("/api/v1/conversations?limit=200&tab=" + tab);
    }

    /** A conversation that is begun with a letter from the first account, which is not on its way yet. */
    String begun(String subject) {
        return String.valueOf(api.created("/api/v1/conversations", beginning(letter("ani@sandbox.test", subject)))
                .get("id"));
    }

    /** The request that begins a conversation from the first account. */
    Map<String, Object> beginning(Map<String, Object> letter) {
        Object account =
                Objects.requireNonNull(api.list("/api/v1/accounts").getFirst().get("id"));
        return Map.of("accountId", account, "letter", letter);
    }

    /** One that leaves after half a minute. */
    static Map<String, Object> letter(String to, String subject) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Ani", "address", to)),
                "subject",
                subject,
                "text",
                "Halo",
                "undoSeconds",
                30);
    }

    /** A note that mentions people. */
    Map<String, Object> noted(String conversation, String text, String... mentions) {
        return api.created(
                "/api/v1/conversations/" + conversation + "/notes",
                Map.of("text", text, "mentions", List.of(mentions)));
    }

    static String person(Map<String, Object> conversation) {
        return String.valueOf(map(conversation.get("person")).get("address"));
    }

    List<Map<String, Object>> items(String path) {
        return ((List<?>) Objects.requireNonNull(api.object(path).get("items")))
                .stream().map(InboxApi::map).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
