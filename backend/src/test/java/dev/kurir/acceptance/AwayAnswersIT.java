package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** New mail is answered while nobody is there, once, and never in a circle. */
@KurirTest
class AwayAnswersIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String TEXT = "Kami libur sampai Senin.\n\nSalam, Toko";

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final Arrivals arrivals;
    private final DatabaseClient database;
    private final Clock clock;
    private String account = "";

    AwayAnswersIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
        this.arrivals = new Arrivals(context);
        this.database = context.getBean(DatabaseClient.class);
        this.clock = context.getBean(Clock.class);
    }

    @BeforeEach
    void anAccountThatIsWatched() {
        inbox.watched();
        account = "/api/v1/accounts/" + api.list("/api/v1/accounts").getFirst().get("id");
    }

    @AfterEach
    void somebodyIsThere() {
        away(null, null);
        worker("ON");
    }

    @Test
    void whoWritesIsAnsweredOnceAndStillWaitsForAPerson() throws Exception {
        away(TEXT, clock.instant().plus(Duration.ofDays(2)));
        arrive("rina@sandbox.test", "Libur", "");

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(answers("rina@sandbox.test")).hasSize(1));
        assertThat(answers("rina@sandbox.test").getFirst())
                .containsEntry("Subject", "Re: Libur")
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("In-Reply-To", "<libur@sandbox.test>")
                .containsEntry("References", "<libur@sandbox.test>")
                .containsEntry("List-Unsubscribe", "");
        assertThat(answers("rina@sandbox.test").getFirst().get("Body")).contains("Kami libur sampai Senin.");
        assertThat(api.object("/api/v1/conversations/" + inbox.id("rina@sandbox.test")))
                .containsEntry("unread", 1)
                .containsEntry("snippet", "Halo");

        arrive("rina@sandbox.test", "Lagi", "In-Reply-To: <libur@sandbox.test>\n");
        await().atMost(A_MINUTE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(reasons("rina@sandbox.test")).containsExactly("recently"));
        assertThat(kinds("rina@sandbox.test")).containsExactly("received", "sent", "received", "line");
        assertThat(answers("rina@sandbox.test")).hasSize(1);
    }

    @Test
    void twoMachinesDoNotTalkToEachOther() throws Exception {
        away(TEXT, null);
        arrive("ooo+7@sandbox.test", "Mesin", "");

        await().atMost(A_MINUTE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(kinds("ooo+7@sandbox.test"))
                        .containsExactly("received", "sent", "received", "line"));
        assertThat(reasons("ooo+7@sandbox.test")).containsExactly("automatic");
        assertThat(answers("ooo+7@sandbox.test")).hasSize(1);
    }

    @Test
    void listsAreNotAnsweredAndTheConversationSaysSoOnce() throws Exception {
        away(TEXT, null);
        arrive("news@elsewhere.test", "Kabar", "List-Id: <kabar.elsewhere.test>\n");
        arrive("news@elsewhere.test", "Kabar2", "List-Id: <kabar.elsewhere.test>\nIn-Reply-To: <kabar@sandbox.test>\n");

        await().atMost(A_MINUTE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(kinds("news@elsewhere.test"))
                        .containsExactlyInAnyOrder("received", "line", "received"));
        assertThat(reasons("news@elsewhere.test")).containsExactly("list");
    }

    @Test
    void afterItsTimeNothingIsAnswered() throws Exception {
        away(TEXT, clock.instant().minusSeconds(1));
        arrive("late@elsewhere.test", "Terlambat", "");
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.conversations("all"))
                        .extracting(InboxApi::person)
                        .contains("late@elsewhere.test"));
        assertThat(kinds("late@elsewhere.test")).containsExactly("received");
    }

    @Test
    void aMailboxThatIsReadAgainAfterDaysAnswersNothingOfThem() {
        away(TEXT, null);
        database.sql("update mailbox set live_since = live_since - interval '3 days'")
                .then()
                .block(A_MINUTE);

        arrivals.inInbox(
                "hello@sandbox.test",
                letter("kemarin@elsewhere.test", "Kemarin", ""),
                clock.instant().minus(Duration.ofHours(13)));
        arrivals.inInbox(
                "hello@sandbox.test",
                letter("tadi@elsewhere.test", "Tadi", ""),
                clock.instant().minus(Duration.ofHours(11)));

        assertThat(kinds("kemarin@elsewhere.test")).containsExactly("received");
        assertThat(api.object("/api/v1/conversations/" + inbox.id("kemarin@elsewhere.test")))
                .containsEntry("unread", 1);
        assertThat(kinds("tadi@elsewhere.test")).containsExactly("received", "sent");
    }

    @Test
    void nothingIsWrittenThatWouldLeaveDaysLater() throws Exception {
        away(TEXT, null);
        worker("OFF");
        arrive("sabtu@elsewhere.test", "Akhir pekan", "");
        await().atMost(A_MINUTE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(kinds("sabtu@elsewhere.test")).containsExactly("received", "line"));
        assertThat(reasons("sabtu@elsewhere.test")).containsExactly("switched_off");
    }

    private void worker(String wanted) {
        api.web()
                .put()
                .uri(account + "/worker")
                .bodyValue(Map.of("wanted", wanted))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void away(@Nullable String text, @Nullable Instant until) {
        Map<String, Object> reading = new HashMap<>(Map.of("sentCopies", "never", "markRead", false));
        reading.put("awayText", text);
        reading.put("awayUntil", until == null ? null : until.toString());
        Map<String, Object> saved = Api.body(
                api.patch(account, Map.of("reading", reading)).expectStatus().isOk());
        assertThat(InboxApi.map(saved.get("reading"))).containsEntry("awayText", text);
    }

    private void arrive(String from, String subject, String headers) throws Exception {
        mail.arrive("hello@sandbox.test", letter(from, subject, headers));
    }

    private static String letter(String from, String subject, String headers) {
        return "From: Rina <%s>\nTo: hello@sandbox.test\n%sSubject: %s\nMessage-ID: <%s@sandbox.test>\n\nHalo\n"
                .formatted(from, headers, subject, subject.toLowerCase(Locale.ROOT));
    }

    /** What this address got of us. */
    private List<Map<String, String>> answers(String address) throws Exception {
        return mail
                .headers(
                        "everyone@sandbox.test",
                        "Delivered-To",
                        "Subject",
                        "Auto-Submitted",
                        "In-Reply-To",
                        "References",
                        "List-Unsubscribe",
                        "Body")
                .stream()
                .filter(one -> ("<" + address + ">").equals(one.get("Delivered-To")))
                .toList();
    }

    private List<Map<String, Object>> entries(String person) {
        return inbox.items("/api/v1/conversations/" + inbox.id(person) + "/entries")
                .reversed();
    }

    private List<Object> kinds(String person) {
        return entries(person).stream().map(entry -> entry.get("kind")).toList();
    }

    private List<Object> reasons(String person) {
        return entries(person).stream()
                .filter(entry -> "line".equals(entry.get("kind")))
                .map(entry -> InboxApi.map(InboxApi.map(entry.get("line")).get("params"))
                        .get("reason"))
                .toList();
    }
}
