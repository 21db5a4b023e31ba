package dev.kurir.inbox.mime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was read.
 *
 * @param messageId without angle brackets, as all ids here
 * @param inReplyTo of which mails it is an answer
 * @param references the thread, the oldest first
 * @param text as written; made from the HTML where there is no text
 * @param html as written, not cleaned; empty where there is none
 * @param report a delivery report inside (RFC 3464)
 * @param feedback a complaint inside (RFC 5965)
 * @param returned headers of the mail that a report is about
 */
public record ParsedMail(
        HeaderBlock headers,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        Person from,
        List<Person> to,
        List<Person> cc,
        List<Person> replyTo,
        String subject,
        @Nullable Instant date,
        String text,
        String html,
        List<MailPart> parts,
        @Nullable DeliveryReport report,
        @Nullable FeedbackReport feedback,
        @Nullable HeaderBlock returned) {
    public ParsedMail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        parts = List.copyOf(parts);
    }
}
