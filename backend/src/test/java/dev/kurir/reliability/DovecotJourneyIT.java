package dev.kurir.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.net.TargetGuard;
import dev.kurir.sandbox.MailWorld;
import dev.kurir.sandbox.SandboxMailbox;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.SmallSandbox;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/** The journey from a campaign to the answer of its reply, with the mailbox on a real server (Dovecot). */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "kurir.allow-private-targets=127.0.0.1/32")
@EnabledIf("dev.kurir.reliability.MailboxFaultsIT#isThereAServer")
class DovecotJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final String USER = "hello";
    private static final String ANSWER = "Tentu, ini daftar harganya.";

    private final Api api;
    private final SandboxMailbox world;
    private final TargetGuard guard;
    private final DatabaseClient database;
    private DovecotServer server;
    private MailStore there;
    private MailStore sandbox;
    private String accountId = "";

    DovecotJourneyIT(ApplicationContext context, TargetGuard guard, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.world = context.getBean(MailWorld.class).mailbox();
        this.guard = guard;
        this.database = database;
    }

    @BeforeAll
    void start() throws IOException {
        server = DovecotServer.start();
        there = new MailStore(server.port(), USER, DovecotServer.PASSWORD);
        int port = guard.resolve(world.host(), world.imapPort(), TargetGuard.Protocol.IMAP)
                .getFirst()
                .getPort();
        sandbox = new MailStore(port, world.address().value(), world.password());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void whatComesBackIsUnderstood() throws Exception {
        String campaign = SmallSandbox.campaign(api);
        readFromDovecot();
        api.post("/api/v1/campaigns/" + campaign + "/process", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        await().atMost(A_MINUTE).until(() -> sandbox.raw("INBOX").size() == 4);

        int at = 0;
        for (byte[] mail : sandbox.raw("INBOX")) {
            server.deliver(USER, "1790000000.M%d.test".formatted(at++), mail);
        }

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(items("/api/v1/conversations?tab=all"))
                        .extracting(one -> person(one) + " " + one.get("category") + " " + one.get("state"))
                        .containsExactlyInAnyOrder(
                                "reply@sandbox.test null open",
                                "ooo@sandbox.test out_of_office done",
                                "gone@sandbox.test bounce done",
                                "complain@sandbox.test null done"));
        assertThat(api.object("/api/v1/campaigns/" + campaign + "/answers"))
                .containsEntry("replied", 1)
                .containsEntry("autoReplied", 1)
                .containsEntry("bounced", 1)
                .containsEntry("complained", 1);
        assertThat(items("/api/v1/suppressions"))
                .extracting(row -> row.get("email") + " " + row.get("reason"))
                .contains("gone@sandbox.test hard_bounce", "complain@sandbox.test complaint");
    }

    @Test
    @Order(2)
    void theAnswerArrivesInItsThreadAndACopyLiesInTheSentFolderOnce() throws Exception {
        api.created(conversation() + "/replies", answer());

        await().atMost(A_MINUTE).until(() -> there.messages("Sent").size() == 1);
        Message copy = there.messages("Sent").getFirst();
        Message received = there.messages("INBOX").stream()
                .filter(DovecotJourneyIT::isTheReply)
                .findFirst()
                .orElseThrow();
        assertThat(copy.getHeader("In-Reply-To")).isEqualTo(received.getHeader("Message-ID"));
        assertThat(copy.isSet(Flags.Flag.SEEN)).isTrue();
        // The watcher reads it there when it is woken, and knows it.
        server.deliver(
                USER, "1790000001.M9.test", "From: news@x.test\r\nSubject: News\r\n\r\n.\r\n".getBytes(US_ASCII));
        await().atMost(A_MINUTE).until(() -> knownCopies() == 1);
        assertThat(items(conversation() + "/entries"))
                .filteredOn(entry -> !"line".equals(entry.get("kind")))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("sent", "received", "sent");
        assertThat(there.messages("Sent")).hasSize(1);

        // as after a try whose answer was lost
        run("insert into mail_errand (workspace_id, account_id, entry_id, due_at)"
                + " select e.workspace_id, c.account_id, e.id, now() from conversation_entry e"
                + " join conversation c on c.id = e.conversation_id where e.kind = 'sent' and e.author is not null");
        await().atMost(A_MINUTE).until(() -> count("select count(*) from mail_errand") == 0);
        assertThat(there.messages("Sent")).hasSize(1);
    }

    @Test
    @Order(3)
    void whatIsReadHereIsMarkedThereOnlyIfItsAccountSaysSo() throws Exception {
        assertThat(there.messages("INBOX")).noneMatch(DovecotJourneyIT::isSeen);
        api.patch(conversation(), Map.of("read", true)).expectStatus().isOk();
        api.patch("/api/v1/accounts/" + accountId, Map.of("reading", Map.of("sentCopies", "never", "markRead", true)))
                .expectStatus()
                .isOk();
        api.patch(conversation(), Map.of("read", false)).expectStatus().isOk();
        api.patch(conversation(), Map.of("read", true)).expectStatus().isOk();

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(there.messages("INBOX"))
                        .filteredOn(DovecotJourneyIT::isSeen)
                        .singleElement()
                        .matches(DovecotJourneyIT::isTheReply));
    }

    /** The sandbox's account sends as ever; its mailbox is another one. */
    private void readFromDovecot() {
        accountId = String.valueOf(api.list("/api/v1/accounts").getFirst().get("id"));
        Map<String, Object> change = new HashMap<>();
        change.put("imap", Map.of("host", "127.0.0.1", "port", server.port(), "security", "none"));
        change.put("imapUsername", USER);
        change.put("imapPassword", DovecotServer.PASSWORD);
        change.put("reading", Map.of("sentCopies", "always", "markRead", false));
        api.patch("/api/v1/accounts/" + accountId, change).expectStatus().isOk();
    }

    private String conversation() {
        return "/api/v1/conversations/"
                + items("/api/v1/conversations?tab=all").stream()
                        .filter(one -> person(one).equals("reply@sandbox.test"))
                        .findFirst()
                        .orElseThrow()
                        .get("id");
    }

    private long knownCopies() {
        return count("select count(*) from mail where role = 'sent' and message_id is not null");
    }

    private long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(A_MINUTE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(A_MINUTE);
    }

    private static Map<String, Object> answer() {
        return Map.of(
                "to",
                List.of(Map.of("name", "Lina Balas", "address", "reply@sandbox.test")),
                "subject",
                "Re: Hello Lina",
                "text",
                ANSWER,
                "undoSeconds",
                0);
    }

    private static boolean isTheReply(Message message) {
        try {
            return message.getFrom()[0].toString().contains("reply@");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean isSeen(Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String person(Map<String, Object> conversation) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(conversation.get("person"))).get("address"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(String path) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(api.object(path).get("items"));
    }
}
