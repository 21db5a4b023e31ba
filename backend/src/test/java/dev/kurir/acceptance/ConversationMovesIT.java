package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Two conversations become one, one becomes two, and back. */
@KurirTest
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class ConversationMovesIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String EVERYONE = "everyone@sandbox.test";
    private static final String SHOP = "hello@sandbox.test";

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final Arrivals arrivals;
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final String ani = "ani." + name + "@elsewhere.test";
    private final String beni = "beni." + name + "@elsewhere.test";

    ConversationMovesIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
        this.arrivals = new Arrivals(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @Test
    void whatIsMergedStandsInTheOrderOfTimeAndTakesTheLaterMailsOfBoth() {
        String kept = arrives(ani, "Price", "p1", "");
        String other = arrives(beni, "Delivery", "d1", "");
        api.patch(path(other), Map.of("pinned", true)).expectStatus().isOk();

        Map<String, Object> merged = conversation(merge(kept, other));

        assertThat(merged)
                .containsEntry("id", kept)
                .containsEntry("unread", 2)
                .containsEntry("subject", "Price")
                .containsEntry("pinned", true);
        assertThat(texts(kept)).containsExactly("line", "d1", "p1");
        assertThat(ids()).contains(kept).doesNotContain(other);

        answers(beni, "Re: Delivery", "d2", "d1", kept);
        answers(ani, "Re: Price", "p2", "p1", kept);
        // without a thread: by subject and person
        answers(beni, "Re: Delivery", "d3", "", kept);
        assertThat(texts(kept))
                .contains("line")
                .filteredOn(text -> !text.equals("line"))
                .containsExactly("d3", "p2", "d2", "d1", "p1");
    }

    @Test
    void bothSaysWhoDidItAndLeadToEachOther() {
        String kept = arrives(ani, "Price", "p1", "");
        String other = arrives(beni, "Delivery", "d1", "");
        merge(kept, other);

        assertThat(InboxApi.map(entries(kept).getFirst().get("line")))
                .containsEntry("code", "merged")
                .containsEntry("params", Map.of("conversation", other, "subject", "Delivery"));
        assertThat(entries(other)).singleElement().satisfies(line -> {
            assertThat(line.get("author")).isEqualTo(entries(kept).getFirst().get("author"));
            assertThat(InboxApi.map(line.get("line")))
                    .containsEntry("code", "merged_into")
                    .containsEntry("params", Map.of("conversation", kept, "subject", "Price"));
        });
        assertThat(api.object(path(other))).containsEntry("mergedInto", Map.of("id", kept, "name", "Price"));
        Api.assertRefused(api.post(path(other) + "/notes", Map.of("text", "?")), 409, "conversation_merged");
        Api.assertRefused(api.post(path(other) + "/merge", Map.of("ids", List.of(kept))), 409, "conversation_merged");
    }

    @Test
    void aMergingIsUndoneAsIfNothingHadHappenedThoughItWasRead() {
        String kept = arrives(ani, "Price", "p1", "");
        String other = arrives(beni, "Delivery", "d1", "");
        draft(kept, "Price?");
        draft(other, "Soon.");
        Map<String, Object> before = api.object(path(other));

        Object move = merge(kept, other).get("moveId");
        assertThat(drafted(kept)).isEqualTo("Price?\n\nSoon.");
        api.patch(path(kept), Map.of("read", true)).expectStatus().isOk();
        undo(move).expectStatus().isOk();

        assertThat(texts(kept)).containsExactly("p1");
        assertThat(texts(other)).containsExactly("d1");
        assertThat(drafted(kept)).isEqualTo("Price?");
        assertThat(drafted(other)).isEqualTo("Soon.");
        assertThat(api.object(path(other)))
                .containsEntry("unread", 0)
                .containsEntry("state", "open")
                .containsEntry("snippet", before.get("snippet"))
                .containsEntry("waitingSince", before.get("waitingSince"))
                .containsEntry("mergedInto", null);
        Api.assertRefused(undo(move), 409, "undo_too_late");
    }

    @Test
    void itIsTooLateToUndoOnceSomethingElseWasChanged() {
        String kept = arrives(ani, "Price", "p1", "");
        String other = arrives(beni, "Delivery", "d1", "");
        Object move = merge(kept, other).get("moveId");
        api.post(path(kept) + "/notes", Map.of("text", "Both want the same."))
                .expectStatus()
                .isCreated();

        Api.assertRefused(undo(move), 409, "undo_too_late");
        assertThat(texts(kept)).contains("d1", "p1");
    }

    @Test
    void aSplitTakesTheLaterOnesAndAnswersFollowWhatTheyAnswer() {
        String old = arrives(ani, "Price", "p1", "");
        answers(ani, "Delivery", "d1", "p1", old);
        answers(ani, "Re: Delivery", "d2", "d1", old);
        assertThat(entries(old))
                .extracting(entry -> InboxApi.map(entry.get("mail")).get("newSubject"))
                .containsExactly(false, true, false);

        Map<String, Object> split = split(old, entry(old, "d1"));
        String fresh = String.valueOf(conversation(split).get("id"));

        assertThat(conversation(split)).containsEntry("subject", "Delivery").containsEntry("unread", 2);
        assertThat(texts(fresh)).containsExactly("line", "d2", "d1");
        assertThat(texts(old)).containsExactly("line", "p1");
        answers(ani, "Re: Delivery", "d3", "p1> <" + name + "d1> <" + name + "d2", fresh);
        answers(ani, "Re: Price", "p2", "p1", old);
    }

    @Test
    void aSplitIsUndoneAndItsAddressLeadsBack() {
        String old = arrives(ani, "Price", "p1", "");
        answers(ani, "Delivery", "d1", "p1", old);
        Map<String, Object> split = split(old, entry(old, "d1"));

        undo(split.get("moveId")).expectStatus().isOk();

        assertThat(texts(old)).containsExactly("d1", "p1");
        assertThat(InboxApi.map(entries(old).getFirst().get("mail"))).containsEntry("newSubject", true);
        assertThat(api.object(path(String.valueOf(conversation(split).get("id")))))
                .containsEntry("mergedInto", Map.of("id", old, "name", "Price"));
    }

    @Test
    void anAnswerToOurMailFollowsTheMailBetweenThem() throws Exception {
        String rina = "rina@sandbox.test";
        String old = String.valueOf(api.created(
                        "/api/v1/conversations",
                        Map.of(
                                "accountId",
                                api.list("/api/v1/accounts").getFirst().get("id"),
                                "letter",
                                letter(rina)))
                .get("id"));
        await().atMost(A_MINUTE)
                .until(() -> !mail.headers(EVERYONE, "Message-ID").isEmpty());
        String ours = mail.headers(EVERYONE, "Message-ID").getFirst().get("Message-ID");
        arrive(rina, "Re: Hello", "h1", ours);
        arrive(rina, "Delivery", "d1", ours + " <" + name + "h1>");
        String fresh = String.valueOf(conversation(split(old, entry(old, "d1"))).get("id"));

        arrive(rina, "Re: Delivery", "d2", ours + " <" + name + "h1> <" + name + "d1>");
        arrive(rina, "Re: Hello", "h2", ours + " <" + name + "h1>");

        assertThat(texts(fresh)).contains("d2");
        assertThat(texts(old)).contains("h2");
    }

    @Test
    void theFirstEntryCannotBeSplitOff() {
        String old = arrives(ani, "Price", "p1", "");

        Api.assertRefused(api.post(path(old) + "/split", Map.of("entryId", entry(old, "p1"))), 409, "split_first");
        Api.assertRefused(api.post(path(old) + "/merge", Map.of("ids", List.of(old))), 422, "empty", "/ids");
    }

    private String arrives(String from, String subject, String text, String references) {
        arrive(from, subject, text, references.isEmpty() ? "" : "<" + name + references + ">");
        return inbox.id(from);
    }

    private void answers(String from, String subject, String text, String references, String where) {
        arrive(from, subject, text, references.isEmpty() ? "" : "<" + name + references + ">");
        assertThat(texts(where)).contains(text);
    }

    private void arrive(String from, String subject, String text, String references) {
        arrivals.inInbox(SHOP, """
                From: Somebody <%s>
                To: hello@sandbox.test
                Subject: %s
                Message-ID: <%s>
                %sDate: %s

                %s
                """.formatted(from, subject, name + text, named(references), now(), text));
    }

    private static String named(String references) {
        return references.isEmpty() ? "" : "References: " + references + "\n";
    }

    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private List<String> ids() {
        return inbox.conversations("all").stream()
                .map(one -> String.valueOf(one.get("id")))
                .toList();
    }

    private static String path(String id) {
        return "/api/v1/conversations/" + id;
    }

    private List<Map<String, Object>> entries(String id) {
        return inbox.items(path(id) + "/entries");
    }

    /** The newest first: what a mail says, else what kind of entry it is. */
    private List<String> texts(String id) {
        return entries(id).stream()
                .map(entry -> entry.get("mail") == null
                        ? String.valueOf(entry.get("kind"))
                        : String.valueOf(InboxApi.map(entry.get("mail")).get("text"))
                                .strip())
                .toList();
    }

    private Object entry(String id, String text) {
        return entries(id).get(texts(id).indexOf(text)).get("id");
    }

    private Map<String, Object> merge(String kept, String other) {
        return Api.body(api.post(path(kept) + "/merge", Map.of("ids", List.of(other)))
                .expectStatus()
                .isOk());
    }

    private Map<String, Object> split(String id, Object entry) {
        return Api.body(api.post(path(id) + "/split", Map.of("entryId", entry))
                .expectStatus()
                .isOk());
    }

    private static Map<String, Object> conversation(Map<String, Object> moved) {
        return InboxApi.map(moved.get("conversation"));
    }

    private ResponseSpec undo(Object move) {
        return api.post("/api/v1/conversation-moves/" + move + "/undo", Map.of());
    }

    private void draft(String id, String text) {
        api.web()
                .put()
                .uri(path(id) + "/draft")
                .bodyValue(Map.of("text", text))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private Object drafted(String id) {
        return String.valueOf(
                InboxApi.map(api.object(path(id) + "/draft").get("draft")).get("text"));
    }

    private static Map<String, Object> letter(String to) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", to)),
                "subject",
                "Hello",
                "text",
                "Hello",
                "undoSeconds",
                0);
    }
}
