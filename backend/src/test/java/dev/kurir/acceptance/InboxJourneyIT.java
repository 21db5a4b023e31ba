package dev.kurir.acceptance;

import static dev.kurir.acceptance.AnswerToLina.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.SmallSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private final InboxApi inbox;
    private final SandboxMail mail;
    private String campaignId = "";

    InboxJourneyIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
    }

    @Test
    @Order(1)
    void whatComesBackFromACampaignIsInItsConversations() {
        campaignId = SmallSandbox.campaign(api);
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

    private List<Map<String, String>> answers() throws Exception {
        return mail
                .headers(EVERYONE, "Delivered-To", "In-Reply-To", "References", "Subject", "List-Unsubscribe", "Body")
                .stream()
                .filter(one -> "<reply@sandbox.test>".equals(one.get("Delivered-To")))
                .filter(one -> !String.valueOf(one.get("In-Reply-To")).isEmpty())
                .toList();
    }
}
