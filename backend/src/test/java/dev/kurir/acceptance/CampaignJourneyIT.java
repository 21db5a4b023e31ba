package dev.kurir.acceptance;

import static dev.kurir.acceptance.CampaignApi.idsOf;
import static dev.kurir.acceptance.CampaignApi.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.workspace.SetUp;
import java.net.URI;
import java.time.Duration;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A newcomer's way from an empty installation to a delivered campaign, step by step. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final String LIST_HEADER = "List-Unsubscribe";
    private static final String EVERYONE = "everyone@sandbox.test";

    private final WebTestClient anybody;
    private final Newcomer newcomer;
    private final SandboxMail mail;
    private Api api;
    private String campaign = "";
    private String link = "";

    CampaignJourneyIT(ApplicationContext context, WebTestClient web, SetUp setUp) {
        this.anybody = web;
        this.newcomer = new Newcomer(web, setUp);
        this.mail = new SandboxMail(context);
        this.api = new Api(web);
    }

    @Test
    @Order(1)
    void theTokenMakesAnOwnerWhoIsLoggedIn() {
        // The program announces itself with a token of its own, perhaps just now; then ours is worth nothing.
        String session = await().atMost(A_MINUTE).until(newcomer::setUpWithToken, cookie -> !cookie.isEmpty());

        api = new Api(Owner.signedIn(anybody, session));
        assertThat(api.object("/api/v1/me")).containsEntry("sandbox", true);
    }

    @Test
    @Order(2)
    void oneClickMakesTheSandbox() {
        Map<String, Object> sandbox = api.created("/api/v1/sandbox", Map.of());

        campaign = "/api/v1/campaigns/" + sandbox.get("campaignId");
        assertThat(sandbox).containsEntry("contacts", 25);
        assertThat(api.object(campaign + "/preflight")).containsEntry("ok", true);
    }

    @Test
    @Order(3)
    void generateMakesOneMessagePerPersonAndSendsNone() throws Exception {
        command(campaign, "generate");
        await().atMost(A_MINUTE).until(() -> state(campaign).equals("generated"));

        assertThat(counts()).containsEntry("queued", 25).containsEntry("accepted", 0);
        assertThat(mail.headers(EVERYONE, "Subject")).isEmpty();
    }

    @Test
    @Order(4)
    void processSendsThemAllAndEachEndsAsItsAddressSays() {
        command(campaign, "process");
        await().atMost(A_MINUTE).until(() -> state(campaign).equals("done"));

        Map<String, Object> progress = api.object(campaign + "/progress");
        assertThat(progress).containsEntry("balanced", true).containsEntry("audience", 25);
        assertThat(counts())
                .containsEntry("accepted", 23)
                .containsEntry("rejected", 1)
                .containsEntry("uncertain", 1)
                .containsEntry("queued", 0)
                .containsEntry("deferred", 0);
        assertThat(campaigns().attempts("ok+1@")).containsExactly("accepted 250");
        assertThat(campaigns().attempts("bounce@")).containsExactly("rejected 550");
        assertThat(campaigns().attempts("soft+1@")).containsExactly("accepted 250", "deferred 451");
        assertThat(campaigns().attempts("slow+1@")).containsExactly("accepted 250", "deferred 451", "deferred 451");
        assertThat(campaigns().attempts("drop@")).containsExactly("uncertain 0");
    }

    @Test
    @Order(5)
    void everyMailArrivedOnceWithTheHeadersThatSayNo() throws Exception {
        List<Map<String, String>> mails =
                mail.headers(EVERYONE, "Delivered-To", LIST_HEADER, "List-Unsubscribe-Post", "X-Kurir-ID", "Subject");

        // one of the 23 was returned a moment later
        assertThat(mails).hasSize(22);
        assertThat(mails).extracting(one -> one.get("Delivered-To")).doesNotHaveDuplicates();
        assertThat(mails).extracting(one -> one.get("X-Kurir-ID")).doesNotHaveDuplicates();
        assertThat(mails).allSatisfy(one -> {
            assertThat(one.get(LIST_HEADER))
                    .matches("<http://localhost:\\d+/u/[\\w-]+>,"
                            + " ?<mailto:hello@sandbox.test\\?subject=unsubscribe%20[\\w-]+>");
            assertThat(one.get("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        });
        Map<String, String> first = mails.stream()
                .filter(one -> "<ok+1@sandbox.test>".equals(one.get("Delivered-To")))
                .findFirst()
                .orElseThrow();
        assertThat(first).containsEntry("Subject", "Hello Budi, news for Jakarta");
        link = Objects.requireNonNull(first.get(LIST_HEADER)).replaceAll("<([^>]*)>.*", "$1");
    }

    @Test
    @Order(6)
    void whoeverRepliesIsInTheMailboxThatSent() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(mail.headers("hello@sandbox.test", "Subject", "In-Reply-To", "From"))
                        .filteredOn(one -> String.valueOf(one.get("From")).contains("reply@"))
                        .singleElement()
                        .satisfies(reply -> {
                            assertThat(reply.get("Subject")).startsWith("Re: Hello Lina");
                            assertThat(reply.get("In-Reply-To")).startsWith("<");
                        }));
    }

    @Test
    @Order(7)
    void oneClickOnTheLinkSuppressesAndTheNextCampaignSkips() {
        anybody.post()
                .uri(URI.create(link).getPath())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange()
                .expectStatus()
                .isOk();

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(items("/api/v1/suppressions"))
                        .extracting(row -> row.get("email") + " " + row.get("reason"))
                        .containsExactlyInAnyOrder(
                                "ok+1@sandbox.test unsubscribed",
                                "bounce@sandbox.test hard_bounce",
                                "gone@sandbox.test hard_bounce",
                                "complain@sandbox.test complaint"));
        Object copy = api.created(campaign + "/duplicate", Map.of()).get("id");
        String next = "/api/v1/campaigns/" + copy;
        command(next, "generate");
        await().atMost(A_MINUTE).until(() -> state(next).equals("generated"));
        Map<String, Object> progress = api.object(next + "/progress");
        assertThat(progress).containsEntry("balanced", true).containsEntry("audience", 25);
        assertThat(progress.get("skipped"))
                .isEqualTo(Map.of("suppressed", 3, "unsubscribed", 1, "duplicate", 0, "noAddress", 0));
        assertThat(progress.get("states"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("queued", 21);
    }

    @Test
    @Order(8)
    void aPersonDecidesWhatNobodyKnows() {
        Object id = api.object(campaign).get("id");
        Api.assertRefused(
                campaigns().decide("assume_sent", Map.of("campaignId", id, "count", 2)), 409, "uncertain_changed");
        Object drop = idsOf(campaigns().decide("assume_sent", Map.of("campaignId", id, "count", 1)))
                .getFirst();
        String message = "/api/v1/outbox/messages/" + drop;

        assertThat(api.object(message)).containsEntry("state", "accepted").containsEntry("basis", "assumed");
        assertThat(api.object(message).get("replyCode")).isNull();
        assertThat(idsOf(api.post("/api/v1/outbox/uncertain/undo", Map.of("ids", List.of(drop)))))
                .containsExactly(drop);
        assertThat(api.object(message)).containsEntry("state", "uncertain");
        assertThat(idsOf(campaigns().decide("send_again", Map.of("ids", List.of(drop)))))
                .containsExactly(drop);
        await().atMost(A_MINUTE)
                .until(
                        () -> campaigns().attemptsOf(drop),
                        seen -> seen.getFirst().equals("uncertain 0"));
        assertThat(campaigns().attemptsOf(drop))
                .containsExactly("uncertain 0", "sent_again 0", "reopened 0", "assumed 0", "uncertain 0");
        assertThat(items("/api/v1/log?limit=200"))
                .filteredOn(line -> String.valueOf(line.get("code")).startsWith("uncertain_"))
                .extracting(line -> line.get("code") + " " + line.get("actor"))
                .containsExactly("uncertain_sent_again Sari", "uncertain_reopened Sari", "uncertain_assumed Sari");
    }

    @Test
    @Order(9)
    void theLedgerHasOneLineForEverybodyAndTheTotalsOfTheLaw() {
        List<String> lines = campaigns().ledger(campaign, false);
        assertThat(lines).hasSize(1 + 25);
        assertThat(results(lines)).isEqualTo(Map.of("accepted", 23L, "rejected", 1L, "uncertain", 1L));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("bounce@sandbox.test,")
                        .contains(",no,rejected,,hard_bounce,")
                        .contains(",550,5.1.1,"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("drop@sandbox.test,")
                        .contains(",unknown,uncertain,")
                        .endsWith(",2,yes,Sandbox"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("ok+1@sandbox.test,").contains(",yes,accepted,reply,"));

        String next =
                "/api/v1/campaigns/" + items("/api/v1/campaigns").getFirst().get("id");
        assertThat(campaigns().ledger(next, true).getFirst()).startsWith("\uFEFFemail,name,got_it,");
        assertThat(results(campaigns().ledger(next, true))).isEqualTo(Map.of("queued", 21L, "skipped", 4L));
        assertThat(campaigns().ledger(next, false))
                .anySatisfy(line -> assertThat(line).contains(",no,skipped,,unsubscribed,"));
    }

    @Test
    @Order(10)
    void everybodyIsCountedWhenACampaignIsOver() {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(api.object(campaign + "/progress"))
                        .containsEntry("balanced", true)
                        .extractingByKey("audit", InstanceOfAssertFactories.MAP)
                        .containsEntry("accounted", 25)
                        .containsEntry("differences", List.of()));
    }

    private void command(String of, String verb) {
        api.post(of + "/" + verb, Map.of()).expectStatus().is2xxSuccessful();
    }

    private String state(String of) {
        return String.valueOf(api.object(of).get("state"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> counts() {
        return (Map<String, Object>)
                Objects.requireNonNull(api.object(campaign + "/progress").get("states"));
    }

    private List<Map<String, Object>> items(String path) {
        return new InboxApi(api).items(path);
    }

    private CampaignApi campaigns() {
        return new CampaignApi(api);
    }
}
