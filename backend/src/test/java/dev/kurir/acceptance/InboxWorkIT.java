package dev.kurir.acceptance;

import static dev.kurir.acceptance.AnswerToLina.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.SmallSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** What people do with the replies to a campaign, and what strangers cannot do. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class InboxWorkIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final DatabaseClient database;

    InboxWorkIT(ApplicationContext context, DatabaseClient database) {
        this.database = database;
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
    }

    @BeforeAll
    void aCampaignHasItsReplies() {
        String campaign = SmallSandbox.campaign(api);
        api.post("/api/v1/campaigns/" + campaign + "/process", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(api.object("/api/v1/conversations/counts"))
                        .containsEntry("all", 4)
                        .containsEntry("done", 3));
    }

    @Test
    @Order(1)
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
    @Order(2)
    void wordsOfAMailFindItsConversation() {
        assertThat(inbox.items("/api/v1/conversations?q=tertarik ceri"))
                .singleElement()
                .satisfies(one -> assertThat(InboxApi.person(one)).isEqualTo("reply@sandbox.test"));
        assertThat(inbox.items("/api/v1/conversations?q=nirgends")).isEmpty();
        assertThat(inbox.items("/api/v1/conversations?category=bounce")).hasSize(1);
    }

    @Test
    @Order(3)
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
    @Order(4)
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
    @Order(5)
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
    @Order(6)
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
    @Order(7)
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
    @Order(8)
    void theMailboxSaysThatItIsWatched() {
        assertThat(api.list("/api/v1/mailboxes"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("state", "watching"));
    }

    private static Map<String, Object> later(String text) {
        Map<String, Object> reply = new HashMap<>(reply(text, 0));
        reply.put("sendAt", Instant.now().plusSeconds(3_600).toString());
        return reply;
    }
}
