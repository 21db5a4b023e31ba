package dev.kurir.campaign;

import dev.kurir.outbox.CampaignFigures;

/**
 * How far a campaign is.
 *
 * @param audience everybody who was looked at
 */
public record Progress(long audience, Skipped skipped, CampaignFigures figures) {

    /**
     * The conservation law, audience = Σ states + Σ skipped, from three counters that are raised apart. Never assumed:
     * a message that got lost makes it false.
     */
    public boolean isBalanced() {
        return audience == figures.states().sum() + skipped.sum();
    }
}
