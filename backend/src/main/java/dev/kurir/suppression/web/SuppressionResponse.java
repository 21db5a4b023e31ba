package dev.kurir.suppression.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.suppression.Suppression;
import dev.kurir.suppression.SuppressionReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record SuppressionResponse(
        SuppressionId id,
        String email,
        Reason reason,
        @Nullable String note,
        Instant since) {

    static SuppressionResponse of(Suppression suppression) {
        return new SuppressionResponse(
                suppression.id(),
                suppression.email().value(),
                Reason.of(suppression.reason()),
                suppression.note(),
                suppression.since());
    }

    enum Reason {
        @JsonProperty("manual")
        MANUAL,
        @JsonProperty("hard_bounce")
        HARD_BOUNCE,
        @JsonProperty("unsubscribed")
        UNSUBSCRIBED,
        @JsonProperty("complaint")
        COMPLAINT;

        static Reason of(SuppressionReason reason) {
            return valueOf(reason.name());
        }
    }
}
