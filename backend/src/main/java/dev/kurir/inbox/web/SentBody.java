package dev.kurir.inbox.web;

import dev.kurir.inbox.SentEntries.Sent;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageAssembly.Rendered;
import dev.kurir.outbox.MessageMarks.Marked;
import dev.kurir.outbox.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record SentBody(
        String subject,
        String html,
        String text,
        List<PersonOut> to,
        List<PersonOut> cc,
        List<PersonOut> bcc,
        boolean quote,
        boolean signature,
        boolean automatic,
        @Nullable EntryId forward,
        List<AttachmentResponse> attachments,
        List<MessageBody> messages,
        List<MarkBody> marks) {

    /** One of them for each recipient. */
    record MessageBody(
            MessageId id,
            String to,
            String state,
            @Nullable Instant nextAt,
            @Nullable Instant sentAt) {
        private static MessageBody of(MessageView view) {
            return new MessageBody(view.id(), view.to(), view.state().word(), view.nextAt(), view.sentAt());
        }
    }

    /** What became of it later. */
    record MarkBody(String mark, Instant at, @Nullable String detail) {
        private static MarkBody of(Marked marked) {
            return new MarkBody(marked.mark().word(), marked.at(), marked.detail());
        }
    }

    static SentBody of(Map<String, Object> written, Sent sent) {
        Rendered rendered = sent.rendered();
        return new SentBody(
                rendered == null ? JsonObjects.text(written, "subject") : rendered.subject(),
                rendered == null ? JsonObjects.text(written, "html") : rendered.html(),
                rendered == null ? JsonObjects.text(written, "text") : rendered.text(),
                rendered == null ? JsonObjects.people(written, "to") : recipients(sent),
                JsonObjects.people(written, "cc"),
                JsonObjects.people(written, "bcc"),
                Boolean.TRUE.equals(written.get("quote")),
                !Boolean.FALSE.equals(written.get("signature")),
                Boolean.TRUE.equals(written.get("automatic")),
                written.get("forward") instanceof Number entry ? new EntryId(entry.longValue()) : null,
                JsonObjects.files(written, "attachments"),
                sent.messages().stream().map(MessageBody::of).toList(),
                sent.marks().stream().map(MarkBody::of).toList());
    }

    private static List<PersonOut> recipients(Sent sent) {
        return sent.messages().stream()
                .map(message -> new PersonOut(message.name(), message.to()))
                .toList();
    }
}
