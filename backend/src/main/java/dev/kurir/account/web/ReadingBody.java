package dev.kurir.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.account.Away;
import dev.kurir.account.ReadingSettings;
import dev.kurir.account.ReadingSettings.SentCopies;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ReadingBody(
        @NotNull Copies sentCopies,
        @Nullable @Size(max = 200) String sentFolder,
        boolean markRead,
        @Nullable @Size(max = 10_000) String awayText,
        @Nullable Instant awayUntil) {

    enum Copies {
        @JsonProperty("automatic")
        AUTOMATIC,
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("never")
        NEVER
    }

    ReadingSettings toSettings() {
        return new ReadingSettings(SentCopies.valueOf(sentCopies.name()), Given.orNull(sentFolder), markRead, away());
    }

    private @Nullable Away away() {
        String text = Given.orNull(awayText);
        return text == null ? null : new Away(text, awayUntil);
    }

    static ReadingBody of(ReadingSettings settings) {
        Away away = settings.away();
        return new ReadingBody(
                Copies.valueOf(settings.sentCopies().name()),
                settings.sentFolder(),
                settings.markRead(),
                away == null ? null : away.text(),
                away == null ? null : away.until());
    }
}
