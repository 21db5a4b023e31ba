package dev.kurir.outbox.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.Settlement;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record UncertainDecision(
        @NotNull Decision decision,
        @Nullable @Size(min = 1, max = 1000) List<@NotNull MessageId> ids,
        @Nullable CampaignId campaignId,
        @Nullable Long count) {

    enum Decision {
        @JsonProperty("assume_sent")
        ASSUME_SENT(Settlement.ASSUMED),
        @JsonProperty("send_again")
        SEND_AGAIN(Settlement.SENT_AGAIN);

        private final Settlement settlement;

        Decision(Settlement settlement) {
            this.settlement = settlement;
        }
    }

    Settlement settlement() {
        return decision.settlement;
    }
}
