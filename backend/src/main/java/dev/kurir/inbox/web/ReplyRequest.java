package dev.kurir.inbox.web;

import dev.kurir.inbox.Reply;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.EntryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record ReplyRequest(
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid PersonBody> to,
        @Nullable @Size(max = 50) List<@NotNull @Valid PersonBody> cc,
        @Nullable @Size(max = 50) List<@NotNull @Valid PersonBody> bcc,
        @NotNull @Size(max = 500) String subject,
        @Nullable @Size(max = 1_000_000) String html,
        @Nullable @Size(max = 500_000) String text,
        @Nullable Boolean quote,
        @Nullable EntryId forward,
        @Nullable Boolean signature,
        @Nullable @Size(max = 20) List<@NotNull AttachmentId> attachments,
        @Nullable Instant sendAt,
        @Nullable @Min(0) @Max(30) Integer undoSeconds,
        @Nullable Boolean done,
        @Nullable EntryId seen) {
    private static final int USUAL_UNDO = 10;

    Reply toReply() {
        return new Reply(
                PersonBody.toRecipients("/to", to),
                PersonBody.toRecipients("/cc", cc),
                PersonBody.toRecipients("/bcc", bcc),
                subject.strip(),
                Objects.requireNonNullElse(html, ""),
                Objects.requireNonNullElse(text, ""),
                Boolean.TRUE.equals(quote),
                forward,
                !Boolean.FALSE.equals(signature),
                Objects.requireNonNullElse(attachments, List.of()),
                sendAt,
                Objects.requireNonNullElse(undoSeconds, USUAL_UNDO),
                Boolean.TRUE.equals(done),
                seen);
    }
}
