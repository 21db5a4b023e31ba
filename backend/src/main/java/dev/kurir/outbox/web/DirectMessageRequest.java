package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ContactId;
import dev.kurir.outbox.DirectMessages;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record DirectMessageRequest(
        @NotNull AccountId accountId,
        @NotNull ContactId contactId,
        @NotBlank @Size(max = 500) String subject,
        @Nullable @Size(max = 1_000_000) String html,
        @Nullable @Size(max = 500_000) String text,
        @Nullable Boolean urgent) {
    DirectMessages.Letter toLetter() {
        return new DirectMessages.Letter(
                accountId,
                contactId,
                subject,
                Objects.requireNonNullElse(html, ""),
                Objects.requireNonNullElse(text, ""),
                Boolean.TRUE.equals(urgent));
    }
}
