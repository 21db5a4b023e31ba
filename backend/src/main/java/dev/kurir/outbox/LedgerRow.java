package dev.kurir.outbox;

import dev.kurir.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message, for the ledger of a campaign.
 *
 * @param ordinal its place in the campaign's order at its account
 * @param state the effective one
 * @param at when it came to stand there
 * @param reason the class of the last reply, or what was decided
 * @param reply the last words of the server, or of the evidence
 * @param hadDoubt an earlier attempt was uncertain: if it is accepted now, it may have arrived twice
 */
public record LedgerRow(
        MessageId id,
        long ordinal,
        String to,
        String name,
        String account,
        MessageState state,
        Settlement.@Nullable Basis basis,
        int attempts,
        Instant at,
        @Nullable Integer code,
        @Nullable String enhanced,
        @Nullable String reason,
        @Nullable String reply,
        boolean hadDoubt) {}
