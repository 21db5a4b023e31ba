package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter of ours to Ani that has begun a conversation, not on its way yet.
 *
 * @param message its number in the outbox
 * @param raw the octets that leave
 */
record Letter(InboxApi inbox, String path, String message, String messageId, String raw) {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <(.*?)>");

    static Letter begun(InboxApi inbox, String subject) {
        String path = "/api/v1/conversations/" + inbox.begun(subject);
        Map<String, Object> sent =
                InboxApi.map(inbox.items(path + "/entries").getFirst().get("sent"));
        List<?> messages = (List<?>) Objects.requireNonNull(sent.get("messages"));
        String message = String.valueOf(InboxApi.map(messages.getFirst()).get("id"));
        byte[] octets = Objects.requireNonNull(inbox.api()
                .get("/api/v1/outbox/messages/" + message + "/raw")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        String raw = new String(octets, StandardCharsets.UTF_8).replace("\r\n", "\n");
        Matcher id = MESSAGE_ID.matcher(raw);
        assertThat(id.find()).isTrue();
        return new Letter(inbox, path, message, id.group(1), raw);
    }

    /** By the customer. */
    String answered(String subject, String headers) {
        return """
                From: Ani <ani@sandbox.test>
                To: hello@sandbox.test
                %sSubject: %s
                Message-ID: <%s@sandbox.test>
                In-Reply-To: <%s>

                Ya
                """.formatted(headers, subject, UUID.randomUUID(), messageId);
    }

    Map<String, Object> conversation() {
        return inbox.api().object(path);
    }

    /** The oldest first, without lines. */
    List<Map<String, Object>> entries() {
        return inbox.items(path + "/entries").reversed().stream()
                .filter(entry -> !"line".equals(entry.get("kind")))
                .toList();
    }

    List<Object> kinds() {
        return entries().stream()
                .map(entry -> Objects.requireNonNull(entry.get("kind")))
                .toList();
    }
}
