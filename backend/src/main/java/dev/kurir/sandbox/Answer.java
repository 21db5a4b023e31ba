package dev.kurir.sandbox;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes back from {@code reply@} and {@code ooo@}, threaded as RFC 5322 §3.6.4 wants it. */
final class Answer {
    private static final String TEXT = """
            Terima kasih, saya tertarik. Bisa ceritakan lebih banyak?

            Thank you, I would like to know more.
            """;

    private static final String AWAY = """
            Terima kasih atas email Anda. Saya sedang cuti dan kembali hari Senin.

            Thank you for your mail. I am out of the office and back on Monday.
            """;

    private Answer() {}

    static MimeMessage of(MimeMessage original, String from, Clock clock) throws MessagingException {
        return answer(original, from, clock, subject(original.getSubject()), TEXT);
    }

    /** By a program (RFC 3834). */
    static MimeMessage away(MimeMessage original, String from, Clock clock) throws MessagingException {
        String subject = "Automatic reply: " + original.getSubject();
        MimeMessage answer = answer(original, from, clock, subject, AWAY);
        answer.setHeader("Auto-Submitted", "auto-replied");
        answer.setHeader("X-Auto-Response-Suppress", "All");
        return answer;
    }

    private static MimeMessage answer(MimeMessage original, String from, Clock clock, String subject, String text)
            throws MessagingException {
        MimeMessage answer = new MimeMessage((jakarta.mail.@Nullable Session) null);
        answer.setFrom(writer(original, from));
        answer.setRecipients(Message.RecipientType.TO, backTo(original));
        answer.setSubject(subject, "UTF-8");
        answer.setSentDate(Date.from(clock.instant()));
        answer.setText(text.replace("\n", "\r\n"), "UTF-8");
        thread(original, answer);
        answer.saveChanges();
        answer.setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + MailWorld.HOST + ">");
        return answer;
    }

    /** Under the name that the mail was addressed to. */
    private static InternetAddress writer(MimeMessage original, String from) throws MessagingException {
        InternetAddress writer = new InternetAddress(from);
        Address @Nullable [] to = original.getRecipients(Message.RecipientType.TO);
        if (to != null && to.length > 0 && to[0] instanceof InternetAddress named && named.getPersonal() != null) {
            try {
                writer.setPersonal(named.getPersonal(), StandardCharsets.UTF_8.name());
            } catch (java.io.UnsupportedEncodingException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
        return writer;
    }

    private static Address[] backTo(MimeMessage original) throws MessagingException {
        Address @Nullable [] back = original.getReplyTo();
        return back == null || back.length == 0 ? InternetAddress.parse(MailWorld.OWN) : back;
    }

    private static String subject(@Nullable String original) {
        String subject = original == null ? "" : original;
        return subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
    }

    private static void thread(MimeMessage original, MimeMessage answer) throws MessagingException {
        String id = original.getMessageID();
        if (id != null) {
            String before = original.getHeader("References", " ");
            answer.setHeader("In-Reply-To", id);
            answer.setHeader("References", before == null ? id : before + " " + id);
        }
    }
}
