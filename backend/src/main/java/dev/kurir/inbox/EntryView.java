package dev.kurir.inbox;

import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.MailPart;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people read it.
 *
 * @param author who wrote it here, or did it
 * @param body of a note
 * @param data of a line: its code and what belongs to it; of a mail: why it is here
 * @param messages of the outbox, one for each recipient
 * @param mentions of a note
 */
public record EntryView(
        EntryId id,
        Instant at,
        EntryKind kind,
        @Nullable String author,
        String body,
        Map<String, Object> data,
        @Nullable MailView mail,
        List<MessageId> messages,
        List<Mention> mentions) {

    /** A colleague whom a note names so. */
    public record Mention(UserId id, String name) {}

    /**
     * A mail.
     *
     * @param html cleaned; its pictures wait to be asked for
     * @param remoteImages how many it would fetch
     */
    public record MailView(
            MailId id,
            MailKind kind,
            Person from,
            List<Person> to,
            List<Person> cc,
            List<Person> replyTo,
            String subject,
            String text,
            String quoted,
            String html,
            int remoteImages,
            List<MailPart> parts,
            @Nullable ReportView report) {}

    /** What a bounce or a complaint says. */
    public record ReportView(String address, String action, String status, String diagnostic) {}
}
