package dev.kurir.outbox;

import dev.kurir.kernel.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail from one person to another carries beside its content. All its recipients get the same.
 *
 * @param messageId without angle brackets; null: made from the message, so each recipient's is another
 * @param to the header field; empty: the recipient alone
 * @param inReplyTo which mail it answers, without angle brackets
 * @param references the thread, the oldest first
 * @param automatic no person wrote it (RFC 3834 §5)
 */
public record LetterHead(
        @Nullable String messageId,
        List<Recipient> to,
        List<Recipient> cc,
        @Nullable String inReplyTo,
        List<String> references,
        List<Attachment> attachments,
        boolean automatic) {
    public static final LetterHead NONE = new LetterHead(null, List.of(), List.of(), null, List.of(), List.of(), false);

    public LetterHead {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /** Somebody in a header field. */
    public record Recipient(String name, EmailAddress address) {}

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Attachment(String fileName, String type, byte[] octets) {}

    public LetterHead with(List<Attachment> files) {
        return new LetterHead(messageId, to, cc, inReplyTo, references, files, automatic);
    }
}
