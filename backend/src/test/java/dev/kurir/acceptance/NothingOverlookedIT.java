package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What nobody has seen stays in sight: mail that arrives in the wrong second, and answers that never left. */
@KurirTest(program = "inbox")
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class NothingOverlookedIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String LETTER = """
            From: Ani <PERSON>
            To: hello@sandbox.test
            Subject: Harga
            Message-ID: <ID@elsewhere.test>
            References: <first.PERSON>

            Halo
            """;

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final String person = UUID.randomUUID() + "@elsewhere.test";
    private String path = "";

    NothingOverlookedIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
    }

    @BeforeEach
    void aConversation() throws Exception {
        inbox.watched();
        arrive();
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.conversations("all"))
                        .extracting(InboxApi::person)
                        .contains(person));
        path = "/api/v1/conversations/" + inbox.id(person);
    }

    @Test
    void whatArrivedInTheMeantimeIsNeitherDoneNorRead() throws Exception {
        Object seen = newest();
        arrive();
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.entries(person)).hasSize(2));

        assertThat(patched(Map.of("state", "done", "seen", seen)))
                .containsEntry("state", "open")
                .containsEntry("unread", 2);
        assertThat(patched(Map.of("read", true, "seen", seen))).containsEntry("unread", 2);
        assertThat(answered(Map.of("seen", seen))).containsEntry("state", "open");
        assertThat(patched(Map.of("read", true, "seen", newest()))).containsEntry("unread", 0);
        assertThat(patched(Map.of("state", "done", "seen", newest()))).containsEntry("state", "done");
    }

    @Test
    void anAnswerThatIsNeverSentIsALineAndTheConversationIsOpenAgain() {
        api.post("/api/v1/suppressions", Map.of("email", person)).expectStatus().is2xxSuccessful();

        answered(Map.of());

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(api.object(path))
                        .containsEntry("state", "open")
                        .containsEntry("unread", 1));
        Map<String, Object> line = InboxApi.map(inbox.entries(person).getFirst().get("line"));
        assertThat(line)
                .containsEntry("code", "not_sent")
                .containsEntry("params", Map.of("to", person, "reason", "suppressed"));
    }

    @Test
    void whatFailedIsSentOnceMoreFromItsConversation() {
        Map<String, Object> sent = written("bounce@sandbox.test", Map.of());
        String retry = path + "/entries/" + sent.get("id") + "/retry";
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(notSent()).containsExactly("rejected"));

        api.post(retry, Map.of()).expectStatus().isOk();

        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(notSent()).hasSize(2));
        Map<String, Object> fine = written("rina@sandbox.test", Map.of());
        Api.assertRefused(
                api.post(path + "/entries/" + fine.get("id") + "/retry", Map.of()), 409, "message_not_retryable");
    }

    private List<Object> notSent() {
        return inbox.entries(person).stream()
                .filter(entry -> entry.get("line") != null)
                .map(entry -> InboxApi.map(entry.get("line")))
                .filter(line -> "not_sent".equals(line.get("code")))
                .<Object>map(line -> InboxApi.map(line.get("params")).get("reason"))
                .toList();
    }

    @Test
    void whatIsSnoozedComesOutOfTheArchive() {
        patched(Map.of("archived", true));
        assertThat(patched(
                        Map.of("snoozedUntil", Instant.now().plusSeconds(3_600).toString())))
                .containsEntry("archived", false)
                .containsEntry("state", "snoozed");
    }

    private Object newest() {
        return Objects.requireNonNull(api.object(path + "/entries").get("newest"));
    }

    private Map<String, Object> patched(Map<String, Object> change) {
        return Api.body(api.patch(path, change).expectStatus().isOk());
    }

    /** The conversation after an answer that is to end it. */
    private Map<String, Object> answered(Map<String, Object> more) {
        written(person, more);
        return api.object(path);
    }

    private Map<String, Object> written(String to, Map<String, Object> more) {
        Map<String, Object> reply = new HashMap<>(more);
        reply.putAll(Map.of(
                "to",
                List.of(Map.of("name", "Ani", "address", to)),
                "subject",
                "Re: Harga",
                "text",
                "Ya",
                "undoSeconds",
                0,
                "done",
                true));
        return api.created(path + "/replies", reply);
    }

    private void arrive() throws Exception {
        mail.arrive(
                "hello@sandbox.test",
                LETTER.replace("PERSON", person).replace("ID", UUID.randomUUID().toString()));
    }
}
