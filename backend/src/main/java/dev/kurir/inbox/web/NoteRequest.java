package dev.kurir.inbox.web;

import dev.kurir.kernel.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record NoteRequest(
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 20) List<@NotNull UserId> mentions) {
    List<UserId> mentioned() {
        return mentions == null ? List.of() : mentions;
    }
}
