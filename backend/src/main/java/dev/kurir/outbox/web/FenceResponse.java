package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.FenceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether this installation may send.
 *
 * @param reason copied, went_back, moved or silent; null: it may
 * @param held what would leave at once after the confirmation
 */
record FenceResponse(String state, @Nullable String reason, List<Held> held) {

    record Held(AccountId accountId, String accountName, long messages) {}

    static FenceResponse of(FenceState fence) {
        List<Held> held = fence.held().stream()
                .map(each -> new Held(each.account().id(), each.account().name(), each.messages()))
                .toList();
        return new FenceResponse(fence.reason() == null ? "ON" : "FENCED", fence.reason(), held);
    }
}
