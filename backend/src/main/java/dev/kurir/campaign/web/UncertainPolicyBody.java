package dev.kurir.campaign.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.campaign.UncertainPolicy;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code UncertainPolicy} of the contract. */
record UncertainPolicyBody(@NotNull Action action, @Nullable Integer afterMinutes) {
    enum Action {
        @JsonProperty("ask")
        ASK,
        @JsonProperty("assume")
        ASSUME,
        @JsonProperty("send_again")
        SEND_AGAIN
    }

    static UncertainPolicyBody of(UncertainPolicy policy) {
        return new UncertainPolicyBody(
                Action.valueOf(policy.action().name()),
                policy.after() == null ? null : Math.toIntExact(policy.after().toMinutes()));
    }

    UncertainPolicy toPolicy() {
        return new UncertainPolicy(
                UncertainPolicy.Action.valueOf(action.name()),
                afterMinutes == null ? null : Duration.ofMinutes(afterMinutes));
    }
}
