package dev.kurir.campaign;

import java.util.Locale;

/** Where a campaign stands. {@link #DONE} is never stored: it is computed from the figures of its messages. */
public enum CampaignState {
    DRAFT,
    GENERATING,
    GENERATED,
    PROCESSING,
    PAUSED,
    CANCELLED,
    DONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CampaignState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
