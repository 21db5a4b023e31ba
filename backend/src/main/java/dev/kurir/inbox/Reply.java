package dev.kurir.inbox;

import dev.kurir.inbox.mime.OutgoingHtml;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.EntryId;
import dev.kurir.outbox.LetterHead.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has written.
 *
 * @param html cleaned; empty: plain text
 * @param text that of the HTML where there is some, whatever came along with it
 * @param quote the newest mail of the other side stands below it
 * @param forward the mail that stands below it as a whole, instead of a quotation
 * @param signature that of the account stands below it, where it has one
 * @param sendAt null: as soon as it cannot be taken back any more
 * @param undoSeconds so long it can be taken back
 * @param done the conversation is done with it
 * @param seen the newest entry that its writer has seen: where more has arrived since, it is not done
 */
public record Reply(
        List<Recipient> to,
        List<Recipient> cc,
        List<Recipient> bcc,
        String subject,
        String html,
        String text,
        boolean quote,
        @Nullable EntryId forward,
        boolean signature,
        List<AttachmentId> attachments,
        @Nullable Instant sendAt,
        int undoSeconds,
        boolean done,
        @Nullable EntryId seen) {
    public Reply {
        OutgoingHtml written = OutgoingHtml.of(html);
        html = written.html();
        text = html.isEmpty() ? text.replace("\0", "") : written.text();
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }
}
