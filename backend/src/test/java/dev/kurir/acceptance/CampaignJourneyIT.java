package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.workspace.SetUp;
import dev.kurir.workspace.Token;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
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
    private final SetUp setUp;
    private final SandboxMail mail;
    private Api api;
    private String campaign = "";
    private String link = "";

    CampaignJourneyIT(ApplicationContext context, WebTestClient web, SetUp setUp) {
        this.anybody = web;
        this.setUp = setUp;
        this.mail = new SandboxMail(context);
        this.api = new Api(web);
    }

    @Test
    @Order(1)
    void theTokenMakesAnOwnerWhoIsLoggedIn() {
        // The program announces itself with a token of its own, perhaps just now; then ours is worth nothing.
        String session = await().atMost(A_MINUTE).until(this::setUpWithToken, cookie -> !cookie.isEmpty());

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
        assertThat(attempts("ok+1@")).containsExactly("accepted 250");
        assertThat(attempts("bounce@")).containsExactly("rejected 550");
        assertThat(attempts("soft+1@")).containsExactly("accepted 250", "deferred 451");
        assertThat(attempts("slow+1@")).containsExactly("accepted 250", "deferred 451", "deferred 451");
        assertThat(attempts("drop@")).containsExactly("uncertain 0");
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
        Api.assertRefused(decide("assume_sent", Map.of("campaignId", id, "count", 2)), 409, "uncertain_changed");
        Object drop = idsOf(decide("assume_sent", Map.of("campaignId", id, "count", 1)))
                .getFirst();
        String message = "/api/v1/outbox/messages/" + drop;

        assertThat(api.object(message)).containsEntry("state", "accepted").containsEntry("basis", "assumed");
        assertThat(api.object(message).get("replyCode")).isNull();
        assertThat(idsOf(api.post("/api/v1/outbox/uncertain/undo", Map.of("ids", List.of(drop)))))
                .containsExactly(drop);
        assertThat(api.object(message)).containsEntry("state", "uncertain");
        assertThat(idsOf(decide("send_again", Map.of("ids", List.of(drop))))).containsExactly(drop);
        await().atMost(A_MINUTE)
                .until(() -> attemptsOf(drop), seen -> seen.getFirst().equals("uncertain 0"));
        assertThat(attemptsOf(drop))
                .containsExactly("uncertain 0", "sent_again 0", "reopened 0", "assumed 0", "uncertain 0");
        assertThat(items("/api/v1/log?limit=200"))
                .filteredOn(line -> String.valueOf(line.get("code")).startsWith("uncertain_"))
                .extracting(line -> line.get("code") + " " + line.get("actor"))
                .containsExactly("uncertain_sent_again Sari", "uncertain_reopened Sari", "uncertain_assumed Sari");
    }

    @Test
    @Order(9)
    void theLedgerHasOneLineForEverybodyAndTheTotalsOfTheLaw() {
        List<String> lines = ledger(campaign, false);
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
        assertThat(ledger(next, true).getFirst()).startsWith("\uFEFFemail,name,got_it,");
        assertThat(results(ledger(next, true))).isEqualTo(Map.of("queued", 21L, "skipped", 4L));
        assertThat(ledger(next, false)).anySatisfy(line -> assertThat(line).contains(",no,skipped,,unsubscribed,"));
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

    private List<String> ledger(String of, boolean bom) {
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

    private static Map<String, Long> results(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", 5)[3])
                .collect(Collectors.groupingBy(result -> result, Collectors.counting()));
    }

    private WebTestClient.ResponseSpec decide(String decision, Map<String, Object> about) {
        Map<String, Object> body = new HashMap<>(about);
        body.put("decision", decision);
        return api.post("/api/v1/outbox/uncertain/decide", body);
    }

    private static List<Object> idsOf(WebTestClient.ResponseSpec answer) {
        return List.copyOf((List<?>)
                Objects.requireNonNull(Api.body(answer.expectStatus().isOk()).get("ids")));
    }

    /** The session; empty where the token was overtaken. */
    private String setUpWithToken() {
        Token token = Objects.requireNonNull(setUp.issueToken().block(A_MINUTE));
        FluxExchangeResult<String> answer = anybody.post()
                .uri("/api/v1/setup")
                .cookie("XSRF-TOKEN", "x")
                .header("X-XSRF-TOKEN", "x")
                .bodyValue(Map.of(
                        "token", token.text(),
                        "language", "en",
                        "name", "Sari",
                        "email", "sari@kurir.test",
                        "password", "a long password"))
                .exchange()
                .returnResult(String.class);
        ResponseCookie cookie = answer.getResponseCookies().getFirst("__Host-sid");
        return cookie == null ? "" : cookie.getValue();
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

    /** Outcome and code of each attempt at this address, the newest first. */
    private List<String> attempts(String address) {
        Object message = items("/api/v1/outbox/messages?limit=200").stream()
                .filter(row -> String.valueOf(row.get("to")).startsWith(address))
                .findFirst()
                .orElseThrow()
                .get("id");
        return attemptsOf(Objects.requireNonNull(message));
    }

    private List<String> attemptsOf(Object message) {
        return api.list("/api/v1/outbox/messages/" + message + "/attempts").stream()
                .map(attempt -> attempt.get("outcome") + " " + Objects.requireNonNullElse(attempt.get("code"), 0))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(String path) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(api.object(path).get("items"));
    }
}
