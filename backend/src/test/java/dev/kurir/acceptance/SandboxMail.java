package dev.kurir.acceptance;

import dev.kurir.platform.net.TargetGuard;
import dev.kurir.sandbox.MailWorld;
import dev.kurir.sandbox.SandboxMailbox;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SubjectTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Reads the mailboxes of the sandbox over IMAP, as any mail program would. */
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
final class SandboxMail {
    /** One command for all: each costs 40 ms here. */
    private static final FetchProfile WHOLE = new FetchProfile();

    static {
        WHOLE.add(IMAPFolder.FetchProfileItem.MESSAGE);
    }

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

    /**
     * What the mail of this mailbox says in these headers, by header; {@code Body} is its text, {@code All} all
     * headers.
     */
    List<Map<String, String>> headers(String address, String... names) throws MessagingException {
        List<Map<String, String>> mails = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Message[] all = inbox.getMessages();
                inbox.fetch(all, WHOLE);
                for (Message message : all) {
                    mails.add(headers(message, names));
                }
            }
        }
        return mails;
    }

    /** The files of the newest mail of this mailbox with such a subject, by name. */
    Map<String, byte[]> files(String address, String subject) throws MessagingException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.search(new SubjectTerm(subject))) {
                    if (message.getContent() instanceof Multipart parts) {
                        files.clear();
                        collect(parts, files);
                    }
                }
            }
        }
        return files;
    }

    /** The newest mail of this mailbox with such a subject, octet for octet; empty where there is none. */
    String raw(String address, String subject) throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                ByteArrayOutputStream octets = new ByteArrayOutputStream();
                for (Message message : inbox.search(new SubjectTerm(subject))) {
                    octets.reset();
                    message.writeTo(octets);
                }
                return octets.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static void collect(Multipart parts, Map<String, byte[]> files) throws MessagingException, IOException {
        for (int at = 0; at < parts.getCount(); at++) {
            MimeBodyPart part = (MimeBodyPart) parts.getBodyPart(at);
            if (Part.ATTACHMENT.equals(part.getDisposition())) {
                files.put(part.getFileName(), part.getInputStream().readAllBytes());
            }
        }
    }

    /** A mail from anybody, as a stranger's server would have brought it. */
    void arrive(String address, String raw) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect(server.getHostString(), server.getPort(), address, mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                byte[] octets = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                inbox.appendMessages(new Message[] {arriving(session, octets)});
            }
        }
    }

    /** GreenMail reads the hour of a date by a clock of twelve: what is of today arrives now. */
    private static Message arriving(Session session, byte[] octets) throws MessagingException {
        Instant today = Instant.now().minus(Duration.ofDays(1));
        return new MimeMessage(session, new ByteArrayInputStream(octets)) {
            @Override
            public @Nullable Date getSentDate() throws MessagingException {
                Date sent = super.getSentDate();
                return sent == null || sent.toInstant().isAfter(today) ? null : sent;
            }
        };
    }

    private static Map<String, String> headers(Message message, String... names) throws MessagingException {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            if (name.equals("Body")) {
                found.put(name, text(message));
                continue;
            }
            if (name.equals("All")) {
                found.put(name, all(message));
                continue;
            }
            String[] values = message.getHeader(name);
            found.put(name, values == null ? "" : String.join(" ", values).replaceAll("\\r\\n\\s+", " "));
        }
        return found;
    }

    private static String all(Message message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Message message) throws MessagingException {
        try {
            Object content = message.getContent();
            return String.valueOf(
                    content instanceof Multipart parts ? parts.getBodyPart(0).getContent() : content);
        } catch (IOException unreadable) {
            throw new MessagingException("no text", unreadable);
        }
    }
}
