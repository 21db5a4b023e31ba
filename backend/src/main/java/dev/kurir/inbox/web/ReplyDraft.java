package dev.kurir.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kurir.kernel.EntryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has begun; nothing of it is checked before it is sent. Absent: as usual. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplyDraft(
        @NotNull @Size(max = 500_000) String text,
        @Nullable @Size(max = 1_000_000) String html,
        @Nullable @Size(max = 50) List<@NotNull @Valid PersonDraft> to,
        @Nullable @Size(max = 50) List<@NotNull @Valid PersonDraft> cc,
        @Nullable @Size(max = 50) List<@NotNull @Valid PersonDraft> bcc,
        @Nullable @Size(max = 500) String subject,
        @Nullable Boolean quote,
        @Nullable EntryId forward,
        @Nullable Boolean signature,
        @Nullable @Size(max = 20) List<@NotNull AttachmentResponse> files) {

    /** Somebody as they were typed. */
    record PersonDraft(
            @NotNull @Size(max = 320) String name,
            @NotNull @Size(max = 320) String address) {}
}
