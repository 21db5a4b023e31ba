package dev.kurir.acceptance;

import dev.kurir.platform.net.TargetGuard;
import dev.kurir.sandbox.MailWorld;
import dev.kurir.sandbox.SandboxMailbox;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.ApplicationContext;

/** Reads the mailboxes of the sandbox over IMAP, as any mail program would. */
final class SandboxMail {
    private final SandboxMailbox mailbox;
    private final InetSocketAddress server;

    SandboxMail(ApplicationContext context) {
        mailbox = context.getBean(MailWorld.class).mailbox();
        try {
            server = context.getBean(TargetGuard.class)
                    .resolve(mailbox.host(), mailbox.imapPort(), TargetGuard.Protocol.IMAP)
                    .getFirst();
        } catch (IOException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    /** What the mail of this mailbox says in these headers, by header; {@code Body} is its text. */
    List<Map<String, String>> headers(String address, String... names) throws MessagingException {
        List<Map<String, String>> mails = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    mails.add(headers(message, names));
                }
            }
        }
        return mails;
    }

    /** A mail from anybody, as a stranger's server would have brought it. */
    void arrive(String address, String raw) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                byte[] octets = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                inbox.appendMessages(new Message[] {new MimeMessage(session, new ByteArrayInputStream(octets))});
            }
        }
    }

    private static Map<String, String> headers(Message message, String... names) throws MessagingException {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            if (name.equals("Body")) {
                found.put(name, text(message));
                continue;
            }
            String[] values = message.getHeader(name);
            found.put(name, values == null ? "" : String.join(" ", values).replaceAll("\\r\\n\\s+", " "));
        }
        return found;
    }

    private static String text(Message message) throws MessagingException {
        try {
            return String.valueOf(message.getContent());
        } catch (IOException unreadable) {
            throw new MessagingException("no text", unreadable);
        }
    }
}
