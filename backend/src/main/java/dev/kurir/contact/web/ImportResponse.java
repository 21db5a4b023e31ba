package dev.kurir.contact.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.contact.ContactImport;
import dev.kurir.kernel.ImportId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ImportResponse(
        ImportId id,
        String fileName,
        State state,
        @Nullable Integer progress,
        long lines,
        long created,
        long updated,
        long skipped,
        long refused,
        @Nullable String problem,
        Instant createdAt) {

    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }

    static ImportResponse of(ContactImport stored) {
        return new ImportResponse(
                stored.id(),
                stored.fileName(),
                State.valueOf(stored.state().name()),
                stored.progress(),
                stored.lines(),
                stored.created(),
                stored.updated(),
                stored.skipped(),
                stored.refused(),
                stored.problem(),
                stored.createdAt());
    }
}
