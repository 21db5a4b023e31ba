package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;

/** From a campaign to its replies, and from a reply to the answer that arrives in its thread. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final String EVERYONE = "everyone@sandbox.test";

    private final Api api;
    private final SandboxMail mail;
    private String campaignId = "";

    InboxJourneyIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.mail = new SandboxMail(context);
    }

    @Test
    @Order(1)
    void whatComesBackFromACampaignIsInItsConversations() {
        campaignId = String.valueOf(api.created("/api/v1/sandbox", Map.of()).get("campaignId"));
        api.post("/api/v1/campaigns/" + campaignId + "/process", Map.of())
                .expectStatus()
                .is2xxSuccessful();

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(conversations("all"))
                        .extracting(one -> person(one) + " " + one.get("category") + " " + one.get("state"))
                        .containsExactlyInAnyOrder(
                                "reply@sandbox.test null open",
                                "ooo@sandbox.test out_of_office done",
                                "gone@sandbox.test bounce done",
                                "complain@sandbox.test null done"));
        assertThat(conversations("all"))
                .allSatisfy(one -> assertThat(one.get("campaign"))
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("id", campaignId));
        assertThat(conversations("new")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("unread", 1).containsEntry("lastKind", "received");
            assertThat(one.get("contact"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "Lina Balas");
        });
    }

    @Test
    @Order(2)
    void theCampaignMailIsTheFirstBubbleAndTheReplyTheSecond() {
        List<Map<String, Object>> entries = entries("reply@sandbox.test");

        assertThat(entries).extracting(entry -> entry.get("kind")).containsExactly("received", "sent");
        assertThat(map(entries.getFirst().get("mail")))
                .containsEntry("kind", "reply")
                .extractingByKey("text", InstanceOfAssertFactories.STRING)
                .contains("saya tertarik");
        assertThat(map(entries.getLast().get("sent")))
                .extractingByKey("html", InstanceOfAssertFactories.STRING)
                .contains("Hello Lina Balas!");
        assertThat(map(map(entries.getFirst().get("mail")).get("match"))).containsEntry("how", "thread");
    }

    @Test
    @Order(3)
    void bounceAndComplaintTakeTheirAddressesOffTheList() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(items("/api/v1/suppressions"))
                        .extracting(row -> row.get("email") + " " + row.get("reason"))
                        .contains("gone@sandbox.test hard_bounce", "complain@sandbox.test complaint"));
        Map<String, Object> bounce = map(entries("gone@sandbox.test").getFirst().get("mail"));
        assertThat(bounce).containsEntry("kind", "bounce");
        assertThat(map(bounce.get("report"))).containsEntry("status", "5.1.1").containsEntry("action", "failed");
        assertThat(map(entries("gone@sandbox.test").getLast().get("sent")).get("marks"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(mark -> assertThat(map(mark)).containsEntry("mark", "bounced"));
    }

    @Test
    @Order(4)
    void anAnswerCanBeTakenBackAndWhatIsSentThenIsTheNewText() throws Exception {
        String path = "/api/v1/conversations/" + id("reply@sandbox.test");
        Map<String, Object> first = api.created(path + "/replies", reply("Tidak jadi.", 30));
        assertThat(map(first.get("sent")).get("messages"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(message -> assertThat(map(message)).containsEntry("state", "queued"));

        Map<String, Object> back = Api.body(api.post(path + "/entries/" + first.get("id") + "/undo", Map.of())
                .expectStatus()
                .isOk());
        assertThat(map(back.get("sent"))).containsEntry("text", "Tidak jadi.");
        assertThat(entries("reply@sandbox.test")).hasSize(2);

        api.created(path + "/replies", reply("Tentu, ini daftar harganya.", 0));
        await().atMost(A_MINUTE).until(() -> answers().size() == 1);
        assertThat(answers().getFirst().get("Body"))
                .contains("ini daftar harganya")
                .contains("> Terima kasih");
        assertThat(answers().getFirst().get("Body")).doesNotContain("Tidak jadi");
    }

    @Test
    @Order(5)
    void theAnswerStandsInTheThreadOfTheReply() throws Exception {
        Map<String, String> answer = answers().getFirst();
        Map<String, String> received = mail.headers("hello@sandbox.test", "Message-ID", "References", "From").stream()
                .filter(one -> String.valueOf(one.get("From")).contains("reply@"))
                .findFirst()
                .orElseThrow();

        assertThat(answer.get("In-Reply-To")).isEqualTo(received.get("Message-ID"));
        assertThat(answer.get("References")).isEqualTo("%s %s", received.get("References"), received.get("Message-ID"));
        assertThat(answer.get("Subject")).startsWith("Re: Hello Lina");
        assertThat(answer.get("List-Unsubscribe")).isEmpty();
    }

    @Test
    @Order(6)
    void whatIsAnsweredAgainGoesOnInTheSameConversation() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(entries("reply@sandbox.test"))
                        .extracting(entry -> entry.get("kind"))
                        .containsExactly("received", "sent", "received", "sent"));
        assertThat(conversations("all")).hasSize(4);
    }

    @Test
    @Order(7)
    void peopleAssignSnoozeAndFinish() {
        String path = "/api/v1/conversations/" + id("reply@sandbox.test");
        Object me = map(api.object("/api/v1/me").get("user")).get("id");

        assertThat(Api.body(api.patch(path, Map.of("assigneeId", me, "category", "interested", "read", true))))
                .containsEntry("category", "interested")
                .containsEntry("unread", 0);
        assertThat(conversations("mine")).hasSize(1);
        assertThat(conversations("new")).isEmpty();
        Api.assertRefused(
                api.patch(path, Map.of("snoozedUntil", Instant.EPOCH.toString())), 422, "in_the_past", "/snoozedUntil");
        api.patch(path, Map.of("snoozedUntil", "2099-01-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        assertThat(conversations("snoozed")).hasSize(1);
        api.patch(path, Map.of("state", "done")).expectStatus().isOk();
        assertThat(api.object("/api/v1/conversations/counts"))
                .containsEntry("done", 4)
                .containsEntry("unread", 0);
        assertThat(entries("reply@sandbox.test"))
                .filteredOn(entry -> "line".equals(entry.get("kind")))
                .extracting(entry -> map(entry.get("line")).get("code"))
                .containsExactly("done", "snoozed", "assigned");
    }

    @Test
    @Order(8)
    void wordsOfAMailFindItsConversation() {
        assertThat(items("/api/v1/conversations?q=tertarik ceri"))
                .singleElement()
                .satisfies(one -> assertThat(person(one)).isEqualTo("reply@sandbox.test"));
        assertThat(items("/api/v1/conversations?q=nirgends")).isEmpty();
        assertThat(items("/api/v1/conversations?category=bounce")).hasSize(1);
    }

    @Test
    @Order(9)
    void whatIsDeletedHereStaysDeletedAndOnTheServer() throws Exception {
        String path = "/api/v1/conversations/" + id("ooo@sandbox.test") + "/entries";
        Object away = entries("ooo@sandbox.test").getFirst().get("id");
        int before = mail.headers("hello@sandbox.test", "Subject").size();

        api.delete(path + "/" + away).expectStatus().isNoContent();

        assertThat(entries("ooo@sandbox.test"))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("sent");
        assertThat(mail.headers("hello@sandbox.test", "Subject")).hasSize(before);
    }

    @Test
    @Order(10)
    void theMailboxSaysThatItIsWatched() {
        assertThat(api.list("/api/v1/mailboxes"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("state", "watching"));
    }

    private List<Map<String, String>> answers() throws Exception {
        return mail
                .headers(EVERYONE, "Delivered-To", "In-Reply-To", "References", "Subject", "List-Unsubscribe", "Body")
                .stream()
                .filter(one -> "<reply@sandbox.test>".equals(one.get("Delivered-To")))
                .filter(one -> !String.valueOf(one.get("In-Reply-To")).isEmpty())
                .toList();
    }

    private static Map<String, Object> reply(String text, int undoSeconds) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Lina Balas", "address", "reply@sandbox.test")),
                "subject",
                "Re: Hello Lina, news for Denpasar",
                "text",
                text,
                "quote",
                true,
                "undoSeconds",
                undoSeconds);
    }

    private String id(String person) {
        return String.valueOf(conversations("all").stream()
                .filter(one -> person(one).equals(person))
                .findFirst()
                .orElseThrow()
                .get("id"));
    }

    private List<Map<String, Object>> entries(String person) {
        return items("/api/v1/conversations/" + id(person) + "/entries");
    }

    private List<Map<String, Object>> conversations(String tab) {
        return items("/api/v1/conversations?tab=" + tab);
    }

    private static String person(Map<String, Object> conversation) {
        return String.valueOf(map(conversation.get("person")).get("address"));
    }

    private List<Map<String, Object>> items(String path) {
        return ((List<?>) Objects.requireNonNull(api.object(path).get("items")))
                .stream().map(InboxJourneyIT::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
