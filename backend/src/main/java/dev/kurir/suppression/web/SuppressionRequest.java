package dev.kurir.suppression.web;

import dev.kurir.kernel.SingleLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record SuppressionRequest(
        @NotBlank @Size(max = 254) String email,
        @Nullable @Size(max = 500) String note) {

    @Nullable String cleanNote() {
        return note == null || note.isBlank() ? null : SingleLine.require("/note", note.strip());
    }
}
