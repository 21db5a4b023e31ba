package dev.kurir.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.account.ReadingSettings;
import dev.kurir.account.ReadingSettings.SentCopies;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReadingBody(
        @NotNull Copies sentCopies,
        @Nullable @Size(max = 200) String sentFolder,
        boolean markRead) {

    enum Copies {
        @JsonProperty("automatic")
        AUTOMATIC,
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("never")
        NEVER
    }

    ReadingSettings toSettings() {
        return new ReadingSettings(SentCopies.valueOf(sentCopies.name()), Given.orNull(sentFolder), markRead);
    }

    static ReadingBody of(ReadingSettings settings) {
        return new ReadingBody(
                Copies.valueOf(settings.sentCopies().name()), settings.sentFolder(), settings.markRead());
    }
}
