package dev.kurir.outbox;

import dev.kurir.account.AccountSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether this installation may send.
 *
 * @param reason code of why not; null: it may
 * @param held what would leave at once, by account; empty when it may send
 */
public record FenceState(@Nullable String reason, List<Held> held) {

    /** An account with messages that are released and wait. */
    public record Held(AccountSummary account, long messages) {}
}
