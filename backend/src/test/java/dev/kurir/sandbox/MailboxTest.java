package dev.kurir.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class MailboxTest {
    private final InMemoryStore store = new InMemoryStore();
    private final MailFolder folder;
    private final Mailbox mailbox;

    MailboxTest() throws Exception {
        folder = store.createMailbox(store.getMailbox("#mail"), "INBOX", true);
        mailbox = new Mailbox(folder, Clock.systemUTC());
    }

    @Test
    void theThousandAndFirstMailPushesOutTheFirst() throws Exception {
        for (int at = 0; at < 1001; at++) {
            mailbox.put(mail("x"));
        }

        assertThat(folder.getMessageUids()).hasSize(1000);
        assertThat(folder.getMessageUids()[0]).isEqualTo(2);
    }

    @Test
    void largeMailPushesOutSooner() throws Exception {
        String nineMegabytes = "x".repeat(9 << 20);
        for (int at = 0; at < 4; at++) {
            mailbox.put(mail(nineMegabytes));
        }

        assertThat(folder.getMessageUids()).hasSize(3);
    }

    private static MimeMessage mail(String body) throws Exception {
        byte[] octets = ("Subject: x\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
        return new MimeMessage((Session) null, new ByteArrayInputStream(octets));
    }
}
