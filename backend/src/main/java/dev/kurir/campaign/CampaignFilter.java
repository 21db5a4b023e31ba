package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns, newest first.
 *
 * @param search part of the name or the subject; empty for all
 * @param state word of a state; null for all
 * @param before the last one of the page before; null for the first page
 */
public record CampaignFilter(
        String search, @Nullable String state, @Nullable CampaignId before, int limit) {}
