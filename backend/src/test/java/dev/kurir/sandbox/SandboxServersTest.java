package dev.kurir.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class SandboxServersTest {
    private static final String PASSWORD = "a password";
    private static final String MAIL = """
            From: Shop <hello@sandbox.test>
            To: Lina <reply@sandbox.test>
            Subject: =?UTF-8?Q?Kabar_=C3=A9?=
            Message-ID: <one@kurir.test>
            References: <zero@kurir.test>

            Halo""".replace("\n", "\r\n");
    private static ImapSide imap;
    private static SmtpSide smtp;

    @BeforeAll
    static void start() {
        imap = ImapSide.start(PASSWORD, Clock.systemUTC());
        smtp = SmtpSide.start(PASSWORD, new Deliveries(imap, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        smtp.close();
        imap.close();
    }

    @Test
    void mailToAnybodyIsKeptWithTheAddressItWasFor() throws Exception {
        try (Conversation talk = loggedIn()) {
            assertThat(talk.mail("ok+17@sandbox.test", MAIL)).startsWith("250");
            assertThat(talk.mail("ann@example.com", MAIL)).startsWith("250");
        }

        assertThat(headers(MailWorld.EVERYONE, "Delivered-To")).contains("<ok+17@sandbox.test>", "<ann@example.com>");
    }

    @Test
    void bounceAndFullAreTurnedAwayEveryTime() throws Exception {
        try (Conversation talk = loggedIn()) {
            assertThat(talk.mail("bounce@sandbox.test", MAIL)).startsWith("550 5.1.1 ");
            assertThat(talk.mail("bounce@sandbox.test", MAIL)).startsWith("550 5.1.1 ");
            assertThat(talk.mail("full@sandbox.test", MAIL)).startsWith("452 4.2.2 ");
            assertThat(talk.mail("full@sandbox.test", MAIL)).startsWith("452 4.2.2 ");
        }
    }

    @Test
    void softIsPutOffOnceAndAgainForTheNextMail() throws Exception {
        try (Conversation talk = loggedIn()) {
            assertThat(talk.mail("soft+1@sandbox.test", MAIL)).startsWith("451 4.7.1 Greylisted");
            assertThat(talk.mail("soft+1@sandbox.test", MAIL)).startsWith("250");
            assertThat(talk.mail("soft+1@sandbox.test", MAIL)).startsWith("451");
        }
    }

    @Test
    void slowIsPutOffTwiceAndTakesItsTime() throws Exception {
        try (Conversation talk = loggedIn()) {
            assertThat(talk.mail("slow@sandbox.test", MAIL)).startsWith("451");
            assertThat(talk.mail("slow@sandbox.test", MAIL)).startsWith("451");
            long since = System.nanoTime();
            assertThat(talk.mail("slow@sandbox.test", MAIL)).startsWith("250");
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(Duration.ofMillis(2900));
        }
    }

    @Test
    void dropHangsUpBehindTheDotWithoutAWord() throws Exception {
        try (Conversation talk = loggedIn()) {
            assertThat(talk.mail("drop@sandbox.test", MAIL)).isEqualTo("the end");
        }
        assertThat(headers(MailWorld.EVERYONE, "Delivered-To")).doesNotContain("<drop@sandbox.test>");
    }

    @Test
    void replyAnswersInTheThread() throws Exception {
        try (Conversation talk = loggedIn()) {
            talk.mail("reply@sandbox.test", MAIL);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(headers(MailWorld.OWN, "In-Reply-To")).contains("<one@kurir.test>"));
        assertThat(headers(MailWorld.OWN, "References")).contains("<zero@kurir.test> <one@kurir.test>");
        assertThat(headers(MailWorld.OWN, "Subject")).contains("=?UTF-8?Q?Re:_Kabar_=C3=A9?=");
        assertThat(headers(MailWorld.OWN, "From")).contains("Lina <reply@sandbox.test>");
    }

    @Test
    void onlyTheMailboxOfTheWorldMaySend() throws Exception {
        try (Conversation talk = new Conversation(smtp.address())) {
            assertThat(talk.say("MAIL FROM:<hello@sandbox.test>")).startsWith("530");
            assertThat(talk.login(MailWorld.OWN, "wrong")).startsWith("535");
            assertThat(talk.login("other@sandbox.test", PASSWORD)).startsWith("535");
            assertThat(talk.login(MailWorld.OWN, PASSWORD)).startsWith("235");
        }
    }

    private static Conversation loggedIn() throws IOException {
        return new Conversation(smtp.address()).loggedIn(MailWorld.OWN, PASSWORD);
    }

    /** What each mail of the mailbox says there. */
    private static List<String> headers(String mailbox, String name) throws MessagingException {
        List<String> found = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(imap.address().getHostString(), imap.address().getPort(), mailbox, PASSWORD);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    String[] values = message.getHeader(name);
                    found.addAll(values == null ? List.of() : List.of(values));
                }
            }
        }
        return found;
    }
}
