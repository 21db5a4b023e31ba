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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** From a campaign to its replies, and from a reply to the answer that arrives in its thread. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class InboxJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final String EVERYONE = "everyone@sandbox.test";

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final DatabaseClient database;
    private String campaignId = "";

    InboxJourneyIT(ApplicationContext context, DatabaseClient database) {
        this.database = database;
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
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
                .untilAsserted(() -> assertThat(inbox.conversations("all"))
                        .extracting(one -> InboxApi.person(one) + " " + one.get("category") + " " + one.get("state"))
                        .containsExactlyInAnyOrder(
                                "reply@sandbox.test null open",
                                "ooo@sandbox.test out_of_office done",
                                "gone@sandbox.test bounce done",
                                "complain@sandbox.test null done"));
        assertThat(inbox.conversations("all"))
                .allSatisfy(one -> assertThat(one.get("campaign"))
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("id", campaignId));
        assertThat(inbox.conversations("new")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("unread", 1).containsEntry("lastKind", "received");
            assertThat(one.get("contact"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "Lina Balas");
        });
    }

    @Test
    @Order(2)
    void theCampaignMailIsTheFirstBubbleAndTheReplyTheSecond() {
        List<Map<String, Object>> entries = inbox.entries("reply@sandbox.test");

        assertThat(entries).extracting(entry -> entry.get("kind")).containsExactly("received", "sent");
        assertThat(InboxApi.map(entries.getFirst().get("mail")))
                .containsEntry("kind", "reply")
                .extractingByKey("text", InstanceOfAssertFactories.STRING)
                .contains("saya tertarik");
        assertThat(InboxApi.map(entries.getLast().get("sent")))
                .extractingByKey("html", InstanceOfAssertFactories.STRING)
                .contains("Hello Lina Balas!");
        assertThat(InboxApi.map(InboxApi.map(entries.getFirst().get("mail")).get("match")))
                .containsEntry("how", "thread");
    }

    @Test
    @Order(3)
    void bounceAndComplaintTakeTheirAddressesOffTheList() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.items("/api/v1/suppressions"))
                        .extracting(row -> row.get("email") + " " + row.get("reason"))
                        .contains("gone@sandbox.test hard_bounce", "complain@sandbox.test complaint"));
        assertThat(api.object("/api/v1/campaigns/" + campaignId + "/answers"))
                .containsEntry("replied", 1)
                .containsEntry("autoReplied", 1)
                .containsEntry("bounced", 1)
                .containsEntry("complained", 1)
                .containsEntry("unsubscribed", 0);
        Map<String, Object> bounce =
                InboxApi.map(inbox.entries("gone@sandbox.test").getFirst().get("mail"));
        assertThat(bounce).containsEntry("kind", "bounce");
        assertThat(InboxApi.map(bounce.get("report")))
                .containsEntry("status", "5.1.1")
                .containsEntry("action", "failed");
        assertThat(InboxApi.map(inbox.entries("gone@sandbox.test").getLast().get("sent"))
                        .get("marks"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(mark -> assertThat(InboxApi.map(mark)).containsEntry("mark", "bounced"));
    }

    @Test
    @Order(4)
    void anAnswerCanBeTakenBackAndWhatIsSentThenIsTheNewText() throws Exception {
        String path = "/api/v1/conversations/" + inbox.id("reply@sandbox.test");
        Map<String, Object> first = api.created(path + "/replies", reply("Tidak jadi.", 30));
        assertThat(InboxApi.map(first.get("sent")).get("messages"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(message -> assertThat(InboxApi.map(message)).containsEntry("state", "queued"));

        Map<String, Object> back = Api.body(api.post(path + "/entries/" + first.get("id") + "/undo", Map.of())
                .expectStatus()
                .isOk());
        assertThat(InboxApi.map(back.get("sent"))).containsEntry("text", "Tidak jadi.");
        assertThat(inbox.entries("reply@sandbox.test")).hasSize(2);

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
                .untilAsserted(() -> assertThat(inbox.entries("reply@sandbox.test"))
                        .extracting(entry -> entry.get("kind"))
                        .containsExactly("received", "sent", "received", "sent"));
        assertThat(inbox.conversations("all")).hasSize(4);
    }

    @Test
    @Order(7)
    void peopleAssignSnoozeAndFinish() {
        String path = "/api/v1/conversations/" + inbox.id("reply@sandbox.test");
        Object me = InboxApi.map(api.object("/api/v1/me").get("user")).get("id");

        assertThat(Api.body(api.patch(path, Map.of("assigneeId", me, "category", "interested", "read", true))))
                .containsEntry("category", "interested")
                .containsEntry("unread", 0);
        assertThat(inbox.conversations("mine")).hasSize(1);
        assertThat(inbox.conversations("new")).isEmpty();
        Api.assertRefused(
                api.patch(path, Map.of("snoozedUntil", Instant.EPOCH.toString())), 422, "in_the_past", "/snoozedUntil");
        api.patch(path, Map.of("snoozedUntil", "2099-01-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        assertThat(inbox.conversations("snoozed")).hasSize(1);
        api.patch(path, Map.of("state", "done")).expectStatus().isOk();
        assertThat(api.object("/api/v1/conversations/counts"))
                .containsEntry("done", 4)
                .containsEntry("unread", 0);
        assertThat(inbox.entries("reply@sandbox.test"))
                .filteredOn(entry -> "line".equals(entry.get("kind")))
                .extracting(entry -> InboxApi.map(entry.get("line")).get("code"))
                .containsExactly("done", "snoozed", "assigned");
    }

    @Test
    @Order(8)
    void wordsOfAMailFindItsConversation() {
        assertThat(inbox.items("/api/v1/conversations?q=tertarik ceri"))
                .singleElement()
                .satisfies(one -> assertThat(InboxApi.person(one)).isEqualTo("reply@sandbox.test"));
        assertThat(inbox.items("/api/v1/conversations?q=nirgends")).isEmpty();
        assertThat(inbox.items("/api/v1/conversations?category=bounce")).hasSize(1);
    }

    @Test
    @Order(9)
    void whatIsDeletedHereStaysDeletedAndOnTheServer() throws Exception {
        String path = "/api/v1/conversations/" + inbox.id("ooo@sandbox.test") + "/entries";
        Object away = inbox.entries("ooo@sandbox.test").getFirst().get("id");
        int before = mail.headers("hello@sandbox.test", "Subject").size();

        api.delete(path + "/" + away).expectStatus().isNoContent();

        assertThat(inbox.entries("ooo@sandbox.test"))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("sent");
        assertThat(mail.headers("hello@sandbox.test", "Subject")).hasSize(before);
    }

    @Test
    @Order(10)
    void reportsThatDoNotReturnOurMailTakeNobodyOffTheList() throws Exception {
        mail.arrive("hello@sandbox.test", ForgedReports.COMPLAINT);
        mail.arrive("hello@sandbox.test", ForgedReports.BOUNCE);

        await().atMost(A_MINUTE).untilAsserted(() -> {
            assertThat(inbox.conversations("all")).extracting(InboxApi::person).contains("abuse@elsewhere.test");
            assertThat(inbox.entries("reply@sandbox.test").getFirst().get("mail"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("kind", "bounce");
        });
        assertThat(inbox.items("/api/v1/suppressions"))
                .extracting(row -> row.get("email"))
                .doesNotContain("reply@sandbox.test", "customer@elsewhere.test");
        assertThat(InboxApi.map(InboxApi.map(
                                inbox.entries("reply@sandbox.test").getFirst().get("mail"))
                        .get("report")))
                .containsEntry("address", "reply@sandbox.test");
    }

    @Test
    @Order(11)
    void anAnswerThatWaitsIsTakenBackAndNotDeleted() {
        String path = "/api/v1/conversations/" + inbox.id("reply@sandbox.test");
        Map<String, Object> waiting = api.created(path + "/replies", later("Besok."));
        String entry = path + "/entries/" + waiting.get("id");

        Api.assertRefused(api.delete(entry), 404, "entry_not_found");
        api.post(entry + "/undo", Map.of()).expectStatus().isOk();
        assertThat(inbox.entries("reply@sandbox.test"))
                .extracting(one -> one.get("id"))
                .doesNotContain(waiting.get("id"));
    }

    @Test
    @Order(12)
    void whatIsTakenBackOpensWhatWasFinishedWithIt() {
        String path = "/api/v1/conversations/" + inbox.id("reply@sandbox.test");
        Map<String, Object> answer = later("Selesai.");
        answer.put("done", true);
        Map<String, Object> sent = api.created(path + "/replies", answer);
        assertThat(api.object(path)).containsEntry("state", "done");

        api.post(path + "/entries/" + sent.get("id") + "/undo", Map.of())
                .expectStatus()
                .isOk();

        assertThat(api.object(path)).containsEntry("state", "open");
    }

    @Test
    @Order(13)
    void theOctetsOfADeletedMailAreGone() {
        String entries = "/api/v1/conversations/" + inbox.id("abuse@elsewhere.test") + "/entries";
        Map<String, Object> report = inbox.items(entries).getFirst();
        String raw = "/api/v1/mails/" + InboxApi.map(report.get("mail")).get("id") + "/raw";
        api.get(raw).expectStatus().isOk();

        api.delete(entries + "/" + report.get("id")).expectStatus().isNoContent();

        Api.assertRefused(api.get(raw), 404, "mail_not_found");
        assertThat(Objects.requireNonNull(database.sql(
                                "select count(*) from mail m join blob b using (workspace_id, sha256) where m.deleted_at is not null")
                        .mapValue(Long.class)
                        .one()
                        .block(A_MINUTE)))
                .isZero();
    }

    @Test
    @Order(14)
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

    private static Map<String, Object> later(String text) {
        Map<String, Object> reply = new HashMap<>(reply(text, 0));
        reply.put("sendAt", Instant.now().plusSeconds(3_600).toString());
        return reply;
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
}
