package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list; null leaves a condition out. A campaign's messages come in its order, all others newest
 * first.
 */
public record MessageFilter(
        @Nullable String text,
        @Nullable AccountId account,
        @Nullable CampaignId campaign,
        @Nullable MessageState state,
        @Nullable Boolean urgent) {}
