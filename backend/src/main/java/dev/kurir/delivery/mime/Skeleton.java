package dev.kurir.delivery.mime;

import dev.kurir.outbox.DraftContent;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/**
 * A whole mail as simple-java-mail builds it, with words in the places that are filled later. Its boundary is replaced
 * by one that depends on the content alone, so that the same draft gives the same octets on every node and after every
 * start.
 *
 * @param fields the header, one field each, with its line ends
 * @param body everything after the empty line
 */
record Skeleton(List<String> fields, String body) {
    static final String TEXT = "KURIR-TEXT-PART";
    static final String HTML = "KURIR-HTML-PART";

    private static final String ANY = "KURIR-VALUE";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");
    private static final Pattern NEXT_FIELD = Pattern.compile("(?<=\r\n)(?![ \t])");

    @SuppressWarnings("JavaUtilDate") // simple-java-mail asks for one; it is replaced anyway
    static Skeleton build(DraftContent draft, boolean text, boolean html, String boundary) {
        EmailPopulatingBuilder mail = EmailBuilder.startingBlank()
                .from(
                        draft.fromName().isEmpty() ? null : draft.fromName(),
                        draft.from().value())
                .to(ANY, "kurir-value@kurir.invalid")
                .withSubject(ANY)
                .fixingMessageId("<" + ANY + "@kurir.invalid>")
                .fixingSentDate(new Date(0))
                .withHeader("X-Kurir-ID", ANY)
                .withContentTransferEncoding(ContentTransferEncoding.QUOTED_PRINTABLE);
        if (text) {
            mail.withPlainText(TEXT);
        }
        if (html) {
            mail.withHTMLText(HTML);
        }
        draft.letter().attachments().forEach(file -> mail.withAttachment(file.fileName(), file.octets(), file.type()));
        return cut(write(mail), boundary);
    }

    private static Skeleton cut(String mail, String boundary) {
        String settled = settle(mail, boundary);
        int headerEnds = settled.indexOf("\r\n\r\n") + 2;
        List<String> fields = Arrays.asList(NEXT_FIELD.split(settled.substring(0, headerEnds)));
        return new Skeleton(fields, settled.substring(headerEnds + 2));
    }

    /** With attachments there is a boundary inside of another. */
    private static String settle(String mail, String boundary) {
        String settled = mail;
        List<String> made = BOUNDARY.matcher(mail)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        for (int at = 0; at < made.size(); at++) {
            settled = settled.replace(made.get(at), at == 0 ? boundary : boundary + "_" + at);
        }
        return settled;
    }

    private static String write(EmailPopulatingBuilder mail) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            EmailConverter.emailToMimeMessage(mail.buildEmail()).writeTo(octets);
            return octets.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException | IOException unbuildable) {
            throw new IllegalStateException("the mail could not be built", unbuildable);
        }
    }
}
